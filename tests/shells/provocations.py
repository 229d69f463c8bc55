"""How each error is brought about: the words of a command, and what was done before it.

What was done is a script for bash in a fresh home, where `connect` is the program, $LEDGER the
ledger, and $TO_NOBODY gives a file to somebody else. Besides variables, the environment may say what
STDIN is and where STDOUT goes. What takes a failing disk, a wrong clock or a race is in
diagnostics_test.py.
"""

import shlex

LOGGED = "connect log thank @Maya"
REMOTE = "git init -q --bare there.git"
SYNCED = f"{REMOTE}; {LOGGED}; connect sync there.git; cd .local/share/connect"
COMMIT = "git -c user.name=a -c user.email=a@b commit -qm x"
LONG = "x" * 201

# One command a line, in a home without anything.
PLAIN = """
hug
push
t
repotr
rm last
last
quit
status
--color pink
--ledger ''
log thank --on
log thank --quiet=1
log thank --bogus
log thank --nte x
log thank --date yesterday
log thank --tag work
log thank --act offer
log thank @Sam with care --act offer
log --since monday
log rest
log yesterday
list -3
list 3
list -@Maya
report weekly
log @Maya thank
thank listen @Maya
log thank +@Maya
amend last week
amend last sat
remove last sat
amend last last
amend last listened
amend last 18:30
amend last @Sam instead of @Ben
amend last +work also
amend last @Mary Ann
amend a better note
amend better note
amend to @Sam
amend with @Sam
amend -m new a
amend -m new note
list t
list the sun
list 31 feb
november
complete
list --csv
log
log hug
log lisen
why hug
undo surplus
streak november
prompt --once --json
prompt --list @Maya
prompt thank listen
prompt +work
prompt --place here
prompt another
help help
log thank @Maya -work
ask @Maya feb 30 how it went
ask @Maya until friday how it went
ask @Maya --on friday how it went
prompt remote
prompt lisen
prompt Maya
prompt @Aunt Ruth
prompt @Nobody
report --period someday
report 2026-13
report 03/04/2026
report 20/11/2026
report 2025 2026
list help
list @Maya or @Sam
list not thank
list since mon --since tue
list until mon before tue
list next week
list last 3
report --period 'last 3'
report --period 'next week'
list ''
list 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17
report quiet --redact
report 2026-11-27..2026-11-24
report -o year.pdf
report --by moon
report --by people
report by person
list csv
export to backup.json
report --format csf
report --json --format csv
report --with-notes --redact
report --feelings --redact
report --quote last --redact
report --quote last
report @Maya --feelings
report --effect --by day
report @Maya --effect
list --limit many
list --since 2026-11-20 --until 2026-11-10
log thank --on 3m
log thank --on 2027-01-01
log thank --on someday
log thank -y --on today
log thank --on mon --on tue
done -d 2020-01-01
done listen @Maya
done undo
log thank --at 25:00
log thank --at 23:59
log thnak
log thank --wiht Maya
streak explain
people overdue
export x.json
log thank --felt 11,1,1
log thank --id 'a b'
log thank --id last
log thank --with ''
log thank -e -m -
log thank for the soup -m x
log help
log thank @%(long)s
log thank --id %(long)s
get
get no.such
log thank --on 20
log thank --on 20/11/2026
log thank --on 'thu 20 nov 2026'
feel good
feel 6 7
feel 6 7 11
feel 6 7 5 yesterday
feel yesterday
feel yesterday 6 7 5
feel -,-,-
rest 2026-12-27..2026-12-24
rest mon and fri
rest 2026-12-24 2026-12-27
rest 2026-12-24..2w
rest next tue..fri
rest until mon
rest from sat
rest until yesterday
rest until 22 nov
rest christmas
rest weekends
rest --on sat
rest off
rest tomorrow off
notice words
notice @Sam
notice @Sam helped +work
ask words
ask @Sam
ask @Sam helped +work
ask @Sam yesterday how it went
ask @Sam 31 feb how it went
ask @Sam next fri how it went
log thank --ask 'fri how it went'
log thank @Sam --ask fri
suggest 'Ask about the garden'
suggest lisen Ask about the garden
suggest listen
suggest listen 'Ask {name}'
suggest listen 'Say back in one sentence what {someone} told you, and ask what is missing.'
suggest listen Ask --effort large
people sing
people add Maya
people remove Maya
people merge Mya Maya
people list
@Maya
@Maya @Sam
@Maya hello
@Maya -y
people @Maya --due
people set
people set Aunt Ruth --every 14d
people set Maya
people set @Maya+work
people set Maya --every often
people set Maya --every week
people set Maya --every 2 weeks
people set Maya --rest --resume
people set Maya --date friday birthday
people set Maya --date 02-30 birthday
people set Maya --date 13-05 birthday
people set Maya --date 05-12
people set Maya --date 05-12 birthday --date 05-12 party
people set Maya --date 05-12 %(long)s
people set Maya --date 05-12 -
people set Maya --setting school
people set Maya --reach javascript:alert(1)
people set Maya --reach maya@example.org
people --every 2w
people --rest
people --due --rhythms
people rename Mya
people rename Ruth Aunt Ruth
people rename Maya to Mia
people rename Aunt Ruth Aunt Rita
people rename Aunt Ruth Aunt Rita Smith
people rest Maya
people set Aunt Ruth 12 --every 14d
people rename Nobody Maya
write
write Maya
write @Nobody
write @Nobody +work
amend
amend maya
amend 18:30
amend last -y
amend 'no id' -y
amend without @Maya
amend nope -y
amend nop -y
amend thank listen
amend last thank you
amend 2020-01-01 -y
amend last yesterday
amend to yesterday
amend last tomorrow
amend @
amend +
amend --clear id
amend -m x --clear note
remove
remove 'no id'
remove @Maya
forget
forget nope
forget @Maya
forget nop
forget x --person Maya
forget --person Nobody
forget --person Aunt Ruth
import
import csv
import acts.csv
import acts.txt
import paper x
import dijjo x
import csv no-such-file
import csv .
import csv - --map Gym
import csv - --map =skip
import csv - --map Gym=skip --map gym=skip
config rhythm 4
config edit
config --edit
init
init tcsh
merge no-such-file
sync
sync ext::sh
""" % {"long": LONG}

# (what was done before, the command, variables of its environment)
PREPARED = [
    ("", ["log", "thank", b"\xff"], {}),
    ("", ["log", "thank", "-m", "-"], {"STDIN": b"caf\xe9"}),
    ("", ["log", "thank", "-m", "n" * 8193], {}),
    ("", ["log", "thank", "-m", "-"], {"STDIN": b"n" * 70000}),
    ("", ["log", "thank"] + ["@" + "x" * 190 + str(i) for i in range(400)], {}),
    ("", ["suggest", "thank", "x" * 141], {}),
    ("", ["suggest", "thank", "x", "--hint", "x" * 101], {}),
    ("", ["suggest", "thank", "x\033"], {}),
    ("", ["suggest", "thank", "x", "--hint", "x\033"], {}),
    ("", ["log", "thank", "-e"], {"EDITOR": "false"}),
    ("", ["log", "thank", "-e"], {"EDITOR": "sh -c 'echo words >\"$1\"; exit 1' sh"}),
    ("", ["log", "thank", "-e"], {"EDITOR": "rm"}),
    ("", ["config", "edit"], {"EDITOR": "false"}),
    ("", ["config", "edit"], {"HOME": "here"}),
    ("touch .config", ["config", "edit"], {"EDITOR": "true"}),
    ("", ["log", "thank"], {"HOME": "here"}),
    ("", ["list"], {"HOME": "here"}),
    (f"{LOGGED} --id a-walk; {LOGGED} --id c-walk", ["amend", "walk", "-y"], {}),
    (f"{LOGGED} --id a-walk; {LOGGED} --id c-walk", ["forget", "walk"], {}),
    (LOGGED, ["amend", "-@Sam"], {}),
    (LOGGED, ["report", "--quote", "last", "--format", "html"], {}),
    (LOGGED, ["amend", "last", "Maya"], {}),
    (f"{LOGGED} +work", ["amend", "last", "work"], {}),
    ("connect log thank '@Aunt Ruth'", ["amend", "last", "-@Aunt", "Ruth"], {}),
    (LOGGED, ["Maya"], {}),
    ("connect log thank @April", ["april"], {}),
    (LOGGED, ["prompt", "@Mya"], {}),
    ("connect ask @Maya today how it went", ["prompt", "--never"], {}),
    (f"{LOGGED}; connect log offer @Sam", ["prompt", "@Maya", "@Sam"], {}),
    (f"{LOGGED}; connect log offer @Sam", ["amend", "today", "@Lea"], {}),
    (LOGGED, ["amend", "-+work"], {}),
    (LOGGED, ["amend", "last", "-m", "-"], {"STDIN": b""}),
    (f"{LOGGED} --id ab1; connect remove ab1", ["amend", "ab1", "-y"], {}),
    (f"{LOGGED} --id ab1; connect remove ab1", ["log", "thank", "--id", "ab1"], {}),
    (f"{LOGGED} --id ab1; connect forget ab1", ["log", "thank", "--id", "ab1"], {}),
    ("mkdir -p -m 700 .local/share/connect; (umask 077; echo '{\"v\":1,\"id\":\"x1\",\"op\":\"feel\",'"
     "'\"at\":\"2026-11-23T10:00:00Z\",\"day\":\"2026-11-23\",\"felt\":{\"calm\":5}}' >$LEDGER)",
     ["log", "thank", "--id", "x1"], {}),
    ("connect log thank @April", ["list", "april"], {}),
    ("CONNECT_NOW=2026-11-20T10:00:00Z connect notice @Sam stayed late",
     ["prompt", "--never", "--act", "thank"], {"CONNECT_NOW": "2026-11-23T10:00:00Z"}),
    ("CONNECT_NOW=2026-11-20T10:00:00Z connect people set Sam --date 11-23 birthday",
     ["prompt", "--never"], {"CONNECT_NOW": "2026-11-23T10:00:00Z"}),
    (LOGGED, ["@Maja"], {}),
    (LOGGED, ["write", "@Maya"], {}),
    (f"{LOGGED} @Sam", ["write", "@Maya", "@Sam"], {}),
    ("connect people set Maya --reach tel:1", ["write", "@Maya"], {"CONNECT_OPEN": "no-such-opener"}),
    ("connect people set Maya --reach tel:1", ["write", "@Maya"], {"CONNECT_OPEN": "false"}),
    (f"{LOGGED}; mkdir -p .config/connect; echo 'reach = \"false {{name}}\"' >.config/connect/config.toml",
     ["write", "@Maya"], {}),
    (f"{LOGGED}; mkdir -p .config/connect; echo 'reach = \"no-such-program {{name}}\"'"
     " >.config/connect/config.toml", ["write", "@Maya"], {}),
    ("connect log thank @Maya; echo '{\"v\":1,\"id\":\"x1\",\"op\":\"person\",\"at\":\"2026-11-23T10:00:00Z\","
     "\"name\":\"Maya\",\"set\":{\"reach\":\"data:x\"}}' >>$LEDGER", ["write", "@Maya"], {}),
    ("connect people set Maya --date 1985-05-12 birthday",
     ["people", "set", "Maya", "--date", "05-12", "-"], {}),
    ("touch taken", ["report", "-o", "taken"], {}),
    (LOGGED, ["export", "-o", ".local/share/connect/ledger.jsonl"], {}),
    ("", ["report", "-o", "no/such/folder"], {}),
    ("printf '2025-01-01 : Gym : y\\n' >log", ["import", "harsh", "log"], {}),
    ("printf 'Gym\\n' >log", ["import", "harsh", "log", "--map", "Gym=skip"], {}),
    ("printf '2025-01-01 : Gym : y\\n' >log; connect import harsh log --map Gym=offer",
     ["import", "harsh", "log", "--map", "Gym=thank"], {}),
    ("", ["import", "contacts.vcf"], {}),
    ("", ["import", "harsh", "log", "--all"], {}),
    ("", ["import", "harsh", "log", "--reach"], {}),
    ("", ["import", "vcard", "x.vcf", "--map", "x=skip"], {}),
    ("", ["import", "vcard", "-"], {"STDIN": b"friends"}),
    ("", ["import", "vcard", "-"], {"STDIN": b"\xff\xfeB\0"}),
    ("", ["import", "vcard", "-"], {"STDIN": b"BEGIN:VCARD\nFN:Ida"}),
    ("", ["import", "vcard", "-"], {"STDIN": b"BEGIN:VCARD\nFN:\xe9\nEND:VCARD"}),
    ("", ["import", "vcard", "-", "--all"],
     {"STDIN": b"BEGIN:VCARD\nFN:Ida\nBDAY:19850230\nEND:VCARD"}),
    ("", ["import", "vcard", "-", "--all"],
     {"STDIN": b"BEGIN:VCARD\nFN:" + b"x" * 201 + b"\nEND:VCARD"}),
    # No ledger.
    ("mkdir -p .local/share/connect; echo diary >$LEDGER", ["log", "thank"], {}),
    ("mkdir -p .local/share/connect; echo diary >$LEDGER", ["list"], {}),
    ("mkdir -p .local/share/connect; echo diary >$LEDGER", ["merge"], {}),
    ("echo diary >diary", ["merge", "diary"], {}),
    # Not saved, and not read.
    ("mkdir -p $LEDGER", ["log", "thank"], {}),
    ("mkdir -p $LEDGER", ["list"], {}),
    ("touch .local", ["log", "thank"], {}),
    ("touch .local", ["list"], {}),
    (f"{LOGGED}; chmod 666 $LEDGER", ["log", "thank"], {}),
    (f"{LOGGED}; ln $LEDGER other", ["log", "thank"], {}),
    (f"{LOGGED}; chmod 777 .local/share/connect", ["log", "thank"], {}),
    ("mkdir .local; touch .local/state", ["undo"], {}),
    (f"{LOGGED}; flock $LEDGER sleep 9 >&- 2>&- & sleep 1", ["log", "thank"], {}),
    (f"{LOGGED}; mkdir -p .local/state/connect; cd .local/state/connect; touch sync.lock;"
     " chmod 600 sync.lock; flock sync.lock sleep 3 >&- 2>&- & sleep 1", ["merge"], {}),
    (LOGGED, ["list"], {"STDOUT": "/dev/full"}),
    ("mkdir .gitconfig", ["sync", "there.git"], {}),
    ("", ["sync", "there.git"], {"GIT_DEFAULT_HASH": "none"}),
    (f"{SYNCED}; echo '[core' >~/.gitconfig", ["sync"], {}),
    (f"{SYNCED}; touch .git/refs/heads/main.lock; connect log offer", ["sync"], {}),
    (f"{SYNCED}; git remote set-url --push origin /nowhere; connect log offer", ["sync"], {}),
    (f"{SYNCED}; git init -q --bare ~/more.git; git remote set-url --push origin ~/more.git;"
     " connect log offer", ["sync"], {}),
    (f"{SYNCED}; hook=$HOME/there.git/hooks/pre-receive; printf '#!/bin/sh\\nexit 1\\n' >$hook;"
     " chmod +x $hook; connect log offer", ["sync"], {}),
    # Just before each push another machine is faster.
    (f"{SYNCED}; hook=.git/hooks/pre-push; mkdir -p .git/hooks; cat >$hook <<'END'\n"
     "#!/bin/sh\nunset $(git rev-parse --local-env-vars)\ncd ~/there.git\ngit update-ref"
     " refs/heads/main $(git -c user.name=a -c user.email=a@b commit-tree -m x -p main"
     " 'main^{tree}')\nEND\nchmod +x $hook; connect log offer", ["sync"], {}),
    (f"{LOGGED}; cd .local/share/connect; git init -q; date >a; git add a; {COMMIT}", ["sync"], {}),
    (f"{SYNCED}; echo '*.jsonl filter=none' >.gitattributes; connect log offer", ["sync"], {}),
    (f"{SYNCED}; echo '*.jsonl ident' >.gitattributes; connect log offer '$Id: x $'", ["sync"], {}),
    (f"{SYNCED}; t=$(git rev-parse HEAD^{{tree}}); t=.git/objects/${{t::2}}/${{t:2}}; chmod +w $t;"
     " : >$t; connect log offer", ["sync"], {}),
    (f"{LOGGED}; $TO_NOBODY $LEDGER", ["log", "thank"], {}),
    ("mkdir -p other; $TO_NOBODY other", ["--ledger", "other/ledger", "log", "thank"], {}),
    # A query with known names.
    ("connect log thank @May", ["streak", "may"], {}),
    ("connect log thank @May", ["streak", "from", "may"], {}),
    (f"{LOGGED} @Sam", ["list", "Maya", "or", "Sam"], {}),
    (LOGGED, ["list", "without", "Maya"], {}),
    ("connect log thank @Garden +garden", ["list", "for", "garden"], {}),
    ("", ["rest", "sun", "8", "mar"], {"CONNECT_NOW": "2026-03-11T09:00:00Z"}),
    # In step with others.
    (f"{LOGGED}", ["sync", "no/such/place"], {}),
    (f"{LOGGED}", ["sync", "."], {"PATH": "/nowhere"}),
    (f"{SYNCED}; git checkout -q --detach", ["sync"], {}),
    (f"{SYNCED}; git rev-parse HEAD >.git/MERGE_HEAD", ["sync"], {}),
    (SYNCED, ["sync", "elsewhere.git"], {}),
    (f"{REMOTE}; git clone -q there.git work 2>&1; cd work; for b in one two; do"
     f" git checkout -qb $b; date >$b; git add $b; {COMMIT}; git push -q origin $b; done;"
     f" cd ..; {LOGGED}", ["sync", "there.git"], {}),
    (f"{REMOTE}; git clone -q there.git work 2>&1; cd work; git checkout -qb main; date >other;"
     f" git add other; {COMMIT}; git push -q origin main; cd ..; {LOGGED}",
     ["sync", "there.git"], {}),
    (f"{REMOTE}; git clone -q there.git work 2>&1; cd work; git checkout -qb main;"
     f" echo diary >ledger.jsonl; git add ledger.jsonl; {COMMIT}; git push -q origin main; cd ..;"
     f" {LOGGED}", ["sync", "there.git"], {}),
    (f"{SYNCED}; date >other; git add other; {COMMIT}; git push -q; {COMMIT} --amend; date >more;"
     f" git add more; {COMMIT}", ["sync"], {}),
]


def all_of_them():
    """Each way: what was done before, the words, the environment."""
    yield from (("", shlex.split(line), {}) for line in PLAIN.strip().splitlines())
    yield from PREPARED
