"""The catalogue as it was agreed: a copy of its tables, against which the program is held."""

AGREED = """
purpose.unanswered stop Q
purpose.tactic-adrift stop Q R2
purpose.objective-idle warn R8 V3
purpose.tool-as-objective stop R2 R8
purpose.idle-channel warn R2 B
purpose.old-tools-unused advice V0
measure.objective-incomplete stop R8 SL
measure.no-change stop R8
measure.due-outside-plan warn R8
measure.tactic-unmeasured warn R8
measure.metric-incomplete warn R8
measure.no-mechanism warn SL
measure.not-from-leadership warn SL R6
ladder.vanity-only stop S8 SL
ladder.dead-end warn SL
ladder.loop stop SL
ladder.falls-short warn SL
ladder.leak-unnamed advice SL
ladder.all-assumed advice SL
ladder.volume-as-success advice V7
experience.no-baseline stop R9
experience.push-before-fix stop R9
experience.critical-unowned stop R9 R3
experience.weak-unfixed stop R9
experience.fix-overdue warn R9 R3
experience.rating-unproven advice R9 R4
experience.no-customer-benefit warn S9 Q
experience.no-improvement warn R4
cost.free-lunch stop R1
cost.no-budget warn R1
cost.over-budget stop R1
cost.worth-less warn R1
cost.tools-over-people warn S7
owner.none stop R6 V3
owner.intern-only stop R6
owner.external-only stop R6
owner.relationship-outsourced stop S2 SO
owner.no-sponsor stop R6
owner.sponsor-absent warn R6
owner.no-senior warn R6
owner.one-function warn S8 B
owner.service-unheard warn S8 B
owner.overloaded warn V7 B
owner.single-point warn B R7
help.unvetted warn R10 S10
help.one-trick warn R10
help.talk-no-work warn R10
help.miracle warn S10
ready.no-promise stop R7
ready.no-escalation stop R7 B
ready.policy-late stop R7
ready.no-crisis-plan warn R7
ready.untrained warn R7 R10
promise.beyond-capacity stop R3 R7
promise.uneven warn B
promise.does-not-scale warn B
promise.unequal advice B
open.no-boundary warn R5
open.undisclosed-voice stop S5 B
open.no-disclosure-policy warn S5
open.stands-for-nothing advice V5 R3
listen.none stop S9 V0
listen.too-little warn S9
listen.dead-end warn B V0
listen.only-our-own advice S9
listen.nothing-done warn V0
social.only-marketing warn S4 S1
social.publishing-magic warn S3
change.none warn S6 S1
change.tools-first advice S7
ideas.one-origin advice V1
ideas.undecided warn V2
ideas.unexplained advice V2
adapt.no-review warn V6
adapt.no-stop-rule warn V6 V7
adapt.impatient warn V6
adapt.no-pilot advice V0 V6
focus.too-many-objectives warn V7
focus.spread-thin warn V7 Q
focus.launch-crowd warn V7 V6
people.unused advice -
waiver.expired warn -
waiver.unneeded advice -
plan.dates stop -
ask.unanswered warn each
"""
"""Id, level and sources of each rule; "-" stands for none, "each" for those of all questions.

A row is for life: the id of a rule that goes stays here, and is added to `RETIRED`.
"""

AGREED_QUESTIONS = """
ask.as-good-as-elsewhere B
ask.more-than-brochures B
ask.know-customers B
ask.better-candidates B
ask.neighbour-helped B
ask.ten-times B
ask.accounts-known B
ask.made-better Q R4
ask.leaders-take-part R6
ask.without-tools S1
ask.inconvenient S5 R5
ask.say-and-do V3
ask.stop-doing V7
ask.heard-last-quarter S9 V0
"""
"""Id and sources of each question; for life as well, since answers name them."""


def agreed() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return level and sources of each rule, by id."""
    rows = [line.split() for line in AGREED.strip().splitlines()]
    return {name: (level, tuple(sources)) for name, level, *sources in rows}
