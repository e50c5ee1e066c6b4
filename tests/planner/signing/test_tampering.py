"""The tamper table: each way to meddle with a signed document gets the right verdict, an intact one too."""

import random
import re
from io import BytesIO

import pikepdf
import pypdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, fields
from signing_parts import (
    AT,
    NAMES,
    PASSPHRASE,
    failed_topics,
    judged,
    minimal_document,
    plan_with_approvers,
    request_of,
    signed_by_all,
)

from planner.editing import verbs
from planner.exchange.plan_json import write_json
from planner.model.vocabulary import ApproverRole, SigningWay
from planner.signing import pades
from planner.signing.sign import sign_document
from planner.signing.verify.container import is_canonical
from planner.signing.verify.reading import read_document
from planner.signing.verify.verdict import Outcome
from planner.signoff.field_names import signature_field_name

SEED = 20270312


def ends(pdf):
    """Return where each revision of a file ends."""
    return [match.end() for match in re.finditer(rb"%%EOF\n?", pdf)]


def updated(pdf, change):
    """Append an update in which pyHanko writes what `change` did."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def page_text(pdf):
    def change(writer):
        RawContent(b"0 0 200 200 re f").add_to_page(writer, 0)

    return updated(pdf, change)


def overlay(pdf):
    def change(writer):
        page = writer.root["/Pages"]["/Kids"].raw_get(0)
        note = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (60, 740, 300, 780))),
                pdf_name("/Contents"): generic.pdf_string("Another plan on one page"),
                pdf_name("/DA"): generic.pdf_string("0 g"),
            }
        )
        page.get_object()["/Annots"].append(writer.add_object(note))
        writer.mark_update(page)

    return updated(pdf, change)


def opening_action(pdf):
    def change(writer):
        script = {
            pdf_name("/S"): pdf_name("/JavaScript"),
            pdf_name("/JS"): generic.pdf_string("app.alert(1)"),
        }
        writer.root["/OpenAction"] = generic.DictionaryObject(script)
        writer.update_root()

    return updated(pdf, change)


def other_plan_inside(pdf):
    other = verbs.change(plan_with_approvers(), "brief", "title", "Another plan").plan

    def change(writer):
        spec = writer.root["/AF"][0]
        stream = spec["/EF"].raw_get("/F")
        replaced = generic.StreamObject(
            dict(stream.get_object().items()), stream_data=write_json(other), encoded_data=None
        )
        replaced.pop("/Filter", None)
        writer.objects[(stream.generation, stream.idnum)] = replaced

    return updated(pdf, change)


def signature_in_a_new_field(pdf, identity):
    meta = PdfSignatureMetadata(
        field_name="Ghost", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    box = fields.SigFieldSpec("Ghost", box=(10, 10, 60, 30))
    signer = PdfSigner(meta, pades._cms_signer(identity), new_field_spec=box)
    out = BytesIO()
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
    return out.getvalue()


def resaved(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def resaved_by_pypdf(pdf):
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def pages_copied(pdf):
    with pikepdf.open(BytesIO(pdf)) as source, pikepdf.new() as document:
        document.add_pages_from(source)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def one_byte_of_the_page(pdf):
    place = pdf.index(b"/MediaBox") + 3
    return pdf[:place] + b"X" + pdf[place + 1 :]


def last_renamed(name, other):
    def rename(pdf):
        head, tail = pdf.rsplit(name, 1)
        return head + other + tail

    return rename


def test_the_intact_document_holds(signed, known):
    verdict = judged(signed, known)
    assert verdict.outcome is Outcome.UNCHANGED
    assert verdict.holds
    assert verdict.failures == ()
    assert verdict.headline == (
        "Unchanged since Ana Lima signed on 12 March 2027, 10:15 (UTC+0000) by the signer's computer clock"
    )
    assert [signature.role for signature in verdict.signatures] == [role.label for role in NAMES]


CHANGES = {
    "a line end appended": (lambda pdf: pdf + b"\n", "whole-file"),
    "a comment appended": (lambda pdf: pdf + b"% so what\n", "whole-file"),
    "the file twice": (lambda pdf: pdf + pdf, "whole-file"),
    "a byte of the page changed": (one_byte_of_the_page, "intact"),
    "page content replaced": (page_text, "additions"),
    "a note laid over the text": (overlay, "additions"),
    "a script added": (opening_action, "additions"),
    "the plan inside replaced": (other_plan_inside, "plan"),
    "saved again": (resaved, "intact"),
    "saved again by another program": (resaved_by_pypdf, "intact"),
    "the byte range renamed": (last_renamed(b"/ByteRange", b"/ByteRangX"), "intact"),
    "the container renamed": (last_renamed(b"/Contents <", b"/Contentx <"), "intact"),
    "the kind of signature renamed": (
        last_renamed(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.detachex"),
        "intact",
    ),
}


@pytest.mark.parametrize("attack", CHANGES)
def test_a_change_after_signing_is_told(attack, signed, known):
    change, topic = CHANGES[attack]
    verdict = judged(change(signed), known)
    assert verdict.outcome is Outcome.CHANGED
    assert verdict.headline == "Changed after signing"
    assert topic in failed_topics(verdict)


def test_replacing_the_plan_inside_is_told_as_what_it_is(signed, known):
    told = judged(other_plan_inside(signed), known).failures
    assert "The plan inside the PDF is another one than when it was signed." in told
    assert any("but the plan inside has" in failure for failure in told)


@pytest.mark.parametrize("signatures", [2, 1])
def test_a_document_cut_back_to_an_earlier_signature_is_not_signed_by_all(signatures, signed, known):
    verdict = judged(signed[: ends(signed)[signatures]], known)
    assert verdict.outcome is Outcome.INCOMPLETE
    assert verdict.headline.startswith("Not signed by all: ")
    assert "budget holder" in verdict.headline
    assert "Cy Novák (budget holder) has not signed." in verdict.failures


def test_a_document_cut_back_to_before_all_signatures_is_called_not_signed(signed, known):
    verdict = judged(signed[: ends(signed)[0]], known)
    assert verdict.outcome is Outcome.INCOMPLETE
    assert verdict.headline == (
        "Not signed by all: sponsor, customer-experience owner, budget holder missing"
    )
    assert verdict.signatures == ()


def test_signatures_that_were_hidden_leave_traces(signed, known):
    def hide(writer):
        writer.root["/AcroForm"] = generic.DictionaryObject()
        writer.update_root()

    verdict = judged(updated(signed, hide), known)
    assert verdict.outcome is Outcome.CHANGED
    assert (
        "The file has traces of 3 signatures, but 0 in place: one was taken out or hidden."
        in verdict.failures
    )


def test_a_document_cut_short_can_not_be_read_or_does_not_hold(signed, known):
    for length in (len(signed) - 1, len(signed) - 40, len(signed) // 2):
        assert_rejected(signed[:length], known)


def test_pages_copied_into_another_file_are_no_plan_document(signed, known):
    verdict = judged(pages_copied(signed), known)
    assert not verdict.holds
    assert "There is no plan inside this PDF, so it is not known who had to sign." in verdict.failures


def test_a_stranger_of_the_same_name_is_told_loudly(unsigned, plan, identities, identity_of, known):
    pretenders = {**identities, ApproverRole.BUDGET_HOLDER: identity_of("Cy Novák")}
    verdict = judged(signed_by_all(unsigned, plan, pretenders), known)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert verdict.headline == "Signature unchanged, signer not known here"
    assert [failure.split(":")[0] for failure in verdict.failures] == ["CHANGED KEY"]


def test_a_key_known_under_another_name_is_told_loudly(unsigned, plan, identities, known):
    swapped = dict(zip(identities, reversed(identities.values()), strict=True))
    told = judged(signed_by_all(unsigned, plan, swapped), known).failures
    assert len([failure for failure in told if failure.startswith("OTHER NAME")]) == 2


def test_signers_met_for_the_first_time_are_not_known(signed, nobody_known):
    verdict = judged(signed, nobody_known)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert len(verdict.failures) == 3
    assert all("was never met here" in failure for failure in verdict.failures)


def test_a_signature_smuggled_into_a_new_field_is_told(signed, identity_of, known):
    verdict = judged(signature_in_a_new_field(signed, identity_of("Mallory")), known)
    assert verdict.outcome is Outcome.CHANGED
    assert any("something other than a signature was added" in failure for failure in verdict.failures)


def test_a_signature_smuggled_into_the_field_of_who_signs_otherwise_is_told(identities, identity_of, known):
    plan = plan_with_approvers(SigningWay.DIGITAL, SigningWay.DIGITAL, SigningWay.PAPER)
    pdf = minimal_document(plan)
    for role in (ApproverRole.SPONSOR, ApproverRole.EXPERIENCE_OWNER):
        pdf = sign_document(pdf, request_of(plan, role), identities[role])
    pdf = sign_document(pdf, request_of(plan, ApproverRole.BUDGET_HOLDER), identity_of("Mallory"))
    verdict = judged(pdf, known)
    assert verdict.outcome is Outcome.CHANGED
    assert "There is a signature that the plan does not ask for, of “Mallory”." in verdict.failures


def test_a_plan_that_is_not_the_printed_one_does_not_fit_though_all_signed(plan, identities, known):
    verdict = judged(
        signed_by_all(minimal_document(plan, printed="AAAA-BBBB-CCCC-DDDD"), plan, identities), known
    )
    assert verdict.outcome is Outcome.MISFIT
    assert any("AAAA-BBBB-CCCC-DDDD" in failure for failure in verdict.failures)


@pytest.mark.parametrize("attached", [b"{}", b"\xff", b'{"format": "truecourse-plan"}'])
def test_what_is_no_plan_inside_is_told(attached, plan, identities, known):
    verdict = judged(signed_by_all(minimal_document(plan, attached=attached), plan, identities), known)
    assert verdict.outcome is Outcome.MISFIT
    assert "What lies inside this PDF as the plan can't be read as one." in verdict.failures


def assert_rejected(pdf, known):
    """Assert that a file is called anything but unchanged, or can't be read."""
    try:
        verdict = judged(pdf, known)
    except Exception:  # noqa: BLE001 - in the child process whatever is raised is a refusal
        return
    assert not verdict.holds


def flipped(pdf, place, bit):
    return pdf[:place] + bytes([pdf[place] ^ (1 << bit)]) + pdf[place + 1 :]


def regions(pdf):
    """Yield the bounds of each revision in a signed file."""
    start = 0
    for end in ends(pdf):
        yield start, end
        start = end


def test_one_flipped_bit_in_any_region_is_told(signed, known):
    """A sample of the covered bytes of each region; the containers have a test of their own."""
    chance = random.Random(SEED)  # noqa: S311 - picks bytes, keeps no secret
    holes = [range(gap.start(), gap.end()) for gap in re.finditer(rb"<[0-9A-F]{1000,}>", signed)]
    assert len(holes) == 3
    for start, end in regions(signed):
        covered = [place for place in range(start, end) if not any(place in hole for hole in holes)]
        for place in chance.sample(covered, 15):
            assert_rejected(flipped(signed, place, chance.randrange(8)), known)


def test_one_flipped_bit_anywhere_in_a_container_is_told(signed, known):
    """A sample of the bytes that no signature covers: the value itself, and the zeros that fill it up.

    The container must be written in the one right way; what passes that is judged as a whole.
    """
    chance = random.Random(SEED)  # noqa: S311 - picks bytes, keeps no secret
    byte_range, content = last_signature(signed)
    assert is_canonical(signed, byte_range, content)
    first, behind = byte_range[1], byte_range[2]
    filled = first + 1 + 2 * len(content.rstrip(b"\0"))
    head = range(first + 1, first + 121)
    places = [first, behind - 1, *head, *chance.sample(range(first + 121, filled), 120)]
    for place in [*places, *chance.sample(range(filled, behind - 1), 20)]:
        meddled = flipped(signed, place, chance.randrange(8))
        if could_pass(meddled, byte_range):
            assert_rejected(meddled, known)


def could_pass(pdf, byte_range):
    hexadecimal = pdf[byte_range[1] + 1 : byte_range[2] - 1]
    try:
        return is_canonical(pdf, byte_range, bytes.fromhex(hexadecimal.decode("ascii")))
    except ValueError:
        return False


def last_signature(pdf):
    numbers = re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", pdf)[-1]
    byte_range = tuple(map(int, numbers))
    return byte_range, bytes.fromhex(pdf[byte_range[1] + 1 : byte_range[2] - 1].decode())


def test_the_container_may_not_be_written_in_another_way(signed, known):
    """Another byte behind it, or letters in another case, say the same to a reader but are not accepted."""
    byte_range, _ = last_signature(signed)
    first, behind = byte_range[1], byte_range[2]
    small = signed[:first] + signed[first:behind].lower() + signed[behind:]
    longer = signed[: behind - 3] + b"01>" + signed[behind:]
    mixed = signed[:first] + signed[first : first + 200].lower() + signed[first + 200 :]
    assert read_document(small, lambda _: None).signatures[-1].canonical
    assert judged(longer, known).failures == (
        "The container of the signature of Cy Novák (budget holder) was changed after it was made.",
    )
    assert not judged(mixed, known).holds


def test_who_signs_otherwise_needs_an_approval_that_is_recorded(identities, known):
    plan = plan_with_approvers(SigningWay.DIGITAL, SigningWay.DIGITAL, SigningWay.TYPED)
    pdf = minimal_document(plan)
    for role in (ApproverRole.SPONSOR, ApproverRole.EXPERIENCE_OWNER):
        pdf = sign_document(pdf, request_of(plan, role), identities[role])
    verdict = judged(pdf, known)
    assert verdict.headline == "Not signed by all: budget holder missing"
    assert "no approval is recorded inside the PDF." in verdict.failures[0]


def test_a_document_that_nobody_signs_digitally_claims_nothing(known):
    plan = plan_with_approvers(SigningWay.TYPED, SigningWay.DRAWN, SigningWay.PAPER)
    verdict = judged(minimal_document(plan), known)
    assert verdict.outcome is Outcome.UNSIGNED
    assert verdict.headline == "No digital signature: this PDF alone does not show whether it was changed"


def test_a_signature_after_the_end_of_its_certificate_is_told(unsigned, plan, identities, known):
    late = AT.replace(year=2040)
    pdf = unsigned
    for role, identity in identities.items():
        pdf = sign_document(pdf, request_of(plan, role, at=late), identity)
    verdict = judged(pdf, known)
    assert verdict.headline == "Signature unchanged, certificate not valid when it was made"
    assert "the certificate expired on" in verdict.failures[0]


def test_names_of_fields_and_passphrases_stay_out_of_the_file(signed):
    assert PASSPHRASE.encode() not in signed
    assert signature_field_name("approver-sponsor").encode() in signed
