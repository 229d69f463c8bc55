"""Every document of every command, in every state of a home, is what the schema says."""

import copy
import shutil
import subprocess

import cases
import documents
from documents import real
import states

# Members that need not be there.
OPTIONAL = {"$.entries", "$.kindnesses", "$.asks", "$.people", "$.people[].first",
            "$.people[].reach", "$.people[].dates", "$.ask", "$.entry.kindness", "$.unmatched",
            "$.mended", "$.backup",
            *(f"$.values.{key}" for key in cases.KEYS)}
# A record has what its kind has. Which kinds are left, and whether the latest entry thanked for a
# kindness, depends on all that was said before.
OF_A_KIND = {"$.entries[].kindness",
             *(f"$.records[].{name}" for name in (
                 "day", "act", "with", "tags", "note", "prompt", "before", "before.contentment",
                 "before.trust", "before.calm", "felt", "felt.contentment", "felt.trust",
                 "felt.calm", "held", "p"))}


def answers(case, state):
    """(command, document) of every case, asked one after the other in one home."""
    home = states.home(state)
    case.addCleanup(home.remove)
    for command, asked in cases.CASES.items():
        for words in asked:
            case.where = f"{state}: {command} {[word[:40] for word in words]}"
            codes = (0, 1) if command == "doctor" else (0,)  # 1: it found something
            document = case.document(home, *[command] * bool(command), *words, codes=codes)
            case.assertEqual(command or "today", document["command"])
            yield command, document
            if document.get("saved") is False and command in ("undo", "redo"):
                break


def spoilt(document, path):
    """Copies of the document: one without the member at this path, one where it is misshapen."""
    for spoil in ("take out", "misshape"):
        whole = inner = copy.deepcopy(document)
        for step in path[:-1]:
            inner = inner[step]
        if spoil == "misshape":
            inner[path[-1]] = "wrong" if isinstance(inner[path[-1]], (dict, list)) else [[]]
        elif isinstance(inner, dict):
            del inner[path[-1]]
        else:
            continue
        yield whole


def trimmed(value):
    """The value with every list cut to its first item, which stands for all."""
    if isinstance(value, dict):
        return {name: trimmed(item) for name, item in value.items()}
    return [trimmed(item) for item in value[:1]] if isinstance(value, list) else value


def paths(value):
    """The way to every value of a document."""
    for step, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield [step]
        if isinstance(item, (dict, list)):
            yield from ([step, *rest] for rest in paths(item))


def kinds_of(answered):
    """One trimmed document for every shape that a command's documents have."""
    shapes = {}
    for command, document in answered:
        small = trimmed(document)
        shape = frozenset((place, type(value)) for place, value in documents.places(small))
        shapes.setdefault((command, shape), small)
    return shapes.values()


class Documents(documents.Case):
    def test_every_command_of_help_has_a_case(self):
        self.assertEqual(list(documents.commands()), list(cases.CASES))

    def test_every_command_of_help_takes_json(self):
        for name, page in documents.commands().items():
            self.assertIn("--json", page, name)

    def test_every_document_is_valid_in_every_state_and_jq_reads_the_same(self):
        seen = [pair for state in states.LEDGERS for pair in answers(self, state)]
        self.assertGreater(len(seen), 400)
        self.assert_seen_with_values(seen)
        self.assert_jq_agrees([document for _, document in seen])

    def assert_seen_with_values(self, seen):
        """Whatever was null somewhere had a value elsewhere: no part of the schema went untried."""
        kinds = {}
        for command, document in seen:
            for place, value in documents.places(document):
                kinds.setdefault((command, place), set()).add(type(value))
        # The last entry with somebody hardly ever comes from a suggestion; entries elsewhere do.
        kinds.pop(("memories", "$.last.prompt"), None)
        self.assertEqual([], [key for key, types in kinds.items() if types == {type(None)}])

    def assert_jq_agrees(self, seen):
        if not shutil.which("jq"):
            return print("SKIPPED: jq is not installed")
        text = "".join(documents.json.dumps(each) + "\n" for each in seen)
        done = subprocess.run(["jq", "-c", "."], input=text.encode(), capture_output=True,
                              check=True)
        self.assertEqual(seen, [documents.json.loads(line) for line in done.stdout.splitlines()])

    def test_jq_reads_the_very_bytes_of_hostile_documents(self):
        if not shutil.which("jq"):
            self.skipTest("jq is not installed")
        self.home.plant(states.LEDGERS["hostile"])
        for words in (["list"], ["report", "all", "--with-notes", "--by", "person"], ["people"]):
            out = self.home.run(*words, "--json").out
            done = subprocess.run(["jq", "-c", "."], input=out, capture_output=True, check=True)
            self.assertEqual(documents.parsed(out), documents.json.loads(done.stdout))

    def test_the_schema_refuses_any_document_with_a_member_missing_or_misshapen(self):
        accepted = set()
        for document in kinds_of(answers(self, "rich")):
            for path in paths(document):
                place = "$" + "".join(f".{s}" if isinstance(s, str) else "[]" for s in path)
                for change in spoilt(document, path):
                    if not documents.complaints(change):
                        accepted.add(place)
        self.assertEqual(OPTIONAL, accepted - OF_A_KIND)

    def test_format_json_is_json(self):
        self.home.plant(states.LEDGERS["rich"])
        for words in (["list"], ["report", "all"]):
            self.assertEqual(self.home.run(*words, "--json").out,
                             self.home.run(*words, "--format", "json").out)


if __name__ == "__main__":
    real.main()
