"""Partners and openness at their edges."""

from datetime import date
from decimal import Decimal

import pytest

from planner.model.records_experience import Policy, Voice
from planner.model.records_purpose import Person
from planner.model.vocabulary import Employment, PartnerClaim, PolicyKind, PolicyStatus, TacticKind

FREELANCE = Person(id="freelance", name="Freelance", employment=Employment.CONTRACTOR)
ONLY_STAFF = ("weekday-letter", "responsible", ["marketer"])
IN_FORCE = {"status": PolicyStatus.APPROVED, "kind": PolicyKind.DISCLOSURE}
UNDISCLOSED = "open.undisclosed-voice"


def test_missing_answers_of_a_partner_are_named_by_their_titles(told):
    (finding,) = told("help.unvetted", ("studio", "can_plan", " "), ("studio", "teaches", ""))
    assert finding.message.endswith("there is no answer on “Can plan” and “Teaches and stands by”.")
    assert finding.field == "can_plan"


def test_delivered_work_is_asked_for_by_its_own_truth(told):
    assert not told("help.unvetted", ("studio", "delivered", ""))
    assert told("help.talk-no-work", ("studio", "delivered", ""))


def test_a_miracle_is_named(told):
    (finding,) = told("help.miracle", ("studio", "claim", PartnerClaim.SECRET_FORMULA))
    assert "promised a secret formula" in finding.message


def test_the_boundary_names_what_is_missing(told):
    (finding,) = told("open.no-boundary", ("brief", "shares", ""), ("brief", "protects", "\n"))
    assert finding.message == "The plan does not say what is shared or what stays protected."
    assert finding.field == "brief.shares"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", PolicyStatus.DRAFT),
        ("status", PolicyStatus.WITHDRAWN),
        ("in_force_from", None),
        ("in_force_from", date(2027, 3, 2)),
        ("in_force_until", date(2027, 2, 28)),
        ("channels", ["reviews"]),
    ],
)
def test_only_a_policy_in_force_there_and_then_discloses_an_outsider(told, name, value):
    assert not told(UNDISCLOSED)
    (finding,) = told(UNDISCLOSED, ("disclosure-policy", name, value))
    assert "Designer of the studio speaks for you from outside, in “Letter with Tuesday's menu”" in (
        finding.message
    )
    assert "on 1 March 2027." in finding.message


def test_a_policy_for_that_channel_is_enough(told):
    steps = (("disclosure-policy", "status", PolicyStatus.DRAFT),)
    policy = Policy(id="p", in_force_from=date(2027, 3, 1), channels=("letter",), **IN_FORCE)
    assert not told(UNDISCLOSED, *steps, policy)


def test_voices_and_backups_speak_from_today_on_existing_channels(told):
    draft = ("disclosure-policy", "status", PolicyStatus.DRAFT)
    for field, value in (("voices", [Voice("freelance", Decimal(18))]), ("backup", ["freelance"])):
        steps = (FREELANCE, ONLY_STAFF, draft, ("reviews", field, value))
        (finding,) = told(UNDISCLOSED, *steps, today=date(2027, 2, 1))
        assert "“Reviews”, and no disclosure policy is in force for it on 1 February 2027." in finding.message


def test_preparing_and_building_is_not_speaking(told):
    draft = ("disclosure-policy", "status", PolicyStatus.DRAFT)
    assert told(UNDISCLOSED, draft)
    for kind in (TacticKind.CREATE, TacticKind.BUILD, TacticKind.RESEARCH, TacticKind.LISTEN):
        assert not told(UNDISCLOSED, draft, ("weekday-letter", "kind", kind))


def test_a_missing_policy_is_told_once(told):
    gone = "disclosure-policy"
    assert told(UNDISCLOSED, gone)
    assert not told("open.no-disclosure-policy", gone)
    assert told("open.no-disclosure-policy", gone, ONLY_STAFF)
    assert not told(UNDISCLOSED, gone, ONLY_STAFF)


def test_a_draft_is_a_policy_and_a_withdrawn_one_is_not(told):
    def with_status(status):
        return told("open.no-disclosure-policy", ONLY_STAFF, ("disclosure-policy", "status", status))

    assert not with_status(PolicyStatus.DRAFT)
    assert with_status(PolicyStatus.WITHDRAWN)
