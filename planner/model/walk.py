"""The nine steps of the walk through a plan."""

from planner.model.values import Choice


class Step(Choice):
    """The nine steps of the walk, in order."""

    PURPOSE = "purpose", "Purpose"
    EXPERIENCE = "experience", "Experience"
    OBJECTIVES = "objectives", "Objectives"
    CHANNELS = "channels", "Listening and channels"
    TACTICS = "tactics", "Tactics"
    PEOPLE = "people", "People"
    METRICS = "metrics", "Metrics"
    BUDGET = "budget", "Budget and rhythm"
    SIGN_OFF = "sign-off", "Truths and sign-off"

    @property
    def heading(self) -> str:
        """The words shown for it."""
        return self.label
