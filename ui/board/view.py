"""The board by hand: a card is dragged onto another one to link the two, or linked from a menu."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QToolTip

from planner.analysis.linking import Link, link_between, link_words, linked
from planner.charts.scene import Mark
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import kind_of
from ui.board.link_menu import LinkMenu
from ui.board.link_painting import paint_ghost, paint_target, paint_targets, paint_words
from ui.charts.scene_view import SceneView, tooltip_markup
from ui.document import PlanDocument
from ui.messages import tell_error
from ui.theme.tokens import HUGE

LINK_KEY = "Ctrl+L"
_CARDS = frozenset({"objectives", "tactics", "metrics"})
_SCROLL_MS = 40
"""How often the page scrolls on while a card is held at its edge."""


@dataclass(frozen=True, slots=True)
class _Carried:
    """A card that is being dragged: of which entry, where it is held, its picture, and what it could mean."""

    record: str
    grip: QPoint
    picture: QPixmap
    links: dict[str, Link]


class BoardView(SceneView):
    """A board whose cards can be dragged onto each other.

    While a card is dragged, those on which a drop would mean something are outlined, and the one under the
    mouse says what would happen. Escape, or letting go elsewhere, does nothing. Ctrl+L and the menu offer
    the same, and people besides. Each link is one step to undo.
    """

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._pressed: tuple[Mark, QPoint] | None = None
        self._carried: _Carried | None = None
        self._at = QPoint()
        self._is_spent = False
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        self._link_action = QAction(say("&Link to…"), self)
        self._link_action.setShortcut(QKeySequence(LINK_KEY))
        self._link_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._link_action.triggered.connect(self.open_link_menu)
        self.addAction(self._link_action)
        document.changed.connect(self._drop)

    @property
    def carried(self) -> str:
        """Id of the entry whose card is being dragged; empty where none is."""
        return self._carried.record if self._carried else ""

    @property
    def words(self) -> str:
        """What would happen if the dragged card were let go now; empty where nothing would."""
        link = self._link_below()
        return link_words(self._document.plan, link) if link else ""

    @property
    def target_marks(self) -> tuple[Mark, ...]:
        """The cards on which a drop of the dragged one would mean something."""
        links = self._carried.links if self._carried else {}
        return tuple(mark for mark in self.marks if mark.record in links and not mark.folds)

    def open_link_menu(self) -> None:
        """Offer what the focused card can be linked to, or tell why nothing can."""
        mark = self.focused_mark
        if mark is None or not self._is_card(mark):
            self._announce(say("Choose the card of an objective, a tactic or a metric to link it."))
        elif self._document.read_only:
            tell_error(self.window(), PlanError(self._document.read_only_reason))
        else:
            menu = LinkMenu(self._document.plan, mark.record, self)
            menu.wanted.connect(self._make)
            menu.popup(self.mapToGlobal(self.box_of(mark).center()))
            menu.setActiveAction(menu.actions()[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the board, and above it the card that is being dragged."""
        super().paintEvent(event)
        if self._carried is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = self._target_below()
        paint_targets(painter, map(self.box_of, self.target_marks))
        if below is None:
            paint_ghost(painter, self._carried.picture, self._at - self._carried.grip)
        else:  # its words name both cards, and the one that they would cover can be read
            box = self.box_of(below)
            paint_target(painter, box)
            paint_words(painter, self.words, box, self.visibleRegion().boundingRect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the card under the mouse; the other button only chooses it."""
        self._drop()
        self._is_spent = False
        place = self._mark_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.RightButton:
            self._focus_mark(place)
        elif place is not None and event.button() is Qt.MouseButton.LeftButton:
            mark = self.marks[place]
            if self._is_card(mark) and not mark.folds and not self._document.read_only:
                self._pressed = (mark, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the card that is held follow."""
        at = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif self._carried is not None:
            self._carry_to(at)
        elif self._pressed is not None:
            mark, start = self._pressed
            if (at - start).manhattanLength() >= QApplication.startDragDistance():
                self._take_up(mark, start)
                self._carry_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Link where the card was let go; a click without a drag picks the entry."""
        if self._carried is not None:
            self._let_go()
        elif not self._is_spent:
            super().mouseReleaseEvent(event)
        self._pressed, self._is_spent = None, False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a drag back on Escape; while there is one, no other key does anything."""
        if self._carried is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._drop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a drag back when the keyboard goes elsewhere."""
        self._drop()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let no key do anything else while a card is dragged: Escape takes it back, others wait."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._carried:
            event.accept()
            return True
        return super().event(event)

    def _is_card(self, mark: Mark) -> bool:
        record = self._document.plan.find(mark.record)
        return record is not None and kind_of(record).key in _CARDS

    def _take_up(self, mark: Mark, start: QPoint) -> None:
        plan, record = self._document.plan, mark.record
        others = dict.fromkeys(other.record for other in self.marks)
        links = {other: link for other in others if (link := link_between(plan, record, other))}
        self._focus_mark(self.marks.index(mark))
        self._carried = _Carried(record, start - self.box_of(mark).topLeft(), self._picture_of(mark), links)
        self._scrolling.start()

    def _picture_of(self, mark: Mark) -> QPixmap:
        box, ratio = self.box_of(mark), self.devicePixelRatioF()
        picture = QPixmap(box.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        if self._scene is not None:
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(1 - mark.x, 1 - mark.y)
            self._ink.paint(painter, self._scene, QRectF(mark.x, mark.y, mark.width, mark.height))
            painter.end()
        return picture

    def _carry_to(self, at: QPoint) -> None:
        before, self._at = self._link_below(), at
        link = self._link_below()
        held = Qt.CursorShape.ClosedHandCursor
        self.setCursor(Qt.CursorShape.DragLinkCursor if link and not link.is_there else held)
        if link != before:
            self.setAccessibleDescription(self.words)
        self.update()

    def _scroll_on(self) -> None:
        """Scroll the page while the card is held at its edge; the mouse stays where it is on the screen."""
        page = self._scroll_page()
        inner = None if page is None else page.widget()
        if page is None or inner is None:
            return
        held = self.mapToGlobal(self._at)
        at = self.mapTo(inner, self._at)
        page.ensureVisible(at.x(), at.y(), 0, HUGE)
        if self.mapToGlobal(self._at) != held:
            self._carry_to(self.mapFromGlobal(held))

    def _target_below(self) -> Mark | None:
        """Return the card under the mouse on which a drop would mean something, if there is one."""
        return next((mark for mark in self.target_marks if self.box_of(mark).contains(self._at)), None)

    def _link_below(self) -> Link | None:
        below = self._target_below()
        return self._carried.links[below.record] if below is not None and self._carried is not None else None

    def _let_go(self) -> None:
        link, words, at = self._link_below(), self.words, self._at
        self._drop()
        if link is None:
            return
        if link.is_there:
            QToolTip.showText(self.mapToGlobal(at), tooltip_markup(words), self)
            self._announce(words)
        else:
            self._make(link)

    def _make(self, link: Link) -> None:
        """Make the edit and say it, or tell why it may not be made."""
        try:
            edit = linked(self._document.plan, link)
            self._document.do(edit)
        except PlanError as error:
            tell_error(self.window(), error)
        else:
            self._announce(edit.label)

    def _drop(self) -> None:
        """Forget what is being dragged."""
        self._pressed = None
        if self._carried is not None:
            self._scrolling.stop()
            self._carried = None
            # Who takes a drag back still holds the button: its release is no click.
            self._is_spent = True
            self._describe()
            self.unsetCursor()
            self.update()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
