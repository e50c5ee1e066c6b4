"""What the window shows while no plan is open: ways to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.text import plain_label
from ui.settings import RecentPlan
from ui.shell.choice_list import ChoiceList
from ui.shell.recent import recent_choices
from ui.shell.samples import sample_choices
from ui.shell.window_actions import Actions
from ui.theme import icon
from ui.theme.tokens import HUGE, LARGE, MEDIUM, SMALL

_WIDEST, _HIGHEST = 1040, 760
_PROMISE = "Plan social media and customer experience, hold the plan against the truths, and sign it off."


class StartPage(QWidget):
    """Offers an empty plan, a file, a sample, or a plan that was open before.

    Signals:
        recent_wanted: the path of a recent plan.
        sample_wanted: the name of a sample.
    """

    recent_wanted = Signal(str)
    sample_wanted = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._recent = ChoiceList("Recent plans")
        self._recent.setObjectName("recent")
        self._recent.picked.connect(self.recent_wanted)
        self._no_recent = plain_label(
            "Plans that you open appear here. You can also drop a plan file onto this window.",
            role="muted",
            wraps=True,
        )
        self._samples = ChoiceList("Sample plans")
        self._samples.setObjectName("samples")
        self._samples.picked.connect(self.sample_wanted)
        self._samples.show_choices(sample_choices())
        self._build(actions)

    def show_recent(self, plans: tuple[RecentPlan, ...]) -> None:
        """Show the plans opened last."""
        self._recent.show_choices(recent_choices(plans))
        self._recent.setVisible(bool(plans))
        self._no_recent.setVisible(not plans)

    def _build(self, actions: Actions) -> None:
        column = QWidget()
        column.setMaximumSize(_WIDEST, _HIGHEST)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        inner.setSpacing(SMALL)
        inner.addWidget(plain_label("Truecourse", role="h1"))
        inner.addWidget(plain_label(_PROMISE, role="muted", wraps=True))
        inner.addLayout(self._make_buttons(actions))
        inner.addLayout(self._make_columns(), 1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(across, 100)
        outer.addStretch(1)

    def _make_buttons(self, actions: Actions) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, MEDIUM, 0, MEDIUM)
        row.setSpacing(MEDIUM)
        for action_id, title, symbol, role in (
            ("file.new", "New empty plan…", "file-plus", "primary"),
            ("file.open", "Open a plan…", "folder-open", ""),
        ):
            button = QPushButton(icon(symbol, "on_accent" if role else "text"), title)
            button.setObjectName(f"start.{action_id}")
            button.setProperty("role", role)
            button.clicked.connect(actions[action_id].trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _make_columns(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addWidget(_card("Go on with a plan", self._recent, self._no_recent), 1)
        row.addWidget(_card("Start from a sample", self._samples), 1)
        return row


def _card(title: str, *parts: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(MEDIUM, LARGE, MEDIUM, MEDIUM)
    layout.setSpacing(SMALL)
    layout.addWidget(plain_label(title, role="h3"))
    for part in parts:
        layout.addWidget(part, 100 if isinstance(part, ChoiceList) else 0)
    layout.addStretch(1)
    return card
