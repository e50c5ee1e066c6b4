"""Each fix by machine mends what it is offered for, and says so only where it can."""

from datetime import date
from decimal import Decimal

import pytest

from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import Person
from planner.model.records_signoff import Waiver
from planner.model.records_work import Objective
from planner.model.vocabulary import (
    Employment,
    Level,
    PolicyStatus,
    Seniority,
    Yield,
)
from planner.truths.catalogue import rules
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY
from planner.truths.fixes import offers

TODAY = EXAMPLE_DAY
PHOTOS = Channel(id="photos", name="Photos", owner="marketer")
FREELANCE = Person(id="freelance", name="Freelance", employment=Employment.CONTRACTOR)
INTERN = Person(id="intern", name="Intern", level=Seniority.INTERN)
LAWYER = Person(id="lawyer", name="Lawyer")
SECOND = Objective(id="second", name="Second")
OPENINGS = (
    Channel(id="n1", name="One", owner="boss", existing=False, opens_on=date(2027, 3, 1)),
    Channel(id="n2", name="Two", owner="boss", existing=False, opens_on=date(2027, 3, 10)),
    Channel(id="n3", name="Three", owner="boss", existing=False, opens_on=date(2027, 3, 31)),
)
STALE = Waiver(id="stale", rule="adapt.no-review", reason="Rebuilding.", by="boss")
LATE_REVIEW = ("spring-review", "on", date(2027, 6, 1))

CASES = {
    ("purpose.tactic-adrift", "Link it to the only objective"): [("weekday-letter", "objectives", [])],
    ("purpose.tool-as-objective", "Make the figure a metric that leads here"): [
        ("weekday-guests", "measure", "Followers")
    ],
    ("purpose.idle-channel", "Listen there"): [PHOTOS],
    ("purpose.idle-channel", "Take the channel out"): [PHOTOS],
    ("measure.objective-incomplete", "Let it fall due on the plan's last day"): [
        ("weekday-guests", "due", None)
    ],
    ("measure.no-change", "Turn the direction round"): [("weekday-guests", "target", Decimal(380))],
    ("measure.due-outside-plan", "Let it fall due on the plan's last day"): [
        ("weekday-guests", "due", date(2028, 6, 30))
    ],
    ("measure.due-outside-plan", "Let the plan run until then"): [
        ("weekday-guests", "due", date(2028, 6, 30))
    ],
    ("measure.metric-incomplete", "Let it fall due with its objective"): [("letter-clicks", "due", None)],
    ("measure.metric-incomplete", "Read it once a month"): [("letter-clicks", "cadence", None)],
    ("ladder.dead-end", "Let it feed the only objective"): [("letter-clicks", "feeds", None)],
    ("ladder.loop", "Cut the circle at its highest metric"): [
        ("return-bookings", "feeds", "reviews-answered")
    ],
    ("ladder.falls-short", "Set the target to what is needed"): [("reviews-answered", "target", Decimal(20))],
    ("experience.push-before-fix", "Move the start behind the fix"): [
        ("weekday-letter", "starts_on", date(2027, 2, 1))
    ],
    ("experience.critical-unowned", "Date the fix before the first push"): [("slow-bill", "fix_due", None)],
    ("experience.fix-overdue", "Mark it as done"): [("slow-bill", "fix_due", date(2026, 12, 24))],
    ("experience.rating-unproven", "Date the rating today"): [("evening", "rated_on", None)],
    ("owner.none", "Let the accountable person do it"): [("weekday-letter", "responsible", [])],
    ("owner.none", "Let the one who does it answer for it"): [
        ("weekday-letter", "responsible", ["marketer"]),
        ("weekday-letter", "accountable", None),
    ],
    ("owner.none", "Give it to the owner of its objective"): [("letter-clicks", "owner", None)],
    ("owner.none", "Give it to the one who answers there"): [
        ("reviews", "owner", None),
        ("reviews", "voices", [Voice("service-lead", Decimal(18))]),
    ],
    ("owner.intern-only", "Let the owner of its channel answer for it"): [
        INTERN,
        ("weekday-letter", "accountable", "intern"),
        ("weekday-letter", "responsible", ["intern"]),
    ],
    ("owner.external-only", "Let the owner of its channel answer for it"): [
        FREELANCE,
        ("weekday-letter", "accountable", "freelance"),
        ("weekday-letter", "responsible", ["freelance"]),
    ],
    ("owner.relationship-outsourced", "Let the accountable person do it as well"): [
        FREELANCE,
        ("answer-reviews", "responsible", ["freelance"]),
    ],
    ("owner.sponsor-absent", "Invite the sponsor to the next review"): [
        ("spring-review", "people", ["marketer"])
    ],
    ("owner.single-point", "Name the channel's owner as backup"): [
        ("reviews", "voices", [Voice("host", Decimal(18))]),
        ("reviews", "backup", []),
    ],
    ("ready.policy-late", "Start when the policy is in force"): [
        ("response-policy", "in_force_from", date(2027, 2, 1))
    ],
    ("ready.untrained", "Start the work after the training"): [("host", "trained_on", date(2027, 2, 1))],
    ("promise.beyond-capacity", "Give its voices the hours"): [("reviews", "messages", 310)],
    ("promise.unequal", "Add a draft of the policy"): ["equal-policy"],
    ("open.no-disclosure-policy", "Add a draft of the policy"): [
        ("disclosure-policy", "status", PolicyStatus.WITHDRAWN),
        ("weekday-letter", "responsible", ["marketer"]),
    ],
    ("listen.too-little", "Give the first source the missing hours"): [("guest-talk", "hours", Decimal(1))],
    ("listen.nothing-done", "Let the next review act on it"): [("spring-review", "heard", [])],
    ("social.publishing-magic", "Expect reach and no more"): [
        ("weekday-letter", "yields", [Yield.WORD_OF_MOUTH, Yield.SALES])
    ],
    ("change.tools-first", "Buy it after the training"): [("tool-line", "bought_on", date(2026, 11, 1))],
    ("adapt.no-review", "Add a first review"): ["spring-review"],
    ("adapt.no-review", "Hold it on the last day allowed"): [LATE_REVIEW],
    ("adapt.impatient", "Let it fall due when results are ripe"): [
        ("weekday-guests", "due", date(2027, 2, 11))
    ],
    ("adapt.no-pilot", "Make it a pilot"): [("letter", "existing", False)],
    ("focus.launch-crowd", "Open it after the others"): OPENINGS,
    ("people.unused", "Take the person out"): [LAWYER],
    ("plan.dates", "Swap the two days"): [("response-policy", "in_force_until", date(2026, 1, 1))],
    ("plan.dates", "Cut the tactic to the plan"): [("weekday-letter", "ends_on", date(2028, 1, 1))],
    ("plan.dates", "Stretch the plan around it"): [("weekday-letter", "ends_on", date(2028, 1, 1))],
    ("ask.unanswered", "Date the answer today"): [("answer-13", "on", None)],
    ("waiver.expired", "Take the exception out"): [
        LATE_REVIEW,
        STALE,
        ("stale", "until", date(2027, 1, 3)),
    ],
    ("waiver.unneeded", "Take the exception out"): [STALE],
    ("waiver.unneeded", "Take out what is unknown"): [STALE, ("stale", "rule", "adapt.no-such-truth")],
}
"""Edits of the example plan after which each fix is offered."""


def finding_in(plan, rule):
    return next(f for f in check_plan(plan, TODAY).findings if f.rule == rule)


def offer_of(plan, rule, label):
    return next(o for o in offers(plan, finding_in(plan, rule), TODAY) if o.fix.label == label)


def test_every_fix_of_the_catalogue_is_tried():
    declared = {(name, fix.label) for name, (declaration, _) in rules().items() for fix in declaration.fixes}
    assert declared == set(CASES)


@pytest.mark.parametrize(("rule", "label"), CASES, ids=lambda part: part)
def test_a_fix_mends_the_finding_it_is_offered_for(rule, label):
    plan = example_with(*CASES[rule, label])
    finding = finding_in(plan, rule)
    assert label in finding.fixes
    edit = offer_of(plan, rule, label).edit
    assert edit.label.startswith(label)
    assert finding.key not in {f.key for f in check_plan(edit.plan, TODAY).findings}


@pytest.mark.parametrize(("rule", "label"), CASES, ids=lambda part: part)
def test_labels_are_short_enough_for_a_button(rule, label):
    assert len(label) <= 42
    assert label[0].isupper()
    assert not label.endswith(".")


@pytest.mark.parametrize(
    ("rule", "steps"),
    [
        ("purpose.tactic-adrift", [SECOND, ("weekday-letter", "objectives", [])]),
        ("ladder.dead-end", [SECOND, ("letter-clicks", "feeds", None)]),
        ("measure.objective-incomplete", [("weekday-guests", "due", None), ("weekday-guests", "unit", "")]),
        ("measure.metric-incomplete", [("letter-clicks", "source", "")]),
        ("experience.critical-unowned", [("slow-bill", "fix_owner", None)]),
        ("owner.relationship-outsourced", [
            FREELANCE,
            ("answer-reviews", "responsible", ["freelance"]),
            ("answer-reviews", "accountable", "freelance"),
        ]),
        ("owner.single-point", [
            ("reviews", "voices", [Voice("service-lead", Decimal(18))]),
            ("reviews", "backup", []),
        ]),
        ("promise.beyond-capacity", [
            ("reviews", "voices", [Voice("host", Decimal(0))]),
        ]),
        ("adapt.impatient", [
            ("weekday-guests", "due", date(2027, 2, 11)),
            ("brief", "ends_on", date(2027, 2, 20)),
        ]),
        ("plan.dates", [
            ("weekday-letter", "starts_on", None),
            ("weekday-letter", "ends_on", date(2026, 12, 1)),
            ("brief", "ends_on", date(2026, 1, 1)),
        ]),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)  # fmt: skip
def test_no_fix_is_offered_that_would_have_to_guess(rule, steps):
    finding = finding_in(example_with(*steps), rule)
    labels = {"Swap the two days"} if rule == "plan.dates" else set()
    assert set(finding.fixes) == labels


def test_a_fix_that_no_longer_applies_is_not_offered():
    finding = finding_in(example_with(("letter-clicks", "due", None)), "measure.metric-incomplete")
    assert offers(example_with(), finding, TODAY) == ()
    assert offers(example_with("letter-clicks"), finding, TODAY) == ()


def test_the_voices_get_their_hours_in_proportion():
    plan = example_with(("reviews", "messages", 310))
    after = offer_of(plan, "promise.beyond-capacity", "Give its voices the hours").edit.plan
    # 310 x 6 min = 31 h; / (0.85 x 0.8) = 45.6 h, two to one as 12 h to 6 h.
    assert [voice.hours for voice in after.channels["reviews"].voices] == [Decimal("30.4"), Decimal("15.2")]


def test_a_figure_of_attention_goes_to_the_ladder_with_all_its_figures():
    plan = example_with(("weekday-guests", "measure", "Followers"))
    after = offer_of(plan, "purpose.tool-as-objective", "Make the figure a metric that leads here").edit.plan
    metric = next(m for m in after.metrics.values() if m.name == "Followers")
    assert (metric.level, metric.feeds, metric.target) == (Level.ENGAGEMENT, "weekday-guests", Decimal(460))
    objective = after.objectives["weekday-guests"]
    assert (objective.measure, objective.target) == ("", None)


def test_listening_gets_exactly_what_it_lacks():
    plan = example_with(("guest-talk", "hours", Decimal(1)))
    label = "Give the first source the missing hours"
    assert offer_of(plan, "listen.too-little", label).edit.plan.listening["guest-talk"].hours == Decimal(
        "1.5"
    )
