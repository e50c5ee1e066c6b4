"""The plans opened last, as things to go on with."""

from collections.abc import Sequence
from pathlib import Path

from planner.language import say
from planner.language.figures import in_a_row
from ui.kit.choice_list import ListChoice
from ui.settings import RecentPlan
from ui.shell.step_marks import standing_words


def recent_choices(plans: tuple[RecentPlan, ...]) -> list[ListChoice]:
    """Return the recent plans with where they lie and how they stood."""
    return [_choice(plan, where) for plan, where in zip(plans, places(plans), strict=True)]


def places(plans: Sequence[RecentPlan]) -> list[str]:
    """Return where each plan lies: its folder, and its file as well where another of its title lies there."""
    known = [(called(plan), Path(plan.path).parent) for plan in plans]
    return [
        str(folder if known.count((title, folder)) == 1 else Path(plan.path))
        for plan, (title, folder) in zip(plans, known, strict=True)
    ]


def called(plan: RecentPlan) -> str:
    """Return what a plan is called: its title, or its file's name where it has none."""
    return plan.title or Path(plan.path).stem


def _choice(plan: RecentPlan, where: str) -> ListChoice:
    is_there = Path(plan.path).exists()
    state = standing_words(plan.state) if is_there else say("The file is no longer there")
    return ListChoice(plan.path, called(plan), in_a_row(state, where), "file-text", enabled=is_there)
