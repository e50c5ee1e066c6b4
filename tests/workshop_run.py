"""A whole workshop, run by script: `python -m tests.workshop_run OUT` writes all of its papers.

It is the afternoon of the charity among the samples: prepared from a template, begun late, with a pause, a
break and a buffer that is left out, lines captured, votes cast, a stop mended and a warning accepted, and
minutes written before anybody leaves. Its times are given, so that every run writes the same bytes. Run it
after a change of these papers, and look at every page.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from babel import Locale

from planner.document.workshop.export import export_agenda, export_minutes
from planner.document.workshop.source import Source
from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.exchange.workshop_calendar import agenda_calendar
from planner.files.atomic import write_atomically
from planner.model.plan import Plan
from planner.model.records_workshop import Ballot
from planner.model.vocabulary import BallotSort, BlockSort, Decision, Reply
from planner.samples import load_sample
from planner.store.creating import create_plan_file
from planner.store.plan_file import PlanFile
from planner.store.workspace import edit_plan
from planner.truths.consent import waive
from planner.truths.engine import check_plan
from planner.truths.findings import Report
from planner.workshop import clock
from planner.workshop.agenda import make_agenda
from planner.workshop.breaks import open_findings
from planner.workshop.capture import Setting, capture
from planner.workshop.deciding import Ruling, decide_ballot, decide_idea, decide_reply, grow
from planner.workshop.voting import give_dots, rank, reply, reveal

ZONE = ZoneInfo("Africa/Johannesburg")
HELD = date(2026, 11, 17)
BEGAN = datetime(2026, 11, 17, 13, 6, tzinfo=ZONE)
PAUSED = timedelta(minutes=4)
_PAPERS = ("A4", "Letter")
_OF_THE_DAY = "room-"
"""Begins the ids of all that the sample's own workshop brought."""
_CRITICAL = "telephone-fails"
_WRITTEN_IN_SILENCE = (
    "Ring back everybody who wrote that they heard nothing @Donor #again #became by 18 December 2026 ~Donor",
    "Standing orders by telephone, for those without a card @Bookkeeper #month by 12 Feb 2027 ~Bookkeeper",
    "Trustees ring three donors a month themselves @Chair #thanked by 26 February 2027 ~Chair",
    "A wall of thanks at the open kitchen, written by the children #kitchen ~Community",
    "An app for givers ~Web",
)
_DOTS = (
    (2, 1, 0, 0, 0),
    (1, 0, 2, 0, 0),
    (2, 0, 1, 0, 0),
    (1, 0, 0, 2, 0),
    (0, 1, 0, 2, 0),
    (1, 1, 1, 0, 0),
    (0, 3, 0, 0, 0),
    (1, 0, 0, 0, 2),
)
"""For each participant, the dots given to each idea that was written in silence."""
_REPLIES = (Reply.PARTLY, Reply.NO, Reply.PARTLY, Reply.YES, Reply.NO, Reply.PARTLY, Reply.YES, Reply.PARTLY)


@dataclass(frozen=True, slots=True)
class Stage:
    """One block as it went.

    Attributes:
        took: minutes on the clock.
        lines: what was captured in it, as typed.
        acts: what else the room did, each as one step.
    """

    took: int
    lines: tuple[str, ...] = ()
    acts: tuple[Callable[[Plan], Edit], ...] = ()


@dataclass(frozen=True, slots=True)
class Papers:
    """What a workshop leaves behind.

    Attributes:
        file: the plan.
        source: what its minutes were written from.
    """

    file: Path
    source: Source


def morning() -> Plan:
    """Return the charity's plan before its workshop: with a stop, a warning and a question to answer."""
    plan = load_sample("charity")
    of_the_day = [
        record.id
        for kind in ("votes", "ballots", "ideas", "agenda_blocks")
        for record in plan.records(kind).values()
        if record.id.startswith(_OF_THE_DAY)
    ]
    left_out = (*of_the_day, "trustees-call", "answer-ten-times", "waiver-one-carer")
    plan = verbs.remove(plan, left_out).plan
    plan = verbs.change(plan, _CRITICAL, "fix_due", None).plan
    return msgspec.structs.replace(plan, plan_id="c" * 32)


def run(folder: Path) -> Papers:
    """Run the workshop in a plan file of this folder, and write nothing but that file."""
    path = folder / "charity.tcplan"
    create_plan_file(path, morning(), replace=True)
    edit_plan(path, lambda plan: make_agenda(plan, "half-day", check_plan(plan, HELD)))
    with PlanFile.open(path) as file:
        now = BEGAN
        file.save_room(clock.start(file.plan, file.room, now), beginning=file.plan)
    for stage, block in _stages(path):
        now = _through(path, stage, block, now)
    with PlanFile.open(path) as file:
        file.save_room(clock.finish(file.room, now))
        return Papers(path, Source(file.plan, HELD, file.beginning(), file.room, ZONE))


def write(papers: Papers, folder: Path) -> None:
    """Write all papers: before the workshop for wall, hand and calendar, after it the minutes."""
    plan = papers.source.plan
    for paper in _PAPERS:
        export_agenda(plan, folder / f"wall-{paper}.pdf", today=HELD, paper=paper)
        export_agenda(plan, folder / f"facilitator-{paper}.pdf", today=HELD, notes=True, paper=paper)
        export_minutes(papers.source, folder / f"minutes-{paper}", paper=paper)
    write_atomically(folder / "agenda.ics", agenda_calendar(plan, HELD, ZONE.key))


def _stages(path: Path) -> list[tuple[Stage, str]]:
    with PlanFile.open(path) as file:
        blocks = tuple(file.plan.agenda_blocks.values())
    wanted = [block.id for block in blocks if block.sort is not BlockSort.BUFFER]
    return list(zip(_AFTERNOON, wanted, strict=True))


def _through(path: Path, stage: Stage, block: str, now: datetime) -> datetime:
    """Go through one block and return the time at its end."""
    with PlanFile.open(path) as file:
        if file.room.block != block:
            file.save_room(clock.jump(file.plan, file.room, block, now))
    setting = Setting(block, HELD, Locale("en", "GB"))
    for line in stage.lines:
        edit_plan(path, lambda plan, line=line: _captured(plan, line, setting))
    for act in stage.acts:
        edit_plan(path, act)
    if stage is _AFTERNOON[2]:
        now = _paused(path, now)
    return now + timedelta(minutes=stage.took)


def _paused(path: Path, now: datetime) -> datetime:
    with PlanFile.open(path) as file:
        file.save_room(clock.pause(file.room, now))
        file.save_room(clock.resume(file.room, now + PAUSED))
    return now + PAUSED


def _captured(plan: Plan, line: str, setting: Setting) -> Edit:
    found = capture(plan, line, setting)
    if found.problems:
        raise ValueError(found.problems)
    return found.edit(plan)


def _idea(plan: Plan, at: int) -> str:
    words = _WRITTEN_IN_SILENCE[at].partition(" @")[0].partition(" #")[0].partition(" ~")[0]
    return next(idea.id for idea in plan.ideas.values() if idea.name == words)


def _block(plan: Plan, name: str) -> str:
    return next(block.id for block in plan.agenda_blocks.values() if block.name == name)


def _ideas(plan: Plan) -> tuple[str, ...]:
    return tuple(_idea(plan, at) for at in range(len(_WRITTEN_IN_SILENCE)))


def _vote_on_ideas(plan: Plan) -> Edit:
    entries = _ideas(plan)
    held = _block(plan, "Choosing")
    ballot = Ballot(id="which", name="Which ideas do we take on first?", entries=entries, block=held)
    plan = verbs.add(plan, ballot).plan
    for person, given in zip(plan.participants, _DOTS, strict=True):
        for entry, dots in zip(entries, given, strict=True):
            plan = give_dots(plan, "which", person, entry, dots).plan if dots else plan
    return reveal(plan, "which")


def _decide_ideas(plan: Plan) -> Edit:
    ruling = Ruling("director", HELD, "Most dots, and each costs an hour a week at most.")
    return decide_ballot(plan, "which", _ideas(plan)[:3], ruling)


def _grow_calls(plan: Plan) -> Edit:
    ruling = Ruling("chair", HELD, "We hear at first hand what is wrong.")
    return grow(plan, _idea(plan, 2), "changes", ruling, record_id="calls")


def _park_wall(plan: Plan) -> Edit:
    return decide_idea(
        plan, _idea(plan, 3), Decision.PARK, Ruling("director", HELD, "The families must read it first.")
    )


def _decline_app(plan: Plan) -> Edit:
    why = "Most give from old telephones: the page must work there first."
    return decide_idea(plan, _idea(plan, 4), Decision.DECLINE, Ruling("director", HELD, why))


def _ask_ten_times(plan: Plan) -> Edit:
    ballot = Ballot(
        id="ten",
        name="If ten times as many gave",
        sort=BallotSort.REPLY,
        question="ask.ten-times",
        block=_block(plan, "What breaks this plan?"),
    )
    plan = verbs.add(plan, ballot).plan
    for person, answer in zip(plan.participants, _REPLIES, strict=True):
        plan = reply(plan, "ten", person, answer).plan
    return decide_reply(plan, "ten", Ruling("donor-carer", HELD, "Thanks go by machine; answers can't."))


def _rank_places(plan: Plan) -> Edit:
    entries = ("short-messages", "valley-blog", "village-page")
    ballot = Ballot(
        id="give-up",
        name="Which place would we give up first?",
        sort=BallotSort.RANKING,
        entries=entries,
        block=_block(plan, "What we will do"),
    )
    plan = verbs.add(plan, ballot).plan
    return rank(plan, "give-up", next(iter(plan.participants)), entries)


def _mend_stop(plan: Plan) -> Edit:
    return verbs.change(plan, _CRITICAL, "fix_due", date(2027, 3, 12))


def _accept_warning(plan: Plan) -> Edit:
    report: Report = check_plan(plan, HELD)
    found = next(one for one in open_findings(report) if one.rule == "focus.spread-thin")
    reason = "Donors like it that one person knows them wherever they write."
    return waive(plan, found, reason, "chair", date(2027, 6, 30), today=HELD)


_AFTERNOON = (
    Stage(14),
    Stage(17, ("park: A new name for the newsletter ~Writer",)),
    Stage(36, ("Nobody told us where the homework room is @HR #helping by 12 February 2027",)),
    Stage(23, ("change: The director reads three letters aloud each Monday @Director by 15 January 2027",)),
    Stage(17),
    Stage(16, _WRITTEN_IN_SILENCE),
    Stage(19, (), (_vote_on_ideas, _decide_ideas, _grow_calls, _park_wall, _decline_app)),
    Stage(32, ("tactic: Carol singing for those who gave @Community by 20 December 2027",), (_rank_places,)),
    Stage(41, (), (_ask_ten_times, _mend_stop, _accept_warning)),
    Stage(18, ("Ask the bus company for a stop at the open kitchen ~Bookkeeper",)),
)
"""The blocks of the template for half a day, but for its buffer."""


def main(words: Sequence[str]) -> int:
    """Run the workshop and write its papers to the folder that is named."""
    if len(words) != 1:
        sys.stderr.write("Name a folder: python -m tests.workshop_run OUT\n")
        return 2
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    write(run(folder), folder)
    sys.stdout.write(f"Wrote the papers of the workshop to {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
