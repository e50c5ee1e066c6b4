"""This block and the next: what is asked, what must lie on the table, and the private notes."""

from PySide6.QtWidgets import QLabel

from planner.language import say, say_count
from planner.model.plan import display_name
from planner.model.records_workshop import AgendaBlock
from planner.workshop.face import Face
from ui.kit.card import Card
from ui.kit.text import plain_label


class BlockCard(Card):
    """Shows the block at hand; before the start, the first one."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = plain_label("", role="caption")
        self._name = plain_label("", role="h3", wraps=True)
        self._question = plain_label("", wraps=True)
        self._output = plain_label("", role="muted", wraps=True)
        self._notes_head = plain_label(
            say("Your notes, which the room never sees"), role="caption", wraps=True
        )
        self._notes = plain_label("", wraps=True)
        self._next_head = plain_label(say("Next"), role="caption")
        self._next = plain_label("", role="strong", wraps=True)
        for label in self._labels():
            self.body.addWidget(label)

    @property
    def words(self) -> tuple[str, ...]:
        """What it says, without what is hidden."""
        return tuple(label.text() for label in self._labels() if not label.isHidden())

    def show_block(self, block: AgendaBlock | None, face: Face) -> None:
        """Show a block and the one behind it."""
        is_coming = face.block is None
        self._heading.setText(say("First block") if is_coming else say("This block"))
        self._fill(self._name, "" if block is None else display_name(block))
        self._fill(self._question, "" if block is None else block.question)
        output = "" if block is None else block.output
        self._fill(self._output, say("Result: {output}", output=output) if output else "")
        notes = "" if block is None else block.notes
        self._fill(self._notes, notes)
        self._notes_head.setVisible(bool(notes))
        following = None if is_coming else face.following
        self._fill(self._next, "" if following is None else _next_words(following))
        self._next_head.setVisible(following is not None)
        self.setVisible(block is not None)

    def _labels(self) -> tuple[QLabel, ...]:
        return (
            self._heading,
            self._name,
            self._question,
            self._output,
            self._notes_head,
            self._notes,
            self._next_head,
            self._next,
        )

    @staticmethod
    def _fill(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


def _next_words(block: AgendaBlock) -> str:
    return say_count(
        "{name}, {count} minute", "{name}, {count} minutes", block.minutes, name=display_name(block)
    )
