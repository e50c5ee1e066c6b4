"""The plans opened last, as things to go on with."""

from pathlib import Path

from planner.language import say
from planner.language.figures import in_a_row
from ui.kit.choice_list import ListChoice
from ui.settings import RecentPlan
from ui.shell.step_marks import standing_words


def recent_choices(plans: tuple[RecentPlan, ...]) -> list[ListChoice]:
    """Return the recent plans with where they lie and how they stood."""
    return [_choice(plan) for plan in plans]


def _choice(plan: RecentPlan) -> ListChoice:
    path = Path(plan.path)
    is_there = path.exists()
    state = standing_words(plan.state) if is_there else say("The file is no longer there")
    detail = in_a_row(state, str(path.parent))
    return ListChoice(plan.path, plan.title or path.stem, detail, "file-text", enabled=is_there)
