# shellcheck shell=bash
# Completion of connect(1) for bash 3.2 and later; needs neither bash-completion nor anything else.
#
# The names of people and tags are foreign text. They are read line by line, compared as text and
# quoted with printf %q; nothing here evaluates them, splits them or hands them to compgen -W.
#
# The functions below share the variables that _connect declares. All are called _cn_…: bash makes no
# local variable of a name that the user has declared readonly. A new command is one line in
# _connect_grammar; a new option is added there and, if it takes a value, in _connect_value.

# What may follow a command: the kinds of its operands, and its options.
_connect_grammar() {
  local _cn_entry='-d --on -y --yesterday --at -w --with -m --note -e --editor --before --felt
    -n --dry-run'
  local _cn_filter='--since --until --period -d --on --act --with --tag --grep'
  case $1 in
    '') _cn_first=command _cn_options='--json' ;;
    prompt)
      _cn_first=wished _cn_second=wished _cn_further=wished
      _cn_options='--once --another --never --act --small --place --why --list --json'
      ;;
    done)
      _cn_first=entry _cn_second=entry _cn_further=entry _cn_options="$_cn_entry --ask --id --json"
      ;;
    # An act, or another word for it, is a command as well.
    check-in | offer | listen | thank | checkin | reach-out | skill | present | presence | thanks | \
      gratitude | encourage | praise)
      _cn_first=entry _cn_second=entry _cn_further=entry _cn_options="$_cn_entry --ask --id --json"
      ;;
    log)
      _cn_first=act _cn_second=entry _cn_further=entry _cn_options="$_cn_entry --ask --id --json"
      ;;
    ask) _cn_first=someone _cn_second=someone _cn_further=someone _cn_options='--json' ;;
    notice)
      _cn_first=someone _cn_second=someone _cn_further=someone
      _cn_options='-d --on -y --yesterday --json'
      ;;
    suggest) _cn_first=act _cn_options='--hint --effort --place --setting --json' ;;
    feel) _cn_options='-d --on -y --yesterday --json' ;;
    rest)
      _cn_first=restday _cn_options='--off --json'
      [[ $_cn_verb == until ]] && _cn_second=restday
      ;;
    streak)
      _cn_first=selected _cn_second=selected _cn_further=selected
      _cn_options='--act --with --tag --grep --explain --json'
      ;;
    report)
      _cn_first=query _cn_second=query _cn_further=query
      _cn_options="$_cn_filter --by --format -o --output --force --with-notes --redact --feelings
        --quote --effect --json"
      ;;
    list)
      _cn_first=query _cn_second=query _cn_further=query
      _cn_options="$_cn_filter -n --limit --reverse --format --raw --json"
      ;;
    people)
      _cn_first=verb _cn_options='--due --overdue --rhythms --every --rest --resume --date --place
        --setting --reach --json'
      [[ $_cn_verb == set || $_cn_verb == rename ]] && _cn_second=person
      [[ $_cn_verb == rename ]] && _cn_third=person
      ;;
    get) _cn_first=key _cn_second=key _cn_further=key _cn_options='--exit-code --json' ;;
    memories) _cn_first=date _cn_options='--json' ;;
    why) _cn_first=act _cn_options='--json' ;;
    undo | redo) _cn_options='--json' ;;
    amend)
      _cn_first=amended _cn_second=entry _cn_further=entry _cn_options="$_cn_entry --clear --json"
      ;;
    remove) _cn_first=last _cn_second=last _cn_further=last _cn_options='--json' ;;
    export)
      _cn_first=query _cn_second=query _cn_further=query
      _cn_options="$_cn_filter -n --limit --format -o --output --force --no-notes --raw --json"
      ;;
    import) _cn_first=source _cn_second='file' _cn_options='--map --all --reach -n --dry-run --json' ;;
    merge) _cn_first=file _cn_second=file _cn_further=file _cn_options='--json' ;;
    sync) _cn_first=file _cn_options='--json' ;;
    forget)
      _cn_first=last _cn_second=last _cn_further=last
      _cn_options='--person -n --dry-run --json'
      ;;
    doctor) _cn_options='--fix --json' ;;
    write) _cn_first=someone _cn_options='--print --json' ;;
    config) _cn_first=edit _cn_options='--json' ;;
    init | completions) _cn_first=shell _cn_options='--json' ;;
  esac
  _cn_options="$_cn_options --ledger --color -q --quiet -h --help -V --version"
}

# The kind of value that an option takes; empty when it takes none.
_connect_value() {
  case $1 in
    --ledger | -o | --output) _cn_kind='file' ;;
    --color) _cn_kind=colour ;;
    -d | --on) _cn_kind='date' ;;
    -w | --with | --person) _cn_kind=person ;;
    --tag) _cn_kind=tag ;;
    --period | --since | --until) _cn_kind=period ;;
    --act) _cn_kind=act ;;
    --by) _cn_kind=unit ;;
    --quote) _cn_kind=last ;;
    --every) _cn_kind=span ;;
    --place) _cn_kind=place ;;
    --setting) _cn_kind=setting ;;
    --effort) _cn_kind=effort ;;
    --format) _cn_kind=format ;;
    --clear) _cn_kind=field ;;
    --at | -m | --note | --before | --felt | --ask | --id | --grep | --limit | --map | --date | --hint)
      _cn_kind=text
      ;;
    # A flag of import, and a URL in people.
    --reach) [[ $_cn_command == import ]] && _cn_kind='' || _cn_kind=text ;;
    # After -n, log and import save nothing; list and export take a number.
    -n) case $_cn_command in list | export) _cn_kind=text ;; *) _cn_kind='' ;; esac ;;
    *) _cn_kind='' ;;
  esac
}

# The fixed words of a kind.
_connect_fixed() {
  case $1 in
    command) _cn_fixed='prompt done log notice ask feel rest streak report list people get undo
      redo amend remove export import merge sync forget doctor write suggest config
      init completions memories why check-in offer listen thank' ;;
    option) _cn_fixed=$_cn_options ;;
    act) _cn_fixed='check-in offer listen thank' ;;
    date) _cn_fixed='today yesterday mon tue wed thu fri sat sun 3d 2w' ;;
    restday) _cn_fixed='today tomorrow yesterday mon tue wed thu fri sat sun 3d 2w until' ;;
    verb) _cn_fixed='set rename' ;;
    span) _cn_fixed='7d 14d 30d never' ;;
    place) _cn_fixed='in-person remote any' ;;
    setting) _cn_fixed='home work any' ;;
    effort) _cn_fixed='small medium' ;;
    period) _cn_fixed='today yesterday week month year last-week last-month last-year 7d 30d 12m
      all' ;;
    unit) _cn_fixed='day week month year weekday hour act person tag' ;;
    format)
      _cn_fixed='text json ndjson csv tsv'
      [[ $_cn_command == report ]] && _cn_fixed="$_cn_fixed md svg html"
      [[ $_cn_command == export ]] && _cn_fixed='json ndjson csv tsv ics'
      ;;
    field) _cn_fixed='with tags note before felt' ;;
    last) _cn_fixed='last' ;;
    edit) _cn_fixed='edit' ;;
    source) _cn_fixed='harsh habitctl loop dijo friends habitbull beaverhabits vcard csv tsv json
      ndjson' ;;
    colour) _cn_fixed='auto always never' ;;
    shell) _cn_fixed='bash zsh fish' ;;
    key) _cn_fixed='today.done today.count prompt.act prompt.text prompt.person streak.current
      streak.longest people.due people.overdue ask.due' ;;
    *) _cn_fixed='' ;;
  esac
}

# Reads more of the command line: whole words go to `_cn_words`, the unfinished one to
# `_cn_word`, the quote around it to `_cn_quote`. Nothing is expanded.
_connect_read() {
  local _cn_text=$1 _cn_i _cn_c
  for ((_cn_i = 0; _cn_i < ${#_cn_text}; _cn_i++)); do
    _cn_c=${_cn_text:_cn_i:1}
    if [[ $_cn_quote == \\ ]]; then
      _cn_word+=$_cn_c _cn_quote=$_cn_outer
    elif [[ $_cn_quote == \' ]]; then
      if [[ $_cn_c == \' ]]; then _cn_quote=''; else _cn_word+=$_cn_c; fi
    elif [[ $_cn_c == \\ ]]; then
      _cn_outer=$_cn_quote _cn_quote=\\ _cn_begun=1
    elif [[ $_cn_quote == \" ]]; then
      if [[ $_cn_c == \" ]]; then _cn_quote=''; else _cn_word+=$_cn_c; fi
    elif [[ $_cn_c == [\'\"] ]]; then
      _cn_quote=$_cn_c _cn_begun=1
    elif [[ $_cn_c == [[:blank:]] ]]; then
      [[ -n $_cn_begun ]] && _cn_words+=("$_cn_word")
      _cn_word='' _cn_begun=''
    else
      _cn_word+=$_cn_c _cn_begun=1
    fi
  done
}

# Quotes `_cn_text` for where the cursor is: outside quotes, or inside '...' or "...".
# bash closes the quote after it, unless the last character is that quote.
_connect_quoted() {
  local _cn_i _cn_c _cn_out='' _cn_last=$((${#_cn_text} - 1))
  if [[ -z $_cn_open ]]; then
    printf -v _cn_text %q "$_cn_text"
    return
  fi
  for ((_cn_i = 0; _cn_i <= _cn_last; _cn_i++)); do
    _cn_c=${_cn_text:_cn_i:1}
    case $_cn_open$_cn_c in
      "''") if ((_cn_i < _cn_last)); then _cn_c="'\\''"; else _cn_c="'\\'"; fi ;;
      '""') if ((_cn_i < _cn_last)); then _cn_c='\"'; else _cn_c='"\"'; fi ;;
      # Inside "..." nothing else keeps a ! from the history.
      '"!') if ((_cn_i < _cn_last)); then _cn_c='"\!"'; else _cn_c='"\!""'; fi ;;
      '"$' | '"`' | '"'\\) _cn_c=\\$_cn_c ;;
    esac
    _cn_out+=$_cn_c
  done
  _cn_text=$_cn_out
}

# Adds `$1` to the answers if it continues what is typed. `_cn_head` is on the line already.
_connect_offer() {
  local _cn_text
  [[ $1 == "$_cn_word"* && ${#1} -gt ${#_cn_head} ]] || return 0
  _cn_text=${1:${#_cn_head}}
  _connect_quoted
  COMPREPLY+=("$_cn_text")
}

# People or tags of the ledger, each after a prefix such as @ or --with=.
_connect_names() {
  local _cn_names=() _cn_name _cn_which=$1 _cn_before=$2
  hash connect 2>/dev/null || return 0
  while IFS= read -r _cn_name; do
    # A lone name with a dash would be taken for an option; "@Maya!" in a sentence means Maya.
    case $_cn_before$_cn_name in
      -*) [[ $_cn_before == -* ]] || continue ;;
      [@+]*[,\;:!?]) continue ;;
    esac
    [[ -n $_cn_name ]] && _cn_names+=("$_cn_before$_cn_name")
  done < <(command connect ${_cn_ledger:+"--ledger=$_cn_ledger"} complete "$_cn_which" \
    2>/dev/null </dev/null)
  for _cn_name in ${_cn_names[@]+"${_cn_names[@]}"}; do _connect_offer "$_cn_name"; done
  [[ ${#COMPREPLY[@]} -gt 0 ]] && return 0
  # Names that differ only in case are one person.
  shopt -q nocasematch && return 0
  shopt -s nocasematch
  for _cn_name in ${_cn_names[@]+"${_cn_names[@]}"}; do _connect_offer "$_cn_name"; done
  shopt -u nocasematch
}

# Answers with everything of a kind, each after a prefix.
_connect_answer() {
  local _cn_kind=$1 _cn_before=${2-} _cn_fixed _cn_item
  case $_cn_kind in
    file) compopt -o default 2>/dev/null ;;
    person) _connect_names people "$_cn_before" ;;
    tag) _connect_names tags "$_cn_before" ;;
    entry | amended | someone)
      [[ $_cn_kind == amended ]] && _connect_offer last
      case $_cn_word in
        '' | @*) _connect_names people @ ;;
        +*) [[ $_cn_kind != someone ]] && _connect_names tags + ;;
      esac
      ;;
    query | selected | wished)
      _connect_answer act
      [[ $_cn_kind == query ]] && _connect_answer period
      case $_cn_word in
        '' | @*) _connect_names people @ ;;
        +*) [[ $_cn_kind != wished ]] && _connect_names tags + ;;
      esac
      ;;
    *)
      # @NAME is a command, and an operand of people.
      case $_cn_kind$_cn_word in verb | verb@* | command@*) _connect_names people @ ;; esac
      _connect_fixed "$_cn_kind"
      for _cn_item in $_cn_fixed; do _connect_offer "$_cn_before$_cn_item"; done
      ;;
  esac
  return 0
}

_connect() {
  local IFS=$' \t\n' 2>/dev/null
  local _cn_words=() _cn_word='' _cn_quote='' _cn_outer='' _cn_begun=''
  local _cn_line=${COMP_LINE:0:COMP_POINT} _cn_region=${2-} _cn_head _cn_open
  COMPREPLY=()
  [[ $_cn_line == *"$_cn_region" ]] || return 0
  # bash puts its answer in place of the last part of the word, the region.
  _connect_read "${_cn_line:0:${#_cn_line}-${#_cn_region}}"
  _cn_head=$_cn_word _cn_open=$_cn_quote
  _connect_read "$_cn_region"
  [[ $_cn_quote == \\ ]] && return 0

  local _cn_command='' _cn_verb='' _cn_ledger='' _cn_operands=0 _cn_kind='' _cn_option=''
  local _cn_only_note='' _cn_i _cn_past
  local _cn_first='' _cn_second='' _cn_third='' _cn_further='' _cn_options=''
  for ((_cn_i = 1; _cn_i < ${#_cn_words[@]}; _cn_i++)); do
    _cn_past=${_cn_words[_cn_i]}
    if [[ -n $_cn_kind ]]; then
      [[ $_cn_option == --ledger ]] && _cn_ledger=$_cn_past
      _cn_kind=''
    elif [[ $_cn_past == -- ]]; then
      _cn_only_note=1
      break
    elif [[ $_cn_past == --*=* ]]; then
      [[ $_cn_past == --ledger=* ]] && _cn_ledger=${_cn_past#*=}
    elif [[ $_cn_past == -?* ]]; then
      _cn_option=$_cn_past
      _connect_value "$_cn_option"
    elif [[ -z $_cn_command ]]; then
      _cn_command=$_cn_past
    else
      [[ $_cn_operands -eq 0 ]] && _cn_verb=$_cn_past
      _cn_operands=$((_cn_operands + 1))
    fi
  done
  [[ ${_cn_ledger:0:2} == \~/ ]] && _cn_ledger=$HOME/${_cn_ledger:2}
  [[ -n $_cn_only_note ]] && return 0
  _connect_grammar "$_cn_command"

  if [[ -n $_cn_kind ]]; then
    _connect_answer "$_cn_kind"
  elif [[ $_cn_word == --*=* ]]; then
    _connect_value "${_cn_word%%=*}"
    _connect_answer "${_cn_kind:-none}" "${_cn_word%%=*}="
  elif [[ $_cn_word == -* ]]; then
    _connect_answer option
  elif [[ $_cn_operands -eq 0 ]]; then
    _connect_answer "${_cn_first:-none}"
  elif [[ $_cn_operands -eq 1 ]]; then
    _connect_answer "${_cn_second:-none}"
  elif [[ $_cn_operands -eq 2 && -n $_cn_third ]]; then
    _connect_answer "$_cn_third"
  else
    _connect_answer "${_cn_further:-none}"
  fi
}

complete -F _connect connect
