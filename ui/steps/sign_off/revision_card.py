"""One revision: who decided about it and how, the files kept with it, and what can be done with it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.language import phrase, say
from planner.model.format import quoted
from planner.model.plan import Plan
from planner.model.records_signoff import Approval
from planner.model.vocabulary import SigningWay, Verdict
from planner.parsing import show_moment
from planner.signing.fingerprints import abridged
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import Card
from ui.kit.flow import FlowLayout
from ui.kit.region import current_locale
from ui.kit.text import plain_label
from ui.steps.sign_off.kept_files import KeptFiles
from ui.steps.sign_off.revision_list import Line
from ui.steps.sign_off.scan_drop import ScanDrop

_DECIDED = {
    Verdict.ACCEPT: phrase("{name} accepted"),
    Verdict.CONDITIONS: phrase("{name} accepted with conditions"),
    Verdict.REJECT: phrase("{name} rejected"),
}
_NOBODY = phrase("Nobody has decided about it yet.")


class RevisionCard(Card):
    """What is known of the chosen revision.

    Signals:
        compare_wanted: it is to be held against another one.
        copy_wanted: its content is to be opened as a plan of its own.
    """

    compare_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, document: PlanDocument) -> None:
        """Make an empty card.

        Args:
            document: the plan.
        """
        super().__init__()
        self._document = document
        self._title = plain_label(role="h3", wraps=True)
        self._digits = plain_label(role="caption", wraps=True)
        self._digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._decisions = plain_label(wraps=True)
        self.files = KeptFiles(document)
        self.scans = ScanDrop(document)
        self.scans.filed.connect(self._show_files)
        self._fingerprint = ""
        self._build()

    @property
    def words(self) -> str:
        """What is said of the decisions."""
        return self._decisions.text()

    def show_line(self, line: Line) -> None:
        """Show a revision.

        Args:
            line: the revision.
        """
        plan = self._document.plan
        self._fingerprint = line.fingerprint
        self._title.setText(say("{revision}: {state}", revision=line.title, state=line.state.label.lower()))
        digits = line.fingerprint.upper()
        self._digits.setText(
            say(
                "Fingerprint {digits}",
                digits=" ".join(digits[at : at + 8] for at in range(0, len(digits), 8)),
            )
        )
        told = list(_decisions(plan, line.fingerprint))
        self._decisions.setText("\n".join(told) or say(_NOBODY))
        self.scans.show_revision(line.fingerprint)
        self.scans.setVisible(bool(told))
        self._show_files()

    def _show_files(self) -> None:
        self.files.show_files_of(self._fingerprint)

    def _build(self) -> None:
        for widget in (
            self._title,
            self._digits,
            self._decisions,
            plain_label(say("Files kept with it"), role="strong"),
            self.files,
            self.scans,
        ):
            self.body.addWidget(widget)
        buttons = QWidget()
        row = FlowLayout(buttons)
        compare = WordButton(say("Compare with…"), "files")
        copy = WordButton(say("Open as a copy…"), "copy")
        compare.clicked.connect(self.compare_wanted)
        copy.clicked.connect(self.copy_wanted)
        row.addWidget(compare)
        row.addWidget(copy)
        self.body.addWidget(buttons)
        note = say(
            "A copy is a plan file of its own, with what this revision says; nobody has approved it yet."
        )
        self.body.addWidget(plain_label(note, role="caption", wraps=True))


def _decisions(plan: Plan, fingerprint: str) -> Iterator[str]:
    for approval in plan.approvals.values():
        if approval.fingerprint == fingerprint:
            yield _told(plan, approval)


def _told(plan: Plan, approval: Approval) -> str:
    approver = plan.approvers.get(approval.approver or "")
    name = approval.signed_name
    if approver:
        name = say("{name} ({role})", name=name, role=approver.role.label.lower())
    facts = [say(_DECIDED[approval.verdict], name=name)]
    if approval.verdict is not Verdict.REJECT:
        facts.append(say("by {way}", way=approval.way.label.lower()))
    if approval.way is SigningWay.DIGITAL:
        facts.append(say("key {key}", key=abridged(approval.certificate)))
    if approval.at:
        facts.append(show_moment(approval.at, current_locale()))
    told = say("{facts}.", facts=say(", ").join(facts))
    return f"{told} {quoted(approval.reason)}" if approval.reason else told
