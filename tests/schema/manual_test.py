"""connect-json(5), the schema and the program name the same things."""

import re
import subprocess
import unittest

import documents
import states
from documents import real

PAGE = (documents.SOURCE / "man/connect-json.5").read_text()
WORD = r"[a-z_0-9]+(?:[-.][a-z_0-9]+)*"
# Named as one word for all four, as they are acts.
ACTS = set(states.ACTS)


def named(macros):
    """The words that stand after one of these macros of mdoc."""
    out = set()
    for text in re.findall(rf"^\.(?:It |Pq )?(?:{macros}) (.*)$", PAGE, re.M):
        out |= set(re.findall(rf"(?<!\S){WORD}(?!\S)", text))
    return out


def described(schema):
    """Every member and every word of an enumeration that the schema knows."""
    fields, words = set(), set()
    for _, part in documents.places(schema):
        if isinstance(part, dict):
            fields |= set(part.get("properties", {})) if "type" in part else set()
            words |= {word for word in part.get("enum", []) if isinstance(word, str)}
    return fields, words - {"0", "1"}


class Manual(unittest.TestCase):
    def test_every_field_of_the_schema_is_in_the_manual_and_no_other(self):
        fields, _ = described(documents.SCHEMA["$defs"])
        columns = {f"{when}_{item}" for when in ("before", "felt")
                   for item in ("contentment", "trust", "calm")}
        self.assertEqual(fields - ACTS | columns, named("Va"))

    def test_every_word_of_the_schema_is_in_the_manual(self):
        _, words = described(documents.SCHEMA["$defs"])
        listed = " ".join(re.findall(r"^\.Pq Li (.*)$", PAGE, re.M))
        known = named("Li|Va|Cm|It Cm") | set(re.findall(WORD, listed))
        self.assertEqual(set(), words - known)

    def test_every_command_of_help_is_in_the_manual(self):
        told = set(re.findall(WORD, " ".join(re.findall(r"^\.It Cm (.*)$", PAGE, re.M))))
        self.assertEqual(set(), set(documents.commands()) - {""} - told)

    def test_every_part_of_the_schema_is_used(self):
        text = documents.json.dumps(documents.SCHEMA)
        unused = [name for name in documents.SCHEMA["$defs"] if f'"#/$defs/{name}"' not in text]
        self.assertEqual([], unused)

    def test_the_schema_names_itself_by_a_urn(self):
        self.assertRegex(documents.SCHEMA["$id"], "^urn:uuid:[0-9a-f-]{36}$")
        self.assertEqual("https://json-schema.org/draft/2020-12/schema",
                         documents.SCHEMA["$schema"])

    def test_the_examples_work(self):
        home = real.Home()
        self.addCleanup(home.remove)
        home.plant(states.LEDGERS["rich"])
        examples = re.findall(r"^\.Dl connect (.*)$", PAGE, re.M)
        self.assertEqual(3, len(examples))
        for example in examples:
            if not real.shutil.which("jq"):
                self.skipTest("jq is not installed")
            words = example.replace(r"\&", "")  # keeps mdoc from taking a blank
            answer = home.shell('set -eo pipefail; "$CONNECT_BINARY" ' + words)
            self.assertEqual((0, b""), (answer.code, answer.err), example)
            self.assertNotEqual(b"", answer.out)

    def test_the_page_lints_clean(self):
        if not real.shutil.which("mandoc"):
            self.skipTest("mandoc is not installed")
        page = documents.SOURCE / "man/connect-json.5"
        done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True)
        self.assertEqual((0, b""), (done.returncode, done.stdout))


if __name__ == "__main__":
    real.main()
