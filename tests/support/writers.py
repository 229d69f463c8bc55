"""Many writers at once: shells that log in a loop and tell which exit code each entry got."""

from concurrent.futures import ThreadPoolExecutor

# A busy ledger (5) is an honest answer: such an entry is tried again until it is settled.
LOOP = """
i=0
while [ $i -lt "$2" ]; do
  i=$((i+1)); code=5
  while [ $code -eq 5 ]; do
    "$CONNECT_BINARY" log listen @Sam +work --id "w$1-$i" -m "the words of writer $1, no. $i" -q \\
      >/dev/null 2>&1
    code=$?
  done
  echo "w$1-$i $code"
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

