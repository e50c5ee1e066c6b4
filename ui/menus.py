"""The menus of the window, as data."""

from dataclasses import dataclass

from planner.language import phrase, say
from ui.actions import SIZES, STEPS, THEMES


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu: what it is called, as a message, and the ids of its actions, None for a line."""

    message: str
    items: tuple[str | None, ...]

    @property
    def title(self) -> str:
        """What it is called, in the language in use."""
        return say(self.message)


RECENT, LANGUAGE, REGION = "recent", "language", "region"
"""Stand in a menu where the recent plans, the languages and the regions go."""

SUBMENUS = frozenset({RECENT, LANGUAGE, REGION})

MENUS: tuple[MenuSpec, ...] = (
    MenuSpec(
        phrase("&File"),
        (
            "file.new",
            "file.new-window",
            "file.sample",
            "file.spreadsheet",
            "file.open",
            RECENT,
            None,
            "file.export",
            "file.print",
            "file.copy",
            "file.template",
            "file.backups",
            None,
            "file.verify",
            None,
            "file.close",
            "file.quit",
        ),
    ),
    MenuSpec(
        phrase("&Edit"),
        (
            "edit.undo",
            "edit.redo",
            "edit.history",
            None,
            "edit.find",
            "edit.replace",
            "edit.find-next",
            "edit.find-previous",
            None,
            "edit.fix-safe",
            "edit.answers",
        ),
    ),
    MenuSpec(
        phrase("&View"),
        (
            *(spec.id for spec in THEMES),
            None,
            *(spec.id for spec in SIZES),
            "view.larger",
            "view.smaller",
            "view.usual",
            None,
            "view.still",
            None,
            LANGUAGE,
            REGION,
            None,
            "view.findings",
            "view.full-screen",
        ),
    ),
    MenuSpec(
        phrase("&Go"),
        (
            "go.palette",
            None,
            "go.board",
            *(spec.id for spec in STEPS),
            None,
            "go.next",
            "go.back",
            None,
            "go.next-finding",
            "go.previous-finding",
            "go.pane",
        ),
    ),
    MenuSpec(
        phrase("&Workshop"),
        (
            "workshop.agenda",
            "workshop.run",
            None,
            "workshop.next",
            "workshop.back",
            "workshop.pause",
            "workshop.more",
            "workshop.sound",
            None,
            "workshop.minutes",
        ),
    ),
    MenuSpec(phrase("&Tools"), ("tools.signers",)),
    MenuSpec(phrase("&Help"), ("help.truths", "help.tour", "help.keys", "help.about")),
)
