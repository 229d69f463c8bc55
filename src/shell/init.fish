# connect(1): one greeting a day, in the first shell of the day. For ~/.config/fish/config.fish:
#   type -fq connect; and connect init fish | source
# fish has no clock of its own, so the program says whether a greeting is due.
set -g __connect_status $status
function __connect_init
    builtin set -l was $__connect_status
    builtin set -e __connect_status
    builtin functions -e __connect_init
    builtin test "$__connect_once" = $fish_pid; and return $was
    builtin set -g __connect_once $fish_pid
    if builtin status is-interactive; and builtin test -t 1 -a "$TERM" != dumb -a -z "$CONNECT_NO_PROMPT"
        if builtin type -fq connect
            command connect prompt --once </dev/null 2>/dev/null
        end
    end
    return $was
end
__connect_init
