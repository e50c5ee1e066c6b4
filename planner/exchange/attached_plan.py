"""The plan inside its document, read back from a PDF of which nothing is trusted."""

import stat
import zlib
from pathlib import Path

import pikepdf

from planner.errors import PlanError
from planner.exchange.plan_json import MAX_BYTES, read_json
from planner.files import refusals
from planner.files.errors import file_error
from planner.language import say
from planner.model.plan import Plan

PLAN_NAME = "plan.json"
MAX_DOCUMENT = 256 * 1024 * 1024
"""Bytes of a document that is read; one of 500 pages has some 10 million."""


def read_attached_plan(path: Path) -> Plan:
    """Read the plan inside a document, trusting nothing in the file.

    Whether the document was signed, or changed since, is not asked here.

    Args:
        path: a PDF file.

    Raises:
        PlanError: it is not there or no PDF, holds no plan, or one that can't be read.
    """
    _refuse_unfit(path)
    try:
        with pikepdf.open(path) as pdf:
            data = _plan_bytes(pdf, path.name)
    except pikepdf.PasswordError as error:
        msg = say("“{name}” is locked by a password.", name=path.name)
        raise PlanError(msg, hint=say("Save it without a password, then import it.")) from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RuntimeError) as error:
        # What pikepdf raises where the parts of a broken file are of another type than they should be.
        raise _not_readable(path.name) from error
    except OSError as error:
        raise file_error(error, path) from error
    return read_json(data)


def _refuse_unfit(path: Path) -> None:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise refusals.no_file(path.name) from error
    except OSError as error:
        raise file_error(error, path) from error
    if not stat.S_ISREG(found.st_mode):
        raise refusals.not_a_file(path)
    if found.st_size > MAX_DOCUMENT:
        raise refusals.too_large(path.name)


def _plan_bytes(pdf: pikepdf.Pdf, name: str) -> bytes:
    if PLAN_NAME not in pdf.attachments:
        msg = say("There is no plan in “{name}”.", name=name)
        raise PlanError(msg, hint=say("Truecourse puts one into each PDF that it exports."))
    stream = pdf.attachments[PLAN_NAME].obj.EF.F
    raw = stream.read_raw_bytes()
    data = raw if "/Filter" not in stream else _inflated(raw, stream, name)
    if len(data) > MAX_BYTES:
        raise refusals.too_large(name)
    return data


def _inflated(raw: bytes, stream: pikepdf.Object, name: str) -> bytes:
    """Return the content of a stream; a small file that would become a huge one is never unpacked."""
    filters = stream.Filter
    names = [filters] if isinstance(filters, pikepdf.Name) else [*filters.as_list()]
    if names != [pikepdf.Name.FlateDecode] or "/DecodeParms" in stream:
        raise _not_readable(name)
    try:
        return zlib.decompressobj().decompress(raw, MAX_BYTES + 1)
    except zlib.error as error:
        raise _not_readable(name) from error


def _not_readable(name: str) -> PlanError:
    msg = say("“{name}” can't be read as a PDF with a plan in it.", name=name)
    return PlanError(msg, hint=say("Export the plan again, or import its JSON."))
