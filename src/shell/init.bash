# shellcheck shell=bash
# connect(1): one greeting a day, in the first shell of the day. For ~/.bashrc:
#   command -v connect >/dev/null && eval "$(connect init bash)"
# Nothing is started while no greeting is due: the moment of the next one is in a file.
__connect_status=$?
__connect_init() {
  # Names of our own: bash makes no local variable of one that the user declared readonly.
  \builtin local __connect_was="$__connect_status" __connect_now="${EPOCHSECONDS-}"
  \builtin local __connect_base='' __connect_due=''
  \builtin unset -v __connect_status
  \builtin unset -f __connect_init
  # Under errexit an old failure handed back would end the shell.
  [[ $- != *e* ]] || __connect_was=0
  [[ ${__connect_once-} != "$$" ]] || \builtin return "$__connect_was"
  __connect_once=$$
  [[ $- == *i* && -t 1 && ${TERM-} != dumb && -z ${CONNECT_NO_PROMPT-} ]] ||
    \builtin return "$__connect_was"
  [[ ${XDG_RUNTIME_DIR-} != /* || ! -e $XDG_RUNTIME_DIR/connect/prompt.due ]] ||
    \builtin return "$__connect_was"

  __connect_base=${HOME-}/.local/state
  [[ ${XDG_STATE_HOME-} != /* ]] || __connect_base=$XDG_STATE_HOME
  if [[ -f $__connect_base/connect/prompt.due && -r $__connect_base/connect/prompt.due ]]; then
    IFS='' \builtin read -r __connect_due <"$__connect_base/connect/prompt.due" || :
  fi
  # Digits alone may reach arithmetic. Too far ahead: the clock was wrong then, or is now.
  if [[ -z $__connect_now || $__connect_now$__connect_due == *[!0123456789]* ||
    $__connect_due != [123456789]* || ${#__connect_due} -gt 12 ]] ||
    ((__connect_due <= __connect_now || __connect_due > __connect_now + 180000)); then
    if \builtin type -P connect >/dev/null; then
      \builtin command connect prompt --once </dev/null 2>/dev/null || :
    fi
  fi
  \builtin return "$__connect_was"
}
__connect_init
