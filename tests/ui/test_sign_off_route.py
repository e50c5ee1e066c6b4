"""The whole route of sign-off in the real window, by keys and mouse."""

from datetime import UTC, datetime

import pytest
from files_by_hand import choose_file, drop
from hands import said
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from signed_plans import button, draw
from typist import KEY, LEFT, Typist

from planner.editing import verbs
from planner.editing.revision import is_signed
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.kinds import Step
from planner.model.vocabulary import SigningWay
from planner.signing import pkcs12_file
from planner.signing.verify.verdict import Outcome
from planner.signoff.route import ask_for_approval
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan
from planner.truths.engine import check_plan
from planner.truths.example_plan import example_plan
from ui.dialogs.compare import CompareDialog
from ui.dialogs.make_key import MakeKeyDialog
from ui.dialogs.verify import VerifyDialog
from ui.steps.sign_off.approvals import ApprovalsTab
from ui.steps.sign_off.log import LogTab
from ui.steps.sign_off.revisions import RevisionsTab

PASSPHRASE = "seven green lanterns hum"  # noqa: S105 - opens nothing but this test's key
WAYS = {
    "sign-sponsor": SigningWay.DIGITAL,
    "sign-experience": SigningWay.DRAWN,
    "sign-budget": SigningWay.TYPED,
}


@pytest.fixture
def office(desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(pkcs12_file, "rounds", 1000)
    plan = example_plan()
    for approver, way in WAYS.items():
        plan = verbs.change(plan, approver, "way", way).plan
    PlanFile.create(tmp_path / "Guests.tcplan", plan).close()
    window = desk.window_with(tmp_path / "Guests.tcplan")
    window.resize(1400, 1000)
    return Office(desk, qtbot, window, tmp_path)


class Office:
    """The people who sign, one after the other at the same desk."""

    def __init__(self, desk, qtbot, window, folder):
        self.desk, self.qtbot, self.window, self.folder = desk, qtbot, window, folder
        self.typist = Typist(qtbot, window, window.document.plan)

    @property
    def plan(self):
        return self.window.document.plan

    def tab(self, word, kind):
        self.typist.go(Step.SIGN_OFF)
        self.typist.tab(word)
        return self.typist.shown(kind)

    def send_round(self):
        approval = self.tab("Approval", ApprovalsTab)
        QTest.mouseClick(approval.route.send_button, LEFT)
        assert "In review" in approval.route.words

    def begin(self, approver, word):
        card = self.tab("Approval", ApprovalsTab).card(approver)
        QTest.mouseClick(card.begin_button, LEFT)
        ways = [b for b in card.form.findChildren(QRadioButton) if b.text() == word and b.isVisible()]
        for way in ways:
            QTest.mouseClick(way, LEFT)
        QApplication.processEvents()
        QTest.keyClicks(card.form.name_line, self.plan.name_of(self.plan.approvers[approver].person))
        return card.form

    def type_name(self, approver):
        QTest.keyClick(self.begin(approver, "Typed name").name_line, KEY.Key_Return)

    def draw(self, approver):
        form = self.begin(approver, "Drawn signature")
        draw(form.drawn.pad)
        QTest.mouseClick(form.decided, LEFT)

    def sign_with_key(self, approver):
        form = self.begin(approver, "Digital signature")
        QTest.mouseClick(button(form, "Make a key…"), LEFT)
        dialog = self.window.findChild(MakeKeyDialog)
        dialog.line("file").setText(str(self.folder / "my key.p12"))
        for line in ("passphrase", "again"):
            QTest.keyClicks(dialog.line(line), PASSPHRASE)
        QTest.mouseClick(button(dialog, "Make the key"), LEFT)
        dialog.reject()
        QTest.keyClicks(form.keys.passphrase_line, PASSPHRASE)
        QTest.keyClick(form.keys.passphrase_line, KEY.Key_Return)
        self.qtbot.waitUntil(form.decided.isEnabled)

    def sign_all(self):
        self.send_round()
        self.type_name("sign-budget")
        self.draw("sign-experience")
        self.sign_with_key("sign-sponsor")
        assert is_signed(self.plan)
        self.desk.settle(self.window)

    def edit(self, words):
        self.window.document.let_edit()
        self.window.document.do(verbs.change(self.plan, "brief", "stands_for", words))
        self.desk.settle(self.window)

    def revisions(self, files=0):
        tab = self.tab("Revisions", RevisionsTab)
        self.qtbot.waitUntil(lambda: len(tab.card.files.rows) == files)
        return tab


def cells(tree):
    columns = range(tree.columnCount())
    rows = range(tree.topLevelItemCount())
    return [[tree.topLevelItem(row).text(column) for column in columns] for row in rows]


def verdict_on(office, path):
    drop(office.window, path)
    dialog = next(d for d in office.window.findChildren(VerifyDialog) if d.isVisible())
    office.qtbot.waitUntil(lambda: not dialog.is_busy)
    (part,) = dialog.parts
    dialog.reject()
    return part.verdict


def test_three_people_sign_in_three_ways_and_what_they_signed_is_kept_and_holds(office, qtbot):
    office.sign_all()
    digest = fingerprint(office.plan)
    tab = office.revisions(files=1)
    assert cells(tab.list)[0][:2] == ["Revision 1, as it is now", "Signed"]
    for words in ("by typed name", "by drawn signature", "by digital signature, key "):
        assert words in tab.card.words
    out = office.folder / "signed.pdf"
    QTest.mouseClick(button(tab.card.files.rows[0], "Save a copy…"), LEFT)
    choose_file(qtbot, office.window, out)
    qtbot.waitUntil(out.exists)
    verdict = verdict_on(office, out)
    assert verdict.outcome is Outcome.UNCHANGED, verdict.failures
    assert verdict.fingerprint == digest
    data = out.read_bytes()
    out.write_bytes(data[:4000] + bytes([data[4000] ^ 1]) + data[4001:])
    assert verdict_on(office, out).headline == "Changed after signing"


def test_a_revision_is_found_compared_and_opened_as_a_copy(office, qtbot):
    office.sign_all()
    digest, plan_id = fingerprint(office.plan), office.plan.plan_id
    office.edit("Patience.")
    tab = office.revisions()
    assert [row[1] for row in cells(tab.list)] == ["Draft", "Signed"]
    QTest.keyClicks(tab.finder.line, short_fingerprint(digest).lower())
    QTest.keyClick(tab.finder.line, KEY.Key_Return)
    assert "Revision 1" in tab.finder.answer
    assert "signed by all; the plan is another one now" in tab.finder.answer
    assert tab.list.current.fingerprint == digest
    QTest.mouseClick(button(tab.card, "Compare with…"), LEFT)
    compared = tab.findChild(CompareDialog)
    qtbot.waitUntil(lambda: not compared.is_busy)
    assert compared.said.startswith("1 entry differs.")
    assert "Becomes: Patience." in compared.detail.words
    office.typist.go(Step.PEOPLE)
    QTest.mouseClick(button(compared, "Show in the plan"), LEFT)
    assert office.window.workbench.step is Step.PURPOSE
    compared.reject()
    QTest.mouseClick(button(office.revisions(files=1).card, "Open as a copy…"), LEFT)
    choose_file(qtbot, office.window, office.folder / "copy.tcplan")
    qtbot.waitUntil(lambda: office.plan.plan_id != plan_id)
    assert office.plan.the_brief.stands_for == example_plan().the_brief.stands_for
    assert not office.plan.approvals
    assert load_plan(office.folder / "Guests.tcplan").the_brief.stands_for == "Patience."


def test_a_scan_is_filed_and_the_log_tells_all_and_is_exported(office, qtbot):
    office.send_round()
    office.type_name("sign-budget")
    office.desk.settle(office.window)
    tab = office.revisions()
    (office.folder / "page 12.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    drop(tab.card.scans, office.folder / "page 12.png")
    tab = office.revisions(files=1)
    assert tab.card.files.rows[0].words.startswith("Scan: page 12.png (2 KB")
    (office.folder / "letter.pdf").write_bytes(b"Dear Sir")
    QTest.mouseClick(tab.card.scans.browse_button, LEFT)
    choose_file(qtbot, office.window, office.folder / "letter.pdf")
    qtbot.waitUntil(lambda: "is no scan" in tab.card.scans.words)
    office.edit("Patience.")
    log = office.tab("Log", LogTab)
    qtbot.waitUntil(lambda: log.list.topLevelItemCount() == 5)
    told = [row[3] for row in cells(log.list)]
    assert told[0].startswith("An edit withdrew what was decided by ")
    assert "page 12.png" in told[1]
    assert told[-1].endswith("was sent round for approval")
    assert log.chain == "The chain is whole."
    assert "Whoever owns the file could write the whole log anew" in said(log)
    QTest.mouseClick(log.export_button, LEFT)
    choose_file(qtbot, office.window, office.folder / "log.txt")
    qtbot.waitUntil((office.folder / "log.txt").exists)
    assert "The chain is whole." in (office.folder / "log.txt").read_text()


def test_the_log_follows_each_decision_while_it_is_looked_at(office, qtbot):
    log = office.tab("Log", LogTab)
    qtbot.waitUntil(lambda: "Nothing is in the log yet." in said(log))
    office.window.document.do(asked(office))
    qtbot.waitUntil(lambda: log.list.topLevelItemCount() == 1)


def asked(office):

    report = check_plan(office.plan, office.window.document.today())
    return ask_for_approval(office.plan, report, "Ana", datetime.now(UTC))
