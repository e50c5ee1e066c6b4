"""Everything that the user can ask of the window, as data: menus, keys and the cheat sheet come from here."""

from planner.language import phrase, say
from planner.model.kinds import Step
from ui.action_spec import ActionSpec, Situation
from ui.kit.text import caption_of
from ui.theme import TextSize, ThemeChoice


def _with_plan(now: Situation) -> bool:
    return now.has_plan


def _in_workshop(now: Situation) -> bool:
    return now.workshop_on


def _step_action(number: int, step: Step) -> ActionSpec:
    return ActionSpec(
        id=f"go.{step.value}",
        message=phrase("&{number} {step}"),
        filled=lambda: {"number": str(number), "step": step.heading},
        keys=(f"Ctrl+{number}",),
        enabled=_with_plan,
        checked=lambda now: now.step is step,
        group="step",
    )


def _theme_action(choice: ThemeChoice, symbol: str) -> ActionSpec:
    return ActionSpec(
        id=f"theme.{choice.value}",
        message=choice.message,
        icon=symbol,
        checked=lambda now: now.theme is choice,
        group="theme",
    )


def _size_action(size: TextSize) -> ActionSpec:
    return ActionSpec(
        id=f"text.{size.value}",
        message=phrase("Text at {size}"),
        filled=lambda: {"size": size.label},
        checked=lambda now: now.text_size is size,
        group="text",
    )


STEPS = tuple(_step_action(number, step) for number, step in enumerate(Step, 1))
THEMES = tuple(
    _theme_action(choice, symbol)
    for choice, symbol in zip(ThemeChoice, ("monitor", "sun", "moon", "contrast"), strict=True)
)
SIZES = tuple(_size_action(size) for size in TextSize)

_NO_WORKSHOP = phrase("No workshop is running")
_WORKSHOP = (
    ActionSpec(id="workshop.minutes", message=phrase("&Minutes…"), icon="file-text", enabled=_with_plan),
    ActionSpec(
        id="workshop.agenda",
        message=phrase("Plan the &agenda…"),
        icon="calendar-days",
        keys=("Ctrl+Shift+A",),
        enabled=_with_plan,
    ),
    ActionSpec(
        id="workshop.run",
        message=phrase("&Run the workshop"),
        icon="presentation",
        keys=("F5",),
        enabled=_with_plan,
        label=lambda now: say("Go to the wo&rkshop") if now.workshop_on else say("&Run the workshop"),
    ),
    ActionSpec(
        id="workshop.next",
        message=phrase("&Next block"),
        icon="arrow-right",
        keys=("Ctrl+Shift+PgDown",),
        enabled=_in_workshop,
        otherwise=_NO_WORKSHOP,
    ),
    ActionSpec(
        id="workshop.back",
        message=phrase("&Back one block"),
        icon="arrow-left",
        keys=("Ctrl+Shift+PgUp",),
        enabled=_in_workshop,
        otherwise=_NO_WORKSHOP,
    ),
    ActionSpec(
        id="workshop.pause",
        message=phrase("&Pause or go on"),
        icon="circle-pause",
        keys=("Ctrl+Shift+P",),
        enabled=_in_workshop,
        otherwise=_NO_WORKSHOP,
    ),
    ActionSpec(
        id="workshop.more",
        message=phrase("&Five minutes more"),
        icon="clock",
        keys=("Ctrl+Shift+M",),
        enabled=_in_workshop,
        otherwise=_NO_WORKSHOP,
    ),
    ActionSpec(
        id="workshop.sound",
        message=phrase("&Sound on or off"),
        icon="volume-2",
        keys=("Ctrl+Shift+U",),
        enabled=_in_workshop,
        otherwise=_NO_WORKSHOP,
    ),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(id="file.new", message=phrase("&New plan…"), icon="file-plus", keys=("Ctrl+N",)),
    ActionSpec(id="file.new-window", message=phrase("New &window"), icon="copy", keys=("Ctrl+Alt+N",)),
    ActionSpec(id="file.sample", message=phrase("New from &sample…"), icon="files"),
    ActionSpec(id="file.spreadsheet", message=phrase("&Import a spreadsheet…"), icon="upload"),
    ActionSpec(id="file.open", message=phrase("&Open…"), icon="folder-open", keys=("Ctrl+O",)),
    ActionSpec(
        id="file.export", message=phrase("&Export…"), icon="file-output", keys=("Ctrl+E",), enabled=_with_plan
    ),
    ActionSpec(
        id="file.print", message=phrase("&Print…"), icon="printer", keys=("Ctrl+P",), enabled=_with_plan
    ),
    ActionSpec(
        id="file.copy",
        message=phrase("Save a &copy…"),
        icon="copy",
        keys=("Ctrl+Shift+S",),
        enabled=_with_plan,
    ),
    ActionSpec(id="file.verify", message=phrase("&Verify a document…"), icon="shield-check", keys=("F7",)),
    ActionSpec(id="tools.signers", message=phrase("Known &signers…"), icon="users"),
    ActionSpec(id="file.backups", message=phrase("Restore a &backup…"), icon="history", enabled=_with_plan),
    ActionSpec(id="file.template", message=phrase("Save as &template…"), icon="save", enabled=_with_plan),
    ActionSpec(
        id="file.close", message=phrase("C&lose plan"), icon="x", keys=("Ctrl+W",), enabled=_with_plan
    ),
    ActionSpec(id="file.quit", message=phrase("&Quit"), keys=("Ctrl+Q",)),
    ActionSpec(
        id="edit.undo",
        message=phrase("&Undo"),
        icon="undo-2",
        keys=("Ctrl+Z",),
        enabled=lambda now: now.can_edit and bool(now.undo),
        label=lambda now: say("&Undo: {edit}", edit=caption_of(now.undo)) if now.undo else say("&Undo"),
        otherwise=phrase("There is nothing to undo"),
    ),
    ActionSpec(
        id="edit.redo",
        message=phrase("&Redo"),
        icon="redo-2",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=lambda now: now.can_edit and bool(now.redo),
        label=lambda now: say("&Redo: {edit}", edit=caption_of(now.redo)) if now.redo else say("&Redo"),
        otherwise=phrase("There is nothing to redo"),
    ),
    ActionSpec(
        id="edit.history",
        message=phrase("&History…"),
        icon="history",
        keys=("Ctrl+Shift+H",),
        enabled=_with_plan,
    ),
    ActionSpec(
        id="edit.find",
        message=phrase("&Find in the plan…"),
        icon="search",
        keys=("Ctrl+F",),
        enabled=_with_plan,
    ),
    ActionSpec(
        id="edit.replace",
        message=phrase("R&eplace in the plan…"),
        keys=("Ctrl+H",),
        enabled=lambda now: now.can_edit,
    ),
    ActionSpec(id="edit.find-next", message=phrase("Find &next"), keys=("F3",), enabled=_with_plan),
    ActionSpec(
        id="edit.find-previous", message=phrase("Find &previous"), keys=("Shift+F3",), enabled=_with_plan
    ),
    ActionSpec(
        id="edit.fix-safe",
        message=phrase("Fix all &safe…"),
        icon="wrench",
        keys=("Ctrl+Shift+F",),
        enabled=lambda now: now.can_edit and now.safe_fixes != 0,
        label=lambda now: (
            say("Fix all &safe ({count})…", count=now.safe_fixes) if now.safe_fixes else say("Fix all &safe…")
        ),
        otherwise=phrase("No finding can be fixed safely by machine"),
    ),
    ActionSpec(
        id="edit.answers",
        message=phrase("Type in &worksheet answers…"),
        icon="pencil",
        enabled=lambda now: now.can_edit,
    ),
    *THEMES,
    *SIZES,
    ActionSpec(
        id="view.findings",
        message=phrase("&Findings"),
        icon="panel-right",
        keys=("F9",),
        enabled=_with_plan,
        label=lambda now: (
            say("&Findings ({count})", count=now.findings) if now.findings else say("&Findings")
        ),
        checked=lambda now: now.panel_open,
    ),
    ActionSpec(
        id="view.larger",
        message=phrase("&Larger text"),
        icon="zoom-in",
        keys=("Ctrl++", "Ctrl+="),
        enabled=lambda now: now.text_size is not TextSize.LARGEST,
        otherwise=phrase("Text is as large as it can be"),
    ),
    ActionSpec(
        id="view.smaller",
        message=phrase("&Smaller text"),
        keys=("Ctrl+-",),
        enabled=lambda now: now.text_size is not TextSize.NORMAL,
        otherwise=phrase("Text is as small as it can be"),
    ),
    ActionSpec(id="view.usual", message=phrase("&Usual size of text"), keys=("Ctrl+0",)),
    ActionSpec(id="view.still", message=phrase("&Reduce motion"), checked=lambda now: now.is_still),
    ActionSpec(id="view.full-screen", message=phrase("Full s&creen"), keys=("F11",)),
    ActionSpec(
        id="go.board",
        message=phrase("Boar&d of the whole plan"),
        icon="kanban",
        keys=("Ctrl+B",),
        enabled=_with_plan,
        checked=lambda now: now.board_open,
    ),
    *STEPS,
    ActionSpec(
        id="go.next",
        message=phrase("&Next step"),
        icon="arrow-right",
        keys=("Ctrl+PgDown", "Ctrl+Return"),
        enabled=lambda now: now.step not in {None, Step.SIGN_OFF},
        otherwise=phrase("This is the last step"),
    ),
    ActionSpec(
        id="go.back",
        message=phrase("&Back one step"),
        icon="arrow-left",
        keys=("Ctrl+PgUp", "Ctrl+Shift+Return"),
        enabled=lambda now: now.step not in {None, Step.PURPOSE},
        otherwise=phrase("This is the first step"),
    ),
    ActionSpec(
        id="go.next-finding",
        message=phrase("Next &finding"),
        keys=("F8",),
        enabled=lambda now: now.findings > 0,
        otherwise=phrase("There are no findings"),
    ),
    ActionSpec(
        id="go.previous-finding",
        message=phrase("&Previous finding"),
        keys=("Shift+F8",),
        enabled=lambda now: now.findings > 0,
        otherwise=phrase("There are no findings"),
    ),
    ActionSpec(id="go.palette", message=phrase("Do or go &to…"), icon="search", keys=("Ctrl+K",)),
    ActionSpec(id="go.pane", message=phrase("Next part of the &window"), keys=("F6",), enabled=_with_plan),
    *_WORKSHOP,
    ActionSpec(
        id="help.truths",
        message=phrase("All &truths…"),
        icon="book-open",
        keys=("Shift+F1",),
        enabled=_with_plan,
    ),
    ActionSpec(id="help.tour", message=phrase("Tour a&gain"), icon="compass"),
    ActionSpec(id="help.keys", message=phrase("&Keys"), icon="keyboard", keys=("F1",)),
    ActionSpec(id="help.about", message=phrase("&About Truecourse"), icon="info"),
)


def action_of(action_id: str) -> ActionSpec:
    """Return the action with an id."""
    return next(spec for spec in ACTIONS if spec.id == action_id)
