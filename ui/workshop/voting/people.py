"""Who is in the room: a line that takes names, one after another, and the list of them."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.errors import PlanError
from planner.language import say, worded
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.draft import mark_draft
from ui.kit.editors.base import sentence_of
from ui.kit.edits import add_all, new_record
from ui.kit.record_table import RecordTable
from ui.kit.table_setup import TableSetup
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL


class PeopleInRoom(QWidget):
    """Lists the participants; a name and Enter adds one."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._line = QLineEdit()
        self._line.setObjectName("participant")
        self._line.setAccessibleName(say("Name of somebody in the room"))
        self._line.setPlaceholderText(say("Name, then Enter; several parted by commas"))
        self._line.setReadOnly(document.read_only)
        mark_draft(self._line)
        self._line.returnPressed.connect(self._add_typed)
        self._everybody = WordButton(say("Add everybody of the plan"), "users")
        self._everybody.clicked.connect(self._add_everybody)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._table = RecordTable(document, "participants", TableSetup(can_add=False))
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(self._everybody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self._table, 1)
        document.changed.connect(self._look)
        self._look()

    @property
    def line(self) -> QLineEdit:
        """Takes names."""
        return self._line

    @property
    def everybody_button(self) -> WordButton:
        """Adds all people of the plan who are not in the room yet."""
        return self._everybody

    @property
    def table(self) -> RecordTable:
        """The participants."""
        return self._table

    def _look(self) -> None:
        plan = self._document.plan
        self._everybody.setVisible(bool(_absent(plan)) and not self._document.read_only)

    def _add_typed(self) -> None:
        names = [name.strip() for name in self._line.text().split(",") if name.strip()]
        people = {person.name.casefold(): person.id for person in self._document.plan.people.values()}
        pairs = [(name, people.get(name.casefold())) for name in names]
        if pairs and self._add(pairs):
            self._line.clear()

    def _add_everybody(self) -> None:
        self._add(_absent(self._document.plan))

    def _add(self, pairs: list[tuple[str, str | None]]) -> bool:
        records = [new_record("participants", name, person=person) for name, person in pairs]
        label: str = worded("Add {count} to the room", count=len(records))
        if len(records) == 1:
            label = verbs.add(self._document.plan, records[0]).label
        try:
            self._document.do(add_all(self._document.plan, records, label))
        except PlanError as error:
            self._problem.setText(sentence_of(error))
            self._problem.show()
            return False
        self._problem.hide()
        return True


def _absent(plan: Plan) -> list[tuple[str, str | None]]:
    """Return name and id of the plan's people who are not in the room."""
    there = {one.person for one in plan.participants.values()}
    return [(person.name, person.id) for person in plan.people.values() if person.id not in there]
