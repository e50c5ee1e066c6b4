"""A user who does anything at all: nothing fails, nothing is warned of, and the file is what the screen says.

Some hundred steps in each test run, always the same ones. Others, and many more, with
`TRUECOURSE_RANDOM_STEPS=5000 pytest tests/ui/test_random_user.py`, which also prints where the
window stood still.
"""

import os
import shutil
import time
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from pseudo_language import ACCENTED, MIRRORED
from PySide6.QtWidgets import QDialog
from pytestqt.exceptions import capture_exceptions
from random_user import RandomUser
from watchdog import Watchdog

from planner.errors import PlanError
from planner.model.vocabulary import Verdict
from planner.samples import load_sample
from planner.signoff.approvals import Decision, decide
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan
from planner.truths.engine import check_plan
from planner.truths.example_plan import example_plan

STEPS = int(os.environ.get("TRUECOURSE_RANDOM_STEPS", "240"))
IS_LONG = "TRUECOURSE_RANDOM_STEPS" in os.environ
PER_WALK = 40
NUMBERS = st.integers(0, 4095)
NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
SETTINGS = settings(
    max_examples=max(1, STEPS // PER_WALK),
    stateful_step_count=PER_WALK,
    derandomize=not IS_LONG,
    database=None,
    # A walk that fails is told step by step; walking it again to make it shorter takes minutes.
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
PLANS = {"example": example_plan, "bad": lambda: load_sample("what-not-to-do")}


class Walk(RuleBasedStateMachine):
    """One walk through a window; `desk`, `dog`, `folder` and `told` are set by the test."""

    desk = dog = folder = told = caught = None

    def __init__(self):
        super().__init__()
        self.steps = []
        self.user = None

    def do(self, what, *numbers):
        """Let the user do something; nothing may fail or be warned of."""
        with self.dog.watching(what.__name__):
            self.note(what.__name__, *numbers)
            said = what(*numbers)
            self.note(said)
            self.dog.doing = said
            self.desk.app.processEvents()
            self.desk.app.processEvents()
        self.steps.append(said)
        self.complain()

    def note(self, *words):
        """Keep what is done on disk, should the process itself end."""
        with (self.folder / "walk.txt").open("a", encoding="utf-8") as log:
            print(*words, file=log)

    def complain(self):
        """Fail where something went wrong since the last step."""
        wrong = [str(error[1]) for error in self.caught] + [
            record.message for record in self.told.records if not record.ignored
        ]
        if wrong:
            failure = "\n".join((*wrong, "after:", *self.steps))
            self.caught.clear()
            self.told._records.clear()
            raise AssertionError(failure)

    @initialize(sample=st.sampled_from(sorted(PLANS)))
    def begin(self, sample):
        self.path = self.folder / f"{sample}-{time.monotonic_ns()}.tcplan"
        self.copy = self.path.with_suffix(".copy.tcplan")
        PlanFile.create(self.path, PLANS[sample]()).close()
        self.open()

    def open(self):
        window = self.desk.window_with(self.path)
        window.resize(1440, 900)
        self.user = RandomUser(window)

    @property
    def window(self):
        return self.user.window

    @rule(deed=st.sampled_from(("fill", "fill", "pick", "type_anywhere")), number=NUMBERS, more=NUMBERS)
    def write(self, deed, number, more):
        self.do(getattr(self.user, deed), number, more)

    @rule(deed=st.sampled_from(("press", "press", "type_anywhere")), number=NUMBERS, more=NUMBERS)
    def use_keys(self, deed, number, more):
        self.do(getattr(self.user, deed), number, more)

    @rule(deed=st.sampled_from(("click", "click", "point")), number=NUMBERS, more=NUMBERS)
    def use_mouse(self, deed, number, more):
        self.do(getattr(self.user, deed), number, more)

    @rule(
        deed=st.sampled_from(("arrange", "arrange", "paste", "sort", "point")), number=NUMBERS, more=NUMBERS
    )
    def work_on_rows(self, deed, number, more):
        self.do(getattr(self.user, deed), number, more)

    @rule(deed=st.sampled_from(("go", "turn", "act", "resize")), number=NUMBERS, more=NUMBERS)
    def look_elsewhere(self, deed, number, more):
        self.do(getattr(self.user, deed), number, more)

    @precondition(lambda self: self.user and self.user.ground() is not self.window)
    @rule()
    def leave(self):
        self.do(self.user.leave)

    @rule(accepts=st.booleans())
    def decide(self, accepts):
        """Let every approver accept, or the first reject, where the plan may be signed."""
        document = self.window.document
        for approver in document.plan.approvers.values():
            verdict = Verdict.ACCEPT if accepts else Verdict.REJECT
            name = document.plan.name_of(approver.person)
            decision = Decision(approver.id, verdict, name, NOON, "" if accepts else "Not yet.")
            try:
                document.do(decide(document.plan, check_plan(document.plan, document.today()), decision))
            except PlanError:
                break
        self.do(lambda: f"decide {accepts}")

    @rule()
    def let_edit(self):
        self.do(lambda: self.window.document.let_edit() or "let edit")

    @rule()
    def rest(self):
        """Wait until the plan is checked and saved, then hold the file against the screen."""
        self.desk.settle(self.window)
        self.do(lambda: "rest")
        self.compare()

    @precondition(lambda self: self.user and self.user.ground() is self.window)
    @rule(tag=st.sampled_from(("en", ACCENTED, MIRRORED)), region=st.sampled_from(("", "DE", "US")))
    def speak(self, tag, region):
        """Switch language and region, which makes all parts of the window anew."""
        speech = self.window._look.speech
        speech.choose_language(tag)
        speech.choose_region(region)
        self.do(lambda: f"speak {tag} {region}")

    @rule()
    def save_copy(self):
        document = self.window.document
        document.save_copy(self.copy)
        assert load_plan(self.copy) == document.plan, self.steps
        self.do(lambda: "copy")

    @rule()
    def reopen(self):
        """Close the window, with all that lies over it, and open the plan in a new one."""
        document = self.window.document
        self.close_window()
        shown = document.plan
        self.open()
        self.do(lambda: "reopen")
        assert self.window.document.plan == shown, self.steps

    def compare(self):
        document = self.window.document
        assert document.flush(), self.steps
        shutil.copyfile(self.path, self.copy)  # the program lets itself open a file only once
        assert load_plan(self.copy) == document.plan, self.steps

    def close_window(self):
        window, self.user = self.user.window, None
        for dialog in window.findChildren(QDialog):
            dialog.close()
        assert window.close(), self.steps
        window.deleteLater()
        self.desk.windows.remove(window)
        self.desk.qtbot.wait(10)

    def teardown(self):
        try:
            if self.user is not None:
                self.compare()
        finally:
            self.clear_away()

    def clear_away(self):
        """Let nothing of this walk be in the way of the next, however it ended."""
        if self.user is not None:
            self.close_window()
        for path in (self.path, self.copy):
            path.unlink(missing_ok=True)


@pytest.fixture
def dog(qtbot):
    dog = Watchdog()
    yield dog
    dog.stop()


@pytest.mark.usefixtures("english_again")
def test_a_random_user_breaks_nothing(desk, dog, qtbot, qtlog, tmp_path, record_property, capsys):
    with capture_exceptions() as caught:
        walk = type(
            "Walk", (Walk,), {"desk": desk, "dog": dog, "folder": tmp_path, "told": qtlog, "caught": caught}
        )
        run_state_machine_as_test(walk, settings=SETTINGS)
    stalls = "\n".join(map(str, dog.worst()))
    record_property("stalls", stalls)
    if IS_LONG:
        with capsys.disabled():
            print(f"\nThe window stood still:\n{stalls or 'never'}")
