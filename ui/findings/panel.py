"""The findings beside the page: live, filtered, folded, each leading to its field."""

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout

from planner.language import phrase, say
from planner.model.kinds import Step
from planner.truths.findings import Finding, Report
from planner.truths.of_plan import rule_of, title_of
from planner.truths.waivers import can_be_waived
from ui.checking import is_checked
from ui.document import PlanDocument
from ui.findings.detail import About, FindingDetail
from ui.findings.listing import FindingsList
from ui.findings.mended import MendedNote
from ui.findings.mending import mends_of, source_of
from ui.findings.model import FindingModel, spoken_row
from ui.findings.nothing import NothingFound
from ui.findings.rows import FoldKey, Row, Show, counts_line, rows_of, shown_findings
from ui.findings.safe_fixes import SafeFixes
from ui.kit.buttons import RingedButton, WordButton
from ui.kit.choice_group import ChoiceGroup
from ui.kit.flow import FlowLayout
from ui.kit.text import plain_label
from ui.theme import current_tokens
from ui.theme.tokens import MEDIUM, SMALL, TIGHT

_LEAST = 240
_SHOWS = {Show.STEP: phrase("This step"), Show.ALL: phrase("All"), Show.ASIDE: phrase("Put aside")}


class FindingsPanel(QFrame):
    """Lists the findings of the plan and explains the chosen one.

    Signals:
        go_wanted: the `Finding` whose field is to be shown.
        mend_wanted: the `Edit` that mends the chosen finding.
        consent_wanted: the `Finding` to be accepted as an exception or dismissed.
        restore_wanted: the `Finding` to be called back.
        fix_all_wanted: the user wants all safe fixes.
    """

    go_wanted = Signal(object)
    mend_wanted = Signal(object)
    consent_wanted = Signal(object)
    restore_wanted = Signal(object)
    fix_all_wanted = Signal()

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._document = document
        self._step = Step.PURPOSE
        self._show = Show.STEP
        self._counts = plain_label(role="caption", wraps=True)
        self._empty = NothingFound()
        self._opened: set[FoldKey] = set()
        self._fix_all = WordButton(say("Fix all safe…"), "wrench")
        self._fix_all.setObjectName("fix-all")
        self._safe_fixes = SafeFixes(document, self)
        self._mended = MendedNote(document)
        self._rows = FindingModel(self)
        self._list = FindingsList()
        self._list.setModel(self._rows)
        self._detail = FindingDetail()
        self._segments: dict[Show, RingedButton] = {}
        self._build()
        self.setMinimumWidth(current_tokens().px(_LEAST))
        self._connect()
        self._refresh()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, SMALL, SMALL)
        layout.setSpacing(SMALL)
        layout.addWidget(plain_label(say("Findings"), role="h3"))
        layout.addWidget(self._counts)
        layout.addWidget(self._mended)
        layout.addWidget(self._fix_all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._make_segments())
        layout.addWidget(self._empty, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        self._split = split
        split.addWidget(self._list)
        split.addWidget(self._detail)
        split.setStretchFactor(0, 1)
        layout.addWidget(split, 1)

    def _make_segments(self) -> FlowLayout:
        row = FlowLayout(across=TIGHT, down=TIGHT)
        group = ChoiceGroup(self)
        for show, title in _SHOWS.items():
            button = RingedButton(say(title))
            button.setProperty("role", "segment")
            button.setObjectName(f"show.{show.value}")
            button.setCheckable(True)
            button.setChecked(show is self._show)
            button.clicked.connect(self._segment_clicked)
            group.add(button)
            self._segments[show] = button
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self._document.report_changed.connect(self._take_report)
        self._list.picked.connect(self._pick)
        self._list.fold_wanted.connect(self._fold)
        self._list.selectionModel().currentChanged.connect(self._explain_current)
        self._detail.go_wanted.connect(self._go)
        self._detail.mend_wanted.connect(self._mend)
        self._fix_all.clicked.connect(self.fix_all_wanted)
        self._safe_fixes.found.connect(self._count_safe)
        self._empty.all_wanted.connect(self._show_all)
        self._detail.consent_wanted.connect(self._consent)
        self._detail.restore_wanted.connect(self._restore)

    def changeEvent(self, event: QEvent) -> None:
        """Keep a width at which a finding can be read at the present size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setMinimumWidth(current_tokens().px(_LEAST))

    @property
    def current(self) -> Finding | None:
        """The chosen finding."""
        return self._rows.finding(self._list.currentIndex().row())

    @property
    def safe_fixes(self) -> SafeFixes:
        """What can be fixed safely."""
        return self._safe_fixes

    @property
    def mended(self) -> MendedNote:
        """What was mended just now."""
        return self._mended

    @property
    def shows(self) -> Show:
        """Which findings are listed."""
        return self._show

    def show_step(self, step: Step) -> None:
        """List the findings of another step."""
        self._step = step
        self._refresh()

    def show_findings(self, show: Show) -> None:
        """List other findings."""
        self._show = show
        self._segments[show].setChecked(True)
        self._refresh()

    def show_any(self) -> None:
        """List findings that there are: of the step, else all, else those put aside; explain one of them."""
        shows = (self._show, Show.ALL, Show.ASIDE)
        filled = (show for show in shows if shown_findings(self._document.report, show, self._step))
        self.show_findings(next(filled, Show.ALL))
        if self.current is None:
            self.choose_next(1)

    def choose_next(self, direction: int) -> Finding | None:
        """Choose the next listed finding, from the end again at the start; of all steps where this has none.

        Args:
            direction: 1 for the next, -1 for the previous.

        Returns:
            The finding chosen, or None where none stands.
        """
        if not shown_findings(self._document.report, self._show, self._step):
            self.show_findings(Show.ALL)
        row = self._list.currentIndex().row()
        if row < 0 and direction < 0:
            row = self._rows.rowCount()
        for _ in range(self._rows.rowCount()):
            row = (row + direction) % self._rows.rowCount()
            fold = self._rows.fold(row)
            if fold is not None and not fold.is_open:
                self._set_open(fold.key, is_open=True)
                row = row if direction > 0 else row + len(fold.findings)
            if self._rows.finding(row) is not None:
                self._choose(row)
                return self.current
        return None

    def take_focus(self) -> None:
        """Give the keyboard to the list, or where it is empty, to what is listed."""
        target = self._segments[self._show] if self._split.isHidden() else self._list
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, row: int) -> None:
        index = self._rows.index(row)
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._list.scrollTo(index)

    def _segment_clicked(self) -> None:
        self.show_findings(Show(self.sender().objectName().partition(".")[2]))

    def _show_all(self) -> None:
        self.show_findings(Show.ALL)
        self.take_focus()

    def _take_report(self, report: Report) -> None:
        before = self._counts.text()
        has_mended = self._mended.take(report)
        self._refresh()
        if has_mended or (before and self._counts.text() != before):
            told = [self._mended.words] if has_mended else []
            spoken = "\n".join([*told, counts_line(report)])
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _refresh(self) -> None:
        report = self._document.report
        chosen = self._list.currentIndex().row()
        key = self._rows.key(chosen)
        above = self._rows.key(self._rows.fold_above(chosen))
        title = partial(title_of, self._document.plan)
        self._rows.show_rows(rows_of(report, self._show, self._step, self._opened, title))
        self._counts.setText(counts_line(report))
        self._name_segments(report)
        self._count_safe()
        is_empty = self._rows.rowCount() == 0
        if is_checked(report):
            self._empty.show_for(self._show, len(report.standing))
        else:
            self._empty.show_waiting()
        self._empty.setVisible(is_empty)
        self._split.setVisible(not is_empty)
        place = next((place for place in map(self._rows.place_of, (key, above)) if place >= 0), -1)
        if place >= 0:
            self._choose(place)
        self._explain_current()

    def _count_safe(self) -> None:
        count = self._safe_fixes.count
        self._fix_all.setVisible(count != 0)
        self._fix_all.setText(say("Fix all safe ({count})…", count=count) if count else say("Fix all safe…"))

    def _name_segments(self, report: Report) -> None:
        for show, button in self._segments.items():
            number = len(shown_findings(report, show, self._step))
            title = say(_SHOWS[show])
            button.setText(say("{title} ({count})", title=title, count=number) if number else title)

    def _set_open(self, key: FoldKey, *, is_open: bool) -> None:
        self._opened = self._opened | {key} if is_open else self._opened - {key}
        self._refresh()

    def _fold(self, is_open: bool) -> None:  # noqa: FBT001 - a signal's value
        """Open or close the fold at the current row; from inside, go to it first and close it then."""
        row = self._list.currentIndex().row()
        above = self._rows.fold_above(row)
        fold = self._rows.fold(above)
        if fold is None:
            return
        if fold.is_open == is_open or above != row:
            self._choose(row + 1 if is_open and above == row else row if is_open else above)
            return
        self._set_open(fold.key, is_open=is_open)
        self._announce(self._rows.row(above))

    def _pick(self) -> None:
        fold = self._rows.fold(self._list.currentIndex().row())
        if fold is None:
            self._go()
        else:
            self._fold(not fold.is_open)

    def _announce(self, row: Row) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._list, spoken_row(row)))

    def _explain_current(self) -> None:
        finding = self.current
        fold = self._rows.fold(self._list.currentIndex().row())
        told = finding if fold is None else fold.findings[0]
        plan = self._document.plan
        rule = None if told is None else rule_of(plan, told.rule)
        self._detail.setVisible(rule is not None)
        if rule is None or told is None:
            return
        waivable = can_be_waived(plan, rule.id)
        mends = mends_of(self._document, finding) if finding is not None else ()
        self._detail.show_finding(finding, About(rule, mends, source_of(told), waivable))

    def _go(self) -> None:
        if self.current is not None:
            self.go_wanted.emit(self.current)

    def _mend(self, label: str) -> None:
        for mend in mends_of(self._document, self.current) if self.current is not None else ():
            if mend.label == label:
                self.mend_wanted.emit(mend.edit)

    def _consent(self) -> None:
        if self.current is not None:
            self.consent_wanted.emit(self.current)

    def _restore(self) -> None:
        if self.current is not None:
            self.restore_wanted.emit(self.current)
