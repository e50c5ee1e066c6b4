"""What stands where a chart has nothing to draw yet: what is missing, and the way to where it is entered."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from planner.language import say
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from ui.kit.empty_state import EmptyState


@dataclass(frozen=True, slots=True)
class Needs:
    """What a chart can't be drawn without.

    Attributes:
        words: what is missing where there is nothing to draw yet, in a sentence.
        kinds: keys of the kinds that have to have entries, the first needed first.
    """

    words: str
    kinds: tuple[str, ...]


class NothingToDraw(EmptyState):
    """Says what a chart needs, and leads to the first kind that the plan has nothing of.

    Signals:
        kind_wanted: key of the kind whose entries are to be filled in.
    """

    kind_wanted = Signal(str)

    def __init__(self, title: str, needs: Needs) -> None:
        """Make it.

        Args:
            title: one short line, such as "Nothing to draw yet".
            needs: what is missing.
        """
        super().__init__("gauge", title, needs.words, _way_to(needs.kinds[0]), "arrow-right")
        self._kinds = needs.kinds
        self._aim = needs.kinds[0]
        self.wanted.connect(self._tell)

    def aim_at(self, plan: Plan) -> None:
        """Lead to what this plan lacks."""
        self._aim = next((key for key in self._kinds if not getattr(plan, key)), self._kinds[0])
        self.button.setText(_way_to(self._aim))

    def _tell(self) -> None:
        self.kind_wanted.emit(self._aim)


def _way_to(kind_key: str) -> str:
    return say("Go to {kinds}", kinds=kind_of(kind_key).words.lower())
