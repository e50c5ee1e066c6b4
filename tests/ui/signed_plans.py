"""Plan files that several people signed, for the tests of the windows of sign-off."""

from datetime import UTC, datetime
from functools import cache

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.editing.verbs import change
from planner.model.vocabulary import SigningWay, Verdict
from planner.signing.ceremony import sign_with_key
from planner.signing.identity import load_identity, make_identity
from planner.signoff.approvals import Decision, decide
from planner.store.plan_file import PlanFile
from planner.store.workspace import edit_plan, save_new
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
PASSPHRASE = "seven green lanterns hum"  # noqa: S105 - opens nothing but these tests' keys
KEYED = "sign-sponsor"


@cache
def identity_of(name):
    return load_identity(make_identity(name, PASSPHRASE, now=NOON), PASSPHRASE, now=NOON)


def signer(plan):
    """Return the name of the person who signs with a key."""
    return plan.name_of(plan.approvers[KEYED].person)


def write_signed_plan(path):
    """Make a plan file that two accepted by typing and one signed with a key; return the signed document."""
    plan = change(example_plan(), KEYED, "way", SigningWay.DIGITAL).plan
    for approver in plan.approvers:
        if approver != KEYED:
            plan = decide(plan, check_plan(plan, EXAMPLE_DAY), _accepts(plan, approver)).plan
    save_new(path, plan)
    edit_plan(path, _signed_with_key)
    with PlanFile.open(path) as file:
        return file.signed_copy()


def _signed_with_key(plan):
    report = check_plan(plan, EXAMPLE_DAY)
    return sign_with_key(
        plan, report, _accepts(plan, KEYED), identity_of(signer(plan)), b"", today=EXAMPLE_DAY
    )


def _accepts(plan, approver):
    return Decision(approver, Verdict.ACCEPT, plan.name_of(plan.approvers[approver].person), NOON)


def type_name(form, name):
    """Type a name into the form of a decision and give it with Enter."""
    QTest.keyClicks(form.name_line, name)
    QTest.keyClick(form.name_line, Qt.Key.Key_Return)


def draw(pad):
    """Draw one stroke on a pad with the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    for x in range(40, 200, 20):
        QTest.mouseMove(pad, QPoint(x, 60 + x % 40))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 60))


def button(widget, words):
    """Return the visible button with these words."""
    QApplication.processEvents()  # what was just added is shown then
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisible())
