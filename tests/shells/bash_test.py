"""Completion in bash."""

import subprocess
import unittest

import hostile
import program
from completion_checks import CompletionChecks, main
from terminal import Terminal

SCRIPT = program.SOURCE / "completions" / "connect.bash"

# Calls the function as bash would, a line on standard input each; answers end with a NUL.
ASK = r"""
set -u
. "$1"
while IFS= read -r COMP_LINE; do
  COMP_POINT=${#COMP_LINE}
  COMPREPLY=()
  _connect connect "${COMP_LINE##* }" ''
  printf '%s\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"}
  printf '\0'
done
"""

RC = f"""
set -u
PS1='> ' HISTFILE=/dev/null
bind 'set bell-style none'
bind 'set page-completions off'
PROMPT_COMMAND=': >"$STUB/ready"'
. '{SCRIPT}'
"""


class Bash(CompletionChecks, unittest.TestCase):
    in_quotes = hostile.NAMES  # there the quoting is our own

    def answers(self, lines, path=None):
        env = self.env | ({"PATH": path} if path else {})
        done = subprocess.run(["/bin/bash", "--norc", "-c", ASK, "bash", SCRIPT], env=env,
                              input="".join(line + "\n" for line in lines), text=True,
                              capture_output=True, cwd=self.folder / "work", check=True)
        self.assertEqual(done.stderr, "")
        return [set(filter(None, answer.replace("\\", "").split("\n")))
                for answer in done.stdout.split("\0")[:-1]]

    @classmethod
    def start(cls, env):
        rc = cls.folder / "home" / "rc"
        rc.write_text(RC)
        return Terminal(["bash", "--noprofile", "--rcfile", str(rc), "-i"], env,
                        cls.folder / "work")

    def test_names_that_the_user_declared_readonly_are_in_nobodys_way(self):
        lines = ["connect ", "connect log thank @Ma", "connect report --by=", "connect export -o ",
                 "connect log thank --with='Ma", "connect people set "]
        ask = f"readonly {' '.join(hostile.READONLY)}\n{ASK}"
        usual = self.answers(lines)
        done = subprocess.run(["/bin/bash", "--norc", "-c", ask, "bash", SCRIPT], env=self.env,
                              input="".join(line + "\n" for line in lines), text=True,
                              capture_output=True, cwd=self.folder / "work", check=True)
        self.assertEqual(done.stderr, "")
        self.assertEqual(usual, [set(filter(None, answer.replace("\\", "").split("\n")))
                                 for answer in done.stdout.split("\0")[:-1]])

    def test_a_value_may_begin_with_a_dash(self):
        lines = [f"connect {command} {name} -" for command in program.commands()
                 for option in program.options(command) for name in option.names if option.value]
        self.assertEqual(self.answers(lines), [set()] * len(lines))

    def test_the_users_shell_stays_as_it_was(self):
        ask = r"""
            state() { shopt; set +o; printf '%q\n' "$IFS"; compgen -v; }
            . "$1"
            COMP_LINE='connect log thank @ma' COMP_POINT=21 COMPREPLY=() before='' after=''
            : "$(state)"
            before=$(state)
            _connect connect @ma thank
            after=$(state)
            diff <(echo "$before") <(echo "$after")
            """
        done = subprocess.run(["bash", "--norc", "-c", ask, "bash", SCRIPT], env=self.env,
                              text=True, capture_output=True, cwd=self.folder / "work", check=False)
        self.assertEqual((done.stdout, done.stderr), ("", ""))


if __name__ == "__main__":
    main("bash")
