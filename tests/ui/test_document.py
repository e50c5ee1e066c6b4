from planner.editing.verbs import change
from planner.model.plan import empty_plan
from ui.document import PlanDocument, SaveState


def test_an_edit_is_told_at_once_and_checked_in_the_background(qtbot):
    document = PlanDocument(empty_plan())
    told = []
    document.changed.connect(told.append)
    with qtbot.waitSignal(document.report_changed, timeout=5000):
        pass
    assert any(f.rule == "purpose.unanswered" for f in document.report.findings)
    with qtbot.waitSignal(document.report_changed, timeout=5000):
        document.do(change(document.plan, "brief", "answer", "Guests come back on weekdays."))
        assert told[0].touched == {"brief": {"brief"}}
        assert document.plan.the_brief.answer == "Guests come back on weekdays."
    assert not any(f.rule == "purpose.unanswered" for f in document.report.findings)
    assert document.save_state is SaveState.SAVED
    document.close()
