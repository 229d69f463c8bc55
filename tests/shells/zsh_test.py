"""Completion in zsh."""

import re
import shutil
import unittest

import program
from completion_checks import CompletionChecks, main
from terminal import Terminal

# Ctrl-T writes the candidates at the cursor to a file, as compadd gets them.
RC = f"""
PS1='> '
unsetopt beep
LISTMAX=1000  # else it asks before it lists what is higher than the terminal
fpath=('{program.SOURCE}/completions' $fpath)
autoload -Uz compinit
compinit -u -D
precmd() {{ : >$STUB/ready }}
capture() {{
  compadd() {{
    local -a hits
    if [[ ${{@[1,(i)(-|--)]}} != *-(O|A|D)\\ * ]]; then
      builtin compadd -A hits "$@"
      print -rl -- $hits >>$STUB/hits
    fi
    builtin compadd "$@"
  }}
  _main_complete
  unfunction compadd
  print -n '\\0' >>$STUB/hits
}}
zle -C capture list-choices capture
bindkey '^T' capture
"""


class Zsh(CompletionChecks, unittest.TestCase):
    @classmethod
    def start(cls, env):
        (cls.folder / "home" / ".zshrc").write_text(RC)
        return Terminal(["/usr/bin/env", f"PATH={env['PATH']}", shutil.which("zsh"), "-d", "-i"],
                        env, cls.folder / "work")

    def answers(self, lines, path=None):
        if path is not None:
            self.stop()
            self.addCleanup(self.stop)
        terminal = self.at_prompt(path)
        hits = self.folder / "stub" / "hits"
        found = []
        for line in lines:
            hits.unlink(missing_ok=True)
            terminal.write("\x15" + line + "\x14")
            terminal.wait_until(lambda: hits.exists() and hits.read_bytes().endswith(b"\0"),
                                f"answer for {line!r}")
            text = hits.read_text().strip("\0").replace("\\", "")
            answer = {hit.rstrip("=") for hit in text.split("\n")} - {""}
            # Where nothing else goes, zsh shows the options.
            only_options = all(hit.startswith("-") for hit in answer)
            found.append(set() if only_options and line.endswith(" ") else answer)
        terminal.write("\x15")
        self.assertNotIn(b"not found", terminal.shown)
        return found


    def test_variables_have_names_of_our_own(self):
        """zsh makes no local variable of a name that the user declared readonly; those that its own
        completion functions ask for are as safe as all of its completion is."""
        text = (program.SOURCE / "completions" / "_connect").read_text()
        theirs = {"expl", "curcontext", "context", "state", "state_descr", "line", "opt_args"}
        declared = re.findall(r"^ *local (?:-[aA] )?(.*)$", text, re.MULTILINE)
        names = {word.split("=")[0] for line in declared
                 for word in re.sub(r"=\(.*", "=", line).split()}
        self.assertLessEqual({"_cn_names", "_connect_ledger", "expl"}, names)
        self.assertEqual([], [name for name in names - theirs
                              if not name.startswith(("_cn_", "_connect_"))])


if __name__ == "__main__":
    main("zsh")
