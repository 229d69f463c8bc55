"""One place says the version, and all others agree: the program, the manual and the changelog."""

import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

SOURCE = Path(__file__).parents[2]
VERSION = re.search(r"^project\(connect VERSION (\S+)", (SOURCE / "CMakeLists.txt").read_text(),
                    re.MULTILINE).group(1)


class Version(real.Case):
    def test_the_program_says_it_and_what_it_was_built_from(self):
        built_from = r"\((?:[0-9a-f]{7}, )?(?:\d{4}-\d\d-\d\d, )?[a-z]+ \S+\)"
        for words in (("--version",), ("-V",), ("version",)):
            answer = self.home.run(*words).out.decode()
            self.assertRegex(answer, rf"^connect {re.escape(VERSION)} {built_from}\n$")

    def test_every_page_of_the_manual_says_it(self):
        pages = sorted((SOURCE / "man").glob("*.[1-9]"))
        self.assertGreater(len(pages), 20)
        for page in pages:
            self.assertIn(f"\n.Os connect {VERSION}\n", page.read_text(), page.name)

    def test_the_newest_release_of_the_changelog_is_it(self):
        headings = re.findall(r"^## (\d.*)$", (SOURCE / "CHANGELOG.md").read_text(), re.MULTILINE)
        self.assertRegex(headings[0], rf"^{re.escape(VERSION)} – \d{{4}}-\d\d-\d\d$")


if __name__ == "__main__":
    real.main()
