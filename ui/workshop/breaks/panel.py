"""“What breaks this plan?”: one open stop or warning at a time, to mend, to accept or to leave for later."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say, say_count
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from planner.truths.of_plan import rule_of
from planner.truths.waivers import can_be_waived
from ui.dialogs.waive import WaiveDialog
from ui.document import PlanDocument
from ui.findings.mending import Mend, mends_of, source_of
from ui.kit.buttons import WordButton
from ui.kit.card import Card
from ui.kit.empty_state import Pictogram
from ui.kit.finding_note import LEVEL_LOOKS
from ui.kit.flow import FlowLayout
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label, set_tip
from ui.messages import tell_error
from ui.theme.tokens import LARGE, MEDIUM
from ui.workshop.breaks.game import BreaksGame
from ui.workshop.breaks.way import WayBar
from ui.workshop.undo_strip import UndoStrip

_LABEL = "mend"


class BreaksPanel(QWidget):
    """Shows the finding that stands before the room, and what can be done about it.

    F2 goes to the field, Alt+Right leaves a finding for later, Alt+Left goes back.

    Signals:
        go_wanted: the `Finding` whose field the user wants to see.
    """

    go_wanted = Signal(object)

    def __init__(self, document: PlanDocument, game: BreaksGame) -> None:
        """Make the panel.

        Args:
            document: the document.
            game: which finding stands before the room; the room's view follows the same one.
        """
        super().__init__()
        self._document = document
        self._game = game
        self._progress = plain_label(role="h3", wraps=True)
        self._bar = WayBar()
        self._mark = Pictogram("octagon-x")
        self._level = plain_label(role="strong")
        self._message = plain_label(role="h1", wraps=True)
        self._remedy = plain_label(wraps=True)
        self._why = plain_label(role="muted", wraps=True)
        self._mends: list[QPushButton] = []
        self._ways = FlowLayout()
        self._go = WordButton(say("Go to the field"), "arrow-right")
        self._waive = WordButton(say("Accept exception…"), "shield-check")
        self._skip = WordButton(say("Leave for later"), "skip-forward")
        self._back = WordButton(say("Back"), "arrow-left", role="quiet")
        self._card = Card()
        self._won = Card()
        self._undo = UndoStrip(document)
        self._build()
        self._connect()
        self._show()

    @property
    def mends(self) -> list[QPushButton]:
        """The buttons of the fixes that are offered."""
        return self._mends

    @property
    def skip_button(self) -> WordButton:
        """Leaves the finding for later."""
        return self._skip

    @property
    def waive_button(self) -> WordButton:
        """Accepts the warning as an exception."""
        return self._waive

    @property
    def go_button(self) -> WordButton:
        """Leads to the field."""
        return self._go

    @property
    def undo_strip(self) -> UndoStrip:
        """Takes back what was mended or accepted last."""
        return self._undo

    @property
    def words(self) -> tuple[str, str]:
        """How far it is, and what is wrong."""
        return self._progress.text(), self._message.text()

    @property
    def first_stop(self) -> QWidget:
        """Where the keyboard begins: the way to the next finding, else to the field, else the verdict."""
        if self.is_won:
            return self._won
        return self._go if self._skip.isHidden() else self._skip

    @property
    def is_won(self) -> bool:
        """Whether it shows that the plan can be signed."""
        return not self._won.isHidden()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what stands now."""
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._progress)
        column.addWidget(self._bar)
        self._build_card()
        self._build_won()
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.addWidget(self._card)
        cards.addWidget(self._won)
        cards.addStretch(1)
        column.addWidget(ScrollPage(inside), 1)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._skip)
        column.addLayout(foot)
        column.addWidget(self._undo)

    def _build_card(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self._mark)
        head.addWidget(self._level, 1)
        self._ways.addWidget(self._go)
        self._ways.addWidget(self._waive)
        body = self._card.body
        body.setSpacing(LARGE)
        body.addLayout(head)
        for label in (self._message, self._remedy):
            body.addWidget(label)
        body.addLayout(self._ways)
        body.addWidget(self._why)

    def _build_won(self) -> None:
        mark = Pictogram("party-popper")
        mark.show_icon("party-popper", "ok")
        self._verdict = plain_label(say("The plan can be signed."), role="h1", wraps=True)
        self._story = plain_label(wraps=True)
        for label in (self._verdict, self._story):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._won.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._won.setAccessibleName(say("The plan can be signed."))
        self._won.body.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._won.body.addWidget(self._verdict)
        self._won.body.addWidget(self._story)

    def _connect(self) -> None:
        self._game.changed.connect(self._show)
        self._game.won.connect(self._announce_won)
        self._go.clicked.connect(self._lead)
        self._waive.clicked.connect(self._ask_consent)
        self._skip.clicked.connect(self._game.skip)
        self._back.clicked.connect(self._game.back)
        for button, keys in ((self._skip, "Alt+Right"), (self._back, "Alt+Left"), (self._go, "F2")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            set_tip(button, shortcut.key().toString(QKeySequence.SequenceFormat.NativeText))

    def _show(self) -> None:
        finding = self._game.current
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        self._progress.setText(progress_words(self._game))
        if self._game.is_signable:
            self._bar.show_way(1, 1)
        else:
            self._bar.show_way(self._game.done, self._game.most)
        self._card.setVisible(finding is not None)
        self._won.setVisible(self._game.is_signable)
        for button in (self._skip, self._back):
            button.setVisible(self._game.left > 1)
        self._story.setText(self._told())
        if finding is not None:
            self._show_finding(finding)
        elif had_keyboard:
            # Otherwise Qt hands it on to whatever comes next, which a second press would do.
            self.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_finding(self, finding: Finding) -> None:
        look = LEVEL_LOOKS[finding.level]
        rule = rule_of(self._document.plan, finding.rule)
        self._mark.show_icon(look.icon, look.tone)
        self._level.setText(say("{level} · {step}", level=finding.level.label, step=finding.step.heading))
        self._message.setText(finding.message)
        self._remedy.setText(finding.remedy)
        why = rule.why if rule is not None else ""
        self._why.setText("\n".join(part for part in (why, source_of(finding)) if part))
        can_wait = finding.level is Weight.WARN and can_be_waived(self._document.plan, finding.rule)
        self._waive.setVisible(can_wait and not self._document.read_only)
        self._show_mends(mends_of(self._document, finding))

    def _show_mends(self, mends: tuple[Mend, ...]) -> None:
        had_focus = any(button.hasFocus() for button in self._mends)
        for button in self._mends:
            self._ways.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._mends = [self._mend_button(mend) for mend in mends]
        for button in self._mends:
            self._ways.addWidget(button)
        for before, button in pairwise((self._waive, *self._mends)):
            QWidget.setTabOrder(before, button)
        if had_focus:
            (self._mends[0] if self._mends else self._go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend_button(self, mend: Mend) -> QPushButton:
        button = WordButton(mend.label, "wrench")
        set_tip(button, "\n".join((*mend.changes, "", mend.kind)))
        button.setAccessibleDescription("\n".join(mend.changes))
        button.setProperty(_LABEL, mend.label)
        button.clicked.connect(self._mend)
        return button

    def _mend(self) -> None:
        label = self.sender().property(_LABEL)
        finding = self._game.current
        for mend in mends_of(self._document, finding) if finding is not None else ():
            if mend.label == label:
                self._do(mend.edit)
                return

    def _do(self, edit: Edit) -> None:
        try:
            self._document.do(edit)
        except PlanError as error:
            tell_error(self.window(), error)
        else:
            self._offer_undo()

    def _offer_undo(self) -> None:
        self._undo.offer(say("Done: {step}", step=self._document.history.undo_label))

    def _lead(self) -> None:
        if self._game.current is not None:
            self.go_wanted.emit(self._game.current)

    def _ask_consent(self) -> None:
        if self._game.current is not None:
            dialog = WaiveDialog(self._document, self._game.current, self.window())
            dialog.accepted.connect(self._offer_undo)
            dialog.open()

    def _told(self) -> str:
        if not self._game.done:
            return say("Nothing stands in the way of the signatures.")
        return say_count(
            "{count} thing that broke it is mended or accepted.",
            "{count} things that broke it are mended or accepted.",
            self._game.done,
        )

    def _announce_won(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._verdict.text()))


def progress_words(game: BreaksGame) -> str:
    """Return how far the plan is from being signed."""
    if game.is_signable:
        return say("Nothing left: the plan can be signed")
    if not game.left:
        return say("Checking the plan…")
    return say_count("{count} left until it can be signed", "{count} left until it can be signed", game.left)
