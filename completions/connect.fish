# Completion of connect(1) for fish.
#
# The names of people and tags are foreign text: fish takes each line that a command substitution
# prints as one candidate and quotes it; nothing here evaluates them.
#
# A new command is a line among the commands, and its name in the conditions of its options.

# What stands before the cursor, four lines: the command, how many operands, the first of them or
# "none", the ledger. The command is "none" before there is one, and "note" after --, where all
# is note.
function __connect_line
    set -l takes --ledger --color -d --on --at -w --with -m --note --before --felt --id \
        --since --until --period --act --tag --grep --limit --by --format -o --output \
        --every --clear --map --person
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

# Whether the command is one of these, and its first operand stands at the cursor.
function __connect_first
    set -l line (__connect_line)
    test "$line[2]" = 0; and contains -- "$line[1]" $argv
end

# Whether a person's name stands at the cursor: one after `people set`, two after `people rename`.
function __connect_named
    set -l line (__connect_line)
    test "$line[1]" = people; or return
    test "$line[2]" = 1; or test "$line[2] $line[3]" = '2 rename'
end

# Whether a file to import stands at the cursor, after its format.
function __connect_imported
    set -l line (__connect_line)
    test "$line[1] $line[2]" = 'import 1'
end

# People or tags of the ledger, each behind a prefix such as @.
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
complete -c connect -n '__connect_in none' -xa prompt -d "today's suggestion"
complete -c connect -n '__connect_in none' -xa done -d "log today's suggestion"
complete -c connect -n '__connect_in none' -xa log -d 'log an act'
complete -c connect -n '__connect_in none' -xa notice -d 'jot down a kindness seen'
complete -c connect -n '__connect_in none' -xa feel -d 'note how you feel'
complete -c connect -n '__connect_in none' -xa rest -d 'days that ask nothing'
complete -c connect -n '__connect_in none' -xa streak -d 'how steady you have been'
complete -c connect -n '__connect_in none' -xa report -d 'the story of a period'
complete -c connect -n '__connect_in none' -xa list -d 'entries, newest first'
complete -c connect -n '__connect_in none' -xa people -d 'who, how lately, how often'
complete -c connect -n '__connect_in none' -xa get -d 'bare values for scripts'
complete -c connect -n '__connect_in none' -xa why -d 'what the research says'
complete -c connect -n '__connect_in none' -xa undo -d 'take back the last change'
complete -c connect -n '__connect_in none' -xa redo -d 'put back what undo took'
complete -c connect -n '__connect_in none' -xa amend -d 'correct an entry'
complete -c connect -n '__connect_in none' -xa remove -d 'take entries out'
complete -c connect -n '__connect_in none' -xa export -d 'everything, to take along'
complete -c connect -n '__connect_in none' -xa import -d 'bring in your old records'
complete -c connect -n '__connect_in none' -xa merge -d 'take in what other copies have'
complete -c connect -n '__connect_in none' -xa sync -d 'many machines, your own git'
complete -c connect -n '__connect_in none' -xa forget -d 'erase text for good'
complete -c connect -n '__connect_in none' -xa doctor -d 'look for damage and mend it'
complete -c connect -n '__connect_in none' -xa init -d 'a greeting once a day'
complete -c connect -n '__connect_in none' -xa completions -d 'what the Tab key offers'

# Operands
set -l acts 'check-in offer listen thank'
set -l dates 'today yesterday mon tue wed thu fri sat sun 3d 2w'
set -l periods 'today yesterday week month year last-week last-month 7d 30d all'
complete -c connect -n '__connect_first log why' -xa $acts
complete -c connect -n '__connect_first init completions' -xa 'bash zsh fish'
complete -c connect -n '__connect_first import' -xa 'harsh habitctl loop dijo friends habitbull
    beaverhabits csv tsv json ndjson'
complete -c connect -n __connect_imported -F
complete -c connect -n '__connect_in merge; or __connect_first sync' -F
complete -c connect -n '__connect_first report' -kxa $periods
complete -c connect -n '__connect_in get' -xa 'today.done today.count prompt.act prompt.text
    prompt.person streak.current streak.longest people.overdue'
complete -c connect -n '__connect_first rest' -kxa 'today tomorrow yesterday mon tue wed thu fri
    sat sun'
complete -c connect -n '__connect_first people' -xa 'set rename'
complete -c connect -n __connect_named -xa '(__connect_names people "")'
complete -c connect -n '__connect_in notice' -xa '(__connect_someone)'
complete -c connect -n '__connect_in done amend' -xa '(__connect_words)'
complete -c connect -n '__connect_first amend; or __connect_in remove forget' -xa last
complete -c connect -n '__connect_in log; and not __connect_first log' -xa '(__connect_words)'

# Options of every command
set -l any -n 'not __connect_in note'
complete -c connect $any -l ledger -rF -d 'use this ledger'
complete -c connect $any -l color -xa 'auto always never' -d 'when to use colour'
complete -c connect $any -s q -l quiet -d 'say only what was asked for'
complete -c connect $any -s h -l help -d 'show help'
complete -c connect $any -l version -d 'show the version'
complete -c connect $any -l json -d 'answer as one JSON document'

# done, log, amend
set -l entry -n '__connect_in done log amend'
complete -c connect $entry -s d -l on -kxa $dates -d 'the day'
complete -c connect $entry -s y -l yesterday -d 'the same as --on yesterday'
complete -c connect $entry -l at -x -d 'the time of day, HH:MM'
complete -c connect $entry -s w -l with -xa '(__connect_names people "")' -d 'a person'
complete -c connect $entry -s m -l note -x -d 'the note; - reads standard input'
complete -c connect $entry -s e -l editor -d 'write the note in an editor'
complete -c connect $entry -l before -x -d 'contentment, trust, calm before: C,T,K'
complete -c connect $entry -l felt -x -d 'the same after'
complete -c connect -n '__connect_in done log' -l id -x -d 'name the entry; repeating it changes nothing'
complete -c connect $entry -s n -l dry-run -d 'show what would be saved'

# list, export
set -l list -n '__connect_in list export'
complete -c connect $list -l since -kxa $dates -d 'from this day on'
complete -c connect $list -l until -kxa $dates -d 'up to this day'
complete -c connect $list -l period -kxa $periods -d 'only this period'
complete -c connect $list -l with -xa '(__connect_names people "")' -d 'only with this person'
complete -c connect $list -l tag -xa '(__connect_names tags "")' -d 'only with this tag'
complete -c connect $list -l grep -x -d 'only notes that contain it'
complete -c connect $list -l limit -x -d 'at most so many, 0 for all'
complete -c connect $list -l raw -d 'csv and tsv without the guard for spreadsheets'

# prompt
set -l prompt -n '__connect_in prompt'
complete -c connect $prompt -l once -d 'only if no shell has greeted yet'
complete -c connect $prompt -l another -d 'another one instead'
complete -c connect $prompt -l act -xa $acts -d 'one of this act'
complete -c connect $prompt -l why -d 'say why this one'
complete -c connect $prompt -l list -d 'show every suggestion there is'

# people
set -l people -n '__connect_in people'
complete -c connect $people -l overdue -d 'only those who are due'
complete -c connect $people -l every -kxa '7d 14d 30d never' -d 'set: how often'
complete -c connect $people -l rest -d 'set: do not name this person in suggestions'
complete -c connect $people -l resume -d 'set: name them again'

# import
complete -c connect -n '__connect_in import' -l map -x -d 'which act a habit is: HABIT=ACT'
complete -c connect -n '__connect_in import' -s n -l dry-run -d 'show what would come in'

# The others
complete -c connect -n '__connect_in feel' -s d -l on -kxa $dates -d 'the day it was'
complete -c connect -n '__connect_in feel' -s y -l yesterday -d 'the same as --on yesterday'
complete -c connect -n '__connect_in rest' -l off -d 'these days count again'
complete -c connect -n '__connect_in list export streak' -l act -xa $acts -d 'only this act'
complete -c connect -n '__connect_in streak' -l explain -d 'show the days and their rests'
complete -c connect -n '__connect_in list report' -l format -xa 'text json ndjson csv tsv' \
    -d 'how to write it'
complete -c connect -n '__connect_in report' -l format -xa md -d Markdown
complete -c connect -n '__connect_in report' -l format -xa svg -d 'a picture'
complete -c connect -n '__connect_in report' -l format -xa html -d 'a page for a browser'
complete -c connect -n '__connect_in export' -l format -xa 'json ndjson csv tsv ics' \
    -d 'how to write it'
complete -c connect -n '__connect_in report' -l by -xa 'day week month act person tag' \
    -d 'group by'
complete -c connect -n '__connect_in report export' -s o -l output -rF -d 'write it to a file'
complete -c connect -n '__connect_in report export' -l force -d 'replace the file if it exists'
complete -c connect -n '__connect_in report' -l with-notes -d 'include the notes'
complete -c connect -n '__connect_in report' -l redact -d 'show people as initials'
complete -c connect -n '__connect_in export' -l no-notes -d 'leave the notes out'
complete -c connect -n '__connect_in amend' -l clear -xa 'with tags note before felt' \
    -d 'empty a field'
complete -c connect -n '__connect_in forget' -l person -xa '(__connect_names people "")' \
    -d 'a person and every note about them'
complete -c connect -n '__connect_in forget' -s n -l dry-run -d 'show what would go'
complete -c connect -n '__connect_in doctor' -l fix -d 'mend what can be mended, after a backup'
complete -c connect -n '__connect_in get' -l exit-code -d 'exit with 1 when today.done is 0'
