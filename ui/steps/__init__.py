"""The pages of the nine steps."""

from collections.abc import Callable, Mapping

from planner.model.kinds import Step
from ui.document import PlanDocument
from ui.steps.base import StepPage
from ui.steps.budget import BudgetPage
from ui.steps.channels import ChannelsPage
from ui.steps.experience import ExperiencePage
from ui.steps.metrics import MetricsPage
from ui.steps.objectives import ObjectivesPage
from ui.steps.people import PeoplePage
from ui.steps.purpose import PurposePage
from ui.steps.sign_off import SignOffPage
from ui.steps.tactics import TacticsPage

_PAGES: Mapping[Step, Callable[[PlanDocument], StepPage]] = {
    Step.PURPOSE: PurposePage,
    Step.EXPERIENCE: ExperiencePage,
    Step.OBJECTIVES: ObjectivesPage,
    Step.CHANNELS: ChannelsPage,
    Step.TACTICS: TacticsPage,
    Step.PEOPLE: PeoplePage,
    Step.METRICS: MetricsPage,
    Step.BUDGET: BudgetPage,
    Step.SIGN_OFF: SignOffPage,
}


def make_page(step: Step, document: PlanDocument) -> StepPage:
    """Make the page of a step.

    Args:
        step: which step.
        document: the document that it shows and edits.
    """
    return _PAGES[step](document)


__all__ = ["StepPage", "make_page"]
