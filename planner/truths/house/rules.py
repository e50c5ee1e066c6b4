"""House rules as rules like all others: each with a declaration and a check."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from planner.language import phrase, say
from planner.model.format import in_sentence, listing, quoted
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import Subject, TruthSort
from planner.truths.findings import PLAN
from planner.truths.house.conditions import Condition, compiled
from planner.truths.house.errors import ConditionError
from planner.truths.house.ids import record_id, truth_id
from planner.truths.house.running import WORK, Run
from planner.truths.house.telling import told
from planner.truths.house.types import BRIEF, BUDGET, fields_of, kind_looked_at
from planner.truths.look import Look
from planner.truths.registry import Check, Hit, Message, Rule

_MESSAGES = {
    "finding": Message("{told}", "{mend}"),
    "failed": Message(
        phrase("The house truth “{title}” could not be checked. {problem}"),
        phrase("Correct its conditions; the other truths were checked."),
    ),
}


class HouseRule(Rule):
    """A rule of the house: told in the words in which it was written, whatever language is spoken."""

    __slots__ = ()

    @property
    def title(self) -> str:
        """The rule as it was written."""
        return self.claim

    @property
    def why(self) -> str:
        """Why it matters, as it was written."""
        return self.reason


def house_rules(plan: Plan) -> dict[str, tuple[Rule, Check]]:
    """Return the rules among a plan's house truths, by id, in the plan's order."""
    truths = [truth for truth in plan.house_truths.values() if truth.sort is TruthSort.RULE]
    share = WORK // max(1, len(truths))
    return {truth_id(truth): (_declared(truth), partial(_check, truth, share)) for truth in truths}


def house_rule(plan: Plan, rule_id: str) -> Rule | None:
    """Return the rule among a plan's house truths with an id."""
    truth = plan.house_truths.get(record_id(rule_id) or "")
    return _declared(truth) if truth is not None and truth.sort is TruthSort.RULE else None


def _declared(truth: HouseTruth) -> Rule:
    return HouseRule(
        id=truth_id(truth),
        level=truth.level,
        claim=display_name(truth),
        reason=truth.why,
        sources=(truth.citation,) if truth.citation else (),
        applies_to=truth.looks_at.value,
        messages=_MESSAGES,
    )


def _check(truth: HouseTruth, work: int, look: Look) -> Iterator[Hit]:
    """Yield a hit for each entry for which the conditions hold, and one where they can't be run."""
    kind = kind_looked_at(truth.looks_at)
    try:
        conditions = compiled(truth.conditions, kind)
        run = Run(conditions, truth.joined, look.plan, look.today, work)
        for record in broken_by(run, look.plan.records(kind).values()):
            yield _hit(truth, conditions, look.plan, record)
    except ConditionError as error:
        params = {"title": display_name(truth), "problem": error.sentence}
        yield Hit(truth.id, "conditions", "failed", params)


def broken_by(run: Run, records: Iterable[Record]) -> Iterator[Record]:
    """Yield the entries for which the conditions of a run hold.

    Raises:
        ConditionError: they can't be run for one, which it names; those before it were yielded.
    """
    for record in records:
        try:
            if run.holds(record):
                yield record
        except ConditionError as error:
            name = quoted(display_name(record))
            msg = say("{problem} It failed at {entry}.", problem=error.sentence, entry=name)
            raise ConditionError(msg) from error


def _hit(truth: HouseTruth, conditions: Sequence[Condition], plan: Plan, record: Record) -> Hit:
    ways = list(dict.fromkeys(way for condition in conditions for way in condition.meaning.uses))
    subject = PLAN if truth.looks_at is Subject.PLAN else record.id
    params = {
        "told": told(truth.message, plan, record) or _usual_message(truth, plan, record),
        "mend": told(truth.remedy, plan, record) or _usual_remedy(truth, ways),
    }
    return Hit(subject, _field(truth.looks_at, ways), params=params)


def _usual_message(truth: HouseTruth, plan: Plan, record: Record) -> str:
    about = plan.title if truth.looks_at is Subject.PLAN else display_name(record)
    return say("{entry} breaks a truth of the house: {truth}", entry=quoted(about), truth=display_name(truth))


def _usual_remedy(truth: HouseTruth, ways: Sequence[tuple[str, ...]]) -> str:
    known = fields_of(kind_looked_at(truth.looks_at))
    titles = dict.fromkeys(known[way[1]].title for way in ways if way[0] == "entry" and way[1] in known)
    if not titles:
        return say("Change the plan.")
    return say("It looks at: {fields}.", fields=listing(in_sentence(title) for title in titles))


def _field(subject: Subject, ways: Sequence[tuple[str, ...]]) -> str:
    """Return the field to which a finding leads: the first that the conditions read."""
    own = next((way[1] for way in ways if way[0] == "entry"), "")
    if subject is not Subject.PLAN:
        return "" if own == "id" else own
    if own:
        return f"{BRIEF}.{own}"
    of_plan = next((way[1:] for way in ways if way[0] == "plan"), (BRIEF,))
    return ".".join(of_plan) if of_plan[0] in {BRIEF, BUDGET} else of_plan[0]
