"""Linking two entries as whoever points at both would mean it: by drag on the board, or from a menu.

Each link field between what the board shows has one row here, with the words that say what a link would
do. The entry that holds the field may be the one that is taken up or the one that is pointed at.
"""

from collections.abc import Iterator

from msgspec import Struct

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.language import phrase, say
from planner.model.kinds import kind_of
from planner.model.links import linked_ids
from planner.model.plan import Plan, display_name
from planner.model.records_work import Metric, Tactic
from planner.model.schema import FieldSpec, field


class Way(Struct, frozen=True, kw_only=True):
    """A link field of the board, and what is said of it.

    The messages know the entry that holds the field as `holder`, the one it leads to as `target`, and the
    one that a link replaces as `old`.

    Attributes:
        kind: key of the kind that holds it.
        field: its name.
        first: what a link does where the field is empty.
        further: what it does where the field holds others: one more, or one instead.
        there: that the two are linked already.
        asked: what the menu of a target calls those that could be linked to it.
    """

    kind: str
    field: str
    first: str
    further: str
    there: str
    asked: str

    @property
    def spec(self) -> FieldSpec:
        """The field."""
        return field(self.kind, self.field)


WAYS = (
    Way(
        kind="tactics",
        field="objectives",
        first=phrase("“{holder}” will serve “{target}”."),
        further=phrase("“{holder}” will also serve “{target}”."),
        there=phrase("“{holder}” already serves “{target}”."),
        asked=phrase("Tactics that serve it"),
    ),
    Way(
        kind="tactics",
        field="metrics",
        first=phrase("“{holder}” will feed “{target}”."),
        further=phrase("“{holder}” will also feed “{target}”."),
        there=phrase("“{holder}” already feeds “{target}”."),
        asked=phrase("Tactics that feed it"),
    ),
    Way(
        kind="metrics",
        field="feeds",
        first=phrase("“{holder}” will feed “{target}”."),
        further=phrase("“{holder}” will feed “{target}” instead of “{old}”."),
        there=phrase("“{holder}” already feeds “{target}”."),
        asked=phrase("Metrics that feed it"),
    ),
    Way(
        kind="objectives",
        field="owner",
        first=phrase("{target} will own “{holder}”."),
        further=phrase("{target} will own “{holder}” instead of {old}."),
        there=phrase("{target} already owns “{holder}”."),
        asked=phrase("Objectives to own"),
    ),
    Way(
        kind="tactics",
        field="accountable",
        first=phrase("{target} will be accountable for “{holder}”."),
        further=phrase("{target} will be accountable for “{holder}” instead of {old}."),
        there=phrase("{target} is already accountable for “{holder}”."),
        asked=phrase("Tactics to be accountable for"),
    ),
    Way(
        kind="tactics",
        field="responsible",
        first=phrase("{target} will work on “{holder}”."),
        further=phrase("{target} will also work on “{holder}”."),
        there=phrase("{target} already works on “{holder}”."),
        asked=phrase("Tactics to work on"),
    ),
    Way(
        kind="metrics",
        field="owner",
        first=phrase("{target} will own “{holder}”."),
        further=phrase("{target} will own “{holder}” instead of {old}."),
        there=phrase("{target} already owns “{holder}”."),
        asked=phrase("Metrics to own"),
    ),
)
"""All ways to link what the board shows; of two between the same kinds the first one is meant by a drag."""

_NO_SHARE = phrase("None of its cost counts there yet: its other objectives share all of it.")


class Link(Struct, frozen=True, kw_only=True):
    """One link that could be made, or is there.

    Attributes:
        way: by which field.
        holder: id of the entry that holds the field.
        target: id of the entry that it leads to.
        old: id of the one that it leads to now and no longer would; empty where nothing is replaced.
        is_there: the two are linked already.
    """

    way: Way
    holder: str
    target: str
    old: str = ""
    is_there: bool = False


class LinkGroup(Struct, frozen=True):
    """What an entry could be linked to in one way.

    Attributes:
        title: what the others are to it, such as the name of its field.
        links: one for each of them, in the plan's order.
        is_holder: the entry holds the field, and the others are the targets.
    """

    title: str
    links: tuple[Link, ...]
    is_holder: bool

    def other(self, link: Link) -> str:
        """Return the id of the entry at the other end."""
        return link.target if self.is_holder else link.holder


def link_between(plan: Plan, taken: str, onto: str) -> Link | None:
    """Return what it means that one entry is dropped on another; None where that means nothing.

    Of two metrics the dropped one is to feed the other; where it would close a circle, nothing is meant.

    Args:
        plan: the plan.
        taken: id of the entry that is dropped.
        onto: id of the entry on which it is dropped.
    """
    forth = _first_link(plan, taken, onto)
    back = _first_link(plan, onto, taken) if forth is None else None
    both_hold = back is not None and back.way.kind in back.way.spec.to
    return forth if back is None or (both_hold and not back.is_there) else back


def link_groups(plan: Plan, record: str) -> Iterator[LinkGroup]:
    """Yield all that an entry could be linked to and is, way by way; ways without any are left out."""
    kind = kind_of(plan.find(record)).key
    for way in WAYS:
        if way.kind == kind:
            others = [other for key in way.spec.to for other in plan.records(key)]
            links = tuple(filter(None, (_link(plan, way, record, other) for other in others)))
            if links:
                yield LinkGroup(way.spec.title, links, is_holder=True)
        if kind in way.spec.to:
            links = tuple(filter(None, (_link(plan, way, other, record) for other in plan.records(way.kind))))
            if links:
                yield LinkGroup(say(way.asked), links, is_holder=False)


def link_words(plan: Plan, link: Link) -> str:
    """Return what a link would do, or that it is there, with the names of both; lines end in a newline."""
    way, holder = link.way, plan.find(link.holder)
    message = way.first
    if link.is_there:
        message = way.there
    elif linked_ids(way.spec, holder):
        message = way.further
    what = say(
        message,
        holder=display_name(holder),
        target=plan.name_of(link.target),
        old=plan.name_of(link.old, missing=""),
    )
    return f"{what}\n{say(_NO_SHARE)}" if _leaves_no_share(link, holder) else what


def linked(plan: Plan, link: Link) -> Edit:
    """Make a link in one step; shares that others have of a tactic's cost stay as they were stated.

    Raises:
        PlanError: one of the two is gone, or the field can't hold the link.
    """
    return verbs.link(plan, link.holder, link.way.field, link.target)


def _first_link(plan: Plan, holder: str, target: str) -> Link | None:
    return next(filter(None, (_link(plan, way, holder, target) for way in WAYS)), None)


def _link(plan: Plan, way: Way, holder: str, target: str) -> Link | None:
    record = plan.records(way.kind).get(holder)
    if record is None or not any(target in plan.records(key) for key in way.spec.to):
        return None
    there = linked_ids(way.spec, record)
    if target in there:
        return Link(way=way, holder=holder, target=target, is_there=True)
    if isinstance(record, Metric) and way.field == "feeds" and _leads_to(plan, target, holder):
        return None
    is_single = not isinstance(getattr(record, way.field), tuple)
    return Link(way=way, holder=holder, target=target, old=there[0] if is_single and there else "")


def _leads_to(plan: Plan, rung: str | None, metric: str) -> bool:
    """Whether the ladder leads from a rung to a metric, so that a link back would close a circle."""
    seen: set[str] = set()
    while rung is not None and rung in plan.metrics and rung not in seen:
        if rung == metric:
            return True
        seen.add(rung)
        rung = plan.metrics[rung].feeds
    return False


def _leaves_no_share(link: Link, holder: object) -> bool:
    """Whether a new objective would bear nothing of a tactic's cost, as the others' shares are all of it."""
    if link.is_there or link.way.field != "objectives" or not isinstance(holder, Tactic):
        return False
    return sum(serving.share or 0 for serving in holder.objectives) >= 1
