"""connect-errors(7) against the real binary: every message that can be brought about is in it with
its exit status and its remedy, every one in it is a message, and none of the sources is missing."""

import re
import subprocess
import sys
import unittest

import program

sys.path.insert(0, str(program.SOURCE / "tests" / "support"))
import real
from provocations import all_of_them

PAGE = (program.SOURCE / "man" / "connect-errors.7").read_text()

# It takes a huge file, a failing disk, a wrong clock, a race or a fault of the program to see these.
RARE = {
    "FILE is longer than 256 MiB; nothing was imported",
    "NOT SAVED: FILE is being replaced again and again",
    "NOT SAVED: FILE is being changed again and again",
    "NOT SAVED: the disk did not confirm; the line may or may not be in FILE",
    "NOT SAVED: the disk did not confirm; the change may or may not be in FILE",
    "NOT SAVED: what was written for FILE did not read back as it should",
    "NOT SAVED: this file system has no locks, so nothing there can be replaced safely",
    "NOT SAVED: no ledger could hold this date",
    "FILE was replaced while it was being read",
    "a bug here: FAULT",
}
# And root, to give files away.
NEEDS_ROOT = {
    "NOT SAVED: FILE belongs to another user",
    "NOT SAVED: the folder FOLDER belongs to another user",
}
# These are told as notices: what is wrong with suggestions stops nobody.
TOLD_AS_NOTICES = {"suggestions_file.cpp"}


def plain(text):
    for escape, meaning in (("\\(dq", '"'), ("\\-", "-"), ("\\fI", ""), ("\\fP", ""), ("\\e", "\\")):
        text = text.replace(escape, meaning)
    return text


def pattern(text):
    """What a line of the page stands for, anything in place of the words in italics."""
    parts = re.split(r"\\fI.*?\\fP", text)
    return re.compile(".+".join(re.escape(plain(part)) for part in parts), re.DOTALL)


class Entry:
    def __init__(self, status, message, remedies):
        self.status = status
        self.name = plain(message)
        self.message = pattern(message)
        self.remedies = [pattern(remedy) for remedy in remedies]

    def tells(self, status, message, hint):
        return (status == self.status and self.message.fullmatch(message)
                and any(remedy.fullmatch(hint) for remedy in self.remedies))


def entries():
    for section in PAGE.split(".Sh EXIT STATUS ")[1:]:
        status = int(section.split(maxsplit=1)[0])
        for item in section.split('\n.It "')[1:]:
            message, _, rest = item.partition('"\n')
            below = re.split(r"\n\.(?:It|El|Sh|Ss)\b", rest)[0].strip()
            yield Entry(status, message, below.split("\n.br\n"))


def answer_to(before, words, extra):
    """The exit status, the message and the hint of this command in a home of its own."""
    home = real.Home()
    try:
        home.environment |= {"LEDGER": str(home.ledger), "TO_NOBODY": f"chown {real.NOBODY}"}
        done = home.shell(f'connect() {{ "$CONNECT_BINARY" "$@"; }}\nset -e\n{before}')
        assert done.code == 0, (before, done)
        env = home.environment | extra
        with open(env.pop("STDOUT", "/dev/null"), "wb") as out:
            ran = subprocess.run([*home.words, *words], env={**env, "STDIN": ""}, cwd=home.folder,
                                 input=extra.get("STDIN", b""), stdout=out,
                                 stderr=subprocess.PIPE, check=False)
        lines = ran.stderr.decode().splitlines()
        return (ran.returncode, lines[-2].removeprefix("connect: "), lines[-1].removeprefix("  try: "))
    finally:
        home.remove()


def texts_of_errors():
    """Every piece of text in the sources that goes into an error."""
    begins = re.compile(r"\b(?:usage_error|not_saved|apart)\(|ErrorKind::\w+,")
    literal = re.compile(r'"((?:[^"\\]|\\.)*)"')
    for path in sorted((program.SOURCE / "src").rglob("*.cpp")):
        if path.name in TOLD_AS_NOTICES:
            continue
        source = re.sub(r'"\s*\n\s*"', "", path.read_text())  # as the compiler joins them
        for found in begins.finditer(source):
            for text in literal.findall(source[found.end():statement_end(source, found.end())]):
                yield path.name, text.replace('\\"', '"')


def statement_end(source, start):
    """Where the parentheses or braces around this place are closed."""
    depth = 1
    for found in re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'|[(){}]').finditer(source, start):
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    return len(source)


class Diagnostics(unittest.TestCase):
    def test_every_error_is_in_the_manual_and_every_one_in_it_is_an_error(self):
        known = list(entries())
        self.assertGreater(len(known), 100)
        met = set(RARE)
        for before, words, extra in all_of_them():
            if "$TO_NOBODY" in before and not real.IS_ROOT:
                continue
            with self.subTest(before=before, words=words[:6]):
                answer = answer_to(before, words, extra)
                told = {entry.name for entry in known if entry.tells(*answer)}
                self.assertTrue(told, answer)
                met |= told
        wanted = {entry.name for entry in known} - (set() if real.IS_ROOT else NEEDS_ROOT)
        self.assertEqual(wanted - met, set(), "what brings these about?")

    def test_no_error_of_the_sources_is_missing(self):
        page = plain(PAGE).replace('""', '"')
        for name, text in texts_of_errors():
            if re.search(r"\w \w", text):
                self.assertTrue(text in page, f"{name}: {text}")

    def test_rare_errors_are_in_the_manual_too(self):
        self.assertEqual(RARE - {entry.name for entry in entries()}, set())


if __name__ == "__main__":
    unittest.main()
