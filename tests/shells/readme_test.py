"""The README against the real binary: every command in it runs as it stands, in a new home."""

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import program

README = (program.SOURCE / "README.md").read_text()
NOT_FIRST = re.compile(r"connect (amend|@|(undo|sync)\s*(#|$))")
NOT_HERE = {"Quick start", "Tests"}  # these build the program


def blocks(language):
    """The fenced blocks of a language, those of NOT_HERE left out."""
    found = []
    for part in README.split("\n## "):
        if part.splitlines()[0] not in NOT_HERE:
            found += re.findall(rf"^```{language}\n(.*?)^```", part, re.MULTILINE | re.DOTALL)
    return found


class Readme(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="connect-readme-")
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        (self.home / "bin").mkdir()
        (self.home / "bin" / "connect").symlink_to(Path(program.BINARY).resolve())
        program.give_remote(self.home)
        self.env = {"HOME": folder.name, "LANG": "C.UTF-8", "CONNECT_NOW": "2026-11-25",
                    "PATH": f"{folder.name}/bin:/usr/local/bin:/usr/bin:/bin"}

    def config(self, name, text):
        folder = self.home / ".config" / "connect"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)

    def run_line(self, line, notices=r"connect: (wrote \S+|nothing logged yet; .*)\n"):
        done = subprocess.run(["sh", "-eu", "-c", line], env=self.env, cwd=self.home, text=True,
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, line + "\n" + done.stderr)
        self.assertRegex(done.stderr, rf"\A({notices})?\Z", line)
        return done.stdout

    def test_every_command_runs_one_after_the_other(self):
        lines = [line for block in blocks("sh") for line in block.splitlines()]
        self.assertGreater(len(lines), 20)
        for line in lines:
            if "jq" in line and not shutil.which("jq"):
                print(f"skipped: jq is not installed: {line}")
                continue
            self.run_line(line)

    def test_every_command_runs_alone(self):
        for line in "\n".join(blocks("sh")).splitlines():
            if NOT_FIRST.match(line) or ("jq" in line and not shutil.which("jq")):
                continue
            shutil.rmtree(self.home / ".local", ignore_errors=True)
            for made in self.home.glob("year.*"):
                made.unlink()
            with self.subTest(line=line):
                self.run_line(line)

    def test_every_command_in_the_text_has_its_words_from_the_grammar(self):
        text = re.sub(r"^```.*?^```", "", README, flags=re.MULTILINE | re.DOTALL)
        spans = re.findall(r"`connect( [^`]+)`", text)
        self.assertGreater(len(spans), 5)
        for span in spans:
            words = shlex.split(span.split(" > ")[0])
            if words[0].startswith("-"):
                words.insert(0, "")
            with self.subTest(command=span):
                self.assertIn(words[0], ("", "help", *program.commands()))
                options = {word.split("=")[0] for word in words[1:] if word.startswith("-")}
                self.assertEqual(options - program.names(program.options(words[0])), set())

    def test_the_picture_shows_what_the_program_prints(self):
        drawn = subprocess.run([sys.executable, "-B", program.SOURCE / "tests" / "picture.py",
                                program.BINARY], capture_output=True, text=True, check=True)
        kept = (program.SOURCE / "man" / "connect.svg").read_text()
        self.assertEqual(drawn.stdout, kept, "tests/picture.py BINARY > man/connect.svg")

    def test_every_file_that_is_linked_is_there(self):
        links = re.findall(r"\]\(([^)#:]+)\)", README)
        self.assertGreater(len(links), 4)
        for link in links:
            self.assertTrue((program.SOURCE / link).exists(), link)

    def test_every_heading_that_is_linked_is_there(self):
        headings = {head.lower().replace(" ", "-")
                    for head in re.findall(r"^## (.+)$", README, re.MULTILINE)}
        self.assertEqual(set(re.findall(r"\]\(#([^)]+)\)", README)) - headings, set())

    def test_the_settings_and_suggestions_are_understood(self):
        (settings,) = blocks("toml")
        (suggestions,) = blocks("json")
        self.config("config.toml", settings)
        self.config("suggestions.json", suggestions)
        told = self.run_line("connect prompt --list")
        self.assertIn("own-tea", told)
        self.assertIn("own-walk", told)

    def test_quick_start_and_tests_are_one_command_each(self):
        """So that a shell reads all of it before `sudo` asks for a password."""
        for name in NOT_HERE:
            part = README.split(f"\n## {name}\n")[1].split("\n## ")[0]
            (block,) = re.findall(r"^```sh\n(.*?)^```", part, re.MULTILINE | re.DOTALL)
            *lines, last = block.splitlines()
            self.assertEqual([], [line for line in lines if not line.endswith(" &&")], name)
            self.assertFalse(last.endswith("&&"), name)
            subprocess.run(["sh", "-n", "-c", block], check=True)


if __name__ == "__main__":
    unittest.main()
