"""What the window shows while no plan is open: ways to begin."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.language import phrase, say
from planner.templates import templates
from ui.kit.buttons import WordButton
from ui.kit.choice_list import ChoiceList, ListChoice
from ui.kit.flow import FlowLayout
from ui.kit.measure import Measure
from ui.kit.samples import sample_choices
from ui.kit.text import plain_label
from ui.settings import RecentPlan
from ui.shell.recent import recent_choices
from ui.shell.window_actions import Actions
from ui.theme import current_tokens
from ui.theme.tokens import HUGE, LARGE, MEDIUM, SMALL

_WIDEST, _HIGHEST = 1040, 840
_LOW = 560
"""Below this height in pixels at 100 % there is no room for all that could be said."""
_PROMISE = phrase(
    "Plan social media and customer experience, hold the plan against the truths, and sign it off."
)
_WAYS = (
    ListChoice(
        "help.tour",
        phrase("Take the tour"),
        phrase("Two minutes in the real window, on a sample of its own."),
        "compass",
    ),
    ListChoice(
        "file.new",
        phrase("Start with an empty plan"),
        phrase("The nine steps lead you from purpose to sign-off."),
        "file-plus",
    ),
    ListChoice(
        "file.spreadsheet",
        phrase("Bring an old spreadsheet"),
        phrase("Sheets and columns become entries; you look before."),
        "upload",
    ),
    ListChoice(
        "file.open",
        phrase("Open a plan"),
        phrase("One that a colleague sent, or its PDF document."),
        "folder-open",
    ),
)


class StartPage(QWidget):
    """Offers an empty plan, a file, a sample, or a plan that was open before.

    Signals:
        recent_wanted: the path of a recent plan.
        sample_wanted: the name of a sample.
        template_wanted: the key of a template.
    """

    recent_wanted = Signal(str)
    sample_wanted = Signal(str)
    template_wanted = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._recent = ChoiceList(say("Recent plans"))
        self._recent.setObjectName("recent")
        self._recent.picked.connect(self.recent_wanted)
        self._no_recent = plain_label(
            say("Plans that you open appear here. You can also drop a plan file onto this window."),
            role="muted",
            wraps=True,
        )
        self._ways = ChoiceList(say("Ways to begin"))
        self._ways.setObjectName("ways")
        self._ways.show_choices([replace(way, title=say(way.title), detail=say(way.detail)) for way in _WAYS])
        self._ways.picked.connect(self._begin)
        self._actions = actions
        self._templates = ChoiceList(say("Templates"), folds=True)
        self._templates.setObjectName("templates")
        self._templates.picked.connect(self.template_wanted)
        self._samples = ChoiceList(say("Sample plans"), folds=True)
        self._samples.setObjectName("samples")
        self._samples.picked.connect(self.sample_wanted)
        self._samples.show_choices(sample_choices())
        self._build(actions)

    def show_recent(self, plans: tuple[RecentPlan, ...]) -> None:
        """Show the plans opened last."""
        self._recent.show_choices(recent_choices(plans))
        for part in (self._go_on, self._buttons):
            part.setVisible(bool(plans))
        self._first.setVisible(not plans)
        self._fit()

    def show_templates(self) -> None:
        """Show the templates that are there now."""
        self._templates.show_choices(
            [ListChoice(info.key, info.title, info.summary, "target") for info in templates()]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can wait where the page is low."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the samples give way before the templates, unless the page is low: there are more of them."""
        is_low = self.height() < current_tokens().px(_LOW)
        policy = QSizePolicy.Policy.Preferred if is_low else QSizePolicy.Policy.Fixed
        self._templates.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self._later.setVisible(not is_low and self._go_on.isHidden())

    def _begin(self, action_id: str) -> None:
        self._actions[action_id].trigger()

    def _build(self, actions: Actions) -> None:
        column = Measure(_WIDEST, _HIGHEST)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(HUGE, LARGE, HUGE, LARGE)
        inner.setSpacing(SMALL)
        inner.addWidget(plain_label("Truecourse", role="h1"))
        inner.addWidget(plain_label(say(_PROMISE), role="muted", wraps=True))
        inner.addSpacing(SMALL)
        self._buttons = self._make_buttons(actions)
        inner.addWidget(self._buttons)
        inner.addSpacing(SMALL)
        inner.addLayout(self._make_columns(), 1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addLayout(across, 100)
        outer.addStretch(2)

    def _make_buttons(self, actions: Actions) -> QWidget:
        """Return the ways to begin as buttons, for where plans opened last have the room of their list."""
        buttons = QWidget()
        row = FlowLayout(buttons, across=MEDIUM, down=SMALL)
        for action_id, title, symbol, role in (
            ("file.new", say("New empty plan…"), "file-plus", "primary"),
            ("file.open", say("Open a plan…"), "folder-open", ""),
            ("file.spreadsheet", say("Import a spreadsheet…"), "upload", ""),
            ("help.tour", say("Take the tour"), "compass", ""),
        ):
            button = WordButton(title, symbol, role=role)
            button.setObjectName(f"start.{action_id}")
            button.clicked.connect(actions[action_id].trigger)
            row.addWidget(button)
        return buttons

    def _make_columns(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        self._go_on = _card(say("Go on with a plan"), self._recent)
        self._first = _card(say("Begin here"), self._ways)
        self._later = _card(say("Recent plans"), self._no_recent)
        row.addLayout(_column(self._go_on, self._first, self._later), 1)
        templates_card = _card(say("Start from a template"), self._templates)
        row.addLayout(_column(templates_card, _card(say("Start from a sample"), self._samples)), 1)
        return row


def _column(*cards: QWidget) -> QVBoxLayout:
    """Return cards below each other, none higher than what it holds."""
    column = QVBoxLayout()
    column.setSpacing(MEDIUM)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column


def _card(title: str, *parts: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(MEDIUM, LARGE, MEDIUM, MEDIUM)
    layout.setSpacing(SMALL)
    layout.addWidget(plain_label(title, role="h3"))
    for part in parts:
        layout.addWidget(part)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return card
