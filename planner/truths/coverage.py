"""Which rules, questions and features honour each point of the essays.

A point with a key of its own is honoured by whatever cites that key. One essay ("B") has no numbers;
its rules cite the whole, so each of its points names those of them that honour it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.language import say
from planner.model.format import in_sentence
from planner.model.kinds import kind_of
from planner.model.schema import field
from planner.truths.catalogue import rules
from planner.truths.findings import QUESTION
from planner.truths.questions import QUESTIONS, Question, question_by_id
from planner.truths.registry import Rule


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that an essay asks for.

    Attributes:
        key: a source's key, or that and a name of ours for a part of it: "B.scale".
        message: what it asks for, in words of our own, as a message.
        truths: for a part of a source, ids of the rules and questions that honour it.
    """

    key: str
    message: str
    truths: tuple[str, ...] = ()

    @property
    def gist(self) -> str:
        """What it asks for, in words of our own."""
        return say(self.message)

    @property
    def source(self) -> str:
        """Key of the source that it is a part of, or stands for as a whole."""
        return self.key.partition(".")[0]

    @property
    def is_part(self) -> bool:
        """Whether it is one of several parts of its source."""
        return self.key != self.source


@dataclass(frozen=True, slots=True)
class Feature:
    """What the program does for a point, beside what its rules find and its questions ask.

    Attributes:
        point: key of the point.
        message: what it does, as a message.
        kind: key of the kind of record that carries it.
        field: name of that kind's field.
    """

    point: str
    message: str
    kind: str
    field: str

    @property
    def does(self) -> str:
        """What it does."""
        return say(self.message)


@dataclass(frozen=True, slots=True)
class Cover:
    """What honours one point.

    Attributes:
        point: the point.
        truths: ids of rules and questions, in the order of the catalogue.
        features: what else does.
    """

    point: Point
    truths: tuple[str, ...]
    features: tuple[Feature, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """Those of its truths that are rules."""
        return tuple(name for name in self.truths if question_by_id(name) is None)

    @property
    def questions(self) -> tuple[str, ...]:
        """Those of its truths that are questions."""
        return tuple(name for name in self.truths if question_by_id(name) is not None)


POINTS: tuple[Point, ...] = (
    Point("R1", "It costs work and money, and pays back as it is planned and paid for"),
    Point("R2", "Tools serve a purpose of the business"),
    Point("R3", "Trust follows from kept promises and from people who own them"),
    Point("R4", "Be good in earnest, and get better all the time"),
    Point("R5", "Open where it helps, closed where something must be protected"),
    Point("R6", "Senior people lead it and take part"),
    Point("R7", "Readiness comes first: people, policies, ways to a quick answer"),
    Point("R8", "Measurable objectives in a plan decide what counts as a result"),
    Point("R9", "The customer's experience comes before any campaign"),
    Point("R10", "Helpers who plan, carry out, teach and stay"),
    Point("Q", "Every activity answers how the business, and the people it serves, gain"),
    Point(
        "B.service",
        "Service on social channels that bears comparison with every other way in",
        ("ask.as-good-as-elsewhere", "promise.uneven"),
    ),
    Point("B.content", "Content that tells more than the brochures", ("ask.more-than-brochures",)),
    Point("B.customers", "Speakers who know what customers need", ("ask.know-customers",)),
    Point("B.candidates", "Recruiting judged by who is found", ("ask.better-candidates",)),
    Point(
        "B.onlookers",
        "Whoever reads along is treated as those are whom they see helped",
        ("promise.unequal", "ask.neighbour-helped"),
    ),
    Point(
        "B.scale", "Answers that hold when many more people ask", ("promise.does-not-scale", "ask.ten-times")
    ),
    Point(
        "B.lasting",
        "What people were led to expect can be kept up by those who are there",
        ("owner.overloaded", "owner.single-point"),
    ),
    Point(
        "B.functions",
        "More functions than marketing take part",
        ("owner.one-function", "owner.service-unheard"),
    ),
    Point("B.repository", "What is heard is kept in one place", ("listen.dead-end",)),
    Point(
        "B.routing",
        "What is urgent reaches those who can solve it",
        ("ready.no-escalation", "listen.dead-end"),
    ),
    Point(
        "B.accounts",
        "Every account is known, and worth having",
        ("purpose.idle-channel", "ask.accounts-known"),
    ),
    Point("B.agency", "It is said openly where an agency speaks", ("open.undisclosed-voice",)),
    Point("B.habits", "Working together across departments is learned, and takes its time"),
    Point("S1", "The company cares for its relationships, whether or not a tool is involved"),
    Point("S2", "Relationships are never handed to an agency"),
    Point("S3", "Publishing alone brings neither trust nor word of mouth"),
    Point("S4", "Advertising on social channels remains advertising"),
    Point("S5", "Disclose as a habit, the awkward things too"),
    Point("S6", "The change in the organisation is the real work"),
    Point("S7", "Those who care about others come first, and tools after"),
    Point("S8", "Not marketing's alone, and judged by results of the business"),
    Point("S9", "Listen at least as much as you talk, and beyond your own customers"),
    Point("S10", "No adviser with wonders and secret recipes"),
    Point("SL", "A chain of evidence from activity to a result that the leaders asked for"),
    Point("SO", "What may be given to others, and what never"),
    Point("V0", "Use what is there, listen, act on it, and start with small trials"),
    Point("V1", "Whoever has an idea is heard"),
    Point("V2", "Somebody decides on each idea, and it is known why"),
    Point("V3", "Deeds stand behind the words"),
    Point("V4", "What sounds simple takes work, and is done for others' good"),
    Point("V5", "Know what you stand for, and hold to it"),
    Point("V6", "Allow results their time, watch, and change course"),
    Point("V7", "Fewer things, chosen for results and not for volume"),
)
"""Every point of the essays, essay by essay."""

FEATURES: tuple[Feature, ...] = (
    Feature("R1", "Hours are turned into money at the plan's own rate", "brief", "hourly_rate"),
    Feature("R2", "Each tactic names the objectives that it serves", "tactics", "objectives"),
    Feature("R3", "What is promised stands beside who keeps it", "channels", "promise_hours"),
    Feature("R4", "Each fix has its words, its owner and its day", "issues", "fix"),
    Feature("R5", "What is shared and what is protected stand side by side", "brief", "protects"),
    Feature("R6", "The sponsor signs, as one of the approvers", "approvers", "role"),
    Feature("R7", "A policy says from which day it is in force", "policies", "in_force_from"),
    Feature("R8", "A result has a baseline, a target and a day", "objectives", "target"),
    Feature("R9", "The journey is rated before anything is planned", "touchpoints", "rating"),
    Feature("R10", "A partner's vetting is written down point by point", "partners", "teaches"),
    Feature("Q", "The question stands first in the plan and in its document", "brief", "answer"),
    Feature("B.service", "Where a promise differs, the plan says why", "channels", "promise_reason"),
    Feature("B.content", "What customers gain stands beside what is done", "tactics", "benefit"),
    Feature("B.customers", "The voices are people with a function, by name", "channels", "voices"),
    Feature(
        "B.candidates",
        "People hired are one of the ways in which a result comes about",
        "objectives",
        "mechanism",
    ),
    Feature("B.onlookers", "Equal treatment is a kind of policy of its own", "policies", "kind"),
    Feature(
        "B.scale", "What happens in a rush is written down, and drawn hour by hour", "channels", "surge_plan"
    ),
    Feature("B.lasting", "Stand-ins are named, and each week's load is drawn", "channels", "backup"),
    Feature("B.functions", "Everybody's function is known", "people", "function"),
    Feature(
        "B.repository", "Each source names the place where what is heard is kept", "listening", "repository"
    ),
    Feature("B.routing", "The way of a hard case is written down", "channels", "escalation_path"),
    Feature("B.accounts", "Every presence is on one list, old and new", "channels", "existing"),
    Feature("B.agency", "Whoever is from outside is marked as such", "people", "employment"),
    Feature(
        "B.habits",
        "Each change in how people work says whose work, who leads it and by when",
        "changes",
        "who",
    ),
    Feature("S1", "Ways in without any social tool are channels like the others", "channels", "type"),
    Feature("S2", "Kinds of work that build relationships are told apart", "tactics", "kind"),
    Feature("S3", "What a tactic is to bring about in people is said beforehand", "tactics", "yields"),
    Feature("S4", "Pushing is a kind of work of its own, and is counted", "tactics", "kind"),
    Feature("S5", "Disclosure is a kind of policy of its own", "policies", "kind"),
    Feature("S6", "Changes are planned as work is", "changes", "due"),
    Feature("S7", "Training has its day, and the money for tools has another", "people", "trained_on"),
    Feature("S8", "An objective's measure has a level", "objectives", "measure_level"),
    Feature(
        "S9", "Each source says whose voices it hears, and how many hours it takes", "listening", "voices"
    ),
    Feature("S10", "What a partner promised is written down", "partners", "claim"),
    Feature("SL", "The ladder has a rate and its evidence at each link, and is drawn", "metrics", "rate"),
    Feature("SO", "People from outside belong to a partner", "people", "partner"),
    Feature("V0", "A tactic may be a small trial", "tactics", "pilot"),
    Feature("V1", "An idea says where it came from", "ideas", "origin"),
    Feature("V2", "A decision says who, when and why", "ideas", "why"),
    Feature("V3", "What counts as success is written down beforehand", "tactics", "success"),
    Feature("V4", "The weekly work behind each simple line is put into figures", "tactics", "hours"),
    Feature("V4", "What customers gain stands beside what is done", "tactics", "benefit"),
    Feature("V5", "What the organisation stands for is part of what is signed", "brief", "stands_for"),
    Feature("V6", "Reviews are in the diary, and later figures are kept", "reviews", "on"),
    Feature(
        "V7", "The number of objectives has a limit, which the plan may set", "limits", "objectives_count"
    ),
)
"""What the program does for each point beside its rules and questions."""


def coverage() -> tuple[Cover, ...]:
    """Return what honours each point, in the order of the points."""
    citing = citations()
    return tuple(
        Cover(
            point=point,
            truths=point.truths if point.is_part else citing.get(point.key, ()),
            features=tuple(feature for feature in FEATURES if feature.point == point.key),
        )
        for point in POINTS
    )


def citations() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the rules and questions that cite each source, by the source's key."""
    found: dict[str, tuple[str, ...]] = {}
    for truth in _truths():
        for key in truth.sources:
            found[key] = (*found.get(key, ()), truth.id)
    return found


def _truths() -> Iterator[Rule | Question]:
    # A rule on questions only hands on their sources: it would honour a point that no question asks about.
    yield from (declaration for declaration, _ in rules().values() if declaration.applies_to != QUESTION)
    yield from QUESTIONS


def feature_words(feature: Feature) -> str:
    """Return what a feature does, and at which field."""
    return say(
        "{feature} ({kind}, {field})",
        feature=feature.does,
        kind=kind_of(feature.kind).words,
        field=in_sentence(field(feature.kind, feature.field).title),
    )
