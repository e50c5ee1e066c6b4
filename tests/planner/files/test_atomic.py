"""Files are written whole or not at all, and a refusal is told in plain words."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.errors import PlanError
from planner.files.atomic import replacement, write_atomically
from planner.files.errors import FileError, ReadOnlyError

NOBODY = 65534


def test_a_new_file_holds_all_of_the_data_and_nothing_is_left_aside(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.pdf", b"x" * 100_000)
    assert (tmp_path / "a.pdf").read_bytes() == b"x" * 100_000
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


def test_an_existing_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_symbolic_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.json", tmp_path / "a.json"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").write_bytes(b"")
    names = ["folder", "pipe", "loop", "no/such/folder.pdf", "file/inside.pdf", "x" * 300, "a\0b"]
    for name in names:
        with pytest.raises(PlanError):
            write_atomically(tmp_path / name, b"data")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder", "loop", "pipe"]


def test_an_existing_file_stays_where_none_may_be_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(FileError, match="already"), replacement(target, overwrite=False) as aside:
        aside.write_bytes(b"new")
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
    with replacement(tmp_path / "b.json", overwrite=False) as aside:
        aside.write_bytes(b"new")
    assert (tmp_path / "b.json").read_bytes() == b"new"


def test_the_data_is_on_the_disk_before_its_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch
) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    flushed = []

    def flush(handle: int) -> None:
        real_flush(handle)
        flushed.append((stat.S_ISDIR(os.fstat(handle).st_mode), target.read_bytes()))

    real_flush = os.fsync
    monkeypatch.setattr(os, "fsync", flush)
    write_atomically(target, b"new")
    assert flushed == [(False, b"old"), (True, b"new")]


def test_a_failure_halfway_leaves_the_old_file_and_nothing_aside(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(FileError):
        _write_half(target)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def _write_half(target: Path) -> None:
    with replacement(target) as aside:
        aside.write_bytes(b"half")
        raise OSError(5, "Input/output error")


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from planner.files.atomic import write_atomically
from planner.files.errors import FullError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 200_000)
except FullError as error:
    print(error.message)
"""


def test_a_full_disk_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(target)], capture_output=True, text=True, check=True
    )
    assert "no room" in done.stdout
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder that everybody can reach and nobody may write in."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "locked"
        folder.mkdir(mode=0o555)
        yield folder


def test_a_folder_without_permission_is_told(locked: Path) -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(_refused_without_rights(locked / "a.pdf"))
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert list(locked.iterdir()) == []


def _refused_without_rights(path: Path) -> int:
    """Root may do anything, so the child gives up its rights first."""
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    try:
        write_atomically(path, b"data")
    except ReadOnlyError:
        return 0
    return 1
