import gc
import os
import shutil
import sqlite3
import threading
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from planner.editing.history import Change
from planner.editing.patch import diff
from planner.editing.verbs import add, change
from planner.errors import PlanError
from planner.files.errors import ConflictError
from planner.model.plan import empty_plan
from planner.model.records_purpose import Person
from planner.store.plan_file import PlanFile
from planner.truths.catalogue import rules
from ui.document import PlanDocument
from ui.plan_writer import PlanWriter
from ui.saving import SaveState
from ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def opened(qtbot, tasks, tmp_path):
    """Return what opens a plan file as a document, and close all of them in the end."""
    documents = []

    def open_(path):
        writer = PlanWriter(path)
        found = writer.open().result()
        document = PlanDocument(
            found.plan,
            found.history,
            writer=writer,
            read_only_reason=found.read_only_reason,
            tasks=tasks,
            clock=lambda: date(2027, 1, 4),
        )
        documents.append(document)
        return document

    yield open_
    for document in documents:
        document.close()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "plan.tcplan"
    PlanFile.create(path, empty_plan("Spring")).close()
    return path


def stored(path):
    """Return the plan in a copy of the file, read as another program would."""
    copy = path.with_name(f"read-{os.urandom(4).hex()}.tcplan")
    with sqlite3.connect(path) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    with PlanFile.open(copy) as file:
        return file.plan


def type_answer(document, text):
    document.do(change(document.plan, "brief", "answer", text))


def saved(document):
    return document.save_state is SaveState.SAVED


def test_an_edit_is_told_at_once_and_checked_in_the_background(qtbot):
    document = PlanDocument(empty_plan())
    told = []
    document.changed.connect(told.append)
    with qtbot.waitSignal(document.report_changed):
        pass
    assert any(f.rule == "purpose.unanswered" for f in document.report.findings)
    with qtbot.waitSignal(document.report_changed):
        type_answer(document, "Guests come back on weekdays.")
        assert told[0].touched == {"brief": {"brief"}}
        assert document.plan.the_brief.answer == "Guests come back on weekdays."
    assert not any(f.rule == "purpose.unanswered" for f in document.report.findings)
    document.close()


def test_it_says_saved_only_when_the_edit_is_in_the_file(qtbot, opened, path):
    document = opened(path)
    states = []
    document.save_state_changed.connect(states.append)
    type_answer(document, "Guests come back.")
    assert document.save_state is SaveState.SAVING
    qtbot.waitUntil(lambda: saved(document))
    assert stored(path).the_brief.answer == "Guests come back."
    assert states == [SaveState.SAVING, SaveState.SAVED]


def test_quick_typing_is_one_step_and_all_of_it_is_saved(qtbot, opened, path):
    document = opened(path)
    text = "Guests come back on weekdays, and tell others."
    for end in range(1, len(text) + 1):
        type_answer(document, text[:end])
    assert len(document.history.done) == 1
    document.close()
    with PlanFile.open(path) as file:
        assert file.plan.the_brief.answer == text
        assert len(file.history.done) == 1


def test_undo_and_redo_reach_the_file(qtbot, opened, path):
    document = opened(path)
    document.do(add(document.plan, Person(id="cook", name="Cook")))
    document.do(add(document.plan, Person(id="host", name="Host")))
    document.undo()
    document.undo()
    document.redo()
    document.close()
    with PlanFile.open(path) as file:
        assert list(file.plan.people) == ["cook"]
        assert file.history.undo_label == "Add person “Cook”"
        assert file.history.redo_label == "Add person “Host”"


def test_typing_back_to_where_it_began_takes_the_step_back_in_the_file_too(qtbot, opened, path):
    document = opened(path)
    type_answer(document, "Yes")
    document.do(change(document.plan, "brief", "title", "A"))
    document.do(change(document.plan, "brief", "title", "As"))
    document.do(change(document.plan, "brief", "title", "Spring"))
    answer = document.history.undo_label
    assert answer != "Change “Plan title”"
    assert document.flush()
    document.close()
    again = opened(path)
    assert again.history.undo_label == answer
    again.redo()
    assert again.plan.the_brief.title == "As"


def test_undo_tells_what_it_changed(qtbot, opened, path):
    document = opened(path)
    document.do(add(document.plan, Person(id="cook", name="Cook")))
    told = []
    document.changed.connect(told.append)
    document.undo()
    assert told[0].touched == {"people": {"cook"}}


def test_undo_survives_a_restart(qtbot, opened, path):
    document = opened(path)
    document.do(add(document.plan, Person(id="cook", name="Cook")))
    document.close()
    again = opened(path)
    assert again.history.undo_label == "Add person “Cook”"
    again.undo()
    assert not again.plan.people


def test_with_nothing_to_undo_nothing_happens(qtbot, opened, path):
    document = opened(path)
    document.undo()
    document.redo()
    assert saved(document)


def test_an_edit_that_changes_nothing_is_no_step(qtbot, opened, path):
    document = opened(path)
    type_answer(document, "")
    assert not document.history.done
    assert saved(document)


def test_another_programs_edit_is_never_overwritten_and_nothing_is_lost(qtbot, opened, path):
    document = opened(path)
    change_elsewhere(path)
    failures = []
    document.failed.connect(failures.append)
    type_answer(document, "Ours.")
    qtbot.waitUntil(lambda: document.save_state is SaveState.FAILED)
    assert isinstance(failures[0], ConflictError)
    assert document.plan.the_brief.answer == "Ours."
    assert stored(path).the_brief.title == "Theirs"
    copy = path.with_name("copy.tcplan")
    document.save_copy(copy)
    assert stored(copy).the_brief.answer == "Ours."
    document.reload()
    assert document.plan.the_brief.title == "Theirs"
    assert saved(document)
    type_answer(document, "Ours again.")
    qtbot.waitUntil(lambda: saved(document))
    assert stored(path).the_brief.answer == "Ours again."


def test_another_programs_edit_is_noticed_when_one_looks(qtbot, opened, path):
    document = opened(path)
    noticed = []
    document.changed_elsewhere.connect(lambda: noticed.append(1))
    document.look_around()
    document.flush()
    qtbot.wait(10)
    assert not noticed
    change_elsewhere(path)
    with qtbot.waitSignal(document.changed_elsewhere):
        document.look_around()


def test_a_file_that_is_gone_fails_and_a_copy_saves_the_plan(qtbot, opened, path):
    document = opened(path)
    path.rename(path.with_name("moved.tcplan"))
    type_answer(document, "Still here.")
    qtbot.waitUntil(lambda: document.save_state is SaveState.FAILED)
    copy = path.with_name("copy.tcplan")
    document.save_copy(copy)
    assert stored(copy).the_brief.answer == "Still here."


def test_edits_behind_a_failed_one_wait_and_are_written_by_a_retry(qtbot, opened, path):
    document = opened(path)
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    type_answer(document, "First.")
    qtbot.waitUntil(lambda: document.save_state is SaveState.FAILED)
    document.do(add(document.plan, Person(id="cook", name="Cook")))
    blocker.execute("ROLLBACK")
    blocker.close()
    document.retry_saving()
    assert document.flush()
    qtbot.waitUntil(lambda: saved(document))
    assert stored(path).the_brief.answer == "First."
    assert list(stored(path).people) == ["cook"]


def test_a_copy_has_the_history_too(qtbot, opened, path):
    document = opened(path)
    document.do(add(document.plan, Person(id="cook", name="Cook")))
    copy = path.with_name("copy.tcplan")
    document.save_copy(copy)
    with PlanFile.open(copy) as file:
        assert file.plan == document.plan
        assert file.history.undo_label == "Add person “Cook”"


def test_a_copy_can_not_replace_the_open_file_itself(qtbot, opened, path):
    document = opened(path)
    with pytest.raises(PlanError):
        document.save_copy(path)
    type_answer(document, "Still editable.")
    qtbot.waitUntil(lambda: saved(document))


def test_a_read_only_plan_refuses_every_edit_and_says_why(qtbot):
    found = PlanDocument(empty_plan(), read_only_reason="You may not write there.")
    assert found.save_state is SaveState.READ_ONLY
    for forbidden in (found.undo, found.redo, lambda: type_answer(found, "No.")):
        with pytest.raises(PlanError, match="You may not write there"):
            forbidden()
    assert found.plan.the_brief.answer == ""
    found.close()


def test_a_result_for_an_older_plan_is_dropped(qtbot):
    document = PlanDocument(empty_plan())
    with qtbot.waitSignal(document.report_changed):
        pass
    reports = []
    document.report_changed.connect(reports.append)
    for text in ("a", "", "The answer.", "", "Guests come back."):
        type_answer(document, text)
        document._checking._check()
    qtbot.waitUntil(lambda: not document.is_checking)
    assert not any(f.rule == "purpose.unanswered" for f in document.report.findings)
    assert len(reports) <= 2
    document.close()


def test_a_check_that_an_edit_makes_stale_is_broken_off_and_one_runs_at_a_time(qtbot, monkeypatch):
    """Checks share Python's lock with the window: two at once, or one for nothing, would slow each key."""
    names = list(rules())
    (first, check_first), (last, check_last) = rules()[names[0]], rules()[names[-1]]
    begun, ended, goes_on = [], [], threading.Event()

    def wait(look):
        begun.append(look.plan)
        goes_on.wait(10)
        return check_first(look)

    def reach(look):
        ended.append(look.plan)
        return check_last(look)

    monkeypatch.setitem(rules(), first.id, (first, wait))
    monkeypatch.setitem(rules(), last.id, (last, reach))
    document = PlanDocument(empty_plan())
    qtbot.waitUntil(lambda: len(begun) == 1)
    type_answer(document, "Guests come back.")
    under_way = document._checking._task
    document._checking._check()
    assert document._checking._task is under_way
    goes_on.set()
    qtbot.waitUntil(lambda: not document.is_checking)
    assert len(begun) == 2
    assert ended == [document.plan]
    document.close()


def test_a_closed_document_leaves_no_thread_and_no_object(qtbot, opened, path, tasks):
    def once():
        writer = PlanWriter(path)
        found = writer.open().result()
        document = PlanDocument(found.plan, found.history, writer=writer, tasks=tasks)
        type_answer(document, "x")
        document.close()
        document.deleteLater()

    def there():
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return sum(isinstance(thing, PlanDocument) for thing in gc.get_objects())

    before = there()
    for _ in range(5):
        once()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert there() <= before + 1


def test_a_copy_to_where_there_is_no_folder_is_refused(qtbot, opened, path, tmp_path):
    document = opened(path)
    nowhere = tmp_path / "no" / "such" / "folder" / "copy.tcplan"
    with pytest.raises(PlanError):
        document.save_copy(nowhere)
    assert not nowhere.exists()
    assert saved(document)


def change_elsewhere(path):
    """Change the title in the file as another program would."""
    other = path.with_name("other.tcplan")
    shutil.copy2(path, other)
    with PlanFile.open(other) as file:
        after = change(file.plan, "brief", "title", "Theirs").plan
        file.append(Change("Change title", diff(file.plan, after)), after, replaces_last=False)
    try:
        with sqlite3.connect(other) as source, sqlite3.connect(path) as target:
            source.backup(target)
    finally:
        source.close()
        target.close()
