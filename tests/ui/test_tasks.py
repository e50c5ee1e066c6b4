import gc
import threading

import pytest

from ui.tasks import Collector, Tasks


@pytest.fixture
def tasks(qtbot):
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_the_result_comes_in_the_windows_thread(qtbot, tasks):
    threads = []
    task = tasks.start(lambda _ticket: threading.get_ident())
    task.done.connect(lambda worker: threads.extend([worker, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.main_thread().ident


def test_a_failure_comes_as_the_exception_itself(qtbot, tasks):
    def fail(_ticket):
        raise LookupError

    with qtbot.waitSignal(tasks.start(fail).failed) as caught:
        pass
    assert isinstance(caught.args[0], LookupError)


def test_progress_comes_in_order_before_the_result(qtbot, tasks):
    def work(ticket):
        for part in range(5):
            ticket.report(part)
        return "end"

    told = []
    task = tasks.start(work)
    task.progressed.connect(told.append)
    task.done.connect(told.append)
    qtbot.waitUntil(lambda: "end" in told)
    assert told == [0, 1, 2, 3, 4, "end"]


def test_a_worker_hears_that_it_is_not_wanted_any_more(qtbot, tasks):
    started = threading.Event()

    def work(ticket):
        started.set()
        while not ticket.is_cancelled():
            pass
        return "stopped"

    task = tasks.start(work)
    started.wait(5)
    with qtbot.waitSignal(task.done) as done:
        task.cancel()
    assert done.args == ["stopped"]


def test_closing_cancels_and_waits(qtbot):
    tasks = Tasks()
    ended = []

    def work(ticket):
        while not ticket.is_cancelled():
            pass
        ended.append(1)

    tasks.start(work)
    tasks.close()
    assert ended == [1]
    assert not tasks.is_busy


def test_garbage_is_collected_in_the_windows_thread_only(qtbot):
    was_enabled = gc.isenabled()
    collector = Collector()
    try:
        assert not gc.isenabled()
    finally:
        gc.unfreeze()
        collector.deleteLater()
        if was_enabled:
            gc.enable()
