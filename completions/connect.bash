# shellcheck shell=bash
# Completion of connect(1) for bash 3.2 and later; needs neither bash-completion nor anything else.
#
# The names of people and tags are foreign text. They are read line by line, compared as text and
# quoted with printf %q; nothing here evaluates them, splits them or hands them to compgen -W.
#
# The functions below share the variables that _connect declares. A new command is one line in
# _connect_grammar; a new option stands there and, if it takes a value, in _connect_value.

# What may follow a command: the kinds of its operands, and its options.
_connect_grammar() {
  local entry='-d --on -y --yesterday --at -w --with -m --note -e --editor --before --felt
    -n --dry-run'
  local filter='--since --until --period --act --with --tag --grep --limit'
  case $1 in
    '') first=command options='--json' ;;
    prompt) options='--once --another --act --why --list --json' ;;
    done) first=entry second=entry further=entry options="$entry --id --json" ;;
    log) first=act second=entry further=entry options="$entry --id --json" ;;
    notice) first=someone second=someone further=someone options='--json' ;;
    feel) options='-d --on -y --yesterday --json' ;;
    rest) first=restday options='--off --json' ;;
    streak) options='--act --explain --json' ;;
    report)
      first=period options='--by --format -o --output --force --with-notes --redact --json'
      ;;
    list) options="$filter --format --raw --json" ;;
    people)
      first=verb second=person options='--overdue --every --rest --resume --json'
      [[ $verb == rename ]] && third=person
      ;;
    get) first=key second=key further=key options='--exit-code --json' ;;
    why) first=act options='--json' ;;
    undo | redo) options='--json' ;;
    amend) first=amended second=entry further=entry options="$entry --clear --json" ;;
    remove) first=last second=last further=last options='--json' ;;
    export) options="$filter --format -o --output --force --no-notes --raw --json" ;;
    import) first=source second='file' options='--map -n --dry-run --json' ;;
    merge) first=file second=file further=file options='--json' ;;
    sync) first=file options='--json' ;;
    forget) first=last second=last further=last options='--person -n --dry-run --json' ;;
    doctor) options='--fix --json' ;;
    init | completions) first=shell options='--json' ;;
  esac
  options="$options --ledger --color -q --quiet -h --help --version"
}

# The kind of value that an option takes; empty when it takes none.
_connect_value() {
  case $1 in
    --ledger | -o | --output) kind='file' ;;
    --color) kind=colour ;;
    -d | --on | --since | --until) kind='date' ;;
    -w | --with | --person) kind=person ;;
    --tag) kind=tag ;;
    --period) kind=period ;;
    --act) kind=act ;;
    --by) kind=unit ;;
    --every) kind=span ;;
    --format) kind=format ;;
    --clear) kind=field ;;
    --at | -m | --note | --before | --felt | --id | --grep | --limit | --map) kind=text ;;
    *) kind='' ;;
  esac
}

# The fixed words of a kind.
_connect_fixed() {
  case $1 in
    command) fixed='prompt done log notice feel rest streak report list people get why undo
      redo amend remove export import merge sync forget doctor
      init completions' ;;
    option) fixed=$options ;;
    act) fixed='check-in offer listen thank' ;;
    date) fixed='today yesterday mon tue wed thu fri sat sun 3d 2w' ;;
    restday) fixed='today tomorrow yesterday mon tue wed thu fri sat sun' ;;
    verb) fixed='set rename' ;;
    span) fixed='7d 14d 30d never' ;;
    period) fixed='today yesterday week month year last-week last-month 7d 30d all' ;;
    unit) fixed='day week month act person tag' ;;
    format)
      fixed='text json ndjson csv tsv'
      [[ $command == report ]] && fixed="$fixed md svg html"
      [[ $command == export ]] && fixed='json ndjson csv tsv ics'
      ;;
    field) fixed='with tags note before felt' ;;
    last) fixed='last' ;;
    source) fixed='harsh habitctl loop dijo friends habitbull beaverhabits csv tsv json ndjson' ;;
    colour) fixed='auto always never' ;;
    shell) fixed='bash zsh fish' ;;
    key) fixed='today.done today.count prompt.act prompt.text prompt.person streak.current
      streak.longest people.overdue' ;;
    *) fixed='' ;;
  esac
}

# Reads more of the command line: whole words go to `words`, the unfinished one to `word`, the
# quote it stands in to `quote`. Nothing is expanded.
_connect_read() {
  local text=$1 i c
  for ((i = 0; i < ${#text}; i++)); do
    c=${text:i:1}
    if [[ $quote == \\ ]]; then
      word+=$c quote=$outer
    elif [[ $quote == \' ]]; then
      if [[ $c == \' ]]; then quote=''; else word+=$c; fi
    elif [[ $c == \\ ]]; then
      outer=$quote quote=\\ begun=1
    elif [[ $quote == \" ]]; then
      if [[ $c == \" ]]; then quote=''; else word+=$c; fi
    elif [[ $c == [\'\"] ]]; then
      quote=$c begun=1
    elif [[ $c == [[:blank:]] ]]; then
      [[ -n $begun ]] && words+=("$word")
      word='' begun=''
    else
      word+=$c begun=1
    fi
  done
}

# Quotes `text` for where the cursor stands: outside of quotes, or inside '...' or "...".
# bash closes the quote after it, unless the last character is that quote.
_connect_quoted() {
  local i c out='' last=$((${#text} - 1))
  if [[ -z $open ]]; then
    printf -v text %q "$text"
    return
  fi
  for ((i = 0; i <= last; i++)); do
    c=${text:i:1}
    case $open$c in
      "''") if ((i < last)); then c="'\\''"; else c="'\\'"; fi ;;
      '""') if ((i < last)); then c='\"'; else c='"\"'; fi ;;
      # Inside "..." nothing else keeps a ! from the history.
      '"!') if ((i < last)); then c='"\!"'; else c='"\!""'; fi ;;
      '"$' | '"`' | '"'\\) c=\\$c ;;
    esac
    out+=$c
  done
  text=$out
}

# Adds `$1` to the answers if it goes on from what is typed. `head` is on the line already.
_connect_offer() {
  local text
  [[ $1 == "$word"* && ${#1} -gt ${#head} ]] || return 0
  text=${1:${#head}}
  _connect_quoted
  COMPREPLY+=("$text")
}

# People or tags of the ledger, each behind a prefix such as @ or --with=.
_connect_names() {
  local names=() name which=$1 before=$2
  hash connect 2>/dev/null || return 0
  while IFS= read -r name; do
    # A lone name with a dash would be taken for an option; "@Maya!" in a sentence means Maya.
    case $before$name in
      -*) [[ $before == -* ]] || continue ;;
      [@+]*[,\;:!?]) continue ;;
    esac
    [[ -n $name ]] && names+=("$before$name")
  done < <(command connect ${ledger:+"--ledger=$ledger"} complete "$which" 2>/dev/null </dev/null)
  for name in ${names[@]+"${names[@]}"}; do _connect_offer "$name"; done
  [[ ${#COMPREPLY[@]} -gt 0 ]] && return 0
  # Case aside, one person is one person.
  shopt -q nocasematch && return 0
  shopt -s nocasematch
  for name in ${names[@]+"${names[@]}"}; do _connect_offer "$name"; done
  shopt -u nocasematch
}

# Answers with everything of a kind, each behind a prefix.
_connect_answer() {
  local kind=$1 before=${2-} fixed item
  case $kind in
    file) compopt -o default 2>/dev/null ;;
    person) _connect_names people "$before" ;;
    tag) _connect_names tags "$before" ;;
    entry | amended | someone)
      [[ $kind == amended ]] && _connect_offer last
      case $word in
        '' | @*) _connect_names people @ ;;
        +*) [[ $kind != someone ]] && _connect_names tags + ;;
      esac
      ;;
    *)
      _connect_fixed "$kind"
      for item in $fixed; do _connect_offer "$before$item"; done
      ;;
  esac
  return 0
}

_connect() {
  local IFS=$' \t\n' words=() word='' quote='' outer='' begun=''
  local line=${COMP_LINE:0:COMP_POINT} region=${2-} head open
  COMPREPLY=()
  [[ $line == *"$region" ]] || return 0
  # bash puts its answer in place of the last part of the word, the region.
  _connect_read "${line:0:${#line}-${#region}}"
  head=$word open=$quote
  _connect_read "$region"
  [[ $quote == \\ ]] && return 0

  local command='' verb='' ledger='' operands=0 kind='' option='' only_note='' i past
  local first='' second='' third='' further='' options=''
  for ((i = 1; i < ${#words[@]}; i++)); do
    past=${words[i]}
    if [[ -n $kind ]]; then
      [[ $option == --ledger ]] && ledger=$past
      kind=''
    elif [[ $past == -- ]]; then
      only_note=1
      break
    elif [[ $past == --*=* ]]; then
      [[ $past == --ledger=* ]] && ledger=${past#*=}
    elif [[ $past == -?* ]]; then
      option=$past
      _connect_value "$option"
    elif [[ -z $command ]]; then
      command=$past
    else
      [[ $operands -eq 0 ]] && verb=$past
      operands=$((operands + 1))
    fi
  done
  [[ ${ledger:0:2} == \~/ ]] && ledger=$HOME/${ledger:2}
  [[ -n $only_note ]] && return 0
  _connect_grammar "$command"

  if [[ -n $kind ]]; then
    _connect_answer "$kind"
  elif [[ $word == --*=* ]]; then
    _connect_value "${word%%=*}"
    _connect_answer "${kind:-none}" "${word%%=*}="
  elif [[ $word == -* ]]; then
    _connect_answer option
  elif [[ $operands -eq 0 ]]; then
    _connect_answer "${first:-none}"
  elif [[ $operands -eq 1 ]]; then
    _connect_answer "${second:-none}"
  elif [[ $operands -eq 2 && -n $third ]]; then
    _connect_answer "$third"
  else
    _connect_answer "${further:-none}"
  fi
}

complete -F _connect connect
