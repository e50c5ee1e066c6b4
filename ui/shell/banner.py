"""A strip under the top bar for what needs an answer but not at once."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from planner.language import say
from ui.kit.buttons import RingedButton
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme import set_look
from ui.theme.tokens import LARGE, SMALL


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of the strip.

    Attributes:
        id: what was chosen, for `Banner.chosen`.
        title: what it says.
    """

    id: str
    title: str


class Banner(QFrame):
    """Says one thing and offers what helps; hidden while there is nothing to say.

    Signals:
        chosen: the id of the offer taken; "dismiss" where it was put away.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconLabel(18)
        self._text = plain_label(wraps=True)
        self._buttons: list[RingedButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self._row.setSpacing(SMALL)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str, offers: tuple[Offer, ...] = (), *, warns: bool) -> None:
        """Show a message.

        Args:
            text: plain text.
            offers: what helps; a button to put the strip away is always there.
            warns: looks like a warning.
        """
        set_look(self, "role", "warn" if warns else "note")
        if warns:
            self._mark.show_icon("triangle-alert", "warn")
        else:
            self._mark.show_icon("info", "note")
        self._text.setText(text)
        self._drop_buttons()
        for offer in (*offers, Offer("dismiss", say("Dismiss"))):
            self._add_button(offer)
        self.setAccessibleName(text)
        self.show()

    def _add_button(self, offer: Offer) -> None:
        button = RingedButton(offer.title)
        button.setObjectName(offer.id)
        # A click leaves the keyboard in the field in which somebody types.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._clicked)
        self._buttons.append(button)
        self._row.addWidget(button)

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()

    def _clicked(self) -> None:
        offer = self.sender().objectName()
        self.hide()
        self.chosen.emit(offer)
