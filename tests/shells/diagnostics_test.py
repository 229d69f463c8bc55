"""connect-errors(7) against the real binary: every error that can be brought about is in it with its
exit status and its remedy, every one in it is an error, and no error or message of the sources is
missing. The conversations in tests/cli show the messages, so these are compared with it, too."""

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
    "NOT SAVED: another program keeps replacing FILE",
    "NOT SAVED: another program keeps changing FILE",
    "NOT SAVED: the disk did not confirm the write; the line may or may not be in FILE",
    "NOT SAVED: the disk did not confirm the write; the change may or may not be in FILE",
    "NOT SAVED: the new version of FILE did not read back as it was written",
    "NOT SAVED: this file system has no locks, so no file on it can be replaced safely",
    "NOT SAVED: a ledger cannot hold this date; its last year is 9999",
    "FILE was replaced while it was being read",
    "this is a bug in connect: FAULT",
}
# And root, to give files away.
NEEDS_ROOT = {
    "NOT SAVED: FILE belongs to another user",
    "NOT SAVED: the folder FOLDER belongs to another user",
}
# Files in which every text is a message, or part of one. Texts of answers begin with a capital.
MESSAGE_FILES = {"config.cpp", "main.cpp", "settings_file.cpp", "suggest.cpp",
                 "suggestions_file.cpp", "undo.cpp"}
# A hint that is never printed: what is wrong with suggestions is only a message.
UNPRINTED = "each item needs id, act and text; hint, place, setting, effort and person are optional"


def plain(text):
    for escape, meaning in (("\\(dq", '"'), ("\\-", "-"), ("\\fI", ""), ("\\fP", ""), ("\\e", "\\")):
        text = text.replace(escape, meaning)
    return text


def pattern(text):
    """What a line of the page stands for, anything in place of the words in italics."""
    parts = re.split(r"\\fI.*?\\fP", text)
    return re.compile(".*".join(re.escape(plain(part)) for part in parts), re.DOTALL)


class Entry:
    """An error or a message of the page. What it means and its remedies are below it."""

    def __init__(self, status, text, below):
        self.status = status
        self.name = plain(text)
        self.pieces = [plain(piece) for piece in re.split(r"\\fI.*?\\fP", text)]
        self.message = pattern(text)
        self.remedies = [pattern(line.removeprefix("try: ")) for line in below
                         if line.startswith("try: ")]
        self.meaning = [line for line in below if not line.startswith(("try: ", "."))]

    def tells(self, status, message, hint):
        return (status == self.status and self.message.fullmatch(message)
                and any(remedy.fullmatch(hint) for remedy in self.remedies))


def entries_below(heading, status):
    for section in re.findall(rf"^\.Sh {heading}$(.*?)(?=^\.Sh )", PAGE, re.MULTILINE | re.DOTALL):
        for item in section.split('\n.It "')[1:]:
            text, _, rest = item.partition('"\n')
            yield Entry(status, text, re.split(r"\n\.(?:It|El|Ss)\b", rest)[0].splitlines())


def errors():
    for status in re.findall(r"^\.Sh EXIT STATUS (\d+)$", PAGE, re.MULTILINE):
        yield from entries_below(f"EXIT STATUS {status}", int(status))


def messages():
    return entries_below("MESSAGES", None)


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


def sources():
    """Each source file: its name, and its text with adjacent literals joined, as by the compiler."""
    for path in sorted((program.SOURCE / "src").rglob("*.cpp")):
        text = "\n".join(line for line in path.read_text().splitlines()
                         if not line.startswith("#include"))
        yield path.name, re.sub(r'"\s*\n\s*"', "", text)


def literals(source):
    """The texts in this part of a source file, each line of a text by itself."""
    for found in re.finditer(r'"((?:[^"\\]|\\.)*)"|\'(?:[^\'\\]|\\.)\'|//.*', source):
        for line in (found[1] or "").replace('\\"', '"').split("\\n"):
            yield line.removeprefix("connect: ").removeprefix("  try: ")


def texts_that_begin(begins, leave_out=frozenset()):
    """Every piece of text in the statements that begin so."""
    for name, source in sources():
        if name in leave_out:
            continue
        for found in begins.finditer(source):
            for text in literals(source[found.end():statement_end(source, found.end())]):
                yield name, text


def texts_of_errors():
    begins = re.compile(r"\b(?:usage_error|not_saved|apart|git_error|refused)\(|ErrorKind::\w+,")
    return texts_that_begin(begins, MESSAGE_FILES)


def texts_of_messages():
    yield from texts_that_begin(re.compile(r"\b(?:notice|alarm)\(|\bnotice = "))
    for name, source in sources():
        if name in MESSAGE_FILES:
            yield from ((name, text) for text in literals(source) if not text[:1].isupper())


def statement_end(source, start):
    """Where the parentheses or braces around this place are closed, or an assignment ends."""
    depth = 1
    for found in re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'|[(){};]').finditer(source, start):
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(found[0], 0)
        if depth == 0 or (found[0] == ";" and depth == 1):
            return found.start()
    return len(source)


def told_in_conversations():
    """Every error and message on standard error in tests/cli, as (text, hint); the hint of a message
    is None. Lines of narrow terminals are joined again."""
    for path in sorted((program.SOURCE / "tests" / "cli").glob("*.test")):
        told = []
        for line in path.read_text().splitlines():
            if line.startswith("! connect: "):
                told.append([line.removeprefix("! connect: "), None])
            elif line.startswith("!   try: "):
                told[-1][1] = line.removeprefix("!   try: ")
            elif line.startswith("!   "):
                told[-1][0 if told[-1][1] is None else 1] += " " + line[1:].strip()
        yield from ((path.name, *each) for each in told)


class Diagnostics(unittest.TestCase):
    def test_every_error_is_in_the_manual_and_every_one_in_it_is_an_error(self):
        known = list(errors())
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

    def test_no_error_and_no_message_of_the_sources_is_missing(self):
        page = plain(PAGE)
        for name, text in [*texts_of_errors(), *texts_of_messages()]:
            if re.search(r"\w \w", text) and text != UNPRINTED:
                self.assertTrue(text in page, f"{name}: {text}")

    def test_every_message_of_the_manual_is_in_the_sources(self):
        known = list(messages())
        self.assertGreater(len(known), 40)
        texts = "\n".join(text for _, source in sources() for text in literals(source))
        for entry in known:
            for piece in entry.pieces:
                self.assertTrue(piece.strip(" :") in texts, (entry.name, piece))

    def test_what_the_conversations_show_is_in_the_manual(self):
        known_errors, known_messages = list(errors()), list(messages())
        for name, text, hint in told_in_conversations():
            with self.subTest(conversation=name, text=text, hint=hint):
                if hint is None:
                    self.assertTrue(any(each.message.fullmatch(text) for each in known_messages))
                else:
                    self.assertTrue(any(each.tells(each.status, text, hint) for each in known_errors))

    def test_the_manual_explains_each_one(self):
        for entry in [*errors(), *messages()]:
            self.assertTrue(entry.meaning, entry.name)

    def test_rare_errors_are_in_the_manual_too(self):
        self.assertEqual(RARE - {entry.name for entry in errors()}, set())


if __name__ == "__main__":
    unittest.main()
