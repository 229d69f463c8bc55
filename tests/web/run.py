#!/usr/bin/env python3
"""The HTML and SVG reports in a real browser.

usage: run.py BUILD_FOLDER; CONNECT_BINARY is the program. Exits with 77 where no browser is.
"""
import filecmp
import os
import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
import documents
import ledgers

HERE = pathlib.Path(__file__).resolve().parent
BINARY = os.environ.get("CONNECT_BINARY", "connect")
# name, ledger, words after "report"
REPORTS = [
    ("ordinary", "ordinary", ["2026", "--with-notes", "--feelings"]),
    ("all", "ordinary", ["all", "--by", "person"]),
    ("month", "ordinary", ["2026-10", "--by", "week"]),
    ("week", "ordinary", ["last-week", "--by", "act"]),
    ("day", "ordinary", ["2026-11-21"]),
    ("years", "long", ["all", "--by", "month", "--feelings"]),
    ("quarter", "ordinary", ["2026-Q3", "--redact"]),
    ("redacted", "ordinary", ["year", "--redact"]),
    ("person", "long", ["@Maya", "2y"]),
    ("new", "new", ["year", "--quote", "only", "--with-notes"]),
    ("empty", "empty", ["all"]),
    ("empty-year", "empty", ["2025"]),
    ("hostile", "hostile", ["2026", "--with-notes", "--by", "person", "--quote", "quoted"]),
    ("hostile-tags", "hostile", ["all", "--by", "tag"]),
]
failures = []


def check(what, found):
    if found:
        failures.append(f"{what}: {found}")


def write_ledgers(folder):
    for name, lines in {"ordinary": ledgers.ordinary(), "long": ledgers.ordinary(5200), "empty": [],
                        "new": [ledgers.line("the-only", ledgers.TODAY, "thank", **{"note": "Soup."})],
                        "hostile": ledgers.hostile()}.items():
        (folder / f"{name}.jsonl").write_text("".join(line + "\n" for line in lines))


def written(folder, ledger, words, path):
    path.unlink(missing_ok=True)
    env = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin",
           "CONNECT_NOW": f"{ledgers.TODAY}T18:20:00+01:00",
           "CONNECT_LEDGER": str(folder / f"{ledger}.jsonl")}
    subprocess.run([BINARY, "report", *words, "--format", path.suffix[1:], "-o", str(path)],
                   env=env, check=True)
    return path.read_bytes().decode("utf-8")


def check_documents(folder):
    for name, ledger, words in REPORTS:
        complaints, page = documents.html_complaints(
            written(folder, ledger, words, folder / f"{name}.html"))
        check(f"{name}.html", complaints)
        if "--redact" in words:
            check(f"{name}.html, names",
                  [person for person in ledgers.PEOPLE if person in "".join(page.texts)])
        if name == "hostile":
            check_said(page)
        picture_words = words
        if "--quote" in words:
            at = words.index("--quote")
            picture_words = words[:at] + words[at + 2:]
        check(f"{name}.svg", documents.svg_complaints(
            written(folder, ledger, picture_words, folder / f"{name}.svg")))


def check_said(page):
    """Escaped is not dropped: whatever has nothing hidden in it is shown as it was written."""
    texts = " ".join(page.texts)
    plain = [text for text in ledgers.HOSTILE if not documents.HIDDEN.search(text.replace("\n", ""))]
    check("hostile texts shown", [text for text in plain if text.split("\n")[0] not in texts])
    check("hostile corpus", len(ledgers.HOSTILE) < 40)


def install(folder):
    modules = folder / "npm"
    lock = modules / "package-lock.json"
    if (modules / "node_modules").exists() and filecmp.cmp(HERE / lock.name, lock, shallow=False):
        return modules
    modules.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, modules)
    # axe-core and playwright-core need no install scripts, and no browser is downloaded.
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
                   cwd=modules, check=True)
    return modules


def main():
    chromium = shutil.which("chromium")
    missing = [tool for tool in ("chromium", "node", "npm") if not shutil.which(tool)]
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    write_ledgers(folder)
    check_documents(folder)
    (folder / "unescaped.html").write_text(
        "<!DOCTYPE html><meta charset=utf-8><body>" + ledgers.HOSTILE[0] + ledgers.HOSTILE[15])
    for failure in failures:
        print("FAIL", failure)
    print(f"documents: {2 * len(REPORTS)} read, {len(failures)} failures")
    if missing:
        print("SKIPPED in the browser: install", *missing)
        return 1 if failures else 77
    browser = subprocess.run(["node", HERE / "browser.mjs", install(folder), folder, chromium])
    return 1 if failures or browser.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
