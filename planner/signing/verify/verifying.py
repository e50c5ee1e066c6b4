"""Verifying a document: from a file to a verdict."""

import hashlib
from pathlib import Path

from planner.errors import PlanError
from planner.files.errors import file_error
from planner.language import say
from planner.signing.known import KnownSigners
from planner.signing.verify.evidence import Evidence
from planner.signing.verify.judging import judge
from planner.signing.verify.limits import MAX_FILE, Limits
from planner.signing.verify.record import PlanRecord
from planner.signing.verify.sandbox import Cancelled, Progress, read_confined
from planner.signing.verify.verdict import Verdict


def verify_document(
    source: Path | bytes,
    known: KnownSigners,
    *,
    record: PlanRecord | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Verdict:
    """Say whether a plan's document is unchanged, and who signed it with which key; see `examine`."""
    return judge(examine(source, known, record=record, limits=limits, progress=progress))


def examine(
    source: Path | bytes,
    known: KnownSigners,
    *,
    record: PlanRecord | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Evidence:
    """Read a document for `judge`, which is quick and can be asked again when a key became known.

    A long document takes seconds: call from a worker thread.

    Args:
        source: a PDF file, or its bytes; it may come from anywhere.
        known: the keys that were met before.
        record: the plan's own record, where there is one.
        limits: what reading the file may cost.
        progress: told from 0 to 1 how far the work is.
        cancelled: asked often whether to stop.

    Raises:
        VerifyingStoppedError: it was stopped.
        PlanError: the file can't be read as a PDF, or reading it costs too much.
    """
    data = source if isinstance(source, bytes) else read_pdf(source)
    facts = read_confined(data, limits or Limits(), progress, cancelled)
    return Evidence(facts, hashlib.sha256(data).hexdigest(), known, record)


def read_pdf(path: Path) -> bytes:
    """Return the bytes of a file, if it can be a document at all.

    Raises:
        PlanError: it is not there, can't be read, or is too large.
    """
    try:
        if not path.is_file() and path.exists():
            msg = say("“{name}” is not an ordinary file.", name=path.name)
            raise PlanError(msg)
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        raise file_error(error, path) from error
    if len(data) > MAX_FILE:
        msg = say("“{name}” is too large to be a plan's document.", name=path.name)
        raise PlanError(msg)
    return data
