"""Names of people and tags as `connect complete` might print them: visible text, but made to be
taken for code. If a shell runs any of it, a file called canary appears."""

NAMES = [
    "Maya",
    "Aunt Ruth",
    "two  spaces",
    "$(touch canary)",
    "`touch canary`",
    "${IFS}$(touch${IFS}canary)",
    "; touch canary",
    "x;touch canary;",
    "| touch canary",
    "& touch canary &",
    "a && touch canary",
    "> canary",
    ">canary",
    "<(touch canary)",
    "'; touch canary; '",
    '"; touch canary; "',
    '"$(touch canary)"',
    "'$(touch canary)'",
    "\\$(touch canary)",
    "\\\\`touch canary`",
    "a\\",
    "\\",
    "'",
    '"',
    "`",
    "$",
    "$HOME",
    "$'\\x41'",
    "a\\nb",
    "^[[31mred",
    "\\u202eevil",
    "$((1+1))",
    "$[1+1]",
    "(touch canary)",
    "{touch,canary}",
    "*",
    "?",
    "[a-z]*",
    "/etc/*(e:touch canary:)",
    "~",
    "~root",
    "=ls",
    "%1",
    "#comment",
    "-rf",
    "--json",
    "--",
    "-$(touch canary)",
    "!!",
    "!touch",
    "a!b",
    "^a^b",
    "a=b",
    "a:b:c",
    "a:$(touch canary)",
    "a@b",
    "@home",
    "+1",
    "a,b",
    "Who?",
    "Zoë",
    "李明",
    "🙂 $(touch canary)",
    "(eval)$(touch canary)",
    "[$(touch canary)]",
    "a[$(touch canary)]",
    "||touch canary",
    "&>canary",
    "2>canary",
    ">|canary",
    "<<<$(touch canary)",
    "=(touch canary)",
    "@(touch canary)",
    "${x:-$(touch canary)}",
    "${(e):-$(touch canary)}",
    "${x[$(touch canary)]}",
    "$((x[$(touch canary)]))",
    "$'\\x24(touch canary)'",
    "\\x24(touch canary)",
    "{a,(touch canary)}",
    "begin; touch canary; end",
    "() { touch canary; }",
    "x=$(touch canary)",
    "*(e:'touch canary':)",
    "%{touch canary%}",
    "%(!.$(touch canary).)",
    "‘$(touch canary)’",
]


# Names that somebody may have declared readonly in a startup file: no shell makes a local variable
# of one. (Not those that a shell itself gives a meaning, such as `path` and `words` in zsh.)
READONLY = """a b c d e f g h i j k l m n o p q r s t u v w x y z was base due now state file name
    names item items kind fixed command cmd text word quote outer begun which before after ledger
    region head tail open option operands only_note past last out first second third further verb
    entry filter acts dates periods keys json id rows more globals commands date time day today
    folder dir root home user host version lock cache config data run start end count limit result
    value key list line_number tmp temp debug verbose prefix suffix left right old new""".split()


def after_a_sign(name):
    """Whether @NAME means this name: the program takes a last comma or ! for the sentence's."""
    return name[-1] not in ",;:!?"


def alone(name):
    """Whether the name may be a word of its own, or would be taken for an option."""
    return not name.startswith("-")
