"""What was mended just now: for a while the findings that an edit has taken away stand above the others."""

from collections import Counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from planner.language import say, say_count
from planner.model.format import quoted
from planner.model.plan import Plan
from planner.truths.findings import Finding, Report
from planner.truths.fixes import is_there
from planner.truths.of_plan import title_of
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL, TIGHT

SHOWN_MS = 30_000
"""Long enough to look up from the field, read, and look at the list."""
_MOST_LISTED = 6


def mended_between(before: Report, after: Report, plan: Plan) -> tuple[Finding, ...]:
    """Return the findings that stood and were mended.

    They are there no more, not even as an accepted exception, while what they are about still is: a finding
    that went with its entry was removed, not mended. Nor was one that only leads to another field now.

    Args:
        before: the last report.
        after: the next one.
        plan: the plan of the next one.
    """
    left = {finding.key for finding in after.findings}
    moved = Counter(_about(finding) for finding in after.findings)
    moved.subtract(_about(finding) for finding in before.findings if finding.key in left)
    mended = []
    for finding in before.standing:
        if finding.key in left or not is_there(plan, finding):
            continue
        if moved[_about(finding)] > 0:
            moved[_about(finding)] -= 1
        else:
            mended.append(finding)
    return tuple(mended)


def _about(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.subject


class MendedNote(QFrame):
    """Says what was mended just now; several are counted, and listed where one asks for it."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._document = document
        self._before = document.report
        self._undone = len(document.history.undone)
        self._mended: tuple[Finding, ...] = ()
        self._is_open = False
        self._head = plain_label(wraps=True)
        self._lines = plain_label(role="caption", wraps=True)
        self._fold = WordButton(role="quiet")
        self._fold.setObjectName("mended.fold")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._forget)
        self._fold.clicked.connect(self._turn)
        self._build()
        self._forget()

    @property
    def words(self) -> str:
        """What is said; empty where nothing was mended just now."""
        return self._head.text() if self._mended else ""

    @property
    def lines(self) -> str:
        """The list that is folded away at first."""
        return self._lines.text()

    def take(self, report: Report) -> bool:
        """Take up a new report.

        Returns:
            Whether something was mended with it.
        """
        undone = len(self._document.history.undone)
        # What came with a step goes with it when that is taken back; nobody mended it.
        is_taken_back = undone > self._undone
        fresh = () if is_taken_back else mended_between(self._before, report, self._document.plan)
        self._before, self._undone = report, undone
        standing = {finding.key for finding in report.findings}
        earlier = tuple(finding for finding in self._mended if finding.key not in standing)
        self._mended = (*fresh, *earlier)
        if fresh:
            self._timer.start()
        self._show()
        return bool(fresh)

    def _build(self) -> None:
        mark = IconLabel()
        mark.show_icon("circle-check", "ok")
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self._lines)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self) -> None:
        self.setVisible(bool(self._mended))
        if not self._mended:
            return
        number = len(self._mended)
        self._head.setText(
            say_count(
                "Mended just now: {finding}",
                "Mended just now: {count} findings",
                number,
                finding=self._told(self._mended[0]),
            )
        )
        listed = [self._told(finding) for finding in self._mended[:_MOST_LISTED]]
        if number > _MOST_LISTED:
            listed.append(say("{count} more", count=number - _MOST_LISTED))
        self._lines.setText("\n".join(listed))
        self._fold.setVisible(number > 1)
        self._lines.setVisible(number > 1 and self._is_open)
        self._fold.setText(say("Hide them") if self._is_open else say("Show them"))

    def _told(self, finding: Finding) -> str:
        title = title_of(self._document.plan, finding.rule)
        return title if finding.subject == "plan" else f"{title}: {quoted(finding.subject_name)}"

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _forget(self) -> None:
        self._mended = ()
        self._is_open = False
        self._show()
