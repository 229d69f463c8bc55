"""Completion in fish."""

import subprocess
import unittest

import hostile
import program
from completion_checks import CompletionChecks, main
from terminal import Terminal

SCRIPT = program.SOURCE / "completions" / "connect.fish"

ASK = """
source $argv[1]
for line in $argv[2..-1]
    complete -C $line
    printf '\\0'
end
"""

CONFIG = f"""
set -g fish_greeting
set -g fish_autosuggestion_enabled 0
function fish_prompt
    echo -n '> '
    echo -n >$STUB/ready
end
source '{SCRIPT}'
"""


class Fish(CompletionChecks, unittest.TestCase):
    def answers(self, lines, path=None):
        # fish itself stays in PATH's place: it is called by its full name.
        fish = subprocess.run(["sh", "-c", "command -v fish"], text=True, capture_output=True,
                              check=True).stdout.strip()
        env = self.env | ({"PATH": path} if path else {})
        done = subprocess.run([fish, "-N", "-c", ASK, SCRIPT, *lines], env=env, text=True,
                              capture_output=True, cwd=self.folder / "work", check=True,
                              stdin=subprocess.DEVNULL)
        self.assertEqual(done.stderr, "")
        return [{candidate.split("\t")[0] for candidate in answer.split("\n") if candidate}
                for answer in done.stdout.split("\0")[:-1]]

    @classmethod
    def start(cls, env):
        config = cls.folder / "home" / ".config" / "fish"
        config.mkdir(parents=True, exist_ok=True)
        (config / "config.fish").write_text(CONFIG)
        # Where this folder is, fish does not read all manual pages of the machine first.
        generated = cls.folder / "home/.local/share/fish/generated_completions"
        generated.mkdir(parents=True, exist_ok=True)
        return Terminal(["fish", "-i"], env, cls.folder / "work")

    def stands_alone(self, name):
        return hostile.alone(name) and not name.startswith("~")

    def closes_quotes(self, name):
        return hostile.after_a_sign(name) and name[-1] not in "/=@.-"


if __name__ == "__main__":
    main("fish")
