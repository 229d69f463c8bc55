# Completion of connect(1) for fish.
#
# The names of people and tags are foreign text: fish takes each line that a command substitution
# prints as one candidate and quotes it; nothing here evaluates them.
#
# A new command is a line among the commands, and its name in the conditions of its options.

# What is before the cursor, in four lines: the command, how many operands, the first of them or
# "none", the ledger. The command is "none" before there is one, and "note" after --, where
# every word is note.
function __connect_line
    set -l takes --ledger --color -d --on --at -w --with -m --note --before --felt --ask --id \
        --since --until --period --act --tag --grep --limit --by --format -o --output \
        --every --place --clear --map --person --date --setting --hint --effort
    set -l tokens (commandline -opc)
    set -l command none
    set -l operands 0
    set -l ledger
    set -l verb none
    set -l option
    for token in $tokens[2..-1]
        if test -n "$option"
            test $option = --ledger; and set ledger $token
            set option
        else if test "$token" = --
            set command note
            break
        else if contains -- "$token" $takes
            set option $token
        else if test "$token" = -n; and contains -- $command list export
            set option $token
        else if test "$token" = --reach; and test "$command" != import
            set option $token
        else if string match -q -- '--ledger=*' "$token"
            set ledger (string replace -- --ledger= '' "$token")
        else if string match -q -- '-?*' "$token"
            continue
        else if test $command = none
            set command "$token"
        else
            test $operands = 0 -a -n "$token"; and set verb "$token"
            set operands (math $operands + 1)
        end
    end
    string split0 -- "$command" $operands "$verb" \
        (string replace -r -- '^~/' "$HOME/" "$ledger")
end

# Whether the command is one of these.
function __connect_in
    set -l line (__connect_line)
    contains -- "$line[1]" $argv
end

# Whether the command is an act, or another word for it.
function __connect_act
    __connect_in check-in offer listen thank checkin reach-out skill present presence thanks \
        gratitude encourage praise
end

# Whether the command is one of these, and its first operand is at the cursor.
function __connect_first
    set -l line (__connect_line)
    test "$line[2]" = 0; and contains -- "$line[1]" $argv
end

# Whether a person's name is at the cursor: one after `people set`, two after `people rename`.
function __connect_named
    set -l line (__connect_line)
    test "$line[1]" = people
    and contains -- "$line[2] $line[3]" '1 set' '1 rename' '2 rename'
end

# Whether a file to import is at the cursor, after its format.
function __connect_imported
    set -l line (__connect_line)
    test "$line[1] $line[2]" = 'import 1'
end

# People or tags of the ledger, each after a prefix such as @.
function __connect_names -a which before
    type -fq connect; or return
    set -l line (__connect_line)
    set -l ledger
    test -n "$line[4]"; and set ledger "--ledger=$line[4]"
    set -l names (command connect $ledger complete $which 2>/dev/null </dev/null)
    test (count $names) -gt 0; or return
    if test -n "$before"
        # "@Maya!" in a sentence means Maya.
        set names (string match -rv -- '[,;:!?]$' $names)
        test (count $names) -gt 0; and string join \n -- $before$names
    else if string match -q -- '--*=*' (commandline -ct)
        string join \n -- $names
    else
        # A name with a dash would be taken for an option, and fish leaves a ~ in front unquoted.
        string match -rv -- '^[-~]' $names
    end
end

function __connect_someone
    switch (commandline -ct | string trim -l -c '"\'')
        case '' '@*'
            __connect_names people @
    end
end

# @NAME as a command.
function __connect_card
    string match -q -- '*@*' (commandline -ct); and __connect_someone
end

function __connect_query
    switch (commandline -ct | string trim -l -c '"\'')
        case '+*'
            __connect_names tags +
        case '*'
            __connect_someone
    end
end

function __connect_words
    switch (commandline -ct | string trim -l -c '"\'')
        case '' '@*'
            __connect_names people @
        case '+*'
            __connect_names tags +
    end
end

complete -c connect -f

# Commands
complete -c connect -n '__connect_in none' -xa prompt -d "show today's suggestion"
complete -c connect -n '__connect_in none' -xa done -d "log today's suggestion"
complete -c connect -n '__connect_in none' -xa log -d 'log an act'
complete -c connect -n '__connect_in none' -xa check-in -d 'log that you checked in'
complete -c connect -n '__connect_in none' -xa offer -d 'log that you offered a hand'
complete -c connect -n '__connect_in none' -xa listen -d 'log that you listened'
complete -c connect -n '__connect_in none' -xa thank -d 'log that you said thanks'
complete -c connect -n '__connect_in none' -xa notice -d 'note a kindness you saw'
complete -c connect -n '__connect_in none' -xa ask -d 'follow up on something'
complete -c connect -n '__connect_in none' -xa feel -d 'record how you feel'
complete -c connect -n '__connect_in none' -xa rest -d 'take days off'
complete -c connect -n '__connect_in none' -xa streak -d 'show how steady you are'
complete -c connect -n '__connect_in none' -xa report -d 'summarize a period'
complete -c connect -n '__connect_in none' -xa list -d 'list entries, newest first'
complete -c connect -n '__connect_in none' -xa people -d 'keep track of people'
complete -c connect -n '__connect_in none' -xa get -d 'print values for scripts'
complete -c connect -n '__connect_in none' -xa undo -d 'take back the last change'
complete -c connect -n '__connect_in none' -xa redo -d 'restore what undo took back'
complete -c connect -n '__connect_in none' -xa amend -d 'correct an entry'
complete -c connect -n '__connect_in none' -xa remove -d 'remove entries'
complete -c connect -n '__connect_in none' -xa export -d 'write everything to a file'
complete -c connect -n '__connect_in none' -xa import -d 'import from other programs'
complete -c connect -n '__connect_in none' -xa merge -d 'merge copies of the ledger'
complete -c connect -n '__connect_in none' -xa sync -d 'sync machines through git'
complete -c connect -n '__connect_in none' -xa forget -d 'erase text for good'
complete -c connect -n '__connect_in none' -xa doctor -d 'find and repair damage'
complete -c connect -n '__connect_in none' -xa write -d 'write to a person'
complete -c connect -n '__connect_in none' -xa suggest -d 'add your own suggestion'
complete -c connect -n '__connect_in none' -xa config -d 'show or edit the settings'
complete -c connect -n '__connect_in none' -xa init -d 'set up a daily greeting'
complete -c connect -n '__connect_in none' -xa completions -d 'set up Tab completion'
complete -c connect -n '__connect_in none' -xa memories -d 'this day, years ago'
complete -c connect -n '__connect_in none' -xa why -d 'show research findings'
complete -c connect -n '__connect_in none' -xa '(__connect_card)'

# Operands
set -l acts 'check-in offer listen thank'
set -l dates 'today yesterday mon tue wed thu fri sat sun 3d 2w'
set -l periods 'today yesterday week month year last-week last-month last-year 7d 30d 12m all'
complete -c connect -n '__connect_first log why suggest' -xa $acts
complete -c connect -n '__connect_first init completions' -xa 'bash zsh fish'
complete -c connect -n '__connect_first config' -xa edit -d 'open config.toml in your editor'
complete -c connect -n '__connect_first import' -xa 'harsh habitctl loop dijo friends habitbull
    beaverhabits csv tsv json ndjson vcard'
complete -c connect -n __connect_imported -F
complete -c connect -n '__connect_in merge; or __connect_first sync' -F
complete -c connect -n '__connect_in list report export' -kxa "$acts $periods (__connect_query)"
complete -c connect -n '__connect_in prompt' -xa "$acts (__connect_someone)"
complete -c connect -n '__connect_in streak' -xa "$acts (__connect_query)"
complete -c connect -n '__connect_in get' -xa 'today.done today.count prompt.act prompt.text
    prompt.person streak.current streak.longest people.due people.overdue ask.due'
complete -c connect -n '__connect_first memories' -kxa $dates
complete -c connect -n '__connect_first rest' -kxa 'today tomorrow yesterday mon tue wed thu fri
    sat sun 3d 2w until'
complete -c connect -n '__connect_in rest; and contains until (commandline -opc)' -kxa 'tomorrow mon
    tue wed thu fri sat sun'
complete -c connect -n '__connect_first people' -xa 'set rename (__connect_someone)'
complete -c connect -n __connect_named -xa '(__connect_names people "")'
complete -c connect -n '__connect_in notice ask' -xa '(__connect_someone)'
complete -c connect -n '__connect_first write' -xa '(__connect_someone)'
complete -c connect -n '__connect_in done amend; or __connect_act' -xa '(__connect_words)'
complete -c connect -n '__connect_first amend; or __connect_in remove forget' -xa last
complete -c connect -n '__connect_in log; and not __connect_first log' -xa '(__connect_words)'

# Options of every command
set -l any -n 'not __connect_in note'
complete -c connect $any -l ledger -rF -d 'use this ledger'
complete -c connect $any -l color -xa 'auto always never' -d 'whether to use colour'
complete -c connect $any -s q -l quiet -d 'only answers and errors'
complete -c connect $any -s h -l help -d 'show this help'
complete -c connect $any -s V -l version -d 'show the version'
complete -c connect $any -l json -d 'answer in JSON'

# done, log, amend
set -l entry -n '__connect_in done log amend; or __connect_act'
complete -c connect $entry -s d -l on -kxa $dates -d 'the day'
complete -c connect $entry -s y -l yesterday -d 'same as --on yesterday'
complete -c connect $entry -l at -x -d 'the time of day, HH:MM'
complete -c connect $entry -s w -l with -xa '(__connect_names people "")' -d 'a person; the name may have spaces'
complete -c connect $entry -s m -l note -x -d 'the note; - reads it from standard input'
complete -c connect $entry -s e -l editor -d 'write the note in an editor'
complete -c connect $entry -l before -x -d 'contentment, trust, calm before the act: C,T,K'
complete -c connect $entry -l felt -x -d 'contentment, trust, calm afterwards: C,T,K'
complete -c connect -n '__connect_in done log; or __connect_act' -l ask -x -d 'follow up with the same people: fri how it went'
complete -c connect -n '__connect_in done log; or __connect_act' -l id -x -d 'an id, so that repeating the command changes nothing'
complete -c connect $entry -s n -l dry-run -d 'show what would be saved, and save nothing'

# list, report, export
set -l query -n '__connect_in list report export'
complete -c connect $query -l since -kxa $periods -d 'only from its first day on'
complete -c connect $query -l until -kxa $periods -d 'only up to its last day'
complete -c connect $query -l period -kxa $periods -d 'only this period'
complete -c connect $query -s d -l on -kxa $dates -d 'only this day'
set -l selection -n '__connect_in list report export streak'
complete -c connect $selection -l tag -xa '(__connect_names tags "")' -d 'only with this tag'
complete -c connect $selection -l grep -x -d 'only with this text in the note, a name or a tag'
set -l list -n '__connect_in list export'
complete -c connect $list -s n -l limit -x -d 'at most so many entries; 0 means all'
complete -c connect $list -l raw -d 'do not protect csv and tsv cells against formulas'

# prompt
set -l prompt -n '__connect_in prompt'
complete -c connect $prompt -l once -d 'show nothing if a shell has already greeted'
complete -c connect $prompt -l another -d 'show another suggestion instead'
complete -c connect $prompt -l never -d 'the same, and never show this one again'
complete -c connect $prompt -l act -xa $acts -d 'show a suggestion for this act instead'
complete -c connect $prompt -l small -d 'show one that takes two minutes'
complete -c connect $prompt -l place -xa 'in-person remote any' -d 'show one for this place'
complete -c connect $prompt -l why -d 'explain why it was chosen'
complete -c connect $prompt -l list -d 'list all suggestions'

# people
set -l people -n '__connect_in people'
complete -c connect $people -l due -l overdue -d 'list only people who are due'
complete -c connect $people -l rhythms -d 'list how often you are in touch, and how to set that'
complete -c connect $people -l every -kxa '7d 14d 30d never' -d 'set: how often to be in touch'
complete -c connect $people -l rest -d 'set: do not name this person in suggestions'
complete -c connect $people -l resume -d 'set: name this person again'
complete -c connect $people -l date -x -d 'set: a day to remember, such as 05-12 birthday'
complete -c connect $people -l place -xa 'in-person remote any' -d 'set: suggest only what can be done there'
complete -c connect $people -l setting -xa 'home work any' -d 'set: the part of life they belong to'
complete -c connect $people -l reach -x -d 'set: where to write to them, such as mailto:maya@example.org'

# suggest
set -l suggest -n '__connect_in suggest'
complete -c connect $suggest -l hint -x -d 'a line below it about how to do it'
complete -c connect $suggest -l effort -xa 'small medium' -d 'small takes two minutes'
complete -c connect $suggest -l place -xa 'in-person remote any' -d 'where it fits'
complete -c connect $suggest -l setting -xa 'home work any' -d 'the part of life it is about'

# import
complete -c connect -n '__connect_in import' -l map -x -d 'act of a habit: HABIT=ACT'
complete -c connect -n '__connect_in import' -l all -d 'vcard: also add people who are not known here'
complete -c connect -n '__connect_in import' -l reach -d 'vcard: also keep addresses'
complete -c connect -n '__connect_in import' -s n -l dry-run -d 'show what would be imported, and save nothing'

# The others
complete -c connect -n '__connect_in feel notice' -s d -l on -kxa $dates -d 'the day'
complete -c connect -n '__connect_in feel notice' -s y -l yesterday -d 'same as --on yesterday'
complete -c connect -n '__connect_in rest' -l off -d 'count these days again; today, if no day is given'
complete -c connect -n '__connect_in list report export streak' -l act -xa $acts -d 'only this act'
complete -c connect -n '__connect_in list report export streak' -l with \
    -xa '(__connect_names people "")' -d 'only with this person'
complete -c connect -n '__connect_in list' -l reverse -d 'oldest first'
complete -c connect -n '__connect_in streak' -l explain -d 'draw the last weeks, and say why a streak ended'
complete -c connect -n '__connect_in list report' -l format -xa 'text json ndjson csv tsv' \
    -d 'output format'
complete -c connect -n '__connect_in report' -l format -xa md -d Markdown
complete -c connect -n '__connect_in report' -l format -xa svg -d 'a picture'
complete -c connect -n '__connect_in report' -l format -xa html -d 'a page for a browser'
complete -c connect -n '__connect_in export' -l format -xa 'json ndjson csv tsv ics' \
    -d 'output format'
complete -c connect -n '__connect_in report' -l by -xa 'day week month year weekday hour act person tag' \
    -d 'group by'
complete -c connect -n '__connect_in report export' -s o -l output -rF -d 'write to a file that only you can read'
complete -c connect -n '__connect_in report export' -l force -d 'replace the file if it exists'
complete -c connect -n '__connect_in report' -l with-notes -d 'include the notes'
complete -c connect -n '__connect_in report' -l redact -d 'show initials instead of names'
complete -c connect -n '__connect_in report' -l feelings -d 'show feelings in any format, with their statistics'
complete -c connect -n '__connect_in report' -l quote -xa last -d 'end the html page with the note of this entry'
complete -c connect -n '__connect_in report' -l effect -d 'how much the greeting helps'
complete -c connect -n '__connect_in export' -l no-notes -d 'leave out the notes'
complete -c connect -n '__connect_in amend' -l clear -xa 'with tags note before felt' \
    -d 'empty this field'
complete -c connect -n '__connect_in forget' -l person -xa '(__connect_names people "")' \
    -d "erase this person's name and every note about them"
complete -c connect -n '__connect_in forget' -s n -l dry-run -d 'show what would be erased, and erase nothing'
complete -c connect -n '__connect_in write' -l print -d 'print the address, and open nothing'
complete -c connect -n '__connect_in doctor' -l fix -d 'repair what can be repaired, after making a backup'
complete -c connect -n '__connect_in get' -l exit-code -d 'exit with status 1 if today.done is 0'
