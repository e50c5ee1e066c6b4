"""The walk at the left, by itself."""

from PySide6.QtWidgets import QApplication

from planner.model.kinds import Step
from ui.shell.stepper import Stepper


def test_the_current_step_stays_in_sight_when_something_takes_room_from_the_list(qtbot, dressed_app):
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.resize(stepper.width(), 700)
    stepper.show()
    stepper.show_step(Step.SIGN_OFF)
    QApplication.processEvents()
    stepper.resize(stepper.width(), 260)
    QApplication.processEvents()
    assert stepper.viewport().rect().contains(stepper.visualRect(stepper.currentIndex()))
