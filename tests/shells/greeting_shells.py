"""Real shells in a terminal of their own, in homes of their own, with the real program on PATH."""

import os
import pty
import shlex
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

import program

TEXTS = program.SOURCE / "src" / "shell"
GREETING = b"when done: connect done"


class Home:
    """A home whose `connect` notes each start in the file `ran`."""

    def __init__(self, name="home"):
        self._folder = tempfile.TemporaryDirectory(prefix="connect-greeting-")
        self.folder = Path(self._folder.name) / name
        (self.folder / "bin").mkdir(parents=True)
        self.ran = Path(self._folder.name) / "ran"
        self.due = self.folder / ".local/state/connect/prompt.due"
        self.env = {"HOME": str(self.folder), "TERM": "xterm", "LANG": "C.UTF-8",
                    "PATH": f"{self.folder}/bin:/usr/local/bin:/usr/bin:/bin"}
        stub = self.folder / "bin" / "connect"
        stub.write_text(f"#!/bin/sh\necho >>{shlex.quote(str(self.ran))}\n"
                        f"exec {shlex.quote(program.BINARY)} \"$@\"\n")
        stub.chmod(0o755)

    def starts(self):
        return len(self.ran.read_text().splitlines()) if self.ran.exists() else 0

    def keep(self, text):
        """Makes this the kept moment of the next greeting."""
        self.due.parent.mkdir(parents=True, exist_ok=True)
        self.due.write_text(text)

    def files(self):
        return {path.name for path in Path(self._folder.name).rglob("*")}

    def remove(self):
        self._folder.cleanup()


class Shell:
    """One kind of shell: how it is started with a startup file."""

    def __init__(self, name):
        self.name = name
        self.init = TEXTS / f"init.{name}"

    def is_missing(self):
        return shutil.which(self.name) is None

    def source(self):
        return f"source {shlex.quote(str(self.init))}\n"

    def command(self, home, startup):
        """Writes the startup file and says how to start the shell with it."""
        if self.name == "fish":
            file = home.folder / ".config/fish/config.fish"
            words = ["fish", "-i", "-c", "exit 0"]
        elif self.name == "zsh":
            file, words = home.folder / ".zshrc", ["zsh", "-d", "-i"]
        else:
            file = home.folder / "rc"
            words = ["bash", "--noprofile", "--rcfile", str(file), "-i"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(startup)
        return words


def shown(words, env):
    """All that a command shows in a terminal of its own, until it ends, and its exit code."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(env["HOME"])
        os.execvpe(words[0], words, env)
    text = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return text.replace(b"\r\n", b"\n"), os.waitstatus_to_exitcode(status)


def together(count, words, env):
    """What as many of them show that are started at the same time."""
    texts = [b""] * count

    def run(i):
        texts[i] = shown(words, env)[0]

    threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return texts


def piped(words, env):
    """Like a command over ssh: no terminal anywhere."""
    done = subprocess.run(words, env=env, cwd=env["HOME"], stdin=subprocess.DEVNULL,
                          capture_output=True, check=False, start_new_session=True)
    return done.returncode, done.stdout, done.stderr
