"""Social: more than publishing; trust comes from talking with people (truths S1, S3, S4)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from planner.language import phrase
from planner.model.format import in_sentence, listing, plural, quoted
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, RELATIONSHIP_KINDS, TacticKind, Weight, Yield
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.mends import entries
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_EARNED = (Yield.TRUST, Yield.INFLUENCE, Yield.WORD_OF_MOUTH)
"""What publishing alone does not bring about."""
_ANSWER = phrase("Add a tactic in which you answer, converse, serve, build a community or listen.")


class _Running(NamedTuple):
    """When a channel's relationship tactics run: sorted starts, and the latest end up to each."""

    starts: list[date]
    latest_ends: list[date]

    def meets(self, tactic: Tactic) -> bool:
        """Whether one of them runs on a day on which a tactic does."""
        begun = bisect_right(self.starts, tactic.ends_on or date.max)
        return begun > 0 and self.latest_ends[begun - 1] >= (tactic.starts_on or date.min)


@rule(
    Rule(
        id="social.only-marketing",
        level=Weight.WARN,
        claim="The plan does more than push",
        reason=(
            "Messages that go one way are advertising, wherever they appear. A plan is social only if "
            "somebody in it answers, talks, helps or listens."
        ),
        sources=("S4", "S1"),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "All {tactics} publish or promote; nothing in the plan answers people, talks with them, "
                "serves them or listens.",
                _ANSWER,
            ),
            "both": Message(
                "Both tactics publish or promote; nothing in the plan answers people, talks with them, "
                "serves them or listens.",
                _ANSWER,
            ),
            "only": Message(
                "The only tactic publishes or promotes; nothing in the plan answers people, talks with "
                "them, serves them or listens.",
                _ANSWER,
            ),
        },
        breaks=Example(
            "Replying to reviews is turned into publishing praise.",
            lambda: example_with(("answer-reviews", "kind", TacticKind.PUBLISH)),
        ),
        keeps=Example("The letter goes out, and reviews are answered.", example_plan),
    )
)
def only_marketing(look: Look) -> Iterator[Hit]:
    """Yield a hit where there are tactics, and every one pushes."""
    tactics = look.plan.tactics.values()
    if tactics and all(tactic.kind in PUSH_KINDS for tactic in tactics):
        message = {1: "only", 2: "both"}.get(len(tactics), "finding")
        yield Hit(field="tactics", message=message, params={"tactics": plural(len(tactics), "tactic")})


@rule(
    Rule(
        id="social.publishing-magic",
        level=Weight.WARN,
        claim="Trust is not expected from publishing alone",
        reason=(
            "Putting a text on a blog does not turn it into trust. People come to trust and recommend those "
            "who answer them, so the talking has to happen where the publishing does."
        ),
        sources=("S3",),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” only publishes or promotes, yet it is to yield {gains}, and no tactic answers or "
                "talks with people on {channel} while it runs.",
                "Add a tactic that answers or converses there at the same time, or expect reach from it and "
                "no more.",
            ),
            "no-channel": Message(
                "“{name}” only publishes or promotes, yet it is to yield {gains}, and it names no channel on "
                "which anybody answers or talks with people.",
                "Choose its channel, and see that people are answered there; or expect reach from it and no "
                "more.",
            ),
        },
        breaks=Example(
            "The letter is to bring word of mouth, and nobody talks with its readers.",
            lambda: example_with(("weekday-letter", "yields", [Yield.WORD_OF_MOUTH])),
        ),
        keeps=Example(
            "What is published to bring word of mouth appears where reviews are answered.",
            lambda: example_with(
                ("weekday-letter", "yields", [Yield.WORD_OF_MOUTH]), ("weekday-letter", "channel", "reviews")
            ),
        ),
        fixes=(Fix("Expect reach and no more", entries.reach_expected),),
    )
)
def publishing_magic(look: Look) -> Iterator[Hit]:
    """Yield a hit for each push tactic that is to earn trust where no relationship tactic runs beside it."""
    running = _running(look)
    for tactic in look.plan.tactics.values():
        gains = [in_sentence(gain.label) for gain in tactic.yields if gain in _EARNED]
        if tactic.kind not in PUSH_KINDS or not gains:
            continue
        beside = running.get(tactic.channel) if tactic.channel is not None else None
        if beside is None or not beside.meets(tactic):
            message = "finding" if tactic.channel else "no-channel"
            params = {"gains": listing(gains), "channel": quoted(look.plan.name_of(tactic.channel))}
            yield Hit(tactic.id, "yields", message, params)


def _running(look: Look) -> Mapping[str | None, _Running]:
    found = {}
    for channel, tactics in look.tactics_by_channel.items():
        spans = sorted(_spans(tactics))
        found[channel] = _Running(
            [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
        )
    return found


def _spans(tactics: Iterable[Tactic]) -> Iterator[tuple[date, date]]:
    for tactic in tactics:
        if tactic.kind in RELATIONSHIP_KINDS:
            yield tactic.starts_on or date.min, tactic.ends_on or date.max
