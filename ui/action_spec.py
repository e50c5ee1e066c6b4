"""What an action of the window is, and the situation that decides whether it can be asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.language import say
from planner.model.kinds import Step
from ui.theme import TextSize, ThemeChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What decides which actions are enabled and what they are called.

    Attributes:
        has_plan: a plan is open.
        can_edit: it can be edited.
        undo: what undo would take back; empty where there is nothing.
        redo: what redo would do again.
        step: the step shown, or None.
        findings: how many findings stand.
        theme: the theme wanted.
        text_size: the size of text wanted.
        is_still: nothing moves by itself.
        panel_open: the findings panel is shown.
        board_open: the board is shown in place of the step.
        safe_fixes: how many findings can be fixed safely by machine; None where that is not known yet.
        workshop_on: a workshop has begun and is not over.
    """

    has_plan: bool = False
    can_edit: bool = False
    undo: str = ""
    redo: str = ""
    step: Step | None = None
    findings: int = 0
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_size: TextSize = TextSize.NORMAL
    is_still: bool = False
    panel_open: bool = False
    board_open: bool = False
    safe_fixes: int | None = 0
    workshop_on: bool = False


Predicate = Callable[[Situation], bool]


def always(_now: Situation) -> bool:
    """Return that an action can be asked for, whatever the situation."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action.

    Attributes:
        id: what it does; the window's handler has the same name.
        message: what it is called in menus and lists; an ampersand marks its letter.
        filled: tells what stands in for the names in the message.
        icon: name of its icon, or empty.
        keys: its shortcuts, the one shown first.
        enabled: tells when it can be asked for.
        label: tells a title that depends on the situation, or None.
        checked: tells when it is switched on; None where it is no switch.
        group: switches of one group exclude each other.
        otherwise: says why it can't be asked for, where that is not for want of a plan; a message.
    """

    id: str
    message: str
    filled: Callable[[], dict[str, str]] = dict
    icon: str = ""
    keys: tuple[str, ...] = ()
    enabled: Predicate = always
    label: Callable[[Situation], str] | None = None
    checked: Predicate | None = None
    group: str = ""
    otherwise: str = ""

    @property
    def title(self) -> str:
        """What it is called, in the language in use."""
        return say(self.message, **self.filled())

    @property
    def name(self) -> str:
        """What it is called where its title stands in running text."""
        return self.title.replace("&", "").rstrip("…")
