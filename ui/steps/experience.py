"""Experience: how good it is for customers today, and what is mended before anything is pushed."""

from planner.model.kinds import Step
from ui.document import PlanDocument
from ui.steps.base import StepPage

_PURPOSE = "Rate your customers' journey as it is today, and mend what is broken before you push anything."


class ExperiencePage(StepPage):
    """Touchpoints and experience issues."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.EXPERIENCE, document, _PURPOSE)
        self._use_tabs()
        self._add_kind("touchpoints")
        self._add_kind("issues")
