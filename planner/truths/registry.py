"""The registry of rules: each is one declaration and one pure function.

Everything that lists rules (window, document, command line) reads it. Ids are for life: a rule that
goes leaves its id in `RETIRED`, and no new rule may take it.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.language import say
from planner.language.messages import Value
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.steps import EditStep

RETIRED: frozenset[str] = frozenset()
"""Ids of rules that are gone."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a finding says; both texts are messages whose values are a hit's parameters.

    Attributes:
        text: what is wrong, with the plan's names and figures.
        remedy: what would mend it.
    """

    text: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule's function yields for each thing that is wrong.

    Attributes:
        subject: id of the entry or of a question, or "plan".
        field: the field that it leads to (see `Finding.field`).
        message: key of the message in the rule's declaration.
        params: what the messages name; words among them are said already.
        fixable: one of the rule's fixes, if it has any, may mend this case.
        sources: the finding's own sources, where they are not all those of the rule.
    """

    subject: str = PLAN
    field: str = ""
    message: str = "finding"
    params: Mapping[str, Value] = dataclasses.field(default_factory=dict)
    fixable: bool = True
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A small plan that breaks or keeps a rule, shown in words and run as a test.

    Attributes:
        message: the case in one sentence, as a message.
        plan: builds the plan.
        today: the day on which it is checked; by default the example plan's own.
    """

    message: str
    plan: Callable[[], Plan]
    today: date = date(2027, 1, 4)

    @property
    def text(self) -> str:
        """The case in one sentence."""
        return say(self.message)


Mend = Callable[[Look, str], Sequence[EditStep]]
"""Returns the edits that mend a finding about the entry with an id; none where they can't."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend by machine.

    Attributes:
        message: what it does, as on the button ("Move the start behind the fix"), as a message.
        steps: the edits that mend a finding, from the plan and the finding's subject.
        safe: it takes no judgement, and nothing that somebody wrote is lost or overwritten; the others
            need a look.
        mends: keys of the messages that it mends; all of the rule's where empty.
    """

    message: str
    steps: Mend
    safe: bool = False
    mends: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it does, on the button."""
        return say(self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The declaration of a rule.

    Attributes:
        id: "group.name", for life.
        level: how heavy its findings weigh.
        claim: the rule as a short claim in sentence case ("Every tactic serves an objective"), as a message.
        reason: why it matters, in one to three sentences of our own, as a message.
        sources: keys of the essays' points, such as ("R9", "R3").
        applies_to: key of the kind that its findings are about, or "plan".
        step: the step on which they are mended; by default that of the kind.
        messages: by key; most rules have only "finding".
        options: names of the thresholds (fields of `Limits`) that it reads.
        breaks: an example that breaks it; a house truth has none.
        keeps: an example that keeps it; a house truth has none.
        fixes: mends by machine, where there are any; of several, the user chooses.
        late: it looks at what the other rules found (`Look.findings`), and so runs after them.
    """

    id: str
    level: Weight
    claim: str
    reason: str
    sources: tuple[str, ...]
    applies_to: str
    messages: Mapping[str, Message]
    breaks: Example | None = None
    keeps: Example | None = None
    step: Step | None = None
    options: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    late: bool = False

    @property
    def title(self) -> str:
        """The rule as a short claim."""
        return say(self.claim)

    @property
    def why(self) -> str:
        """Why it matters."""
        return say(self.reason)

    @property
    def citation(self) -> str:
        """The sources as printed."""
        return " ".join(self.sources)

    @property
    def examples(self) -> Mapping[str, str]:
        """The examples in words, by "breaks" and "keeps", where there are any."""
        both = {"breaks": self.breaks, "keeps": self.keeps}
        return {side: example.text for side, example in both.items() if example is not None}


Check = Callable[[Look], Iterable[Hit]]
_RULES: dict[str, tuple[Rule, Check]] = {}


def rule(declaration: Rule) -> Callable[[Check], Check]:
    """Register a pure function as the check of a rule.

    Raises:
        ValueError: the id is taken or retired.
    """
    if declaration.id in _RULES or declaration.id in RETIRED:
        msg = f"rule id {declaration.id} is taken"
        raise ValueError(msg)

    def register(check: Check) -> Check:
        _RULES[declaration.id] = (declaration, check)
        return check

    return register


def registered() -> Mapping[str, tuple[Rule, Check]]:
    """Return every rule with its check, by id, in the order of the catalogue.

    Call `planner.truths.catalogue.rules()` instead, which loads all rule modules first.
    """
    return _RULES
