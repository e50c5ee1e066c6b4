"""Another program on the same plan file: run as a script by the tests.

`rename PATH NAME` edits through the store; `hold PATH` keeps the write lock until its input ends.
"""

import sqlite3
import sys
from pathlib import Path

from desk import Desk


def rename(path: Path, name: str) -> None:

    desk = Desk(path)
    desk.rename(name)
    desk.file.close()


def hold(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    print("held", flush=True)
    sys.stdin.read()
    connection.close()


if __name__ == "__main__":
    {"rename": rename, "hold": hold}[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
