"""One screen, one language, one theme and a settings folder of their own for all tests."""

import functools
import gc
import itertools
import os

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from PySide6.QtCore import QLocale, QSettings, QStandardPaths
from screens import two_screens
from verapdf import Judge

from planner.language import speak
from planner.language.speaking import ENGLISH, FOLDER_VARIABLE, LANGUAGE_VARIABLE, REGION_VARIABLE
from planner.paper.text.fonts import font_book
from ui.settings import Settings
from ui.theme import TextSize, ThemeChoice, apply_theme, dress

os.environ["QT_ACCESSIBILITY"] = "1"

# How busy the machine is says nothing about the code; nor may it be chance that finds a fault in a test run.
# New examples are looked for on purpose: pytest --hypothesis-profile=exploring
for profile, is_repeatable in (("exploring", False), ("repeatable", True)):
    hypothesis_settings.register_profile(
        profile,
        derandomize=is_repeatable,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
hypothesis_settings.load_profile("repeatable")

PATIENCE_MS = 60_000
"""How long a test waits for what must come: the machine may be busy, and none but a failure takes so long."""
WAITS = ("waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitActive", "waitExposed")


class PlainWishes:
    """Light at 100 %, whatever the computer wants."""

    theme = ThemeChoice.LIGHT
    text_size = TextSize.NORMAL


@pytest.fixture(scope="session", autouse=True)
def _screens(tmp_path_factory):
    """Have the application on two screens where none was asked for; read when it is made."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = two_screens(tmp_path_factory.mktemp("screens"))


@pytest.fixture(scope="session", autouse=True)
def _data_folder(tmp_path_factory):
    """Keep the backups of the tests' plans apart from the user's own."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session", autouse=True)
def _packaged_fonts():
    """Print with the packaged fonts alone: an office suite brings signs that no font has elsewhere."""
    font_book()._last_resort = tuple


@pytest.fixture(scope="session")
def qapp_args():
    return ["truecourse-test"]


@pytest.fixture(scope="session")
def dressed_app(qapp):
    QStandardPaths.setTestModeEnabled(True)
    QLocale.setDefault(QLocale("en_GB"))
    qapp.setApplicationName("Truecourse")
    apply_theme(qapp, PlainWishes())
    return qapp


@pytest.fixture(autouse=True)
def _dressed(request):
    """Dress the application for every test that shows something."""
    if "qtbot" in request.fixturenames or "qapp" in request.fixturenames:
        app = request.getfixturevalue("dressed_app")
        apply_theme(app, PlainWishes())


@pytest.fixture
def qtbot(qtbot):
    """Dress whatever a test shows as the program dresses its windows, and wait with patience."""
    add = qtbot.addWidget

    def add_dressed(widget, **more):
        if widget.parent() is None:
            dress(widget)
        add(widget, **more)

    qtbot.addWidget = add_dressed
    for wait in WAITS:
        setattr(qtbot, wait, functools.partial(getattr(qtbot, wait), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def settings(tmp_path):
    """Return settings that begin empty and are stored beside the test's other files."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture(scope="session")
def pseudo_languages(tmp_path_factory):
    """Make the pseudo-languages and return their folder."""
    from pseudo_language import make  # noqa: PLC0415 - it loads the whole program

    folder = tmp_path_factory.mktemp("languages")
    make(folder)
    return folder


@pytest.fixture
def speaking(pseudo_languages, monkeypatch):
    """Return `speak`, with the pseudo-languages to choose from; plain English is spoken again afterwards."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(pseudo_languages))
    for variable in (LANGUAGE_VARIABLE, REGION_VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    yield speak
    speak(ENGLISH)


@pytest.fixture(scope="session")
def judge():
    """Return the judge of PDF/A and PDF/UA; see `verapdf`."""
    with Judge() as judge:
        yield judge


_THOROUGH_EVERY = 100
_rounds = itertools.count(1)


def pytest_collection_finish():
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _garbage_stays_in_this_thread():
    """Collect between tests only, as the program's `Collector` does.

    Python's own collector may run in a worker's thread and end widgets there, which hangs Qt now and then.
    """
    gc.disable()
    yield
    gc.collect(1 if next(_rounds) % _THOROUGH_EVERY else 2)
