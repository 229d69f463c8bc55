"""Many writers at once: shells that log in a loop and tell which exit code each entry got."""

from concurrent.futures import ThreadPoolExecutor

# A busy ledger (5) is an honest answer: such an entry is tried again until it is settled. The first
# hundred are named by the writer, the others by the program: to look for a name it reads the whole
# ledger, which would make a large run a run of reading. So would ids that are all of one moment, and
# a hundred thousand acts of today, each of which every command remembers.
LOOP = """
unset CONNECT_NOW
i=0
while [ $i -lt "$2" ]; do
  i=$((i+1)); code=5; named=()
  [ $i -gt 100 ] || named=(--id "w$1-$i")
  while [ $code -eq 5 ]; do
    answer=$("$CONNECT_BINARY" log listen @Sam +work --on yesterday "${named[@]}" \\
      -m "the words of writer $1, no. $i" --json 2>/dev/null)
    code=$?
  done
  name=${answer#*'"id": "'}
  name=${name%%'"'*}
  echo "${name:-w$1-$i} $code"
done
"""


def write_many(home, writers, each):
    """Returns the exit code of every entry, by id."""
    with ThreadPoolExecutor(writers) as pool:
        answers = list(pool.map(lambda w: home.shell(LOOP, str(w), str(each)), range(writers)))
    codes = {}
    for answer in answers:
        for line in answer.out.decode().splitlines():
            name, code = line.split()
            codes[name] = int(code)
    return codes
