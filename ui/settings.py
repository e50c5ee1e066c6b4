"""What the window remembers between sessions: declared and typed; stored by QSettings, nowhere else."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Generic, Self, TypeVar, overload

from PySide6.QtCore import QByteArray, QSettings

from planner.model.values import Choice
from ui.theme.apply import TextSize, ThemeChoice
from ui.theme.motion import Motion

T = TypeVar("T")
C = TypeVar("C", bound=Choice)
RECENT_PLANS = 10
RECENT_CHOICES = 6
KNOWN_PLACES = 40


@dataclass(frozen=True, slots=True)
class RecentPlan:
    """A plan that was open before.

    Attributes:
        path: its file.
        title: what it was called.
        state: how it stood when it was closed; see `ui.shell.step_marks.standing_of`.
    """

    path: str
    title: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where one was in a plan, and where its window stood.

    Attributes:
        path: the plan's file.
        step: the step that was shown.
        tab: number of the tab on its page.
        record: id of the entry that was chosen; empty where none was.
        geometry: of the window, as Qt saves it, in Base64.
    """

    path: str
    step: str = ""
    tab: int = 0
    record: str = ""
    geometry: str = ""


class Declared(Generic[T]):
    """One setting: its name in the store, its default, and how it is read and written.

    Stored values are always text: QSettings gives back lists and numbers of other types than it was given.
    """

    def __init__(self, name: str, default: T, read: Callable[[str], T], write: Callable[[T], str]) -> None:
        self._name = name
        self._default = default
        self._read = read
        self._write = write

    @overload
    def __get__(self, owner: None, cls: type[Any]) -> Self: ...
    @overload
    def __get__(self, owner: "Settings", cls: type[Any]) -> T: ...
    def __get__(self, owner: "Settings | None", cls: type[Any]) -> Self | T:
        """Return the stored value, or the default where none or an unreadable one is stored."""
        if owner is None:
            return self
        stored = owner.store.value(self._name)
        if not isinstance(stored, str):
            return self._default
        try:
            return self._read(stored)
        except ValueError:
            return self._default

    def __set__(self, owner: "Settings", value: T) -> None:
        """Store a value."""
        owner.store.setValue(self._name, self._write(value))


def _text(name: str) -> Declared[str]:
    return Declared(name, "", str, str)


def _choice(name: str, default: C) -> Declared[C]:
    return Declared(name, default, type(default), str)


def _read_recent(stored: str) -> tuple[RecentPlan, ...]:
    try:
        return tuple(RecentPlan(**entry) for entry in json.loads(stored))
    except TypeError as error:
        raise ValueError(stored) from error


def _write_recent(plans: tuple[RecentPlan, ...]) -> str:
    return json.dumps([asdict(plan) for plan in plans])


def _read_places(stored: str) -> tuple[PlanPlace, ...]:
    try:
        return tuple(PlanPlace(**entry) for entry in json.loads(stored))
    except TypeError as error:
        raise ValueError(stored) from error


def _write_places(places: tuple[PlanPlace, ...]) -> str:
    return json.dumps([asdict(place) for place in places])


def _read_pairs(stored: str) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((str(first), str(second)) for first, second in json.loads(stored))
    except TypeError as error:
        raise ValueError(stored) from error


def _read_names(stored: str) -> tuple[str, ...]:
    try:
        return tuple(str(name) for name in json.loads(stored))
    except TypeError as error:
        raise ValueError(stored) from error


def _blob(name: str) -> Declared[QByteArray]:
    def read(stored: str) -> QByteArray:
        return QByteArray.fromBase64(QByteArray(stored.encode()))

    def write(value: QByteArray) -> str:
        return bytes(value.toBase64().data()).decode()

    return Declared(name, QByteArray(), read, write)


class Settings:
    """The settings of this user on this computer.

    Attributes:
        language: tag of the language that is wanted; empty for that of the computer.
        region: code of the region whose figures and days are wanted; empty for that of the computer.
        theme: which theme is wanted.
        text_size: how large text is wanted.
        motion: how much motion is wanted.
        geometry: where the window stood.
        panel_width: how wide the findings panel was, in pixels; 0 where it was never changed.
        last_plan: path of the plan that was open; empty where none was.
        open_plans: paths of the plans that were open in any window when the program was left.
        places: where one was in the plans closed last, the newest first.
        recent: the plans opened last, the newest first.
        palette_recent: what was chosen last in the palette, the newest first.
        plan_folder: where plans were kept last.
        export_folder: where the last export went.
        export_product: what was exported last, by its key.
        poster_paper: the paper of the last plan on a page.
        sheet_paper: the paper of the last worksheets.
        printer: the printer used last and how it was set, in JSON.
    """

    language = _text("speech/language")
    region = _text("speech/region")
    theme = _choice("look/theme", ThemeChoice.SYSTEM)
    text_size = _choice("look/text-size", TextSize.NORMAL)
    motion = _choice("look/motion", Motion.SYSTEM)
    geometry = _blob("window/geometry")
    panel_width: Declared[int] = Declared("window/panel-width", 0, int, str)
    last_plan = _text("session/plan")
    open_plans: Declared[tuple[str, ...]] = Declared("session/plans", (), _read_names, json.dumps)
    places: Declared[tuple[PlanPlace, ...]] = Declared("session/places", (), _read_places, _write_places)
    recent: Declared[tuple[RecentPlan, ...]] = Declared("files/recent", (), _read_recent, _write_recent)
    palette_recent: Declared[tuple[tuple[str, str], ...]] = Declared(
        "palette/recent", (), _read_pairs, json.dumps
    )
    plan_folder = _text("files/plan-folder")
    export_folder = _text("export/folder")
    export_product = _text("export/product")
    poster_paper = _text("export/poster-paper")
    sheet_paper = _text("export/sheet-paper")
    printer = _text("print/printer")

    def __init__(self, store: QSettings | None = None) -> None:
        """Read the user's own store, or another one."""
        self.store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Truecourse", "Truecourse"
        )

    def remember_plan(self, plan: RecentPlan) -> None:
        """Put a plan first among the recent ones."""
        others = tuple(known for known in self.recent if known.path != plan.path)
        self.recent = (plan, *others)[:RECENT_PLANS]

    def remember_place(self, place: PlanPlace) -> None:
        """Remember where one was in a plan."""
        others = tuple(known for known in self.places if known.path != place.path)
        self.places = (place, *others)[:KNOWN_PLACES]

    def place_in(self, path: str) -> PlanPlace | None:
        """Return where one was in a plan; None where that is not known."""
        return next((place for place in self.places if place.path == path), None)

    def remember_choice(self, key: tuple[str, str]) -> None:
        """Put what was chosen in the palette first among the recent choices."""
        others = tuple(known for known in self.palette_recent if known != key)
        self.palette_recent = (key, *others)[:RECENT_CHOICES]
