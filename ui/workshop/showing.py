"""What the room may see, and the scene that shows it: made from plan, clock and findings, nothing private."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from planner.language import say, say_count
from planner.language.figures import written_time
from planner.model.kinds import KINDS
from planner.model.plan import Plan, display_name
from planner.model.records_workshop import AgendaBlock
from planner.model.values import Choice
from planner.model.vocabulary import BallotSort, BlockPicture, BlockSort, Decision, Weight
from planner.truths.findings import Finding
from planner.workshop.face import Face
from planner.workshop.voting import missing
from ui.workshop.room.scene import RoomChoice, RoomFinding, RoomFindings, RoomVote
from ui.workshop.voting.reading import bars_of, question_words


class Show(Choice):
    """What the room can see."""

    QUESTION = "question", "Question"
    ANSWERS = "answers", "Answers"
    PICTURE = "picture", "Picture"
    VOTE = "vote", "Vote"
    BREAKS = "breaks", "What breaks it"
    BLANK = "blank", "Nothing"


SHOW_ICONS = {
    Show.QUESTION: "circle-help",
    Show.ANSWERS: "message-circle",
    Show.PICTURE: "presentation",
    Show.VOTE: "vote",
    Show.BREAKS: "octagon-x",
    Show.BLANK: "eye-off",
}


def show_of(view: str) -> Show:
    """Return what a stored view is; the question where another program named another one."""
    return Show(view) if view in set(Show) else Show.QUESTION


def first_show(block: AgendaBlock | None) -> Show:
    """Return what the room sees when a block begins."""
    if block is None:
        return Show.QUESTION
    if block.sort is BlockSort.BREAKS:
        return Show.BREAKS
    # People write in silence, and what others wrote would lead them.
    return Show.VOTE if block.sort is BlockSort.VOTE else Show.QUESTION


def shows_for(plan: Plan, block: AgendaBlock | None, ballot: str) -> tuple[Show, ...]:
    """Return what there is to be seen in a block, in the order in which a presenter's remote turns to it."""
    found = [Show.QUESTION, Show.ANSWERS]
    if block is not None and picture_of(block):
        found.append(Show.PICTURE)
    if ballot in plan.ballots:
        found.append(Show.VOTE)
    if block is not None and _is_about_findings(block):
        found.append(Show.BREAKS)
    return tuple(found)


def picture_of(block: AgendaBlock) -> str:
    """Return which picture belongs to a block; empty where none does, or where it is about findings."""
    has_none = block.picture in {BlockPicture.NONE, BlockPicture.FINDINGS}
    return "" if has_none else block.picture.value


def _is_about_findings(block: AgendaBlock) -> bool:
    return block.sort is BlockSort.BREAKS or block.picture is BlockPicture.FINDINGS


def asked(plan: Plan, block: AgendaBlock | None) -> str:
    """Return the question of a block, or what the room is told where it has none."""
    if block is None:
        return plan.the_workshop.aim or plan.the_brief.title or say("Welcome")
    return block.question or block.output or display_name(block)


def called(plan: Plan, block: AgendaBlock | None, face: Face, now: datetime) -> str:
    """Return what the room is asked; in a break, when it goes on."""
    if block is None or block.sort is not BlockSort.PAUSE or face.is_paused or face.over:
        return asked(plan, block)
    goes_on = written_time((now + face.left).time())
    return say("{name}: we go on at {time}", name=display_name(block), time=goes_on)


def answers_of(plan: Plan, block: AgendaBlock | None, before: Plan | None) -> tuple[str, ...]:
    """Return what the room has answered in a block, the newest first; what was parked is no answer.

    Args:
        plan: the plan.
        block: the block.
        before: the plan as it was when the workshop began; what it had is no answer.
    """
    if block is None:
        return ()
    said = (idea for idea in plan.ideas.values() if idea.block == block.id)
    ideas = [plan.name_of(idea.id) for idea in said if idea.decision is not Decision.PARK]
    return tuple(text for text in (*reversed(ideas), *_made_for(plan, block, before)) if text)


def _made_for(plan: Plan, block: AgendaBlock, before: Plan | None) -> Iterator[str]:
    """Yield the entries of a block's step that were made since the workshop began."""
    if block.step is None or before is None:
        return
    for kind in KINDS:
        if kind.step is not block.step or kind.single or kind.room or kind.key == "ideas":
            continue
        had: Mapping[str, object] = getattr(before, kind.key)
        now: Mapping[str, object] = getattr(plan, kind.key)
        yield from (plan.name_of(record) for record in reversed(list(now)) if record not in had)


def ballot_of(plan: Plan, block: AgendaBlock | None, opened: str) -> str:
    """Return the vote that is open: the one that was opened, else the last of the block, else the last."""
    if opened in plan.ballots:
        return opened
    here = [ballot.id for ballot in plan.ballots.values() if block is not None and ballot.block == block.id]
    return next(reversed(here or list(plan.ballots)), "")


def vote_of(plan: Plan, ballot_id: str) -> RoomVote:
    """Return a vote as the room sees it: how many have voted, never who, and no result before its time."""
    ballot = plan.ballots[ballot_id]
    voted = len(plan.participants) - len(missing(plan, ballot_id))
    cast = say("{voted} of {all} have voted", voted=voted, all=len(plan.participants))
    if ballot.revealed:
        bars = bars_of(plan, ballot_id)
        return RoomVote(tuple(RoomChoice(b.name, b.words, b.share) for b in bars), cast, revealed=True)
    if ballot.sort is BallotSort.REPLY:
        return RoomVote((RoomChoice(question_words(plan, ballot)),), cast)
    return RoomVote(tuple(RoomChoice(plan.name_of(entry)) for entry in ballot.entries), cast)


def vote_title(plan: Plan, ballot_id: str) -> str:
    """Return what a vote is called."""
    return display_name(plan.ballots[ballot_id])


def findings_of(open_ones: Sequence[Finding], *, is_signable: bool) -> RoomFindings:
    """Return the open stops and warnings as the room sees them.

    Args:
        open_ones: what is left, the one that stands before the room first.
        is_signable: nothing is left, and the plan was checked.
    """
    found = tuple(RoomFinding(one.level, one.subject_name, one.message) for one in open_ones)
    if is_signable:
        return RoomFindings(say("This plan can be signed"), is_signable=True)
    stops = sum(one.level is Weight.STOP for one in open_ones)
    if not open_ones:
        return RoomFindings(say("The plan is being checked"))
    if not stops:
        words = say_count(
            "{count} warning stands in the way", "{count} warnings stand in the way", len(open_ones)
        )
    else:
        words = say_count("{count} stop breaks this plan", "{count} stops break this plan", stops)
    return RoomFindings(words, findings=found)


def page_words(page: int, count: int) -> str:
    """Return which of several pages it is; nothing where there is one."""
    return say("{page} of {count}", page=page + 1, count=count) if count > 1 else ""


def rest_words(start: int) -> str:
    """Return from which entry on a long list is shown; nothing where that is the first."""
    return say("from {number} on", number=start + 1) if start else ""
