"""Files that belong together: a failure at any of them leaves all as they were."""

import os

import pytest

from planner.errors import PlanError
from planner.files.errors import FullError
from planner.files.together import write_together

_FULL = 28


def files_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def three(folder):
    return [(folder / name, name.encode()) for name in ("a.pdf", "b.docx", "c.ics")]


def test_all_of_them_are_written_and_nothing_is_left_aside(tmp_path):
    (tmp_path / "b.docx").write_bytes(b"old")
    write_together(three(tmp_path))
    assert files_in(tmp_path) == {"a.pdf": b"a.pdf", "b.docx": b"b.docx", "c.ics": b"c.ics"}


def test_one_that_can_not_be_a_file_keeps_the_others_from_being_written(tmp_path):
    (tmp_path / "c.ics").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(PlanError, match="is a folder"):
        write_together(three(tmp_path))
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "c.ics"]


@pytest.mark.parametrize("nth", range(1, 7))
def test_a_disk_that_fails_at_any_moment_leaves_all_as_they_were(tmp_path, monkeypatch, nth):
    """Each file is flushed twice: its content, then its name in the folder."""
    (tmp_path / "b.docx").write_bytes(b"old")
    flushed = []
    really = os.fsync

    def flush(handle):
        flushed.append(handle)
        if len(flushed) == nth:
            raise OSError(_FULL, "full")
        really(handle)

    monkeypatch.setattr(os, "fsync", flush)
    with pytest.raises(PlanError):
        write_together(three(tmp_path))
    assert files_in(tmp_path) == {"b.docx": b"old"}


def test_what_went_wrong_is_told(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(_FULL, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FullError, match="no room left"):
        write_together(three(tmp_path))
