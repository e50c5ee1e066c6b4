"""Purpose: every activity answers the business question (truths Q, R2, R8, V3, B, V0)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from planner.language import phrase, say
from planner.model.format import OR, in_sentence, quoted
from planner.model.records_experience import Channel
from planner.model.records_work import Objective
from planner.model.vocabulary import Level, Mechanism, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.mends import entries, ladder
from planner.truths.naming import names
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule
from planner.truths.words import counts_attention

_EVENINGS = Objective(
    id="evenings",
    name="Sell more evenings for companies",
    measure="Company evenings sold",
    unit="evenings",
    baseline=Decimal(4),
    target=Decimal(10),
    due=date(2027, 12, 31),
    mechanism=Mechanism.NEW_CUSTOMERS,
    owner="boss",
    asked_by="boss",
)
_PHOTO_FEED = Channel(id="photo-feed", name="Photo feed", owner="marketer")
_LOOK_FIRST = phrase("Look first at what the existing channels could do for the same objectives.")
_NEW_FEED = Channel(id="new-feed", name="New photo feed", owner="marketer", existing=False)


@rule(
    Rule(
        id="purpose.unanswered",
        level=Weight.STOP,
        claim="The business question has an answer",
        reason=(
            "If nobody can say how the business gets better by it, the plan is activity for its own sake, "
            "and the first cut in spending will end it."
        ),
        sources=("Q",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "“{name}” does not say how these activities will improve the business.",
                "Answer the business question in two or three sentences on the Purpose page.",
            )
        },
        breaks=Example("The answer is left blank.", lambda: example_with(("brief", "answer", ""))),
        keeps=Example("The plan says that answered reviews bring guests back on weekdays.", example_plan),
    )
)
def unanswered(look: Look) -> Iterator[Hit]:
    """Yield a hit where the brief has no answer."""
    if not look.plan.the_brief.answer.strip():
        yield Hit(field="brief.answer")


@rule(
    Rule(
        id="purpose.tactic-adrift",
        level=Weight.STOP,
        claim="Every tactic serves an objective",
        reason=(
            "Work that leads to no result of the business takes hours and money from work that does, and "
            "nobody can tell when to end it."
        ),
        sources=("Q", "R2"),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” serves no objective.",
                "Link it to the objective that it serves ({objectives}), or take it out of the plan.",
            ),
            "none-set": Message(
                "“{name}” serves no objective, and the plan has none.",
                "Set an objective first and link this tactic to it, or take it out of the plan.",
            ),
        },
        breaks=Example(
            "The letter serves no objective.", lambda: example_with(("weekday-letter", "objectives", []))
        ),
        keeps=Example("The letter and the replies both serve to fill the tables on weekdays.", example_plan),
        fixes=(Fix("Link it to the only objective", ladder.serves_only_objective),),
    )
)
def adrift(look: Look) -> Iterator[Hit]:
    """Yield a hit for each tactic without an objective."""
    objectives = look.plan.objectives.values()
    choice = names(objectives, joined=OR)
    for tactic in look.plan.tactics.values():
        if not tactic.objectives:
            message = "finding" if objectives else "none-set"
            yield Hit(tactic.id, "objectives", message, {"objectives": choice})


@rule(
    Rule(
        id="purpose.objective-idle",
        level=Weight.WARN,
        claim="Every objective has a tactic",
        reason=(
            "A goal that nothing is done for is a wish. Either the plan works for it, or it should not be "
            "promised to those who sign."
        ),
        sources=("R8", "V3"),
        applies_to="objectives",
        messages={
            "finding": Message(
                "Nothing is planned for “{name}”: no tactic serves it.",
                "Add a tactic for it, link one that serves it already, or take the objective out.",
            )
        },
        breaks=Example(
            "No tactic serves the objective about evenings for companies.", lambda: example_with(_EVENINGS)
        ),
        keeps=Example("Two tactics serve to fill the tables on weekdays.", example_plan),
    )
)
def objective_idle(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective that no tactic serves; it leads to the objective as a whole."""
    for objective in look.plan.objectives:
        if objective not in look.tactics_by_objective:
            yield Hit(objective)


@rule(
    Rule(
        id="purpose.tool-as-objective",
        level=Weight.STOP,
        claim="An objective is a result of the business",
        reason=(
            "Followers, posts and views say that a tool is in use, not that the business gains by it. They "
            "belong on the ladder below an objective, where they can lead to one."
        ),
        sources=("R2", "R8"),
        applies_to="objectives",
        messages={
            "level": Message(
                "“{name}” is measured by {measure}, which is marked as a figure of {level} and is no result "
                "of the business.",
                "Measure it by what the business gains, such as orders, people hired or cost saved, and "
                "make this figure a metric that leads there.",
            ),
            "words": Message(
                "“{name}” is measured by {measure}: that counts attention and is no result of the business.",
                "Measure it by what the business gains, such as orders, people hired or cost saved, and "
                "make this figure a metric that leads there.",
            ),
        },
        breaks=Example(
            "The objective is measured by followers.",
            lambda: example_with(("weekday-guests", "measure", "Followers on the photo feed")),
        ),
        keeps=Example("The objective is measured by guests on weekdays.", example_plan),
        fixes=(Fix("Make the figure a metric that leads here", ladder.figure_made_metric),),
    )
)
def tool_as_objective(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective whose measure is a figure of activity or engagement.

    Its level says so, or its words do, alone or with the unit's: `planner.truths.words.counts_attention`
    lets a text pass as soon as it names a result as well ("orders from followers"), since a stop can't
    be waived.
    """
    for objective in look.plan.objectives.values():
        params = {
            "measure": quoted(objective.measure) if objective.measure else say("a figure without a name")
        }
        if objective.measure_level in {Level.ACTIVITY, Level.ENGAGEMENT}:
            level = in_sentence(objective.measure_level.label)
            yield Hit(objective.id, "measure_level", "level", {**params, "level": level})
        elif _counts_attention(objective):
            yield Hit(objective.id, "measure", "words", params)


def _counts_attention(objective: Objective) -> bool:
    measure = objective.measure
    with_unit = bool(measure) and counts_attention(f"{measure} {objective.unit}")
    return with_unit or counts_attention(measure)


@rule(
    Rule(
        id="purpose.idle-channel",
        level=Weight.WARN,
        claim="Every channel is there for something",
        reason=(
            "To be somewhere because others are is no purpose. A presence without work or answers "
            "raises expectations that nobody looks after."
        ),
        sources=("R2", "B"),
        applies_to="channels",
        messages={
            "finding": Message(
                "“{name}” has no tactic and promises no answer: it is there for its own sake.",
                "Say what is done there by a tactic, promise an answer, listen there, or close it.",
            )
        },
        breaks=Example(
            "There is a photo feed on which nothing is planned.", lambda: example_with(_PHOTO_FEED)
        ),
        keeps=Example("A tactic uses the letter, and reviews get an answer.", example_plan),
        fixes=(
            Fix("Listen there", entries.listened_at),
            Fix("Take the channel out", entries.taken_out),
        ),
    )
)
def idle_channel(look: Look) -> Iterator[Hit]:
    """Yield a hit for each channel without a tactic, where people can expect no answer.

    A channel at which the organisation listens has a purpose; one that is interactive without a
    promise is told by ready.no-promise.
    """
    heard = {source.channel for source in look.plan.listening.values()}
    for channel in look.plan.channels.values():
        promises = channel.interactive or channel.promise_hours is not None
        if not promises and channel.id not in look.tactics_by_channel and channel.id not in heard:
            yield Hit(channel.id)


@rule(
    Rule(
        id="purpose.old-tools-unused",
        level=Weight.ADVICE,
        claim="What exists already is used too",
        reason=(
            "The telephone, the counter and the letter reach people today and cost nothing to open. "
            "Whoever talks well with people there has less need of a new place."
        ),
        sources=("V0",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "{new} opens newly, and no tactic uses a channel that exists already.", _LOOK_FIRST
            ),
            "beside-old": Message(
                "{new} opens newly, and no tactic uses a channel that exists already, such as {old}.",
                _LOOK_FIRST,
            ),
            "several": Message(
                "{new} open newly, and no tactic uses a channel that exists already.", _LOOK_FIRST
            ),
            "several-beside-old": Message(
                "{new} open newly, and no tactic uses a channel that exists already, such as {old}.",
                _LOOK_FIRST,
            ),
        },
        breaks=Example(
            "All work goes to a new photo feed, none to the reviews or the letter.",
            lambda: example_with(
                _NEW_FEED,
                ("answer-reviews", "channel", "new-feed"),
                ("weekday-letter", "channel", "new-feed"),
            ),
        ),
        keeps=Example(
            "A new photo feed opens beside the work on reviews and the letter.",
            lambda: example_with(_NEW_FEED),
        ),
    )
)
def old_tools_unused(look: Look) -> Iterator[Hit]:
    """Yield a hit where new channels open and no tactic uses an existing one; silent without tactics."""
    channels = look.plan.channels.values()
    new = [channel for channel in channels if not channel.existing]
    old = [channel for channel in channels if channel.existing]
    if new and look.plan.tactics and not any(channel.id in look.tactics_by_channel for channel in old):
        if len(new) == 1:
            message = "beside-old" if old else "finding"
        else:
            message = "several-beside-old" if old else "several"
        yield Hit(field="channels", message=message, params={"new": names(new), "old": names(old)})
