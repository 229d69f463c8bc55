# connect(1): one greeting a day, in the first shell of the day. For ~/.config/fish/config.fish:
#   type -fq connect; and connect init fish | source
# Nothing is started while no greeting is due: the moment of the next one is in a file.
set -g __connect_status $status
function __connect_init
    builtin set -l was $__connect_status
    builtin set -e __connect_status
    builtin functions -e __connect_init
    builtin test "$__connect_once" = $fish_pid; and return $was
    builtin set -g __connect_once $fish_pid
    builtin status is-interactive; and builtin test -t 1 -a "$TERM" != dumb -a -z "$CONNECT_NO_PROMPT"
    or return $was
    builtin string match -q '/*' -- "$XDG_RUNTIME_DIR"
    and builtin test -e "$XDG_RUNTIME_DIR/connect/prompt.due"
    and return $was

    builtin set -l file "$HOME/.local/state/connect/prompt.due"
    builtin string match -q '/*' -- "$XDG_STATE_HOME"
    and builtin set file "$XDG_STATE_HOME/connect/prompt.due"
    builtin set -l due
    builtin set -l now
    if builtin test -f "$file" -a -r "$file"
        builtin read -l line <"$file"
        # Digits alone may reach arithmetic.
        builtin set due (builtin string match -r '^[1-9][0-9]{0,11}$' -- "$line")
        # fish has no clock, but since 3.6 it knows when a file was written, and how long ago.
        and builtin set now (builtin math (builtin path mtime -- "$file" 2>/dev/null) + \
            (builtin path mtime -R -- "$file" 2>/dev/null) 2>/dev/null)
    end
    # Too far ahead: the clock was wrong then, or is now.
    if builtin test -z "$now"; or builtin test $due -le $now; or builtin test $due -gt (builtin math $now + 180000)
        if builtin type -fq connect
            command connect prompt --once </dev/null 2>/dev/null
        end
    end
    return $was
end
__connect_init
