"""A chart of the plan on a page: drawn again when what it shows changes and it can be seen.

The same is there in words, for screen readers and for whoever would rather read or copy it.
"""

from collections.abc import Callable, Collection
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.charts.scene import Measure, Scene
from planner.editing.patch import Patch
from planner.language import say
from planner.model.plan import Plan
from ui.charts.scene_view import SceneView
from ui.document import PlanDocument
from ui.kit.chart_pictures import ChartPictures
from ui.kit.chart_words import word_field, words_button
from ui.kit.current_stack import CurrentStack
from ui.kit.nothing_to_draw import Needs, NothingToDraw
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.kit.weak import weakly
from ui.theme import current_tokens
from ui.theme.tokens import SMALL

DrawPlan: TypeAlias = Callable[[Plan, float, Measure, float], Scene]
"""Draws a plan at a width, with a measure of texts, at a size of running text."""

_LOW = 360
"""Below this height in pixels at 100 % the chart gets the room of the sentence above it."""

_CHART, _EMPTY, _WORDS = range(3)
"""The pages of the stack."""


class ChartPanel(QWidget):
    """A chart under a sentence that says what is to be seen.

    Signals:
        picked: the id of the record that the user wants to see.
        kind_wanted: key of the kind whose entries the chart waits for.
    """

    picked = Signal(str)
    kind_wanted = Signal(str)
    _drawn = Signal()

    def __init__(
        self,
        document: PlanDocument,
        draw: DrawPlan,
        kinds: Collection[str],
        words: str,
        *,
        needs: Needs,
        scrolls: bool = True,
        view: SceneView | None = None,
    ) -> None:
        """Make the panel of a chart.

        Args:
            document: the document.
            draw: draws the chart.
            kinds: keys of the kinds that it shows; it is drawn again when one of them changes.
            words: what is to be seen, in a sentence.
            needs: what it can't be drawn without.
            scrolls: it scrolls by itself, and not with the page that it lies on.
            view: shows the chart; a plain one where None.
        """
        super().__init__()
        self._document = document
        self._draw = draw
        self._kinds = frozenset(kinds) | {"brief", "limits"}
        self._stale = True
        self._view = view or SceneView()
        self._view.picked.connect(self.picked)
        self._page = _scrolling(self._view) if scrolls else None
        self._text = word_field()
        self._nothing = NothingToDraw(say("Nothing to draw yet"), needs)
        self._nothing.kind_wanted.connect(self.kind_wanted)
        self._stack = CurrentStack()
        for page in (self._page or self._view, self._nothing, self._text):
            self._stack.addWidget(page)
        self._in_words = words_button()
        self._in_words.toggled.connect(self._show)
        self._pictures = ChartPictures(self._view, weakly(self._build), weakly(self._picture_title))
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._pictures.open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        self._words = plain_label(words, role="muted", wraps=True)
        column.addLayout(self._head())
        column.addWidget(_framed(self._stack, "card" if scrolls else "panel"), 1)
        document.changed.connect(self._follow)
        # Later: whether there is need for the bar is known once the chart has been laid out.
        self._drawn.connect(self._hide_needless_bar, Qt.ConnectionType.QueuedConnection)

    @property
    def words(self) -> QPlainTextEdit:
        """The field that has the chart in words."""
        return self._text

    @property
    def words_button(self) -> QAbstractButton:
        """The button that shows the chart in words."""
        return self._in_words

    @property
    def picture_button(self) -> QToolButton:
        """The button that offers the chart as a picture."""
        return self._pictures.button

    @property
    def way_on(self) -> QAbstractButton:
        """The button that leads to what is missing, where there is nothing to draw yet."""
        return self._nothing.button

    @property
    def view(self) -> SceneView:
        """The chart."""
        return self._view

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._redraw()

    def refresh(self) -> None:
        """Draw anew: at once where it can be seen, else when it is."""
        self._stale = True
        if self.isVisible():
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the chart the room of the sentence above it where there is little."""
        super().resizeEvent(event)
        self._words.setVisible(event.size().height() >= current_tokens().px(_LOW))

    def _head(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.addWidget(self._in_words)
        buttons.addWidget(self._pictures.button)
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addStretch(0)
        head.addLayout(buttons)
        head.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        return head

    def _follow(self, patch: Patch) -> None:
        if self._kinds & set(patch.touched):
            self.refresh()

    def _redraw(self) -> None:
        self._stale = False
        self._view.show_chart(weakly(self._build))
        self._show()
        self._drawn.emit()

    def _hide_needless_bar(self) -> None:
        if self._page is not None:
            self._page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _show(self) -> None:
        """Show the chart, the same in words, or what is missing for it."""
        scene = self._view.scene
        if scene is None or not scene.marks:
            self._nothing.aim_at(self._document.plan)
            self._stack.setCurrentIndex(_EMPTY)
        elif self._in_words.isChecked():
            self._text.setPlainText(scene.description)
            self._stack.setCurrentIndex(_WORDS)
        else:
            self._stack.setCurrentIndex(_CHART)
        drawn = scene is not None and bool(scene.marks)
        self._in_words.setEnabled(drawn)
        self._pictures.button.setEnabled(drawn)

    def _build(self, width: float, measure: Measure, size: float) -> Scene:
        return self._draw(self._document.plan, width, measure, size)

    def _picture_title(self) -> str:
        return say("{title} chart", title=self._document.plan.the_brief.title)


def _framed(content: QWidget, role: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", role)
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(1, 1, 1, 1)
    inner.addWidget(content)
    return frame


def _scrolling(view: SceneView) -> ScrollPage:
    page = QWidget()
    inner = QVBoxLayout(page)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(view)
    inner.addStretch(1)
    scrolled = ScrollPage(page)
    # A chart so large that it takes long to draw needs the bar, and is drawn at once for the width beside it.
    scrolled.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    return scrolled
