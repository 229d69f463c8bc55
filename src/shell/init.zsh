# connect(1): one greeting a day, in the first shell of the day. For ~/.zshrc:
#   command -v connect >/dev/null && eval "$(connect init zsh)"
# Nothing is started while no greeting is due: the moment of the next one stands in a file.
() {
  \builtin local was="$?" base='' due='' now=''
  # Under errexit an old failure handed back would end the shell.
  if [[ -o errexit || -o errreturn ]]; then was=0; fi
  \builtin emulate -L zsh
  if [[ ${__connect_once-} == "$$" ]]; then \builtin return "$was"; fi
  \builtin typeset -g +x __connect_once="$$"
  if [[ ! -o interactive || ! -t 1 || ${TERM-} == dumb || -n ${CONNECT_NO_PROMPT-} ]]; then
    \builtin return "$was"
  fi
  if [[ ${XDG_RUNTIME_DIR-} == /* && -e $XDG_RUNTIME_DIR/connect/prompt.due ]]; then
    \builtin return "$was"
  fi

  base=${HOME-}/.local/state
  if [[ ${XDG_STATE_HOME-} == /* ]]; then base=$XDG_STATE_HOME; fi
  if [[ -f $base/connect/prompt.due && -r $base/connect/prompt.due ]]; then
    IFS='' \builtin read -r due <"$base/connect/prompt.due"
  fi
  # The clock as a prompt escape: loads no module, leaves no parameter.
  now=${(%):-'%D{%s}'}
  # Digits alone may reach arithmetic. Too far ahead: the clock was wrong then, or is now.
  if [[ -z $now || $now$due == *[^0123456789]* || $due != [123456789]* || $#due -gt 12 ]] ||
    ((due <= now || due > now + 180000)); then
    if \builtin whence -p 'connect' >/dev/null; then
      \builtin command 'connect' 'prompt' '--once' </dev/null 2>/dev/null
    fi
  fi
  \builtin return "$was"
}
