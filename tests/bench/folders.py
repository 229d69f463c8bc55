"""Puts a tool's folder back as it was after a run that wrote, so that no history grows."""

import os
import shutil
from pathlib import Path

BIG = 4 << 20  # files beyond this are not kept in memory


class Snapshot:
    """The files of a folder. Of a big one only the length is kept where the tool just appends;
    otherwise a copy of it lies beside the folder."""

    def __init__(self, folder, appends=True):
        self.folder = Path(folder)
        self.kept = {path: path.stat() for path in self.files()}
        self.small = {path: path.read_bytes() for path, stat in self.kept.items()
                      if stat.st_size <= BIG}
        self.copies = {}
        if not appends:
            beside = self.folder.with_name(self.folder.name + ".kept")
            beside.mkdir(exist_ok=True)
            for number, path in enumerate(sorted(self.kept.keys() - self.small.keys())):
                self.copies[path] = shutil.copyfile(path, beside / str(number))

    def files(self):
        return [path for path in self.folder.rglob("*") if path.is_file()]

    def restore(self):
        """Whether anything had to be put back."""
        changed = [path for path, stat in self.kept.items() if not is_same(path, stat)]
        for path in self.files():
            if path not in self.kept:
                path.unlink()
        for path, stat in self.kept.items():
            if path in changed:
                self.put_back(path)
                os.chmod(path, stat.st_mode)
                os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        return bool(changed)

    def put_back(self, path):
        if path in self.small:
            path.write_bytes(self.small[path])
        elif path in self.copies:
            shutil.copyfile(self.copies[path], path)
        else:
            os.truncate(path, self.kept[path].st_size)


def is_same(path, stat):
    try:
        now = path.stat()
    except FileNotFoundError:
        return False
    return (now.st_size, now.st_mtime_ns) == (stat.st_size, stat.st_mtime_ns)
