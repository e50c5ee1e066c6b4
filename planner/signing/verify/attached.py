"""The plan inside a document, as it was in any state of the file; no more is read than a plan can have."""

import zlib
from collections.abc import Iterator

from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject, StreamObject
from pyhanko.pdf_utils.rw_common import PdfHandler

from planner.errors import PlanError
from planner.exchange.attached_plan import PLAN_NAME
from planner.exchange.plan_json import MAX_BYTES, read_json
from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan
from planner.model.text import clean_text
from planner.model.vocabulary import SigningWay
from planner.signing.verify.facts import MOST, ApproverFacts, Attached, PlanFacts
from planner.signing.verify.objects import entry
from planner.signoff.approvals import standing_approval
from planner.signoff.field_names import signature_field_name

_DEEPEST = 20
"""Levels of the tree of names; a plan's document has one."""


def attached_bytes(state: PdfHandler) -> tuple[Attached, bytes]:
    """Return the bytes of the plan in one state of a document.

    Args:
        state: the newest state, or an earlier one.
    """
    streams = {(one.idnum, one.generation): one for one in _plan_streams(state.root)}
    if len(streams) != 1:
        return (Attached.SEVERAL if streams else Attached.NONE), b""
    (found,) = streams.values()
    data = _inflated(state.get_object(found.reference))
    return (Attached.TOO_LARGE, b"") if len(data) > MAX_BYTES else (Attached.ONE, data)


def plan_facts(data: bytes) -> PlanFacts | None:
    """Return what a document's plan says about itself and its approvers; None where it is no plan."""
    try:
        plan = read_json(data)
    except PlanError:
        return None
    digest = fingerprint(plan)
    return PlanFacts(
        plan_id=plan.plan_id,
        revision=plan.revision,
        title=plan.the_brief.title[:400],
        fingerprint=digest,
        approvers=tuple(_approvers(plan, digest))[:MOST],
    )


def _approvers(plan: Plan, digest: str) -> Iterator[ApproverFacts]:
    for approver in plan.approvers.values():
        standing = standing_approval(plan, approver.id, digest)
        yield ApproverFacts(
            id=approver.id,
            field=signature_field_name(approver.id),
            role=approver.role.label,
            name=clean_text(plan.name_of(approver.person), lines=False)[:400],
            way=SigningWay(approver.way),
            decision=standing.verdict if standing else None,
        )


def _plan_streams(root: DictionaryObject) -> Iterator[IndirectObject]:
    """Yield where all attached files lie that go by the plan's name."""
    names = entry(root, "/Names", {})
    specs = list(_named_files(entry(names, "/EmbeddedFiles", {}), 0))
    for spec in [*specs, *(one.get_object() for one in entry(root, "/AF", ()))]:
        if PLAN_NAME in {str(entry(spec, "/UF")), str(entry(spec, "/F"))}:
            yield spec["/EF"].raw_get("/F")


def _named_files(node: DictionaryObject, depth: int) -> Iterator[DictionaryObject]:
    if depth > _DEEPEST:
        msg = "the names of attached files are nested too deeply"
        raise ValueError(msg)
    names = entry(node, "/Names", ())
    for position in range(1, len(names), 2):
        yield names[position]
    for child in entry(node, "/Kids", ()):
        yield from _named_files(child.get_object(), depth + 1)


def _inflated(stream: StreamObject) -> bytes:
    """Return what a stream holds, but at most one byte more than a plan can have: it may be a bomb."""
    filters = entry(stream, "/Filter")
    names = [filters] if isinstance(filters, str) else list(filters or ())
    if not names:
        return bytes(stream.encoded_data[: MAX_BYTES + 1])
    if names != ["/FlateDecode"] or "/DecodeParms" in stream:
        msg = "the attached plan is packed in a way that no plan is"
        raise ValueError(msg)
    return zlib.decompressobj().decompress(stream.encoded_data, MAX_BYTES + 1)
