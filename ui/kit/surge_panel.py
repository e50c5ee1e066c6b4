"""A rush on a channel: a slider for how many times today's messages come, and what then becomes of them."""

from collections.abc import Iterable
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from planner.analysis.surge import (
    MOST_DAYS,
    MOST_TIMES,
    USUAL_DAYS,
    Arrivals,
    SurgeCourse,
    breaking_point,
    simulate,
    surge_setup,
)
from planner.analysis.surge_words import (
    arrivals_words,
    breaking_words,
    clearing_words,
    cover_words,
    surge_sentence,
    times_sentence,
)
from planner.charts.scene import Measure, Scene
from planner.charts.surge import surge_chart
from planner.editing.patch import Patch
from planner.language import phrase, say
from planner.model.format import plural
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Channel
from ui.charts.scene_view import SceneView
from ui.document import PlanDocument
from ui.kit.chart_words import word_field, words_button
from ui.kit.current_stack import CurrentStack
from ui.kit.editors.choices import CalmCombo
from ui.kit.flow import FlowLayout
from ui.kit.nothing_to_draw import Needs, NothingToDraw
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.kit.weak import weakly
from ui.theme import current_tokens
from ui.theme.tokens import MEDIUM, SMALL, TIGHT

_KINDS = frozenset({"channels", "limits"})
_TIMES = 4
_LENGTHS = (1, 2, USUAL_DAYS, 5, 7, 14, MOST_DAYS)
_NARROWEST_SLIDER = 210
_NEEDS = phrase("Mark a channel as interactive and give its messages a week and the minutes a message takes.")


class SurgePanel(QWidget):
    """Shows at which rush a channel's promise breaks, and when its backlog is gone.

    Signals:
        picked: the id of the channel that the user wants to see.
        kind_wanted: key of the kind whose entries there is nothing to reckon without.
    """

    picked = Signal(str)
    kind_wanted = Signal(str)

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._stale = True
        self._course: SurgeCourse | None = None
        self._channel = _combo((), 22)
        self._arrivals = _combo(((each.label, each) for each in Arrivals), 18)
        self._days = _combo(((plural(days, "day"), days) for days in _LENGTHS), 6)
        self._days.setCurrentIndex(_LENGTHS.index(USUAL_DAYS))
        self._times = _slider()
        self._multiple = plain_label(role="strong")
        self._verdict = plain_label(role="strong", wraps=True)
        self._notes = plain_label(role="muted", wraps=True)
        self._view = SceneView()
        self._view.picked.connect(self.picked)
        self._text = word_field()
        self._in_words = words_button()
        self._drawn = CurrentStack()
        self._stack = CurrentStack()
        self._stack.addWidget(ScrollPage(self._page()))
        nothing = NothingToDraw(say("No rush to reckon yet"), Needs(say(_NEEDS), ("channels",)))
        nothing.kind_wanted.connect(self.kind_wanted)
        self._stack.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addWidget(self._stack)
        self._channel.currentIndexChanged.connect(self._reckon)
        self._arrivals.currentIndexChanged.connect(self._reckon)
        self._times.valueChanged.connect(self._reckon)
        self._days.currentIndexChanged.connect(self._reckon)
        self._in_words.toggled.connect(self._show_drawn)
        document.changed.connect(self._follow)

    @property
    def view(self) -> SceneView:
        """The two pictures."""
        return self._view

    @property
    def words(self) -> QPlainTextEdit:
        """The field that has the pictures in words."""
        return self._text

    @property
    def words_button(self) -> QAbstractButton:
        """The button that shows the pictures in words."""
        return self._in_words

    @property
    def slider(self) -> QSlider:
        """The slider of today's messages times one to twenty."""
        return self._times

    @property
    def sentence(self) -> str:
        """What happens, in words."""
        return self._verdict.text()

    @property
    def notes(self) -> str:
        """What was taken for granted, and what it would take."""
        return self._notes.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Reckon with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _page(self) -> QWidget:
        page = QWidget()
        self._drawn.addWidget(self._view)
        self._drawn.addWidget(self._text)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._controls())
        column.addWidget(self._verdict)
        column.addWidget(_framed(self._drawn))
        column.addWidget(self._notes)
        column.addStretch(1)
        return page

    def _controls(self) -> FlowLayout:
        flow = FlowLayout(across=MEDIUM, down=SMALL)
        flow.addWidget(_named(say("&Channel"), self._channel))
        flow.addWidget(_named(say("&How many times today's messages"), self._times, self._multiple))
        flow.addWidget(_named(say("&Days that it lasts"), self._days))
        flow.addWidget(_named(say("Messages c&ome"), self._arrivals))
        flow.addWidget(self._in_words)
        return flow

    def _follow(self, patch: Patch) -> None:
        if _KINDS & set(patch.touched):
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        """Offer the channels that can be reckoned with, and keep the one that is chosen."""
        self._stale = False
        channels = [c for c in self._document.plan.channels.values() if c.interactive and _has_figures(c)]
        chosen = self._channel.currentData()
        with QSignalBlocker(self._channel):
            self._channel.clear()
            for channel in channels:
                self._channel.addItem(display_name(channel), channel.id)
            self._channel.setCurrentIndex(max(0, self._channel.findData(chosen)) if channels else -1)
        self._stack.setCurrentIndex(0 if channels else 1)
        self._reckon()

    def _reckon(self) -> None:
        """Show what the rush that is chosen does."""
        plan = self._document.plan
        channel = plan.channels.get(self._channel.currentData() or "")
        arrivals = Arrivals(self._arrivals.currentData())
        setup = None if channel is None else surge_setup(plan, channel, arrivals)
        if channel is None or setup is None:
            self._course = None
            return
        days = int(self._days.currentData())
        self._course = simulate(setup, self._times.value(), days)
        self._tell(plan, channel, arrivals, breaking_point(setup, days))
        self._view.show_chart(weakly(self._build))
        self._show_drawn()

    def _show_drawn(self) -> None:
        """Show the pictures, or the same in words."""
        scene = self._view.scene
        self._text.setPlainText("" if scene is None else scene.description)
        self._drawn.setCurrentWidget(self._text if self._in_words.isChecked() else self._view)

    def _tell(self, plan: Plan, channel: Channel, arrivals: Arrivals, breaks: Fraction | None) -> None:
        course = self._course
        if course is None:
            return
        self._multiple.setText(say("{count} times", count=self._times.value()))
        self._verdict.setText(surge_sentence(course))
        notes = (
            breaking_words(plan, channel, course, breaks),
            clearing_words(plan, channel, course),
            cover_words(course),
            arrivals_words(arrivals),
        )
        self._notes.setText("\n".join(filter(None, notes)))
        self._times.setAccessibleDescription(times_sentence(course))
        event = QAccessibleValueChangeEvent(self._times, self._times.value())
        QAccessible.updateAccessibility(event)

    def _build(self, width: float, measure: Measure, size: float) -> Scene:
        if self._course is None:
            return Scene(width, 0.0, (), (), "")
        return surge_chart(self._document.plan, self._course, width, measure, size=size)


def _has_figures(channel: Channel) -> bool:
    return channel.messages is not None and channel.minutes is not None


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(1, MOST_TIMES)
    slider.setPageStep(5)
    slider.setValue(_TIMES)
    slider.setMinimumWidth(current_tokens().px(_NARROWEST_SLIDER))
    return slider


def _combo(choices: Iterable[tuple[str, object]], letters: int) -> CalmCombo:
    """Return a combo box that shows so many letters at least."""
    combo = CalmCombo()
    combo.setMinimumContentsLength(letters)
    for words, choice in choices:
        combo.addItem(words, choice)
    return combo


def _framed(drawn: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(1, 1, 1, 1)
    inner.addWidget(drawn)
    return frame


def _named(words: str, field: QWidget, *more: QWidget) -> QWidget:
    """Return a field below its word, which leads the keyboard to it."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TIGHT)
    label = plain_label(words)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    column.addWidget(label)
    row = QHBoxLayout()
    for widget in (field, *more):
        row.addWidget(widget)
    column.addLayout(row)
    return group
