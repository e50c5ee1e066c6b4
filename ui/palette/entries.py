"""What the palette offers: actions with their keys, steps, and the entries of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QKeySequence

from planner.language import say
from planner.language.figures import of_direction
from planner.model.kinds import KINDS, Kind, Step
from planner.model.plan import Plan
from planner.model.record import Record
from planner.model.records_signoff import Answer, Waiver
from planner.model.schema import fields
from planner.parsing import show_field
from planner.truths.of_plan import title_of
from planner.truths.questions import question_of
from ui.action_spec import ActionSpec, Situation
from ui.actions import ACTIONS
from ui.kit.region import current_locale
from ui.palette.matching import folded

_HIDDEN = frozenset({"approvals", "approval_requests", "signed_revisions", "dismissals"})
"""Kinds that no page lists entry by entry."""

_STEPS = {f"go.{step.value}" for step in Step}
_PLAIN_ICON = "chevron-right"
"""Stands before steps and actions without an icon of their own, so that all names begin in one line."""

_NAMED_BY = 2
"""So many of an entry's first fields stand for its name where it has none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or to go to.

    Attributes:
        key: "do" and the action's id, or the kind's key and the entry's id.
        title: its name.
        beside: what it is.
        icon: name of its icon; may be empty.
        keys: its shortcut in words; may be empty.
        reason: why it can't be chosen now; empty where it can.
        name: the title, folded.
        about: what it is, folded.
    """

    key: tuple[str, str]
    title: str
    beside: str
    icon: str = ""
    keys: str = ""
    reason: str = ""
    name: str = ""
    about: str = ""

    def ready(self) -> "Entry":
        """Return it prepared for comparison."""
        return replace(self, name=folded(self.title), about=folded(self.beside))


def action_entries(now: Situation) -> list[Entry]:
    """Return steps and actions as they are in a situation, the steps first."""
    shown = [_of_action(spec, now) for spec in ACTIONS if spec.id != "go.palette"]
    return sorted(shown, key=lambda entry: entry.key[1] not in _STEPS)


def plan_entries(plan: Plan) -> Iterator[Entry]:
    """Yield each entry of a plan that a page can show."""
    for kind in KINDS:
        if not kind.single and not kind.room and kind.key not in _HIDDEN:
            for record_id, record in plan.records(kind).items():
                title = entry_title(plan, kind, record)
                yield Entry((kind.key, record_id), title, kind.word.capitalize(), "file-text").ready()


def entry_title(plan: Plan, kind: Kind, record: Record) -> str:
    """Return what an entry is called in a list: its name, or what its first fields say."""
    name = _own_name(plan, record)
    if name:
        return name
    said = (show_field(spec, getattr(record, spec.name), plan, current_locale()) for spec in fields(kind.key))
    first = [of_direction(" ".join(words.split())) for words in said if words][:_NAMED_BY]
    return " · ".join(first) or say("Unnamed {kind}", kind=kind.word)


def _own_name(plan: Plan, record: Record) -> str:
    match record:
        case Answer(question=asked):
            question = question_of(plan, asked)
            return asked if question is None else question.text
        case Waiver(rule=rule):
            return title_of(plan, rule)
    return getattr(record, "name", "")


def _of_action(spec: ActionSpec, now: Situation) -> Entry:
    title = (spec.label(now) if spec.label else spec.title).replace("&&", "\0").replace("&", "")
    shown = QKeySequence.SequenceFormat.NativeText
    return Entry(
        ("do", spec.id),
        title.replace("\0", "&").rstrip("…"),
        say("Step") if spec.id in _STEPS else say("Action"),
        spec.icon or _PLAIN_ICON,
        QKeySequence(spec.keys[0]).toString(shown) if spec.keys else "",
        why_not(spec, now),
    ).ready()


def why_not(spec: ActionSpec, now: Situation) -> str:
    """Say why an action can't be asked for now; empty where it can."""
    if spec.enabled(now):
        return ""
    if not now.has_plan:
        return say("No plan is open")
    if not now.can_edit and spec.enabled(replace(now, can_edit=True)):
        return say("This plan can only be read")
    return say(spec.otherwise) if spec.otherwise else say("Not possible now")
