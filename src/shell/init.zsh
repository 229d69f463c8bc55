# connect(1): one greeting a day, in the first shell of the day. For ~/.zshrc:
#   command -v connect >/dev/null && eval "$(connect init zsh)"
# Nothing is started while no greeting is due: the moment of the next one is in a file.
() {
  # Names of our own: zsh makes no local variable of one that the user declared readonly.
  \builtin local __connect_was="$?" __connect_base='' __connect_due='' __connect_now=''
  # Under errexit an old failure handed back would end the shell.
  if [[ -o errexit || -o errreturn ]]; then __connect_was=0; fi
  \builtin emulate -L zsh
  if [[ ${__connect_once-} == "$$" ]]; then \builtin return "$__connect_was"; fi
  \builtin typeset -g +x __connect_once="$$"
  if [[ ! -o interactive || ! -t 1 || ${TERM-} == dumb || -n ${CONNECT_NO_PROMPT-} ]]; then
    \builtin return "$__connect_was"
  fi
  if [[ ${XDG_RUNTIME_DIR-} == /* && -e $XDG_RUNTIME_DIR/connect/prompt.due ]]; then
    \builtin return "$__connect_was"
  fi

  __connect_base=${HOME-}/.local/state
  if [[ ${XDG_STATE_HOME-} == /* ]]; then __connect_base=$XDG_STATE_HOME; fi
  if [[ -f $__connect_base/connect/prompt.due && -r $__connect_base/connect/prompt.due ]]; then
    IFS='' \builtin read -r __connect_due <"$__connect_base/connect/prompt.due"
  fi
  # The clock as a prompt escape: loads no module, leaves no parameter.
  __connect_now=${(%):-'%D{%s}'}
  # Digits alone may reach arithmetic. Too far ahead: the clock was wrong then, or is now.
  if [[ -z $__connect_now || $__connect_now$__connect_due == *[^0123456789]* ||
    $__connect_due != [123456789]* || $#__connect_due -gt 12 ]] ||
    ((__connect_due <= __connect_now || __connect_due > __connect_now + 180000)); then
    if \builtin whence -p 'connect' >/dev/null; then
      \builtin command 'connect' 'prompt' '--once' </dev/null 2>/dev/null
    fi
  fi
  \builtin return "$__connect_was"
}
