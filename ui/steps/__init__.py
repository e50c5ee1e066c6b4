"""The pages of the nine steps; a page's module is loaded when the page is made."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from planner.model.kinds import Step
from ui.document import PlanDocument

if TYPE_CHECKING:  # with all that it stands on, a twentieth of a second
    from ui.steps.base import StepPage

PAGES: Mapping[Step, tuple[str, str]] = {
    Step.PURPOSE: ("ui.steps.purpose", "PurposePage"),
    Step.EXPERIENCE: ("ui.steps.experience", "ExperiencePage"),
    Step.OBJECTIVES: ("ui.steps.objectives", "ObjectivesPage"),
    Step.CHANNELS: ("ui.steps.channels", "ChannelsPage"),
    Step.TACTICS: ("ui.steps.tactics", "TacticsPage"),
    Step.PEOPLE: ("ui.steps.people", "PeoplePage"),
    Step.METRICS: ("ui.steps.metrics", "MetricsPage"),
    Step.BUDGET: ("ui.steps.budget", "BudgetPage"),
    Step.SIGN_OFF: ("ui.steps.sign_off.page", "SignOffPage"),
}
"""Module and class of each step's page."""


def make_page(step: Step, document: PlanDocument) -> "StepPage":
    """Make the page of a step.

    Args:
        step: which step.
        document: the document that it shows and edits.
    """
    module, name = PAGES[step]
    make: Callable[[PlanDocument], StepPage] = getattr(import_module(module), name)
    return make(document)


__all__ = ["PAGES", "make_page"]
