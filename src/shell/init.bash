# shellcheck shell=bash
# connect(1): one greeting a day, in the first shell of the day. For ~/.bashrc:
#   command -v connect >/dev/null && eval "$(connect init bash)"
# Nothing is started while no greeting is due: the moment of the next one stands in a file.
__connect_status=$?
__connect_init() {
  \builtin local was="$__connect_status" base='' due='' now="${EPOCHSECONDS-}"
  \builtin unset -v __connect_status
  \builtin unset -f __connect_init
  # Under errexit an old failure handed back would end the shell.
  [[ $- != *e* ]] || was=0
  [[ ${__connect_once-} != "$$" ]] || \builtin return "$was"
  __connect_once=$$
  [[ $- == *i* && -t 1 && ${TERM-} != dumb && -z ${CONNECT_NO_PROMPT-} ]] ||
    \builtin return "$was"
  [[ ${XDG_RUNTIME_DIR-} != /* || ! -e $XDG_RUNTIME_DIR/connect/prompt.due ]] ||
    \builtin return "$was"

  base=${HOME-}/.local/state
  [[ ${XDG_STATE_HOME-} != /* ]] || base=$XDG_STATE_HOME
  if [[ -f $base/connect/prompt.due && -r $base/connect/prompt.due ]]; then
    IFS='' \builtin read -r due <"$base/connect/prompt.due" || :
  fi
  # Digits alone may reach arithmetic. Too far ahead: the clock was wrong then, or is now.
  if [[ -z $now || $now$due == *[!0123456789]* || $due != [123456789]* || ${#due} -gt 12 ]] ||
    ((due <= now || due > now + 180000)); then
    if \builtin type -P connect >/dev/null; then
      \builtin command connect prompt --once </dev/null 2>/dev/null || :
    fi
  fi
  \builtin return "$was"
}
__connect_init
