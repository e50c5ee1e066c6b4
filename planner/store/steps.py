"""The rows beside the plan: steps of the history, and archived revisions."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import RowMapping, select

from planner.editing.history import Change
from planner.editing.patch import Patch, RecordChange
from planner.files.errors import FileError
from planner.language import say
from planner.language.wording import Message, Wording
from planner.model.fingerprint import canonical_json
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.model.records_signoff import SignedRevision
from planner.store.tables import ARCHIVE, HISTORY
from planner.store.writing import RowWriter

_LONG_AGO = float("-inf")
"""Typing never goes on from a step of an earlier session: its clock meant something else."""


class _Kept(Patch, frozen=True, omit_defaults=True):
    """A patch as the file has it.

    Attributes:
        said: what the step's label says, so that it can be said in other languages; earlier versions of
            the program neither wrote it nor look at it.
    """

    said: Message | None = None


def to_step_row(number: int, change: Change) -> dict[str, Any]:
    """Return the row of a step that was just done.

    Args:
        number: its place in the history, from 1.
        change: the step.
    """
    return {
        "number": number,
        "done": 1,
        "label": str(change.label),
        "field": None if change.field is None else msgspec.json.encode(change.field).decode(),
        "patch": _written(change),
    }


def from_step_row(row: Mapping[str, Any] | RowMapping) -> Change:
    """Return the step of a row.

    Raises:
        msgspec.DecodeError: the row holds no step.
        KeyError: it speaks of a kind that does not exist.
    """
    patch = msgspec.json.decode(row["patch"], type=_Kept)
    typed = tuple(_typed(change) for change in patch.records)
    place = row["field"]
    return Change(
        label=_labelled(row["label"], patch.said),
        patch=Patch(typed, patch.orders, patch.revision),
        field=None if place is None else msgspec.json.decode(place, type=tuple[str, str, str]),
        at=_LONG_AGO,
    )


def _written(change: Change) -> str:
    """Return a step's patch as JSON, with what its label says where that is known."""
    patch, label = change.patch, change.label
    said = label.message if isinstance(label, Wording) else None
    return msgspec.json.encode(_Kept(patch.records, patch.orders, patch.revision, said)).decode()


def _labelled(words: str, said: Message | None) -> str:
    """Return a step's label; in its stored words alone where what it says can't be said."""
    if said is None:
        return words
    try:
        said.said()
    except KeyError:
        return words
    return Wording.of(said, words)


def _typed(change: RecordChange) -> RecordChange:
    record = kind_of(change.kind).record | None
    return msgspec.structs.replace(
        change, before=msgspec.convert(change.before, record), after=msgspec.convert(change.after, record)
    )


def add_step(writer: RowWriter, change: Change, *, replaces_last: bool) -> None:
    """Write a step that was just done; the steps that were undone go.

    Args:
        writer: of the open transaction.
        change: the step; where it goes on with the one before, the two as one.
        replaces_last: it goes on with the step before.
    """
    last = _last_done(writer)
    writer.drop(HISTORY, HISTORY.c.number > last)
    writer.put(HISTORY, to_step_row(last if replaces_last and last else last + 1, change))


def take_back(writer: RowWriter, change: Change) -> None:
    """Mark the last step as undone.

    Raises:
        FileError: the file's last step is another one.
    """
    _mark(writer, change, _last_done(writer), done=0)


def do_again(writer: RowWriter, change: Change) -> None:
    """Mark the step that was undone last as done.

    Raises:
        FileError: the file's step is another one.
    """
    _mark(writer, change, _last_done(writer) + 1, done=1)


def _last_done(writer: RowWriter) -> int:
    """Return the number of the last step that is done, 0 if none is; those undone stand behind it."""
    found = select(HISTORY.c.number).where(HISTORY.c.done == 1).order_by(HISTORY.c.number.desc()).limit(1)
    return writer.connection.execute(found).scalar() or 0


def _mark(writer: RowWriter, change: Change, number: int, *, done: int) -> None:
    found = select(HISTORY).where(HISTORY.c.number == number)
    row = writer.connection.execute(found).mappings().one_or_none()
    if row is None or row["label"] != change.label:
        msg = say("The history in the file does not fit this step.")
        raise FileError(msg, hint=say("Read the plan from its file again."))
    writer.put(HISTORY, {**row, "done": done})


def archive_signed(writer: RowWriter, before: Plan, after: Plan) -> None:
    """Keep the content of each revision that an edit signs."""
    new = [signed for key, signed in after.signed_revisions.items() if key not in before.signed_revisions]
    writer.put(ARCHIVE, *archived_rows(after, new))


def archived_rows(plan: Plan, signed: Iterable[SignedRevision]) -> list[dict[str, Any]]:
    """Return rows for the archive: those of the signed revisions whose content is the plan at hand.

    Args:
        plan: the plan.
        signed: revisions that were signed.
    """
    signed = list(signed)
    content = canonical_json(plan) if signed else b""
    digest = hashlib.sha256(content).hexdigest()
    return [
        {"fingerprint": digest, "number": s.number, "content": content, "at": s.at.isoformat()}
        for s in signed
        if s.fingerprint == digest and s.at is not None
    ]
