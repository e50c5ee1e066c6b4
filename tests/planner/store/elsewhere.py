"""Another program on the same plan file: run by the tests as a script.

`rename PATH NAME` edits through the store; `hold PATH` keeps the write lock until its input ends.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk import Desk

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parents[2]), str(HERE)])}
_THIS = [sys.executable, __file__]


def rename_elsewhere(path: Path, name: str) -> None:
    subprocess.run([*_THIS, "rename", str(path), name], check=True, env=ENVIRONMENT)


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([*_THIS, "hold", str(path)], env=ENVIRONMENT, **pipes) as process:
        assert process.stdout.readline() == b"held\n"
        yield
        process.stdin.close()


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
