"""From a printout to its revision: by typed fingerprint and by QR code."""

from datetime import UTC, datetime

import pytest

from planner.editing import verbs
from planner.errors import PlanError
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.plan import empty_plan
from planner.model.records_signoff import Approval, ApprovalRequest, SignedRevision
from planner.signoff.printed import code_text, find_revision

SIGNED, SENT = "1234abcd" * 8, "12340000" * 8


@pytest.fixture
def plan():
    at = datetime(2027, 3, 12, tzinfo=UTC)
    plan = verbs.add(empty_plan(), SignedRevision(id="s1", number=3, fingerprint=SIGNED, at=at)).plan
    plan = verbs.add(plan, Approval(id="a1", revision=3, fingerprint=SIGNED, at=at)).plan
    return verbs.add(plan, ApprovalRequest(id="r1", revision=2, fingerprint=SENT, at=at)).plan


@pytest.mark.parametrize(
    "typed",
    [
        short_fingerprint(SIGNED),
        SIGNED,
        SIGNED.upper(),
        "1234-ABCD",
        " 1234 abcd 1234 abcd\n",
        "1234.abcd:1234·abcd",
        "1234–ABCD—1234",
        "l234-abcd",
        f"Plan fingerprint {short_fingerprint(SIGNED)}",
    ],
)
def test_a_fingerprint_typed_in_any_way_finds_its_revision(plan, typed):
    found = find_revision(typed, plan)
    assert (found.number, found.signed, found.current) == (3, True, False)


def test_a_code_read_from_the_page_finds_its_revision(plan):
    found = find_revision(code_text(plan.plan_id, 3, SIGNED), plan)
    assert found.fingerprint == SIGNED


def test_the_plan_as_it_is_now_and_what_was_sent_round_are_found_too(plan):
    now = find_revision(short_fingerprint(fingerprint(plan)), plan)
    assert (now.number, now.current, now.signed) == (plan.revision, True, False)
    sent = find_revision(SENT, plan)
    assert (sent.number, sent.signed) == (2, False)


def test_a_letter_o_is_read_as_the_zero_that_it_must_be(plan):
    assert find_revision("1234-OOOO", plan).number == 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "no fingerprint"),
        ("1234", "no fingerprint"),
        ("hello world", "no fingerprint"),
        ("ffff-ffff-ffff-ffff", "no revision with that fingerprint"),
        (code_text("00" * 16, 3, SIGNED), "another plan"),
    ],
)
def test_what_leads_to_no_revision_is_told(plan, typed, words):
    with pytest.raises(PlanError, match=words):
        find_revision(typed, plan)


def test_digits_that_fit_several_revisions_are_not_enough(plan):
    twin = SIGNED[:8] + "f" * 56
    plan = verbs.add(plan, SignedRevision(id="s2", number=4, fingerprint=twin)).plan
    with pytest.raises(PlanError, match="Several revisions"):
        find_revision(SIGNED[:8], plan)
    assert find_revision(SIGNED[:12], plan).number == 3
