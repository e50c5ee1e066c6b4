"""The room at the laptop: what it sees now, what else it could see, and where that is shown."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.language import say
from ui.kit.buttons import IconButton, WordButton
from ui.kit.card import Card
from ui.kit.choice_group import ChoiceGroup
from ui.kit.flow import FlowLayout
from ui.kit.text import caption_of, plain_label
from ui.theme import icon
from ui.workshop.console.preview import RoomPreview
from ui.workshop.room.screens import Screen
from ui.workshop.running import WorkshopRun
from ui.workshop.showing import SHOW_ICONS, Show


class RoomCard(Card):
    """Shows the room small and switches what it sees.

    Signals:
        large_wanted: the room's view is to be shown large in this window, or no longer.
    """

    large_wanted = Signal(bool)

    def __init__(self, run: WorkshopRun) -> None:
        super().__init__(say("The room sees"))
        self._run = run
        self._preview = RoomPreview(run.view)
        self._choices = ChoiceGroup(self)
        self._buttons = {show: self._choice(show) for show in Show}
        self._where = plain_label("", role="muted", wraps=True)
        self._outside = WordButton("", "maximize")
        self._large = WordButton(say("Show it here"), "presentation")
        self._large.setCheckable(True)
        self._back = IconButton("chevron-left", say("Turn back (Page Up)"))
        self._on = IconButton("chevron-right", say("Turn on (Page Down)"))
        self._hint = plain_label("", role="muted", wraps=True)
        self._build()
        self._connect()
        self._follow()
        self._show_place()

    @property
    def preview(self) -> RoomPreview:
        """The small picture."""
        return self._preview

    @property
    def outside_button(self) -> WordButton:
        """Shows the room on a screen of its own, or takes it back."""
        return self._outside

    @property
    def large_button(self) -> WordButton:
        """Shows the room large in this window."""
        return self._large

    @property
    def words(self) -> str:
        """Where the room's view is shown."""
        return self._where.text()

    @property
    def hint(self) -> str:
        """What the last turn led to, where that was nowhere."""
        return self._hint.text()

    def choice(self, show: Show) -> WordButton:
        """Return the button that lets the room see something."""
        return self._buttons[show]

    def _choice(self, show: Show) -> WordButton:
        button = WordButton(show.label, SHOW_ICONS[show], role="segment")
        button.setCheckable(True)
        button.setObjectName(f"room.{show.value}")
        button.clicked.connect(partial(self._run.let_see, show))
        self._choices.add(button)
        return button

    def _build(self) -> None:
        self.body.addWidget(self._preview)
        switches = QWidget()
        flow = FlowLayout(switches)
        for button in self._buttons.values():
            flow.addWidget(button)
        turning = QHBoxLayout()
        turning.addWidget(self._back)
        turning.addWidget(self._on)
        turning.addWidget(self._hint, 1)
        places = QWidget()
        wrapped = FlowLayout(places)
        wrapped.addWidget(self._outside)
        wrapped.addWidget(self._large)
        self.body.addWidget(switches)
        self.body.addLayout(turning)
        self.body.addWidget(places)
        self.body.addWidget(self._where)

    def _connect(self) -> None:
        self._run.shown.connect(self._follow)
        self._run.at_end.connect(self._tell_end)
        self._run.place.moved.connect(self._show_place)
        self._run.place.unplugged.connect(self._show_place)
        self._outside.clicked.connect(self._run.place.toggle_outside)
        self._large.toggled.connect(self.large_wanted)
        self._back.clicked.connect(partial(self._run.turn, -1))
        self._on.clicked.connect(partial(self._run.turn, 1))

    def _follow(self) -> None:
        there = {*self._run.shows, Show.BLANK, Show.BREAKS}
        for show, button in self._buttons.items():
            button.setChecked(show is self._run.show)
            button.setEnabled(show in there or show is self._run.show)
        self._hint.setText(say("Turn pages and views"))

    def _tell_end(self) -> None:
        self._hint.setText(say("This block has nothing more to show."))

    def _show_place(self) -> None:
        place = self._run.place
        screen, projector = place.screen, place.projector
        if screen is not None:
            self._where.setText(say("Shown on {screen}.", screen=_named(screen)))
        elif projector is not None:
            self._where.setText(say("Not shown. {screen} is connected.", screen=_named(projector)))
        else:
            self._where.setText(say("No second screen is connected."))
        words, symbol = self._outside_words(), "monitor" if place.is_inside else "x"
        self._outside.setText(caption_of(words))
        self._outside.setIcon(icon("projector" if projector is not None and place.is_inside else symbol))
        self._large.setEnabled(place.is_inside)
        if not place.is_inside:
            self._large.setChecked(False)

    def _outside_words(self) -> str:
        place = self._run.place
        if not place.is_inside:
            return say("Take it back")
        return say("Show on the projector") if place.projector is not None else say("Fill this screen")


def _named(screen: Screen) -> str:
    """Return a screen's name with its size, such as "Projector, 1920 × 1080"."""
    width, height = str(screen.area.width()), str(screen.area.height())
    return say("{name}, {width} × {height}", name=screen.name, width=width, height=height)
