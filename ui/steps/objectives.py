"""Objectives: the business results that are wanted."""

from planner.model.kinds import Step
from ui.document import PlanDocument
from ui.steps.base import StepPage

_PURPOSE = "Name the few business results you want, each with its figure today, its target and its day."


class ObjectivesPage(StepPage):
    """Objectives alone."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.OBJECTIVES, document, _PURPOSE)
        self._add_kind("objectives")
