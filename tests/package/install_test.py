"""What `cmake --install` and cpack lay out: every file, where the shells and man look for it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

SOURCE = Path(__file__).parents[2]
CMAKE = os.environ.get("CONNECT_CMAKE", "cmake")
NAME = "connect-acts"  # as a packager calls it where another package has a `connect`
# The program's name as a word by itself: not a folder's, a function's or a variable's.
CALLED = re.compile(r"(?<![\w/$.-])connect(?![\w/-]|\.\w)")


def do(*words, umask=0o022, **environment):
    done = subprocess.run(words, env={**os.environ, **environment}, umask=umask, text=True,
                          errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}"
    return done.stdout


def files_below(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def expected(name, *, debian):
    """Every installed file, below the prefix."""
    page = "share/man/man{}/{}" + (".gz" if debian else "")
    pages = [path.name for path in (SOURCE / "man").glob("*.[1-9]")]
    zsh = "vendor-completions" if debian else "site-functions"
    papers = ({"share/doc/connect/copyright", "share/doc/connect/changelog.gz",
               "share/doc/connect/changelog.Debian.gz", "share/lintian/overrides/connect"}
              if debian else {"share/doc/connect/CHANGELOG.md", "share/licenses/connect/LICENSE"})
    return papers | {page.format(file[-1], re.sub("^connect", name, file)) for file in pages} | {
        f"bin/{name}", "share/connect/connect-1.schema.json",
        "share/doc/connect/README.md", "share/doc/connect/man/connect.svg",
        f"share/bash-completion/completions/{name}", f"share/zsh/{zsh}/_{name}",
        f"share/fish/vendor_completions.d/{name}.fish"}


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="connect-package-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)

    def need(self, tool):
        if not shutil.which(tool):
            self.skipTest(f"{tool} is not installed")

    def assert_program(self, program):
        self.assertEqual(0o755, program.stat().st_mode & 0o777)
        self.assertRegex(do(program, "--version"), r"^connect \d+\.\d+\.\d+ \(.+\)\n$")

    def assert_pages_are_well(self, folder):
        self.need("mandoc")
        for page in folder.rglob("man[1-9]/*"):
            self.assertEqual("", do("mandoc", "-T", "lint", "-W", "warning", page), page)


class Installed(Folder):
    """The build that is tested, below a DESTDIR."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        do(CMAKE, "--install", os.environ["CONNECT_BUILD"], "--prefix", "/opt/connect",
           DESTDIR=str(cls.folder / "root"))
        cls.tree = cls.folder / "root/opt/connect"

    def test_every_file_is_in_its_place_and_nothing_else_is(self):
        self.assertEqual(expected("connect", debian=False), files_below(self.tree))
        self.assertEqual(files_below(self.tree),
                         {path.removeprefix("opt/connect/")
                          for path in files_below(self.folder / "root")})

    def test_the_program_runs_and_everybody_may_read_the_rest(self):
        self.assert_program(self.tree / "bin/connect")
        modes = {path.stat().st_mode & 0o777 for path in (self.tree / "share").rglob("*.*")}
        self.assertEqual({0o644}, modes - {0o755})

    def test_every_page_of_the_manual_is_well_made(self):
        self.assert_pages_are_well(self.tree)


class Renamed(Folder):
    """A Debian package under another name: configured here, the program taken as it is built."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.build = cls.folder / "build"
        do(CMAKE, "-S", str(SOURCE), "-B", str(cls.build), "-G", "Ninja",
           "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_INSTALL_PREFIX=/usr", "-DCONNECT_TESTS=OFF",
           "-DCONNECT_STATIC=ON", "-DCONNECT_DEBIAN=ON", f"-DCONNECT_NAME={NAME}")
        shutil.copy2(real.BINARY, cls.build / NAME)
        do(CMAKE, "--build", str(cls.build), "--target", "papers")
        do(CMAKE, "--install", str(cls.build), DESTDIR=str(cls.folder / "root"))
        cls.tree = cls.folder / "root/usr"

    def test_every_file_has_the_new_name(self):
        self.assertEqual(expected(NAME, debian=True), files_below(self.tree))
        self.assert_program(self.tree / "bin" / NAME)

    def test_every_page_of_the_manual_is_well_made(self):
        self.assert_pages_are_well(self.tree)

    def test_the_manual_speaks_of_the_new_name_and_refers_to_pages_that_are_there(self):
        pages = {path.name for path in self.tree.rglob("man[1-9]/*")}
        for path in self.tree.rglob("man[1-9]/*"):
            text = do("gzip", "-dc", path)
            with self.subTest(page=path.name):
                self.assertIn(f"\n.Dt {NAME.upper()}", text)
                self.assertEqual([], CALLED.findall(text))
                referred = re.findall(r"Xr (connect\S*) (\d)", text)
                self.assertEqual(set(), {f"{page}.{part}.gz" for page, part in referred} - pages)

    def test_the_shells_call_and_complete_the_new_name_only(self):
        texts = self.folder / "texts.cpp"
        do(CMAKE, "-D", f"ROOT={SOURCE}", "-D", f"NAME={NAME}", "-D", f"OUTPUT={texts}",
           "-P", str(SOURCE / "src/shell/embed.cmake"))
        printed = texts.read_text().replace("namespace connect", "")
        scripts = [path for path in self.tree.rglob("*ompletions*/*") if path.is_file()]
        self.assertEqual(3, len(scripts))
        for text in [printed, *(path.read_text() for path in scripts)]:
            self.assertIn(NAME, text)
            self.assertEqual([], CALLED.findall(text))

    def test_bash_completes_it(self):
        script = self.tree / "share/bash-completion/completions" / NAME
        self.assertEqual(f"complete -F _connect {NAME}\n",
                         do("bash", "--norc", "-c", f". {script}; complete -p"))

    def test_the_package_holds_the_same_files_and_says_what_it_is(self):
        self.need("dpkg-deb")
        do("cpack", "--config", str(self.build / "CPackConfig.cmake"), "-B", str(self.folder),
           umask=0o077)  # of a careful builder; the folders are for everybody all the same
        package, = self.folder.glob("*.deb")
        modes = {line.split()[0] for line in do("dpkg-deb", "-c", package).splitlines()}
        self.assertEqual({"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--"}, modes)
        do("dpkg-deb", "-x", package, self.folder / "unpacked")
        self.assertEqual({f"usr/{file}" for file in expected(NAME, debian=True)},
                         files_below(self.folder / "unpacked"))
        fields = do("dpkg-deb", "-f", package)
        self.assertIn("\nSection: utils\n", fields)
        self.assertIn("\nMaintainer: the connect authors <", fields)
        self.assertNotIn("Depends:", fields)
        self.assertNotIn("Conflicts:", fields)  # nothing else has a program of this name
        self.need("lintian")
        self.assertEqual("", do("lintian", "--allow-root", package))


if __name__ == "__main__":
    real.main()
