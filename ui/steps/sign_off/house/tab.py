"""The tab of house truths: the list, the form of the chosen one, examples to start from, sets as files."""

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.errors import PlanError
from planner.exchange.house_json import incoming, read_house_file, write_house_file
from planner.language import phrase, say
from planner.model.format import plural
from planner.model.plan import Plan, new_id
from planner.model.records_house import HouseTruth
from planner.model.values import Choice
from planner.model.vocabulary import TruthSort
from planner.truths.house.examples import EXAMPLES, in_words
from ui.dialogs.house_import import HouseImportDialog
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import card_page
from ui.kit.editors.base import sentence_of
from ui.kit.files import ask_for_house_truths, ask_for_new, default_folder
from ui.kit.record_table import RecordTable
from ui.kit.scrolling import ScrollPage
from ui.kit.table_setup import TableSetup
from ui.kit.text import caption_of, plain_label
from ui.steps.sign_off.house.form import HouseForm
from ui.theme import current_tokens
from ui.theme.tokens import SMALL

_KIND = "house_truths"
_LIST_HEIGHT = 300
_EMPTY = phrase(
    "Add what your organisation demands of every plan, beside the truths of the catalogue: a rule over one "
    "kind of entry, or a question that the team answers. “Start from an example” shows how."
)


def _of_rules(name: str, _plan: Plan, truth: HouseTruth) -> str:
    """Return a field that only rules have in words."""
    value: Choice = getattr(truth, name)
    return value.label if truth.sort is TruthSort.RULE else ""


_WORDS = {name: partial(_of_rules, name) for name in ("looks_at", "level")}


class HouseTab(QWidget):
    """Lists the house truths of the plan and edits the chosen one.

    Signals:
        finding_wanted: the `Finding` whose entry is to be shown.
    """

    finding_wanted = Signal(object)

    def __init__(self, document: PlanDocument) -> None:
        """Make the tab.

        Args:
            document: the document.
        """
        super().__init__()
        self._document = document
        self._table = RecordTable(document, _KIND, TableSetup(words=_WORDS, empty=_EMPTY))
        self._form = HouseForm(document)
        self._form.finding_wanted.connect(self.finding_wanted)
        self._told = plain_label(role="muted", wraps=True)
        self._told.hide()
        self._examples = WordButton(say("Start from an example"), "sparkles")
        self._import = WordButton(say("Import…"), "download")
        self._export = WordButton(say("Export…"), "upload")
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._build()
        self._table.current_changed.connect(self._form.set_truth)
        self._table.form_wanted.connect(self._begin)
        self._table.rows_shown.connect(self._show_rows)
        self._import.clicked.connect(self._ask_for_set)
        self._export.clicked.connect(self._ask_where)
        self._show_rows(are_there=bool(document.plan.house_truths))
        if document.plan.house_truths:
            self._table.select(next(iter(document.plan.house_truths)))

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self._table

    @property
    def form(self) -> HouseForm:
        """The form of the chosen truth."""
        return self._form

    @property
    def examples(self) -> QMenu:
        """The menu of examples."""
        return self._examples.menu()

    @property
    def told(self) -> str:
        """What was last said of a file."""
        return self._told.text()

    def show_truth(self, record_id: str, name: str) -> None:
        """Show a house truth and lead the keyboard to one of its fields."""
        if record_id and self._table.select(record_id) and name:
            self._show_field(name)
        else:
            self._table.focus_rows()

    def _show_field(self, name: str) -> None:
        self._scroll.reveal(self._form.focus_field(name))

    def export_to(self, path: str) -> None:
        """Write the chosen truths to a file, or all where fewer than two are chosen."""
        truths = self._chosen()
        try:
            write_house_file(Path(path), truths)
        except PlanError as error:
            self._tell(sentence_of(error))
        else:
            self._tell(
                say("Written: {path} ({truths}).", path=path, truths=plural(len(truths), "house truth"))
            )

    def import_from(self, path: str) -> None:
        """Show what a file would bring, and take it in where that is wanted."""
        try:
            coming = incoming(self._document.plan, read_house_file(Path(path)))
        except PlanError as error:
            self._tell(sentence_of(error))
        else:
            self._tell("")
            HouseImportDialog(self._document, coming, self).open()

    def _build(self) -> None:
        menu = QMenu(self._examples)
        for example in EXAMPLES:
            menu.addAction(caption_of(in_words(example).name)).setData(example.id)
        menu.triggered.connect(self._example_chosen)
        self._examples.setMenu(menu)
        tools = QHBoxLayout()
        tools.setSpacing(SMALL)
        for button in (self._examples, self._import, self._export):
            tools.addWidget(button)
        tools.addStretch(1)
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._form)
        self._table.setMinimumHeight(current_tokens().px(_LIST_HEIGHT))
        listing = QWidget()
        above = QVBoxLayout(listing)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(SMALL)
        above.addLayout(tools)
        above.addWidget(self._told)
        above.addWidget(self._table)
        self._scroll = ScrollPage(card_page(listing, self._card))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _begin(self) -> None:
        self._show_field("name")

    def _show_rows(self, are_there: bool) -> None:  # noqa: FBT001 - what the table's signal tells
        self._card.setVisible(are_there)
        self._export.setEnabled(bool(self._document.plan.house_truths))
        for button in (self._examples, self._import):
            button.setEnabled(not self._document.read_only)

    def _example_chosen(self, action: QAction) -> None:
        example = next(example for example in EXAMPLES if example.id == action.data())
        fresh = msgspec.structs.replace(in_words(example), id=new_id(_KIND))
        try:
            self._document.do(verbs.add(self._document.plan, fresh))
        except PlanError as error:
            self._tell(sentence_of(error))
        else:
            self._tell("")
            self.show_truth(fresh.id, "name")

    def _chosen(self) -> tuple[HouseTruth, ...]:
        known = self._document.plan.house_truths
        chosen = [known[key] for key in self._table.view.selected_ids() if key in known]
        return tuple(chosen) if len(chosen) > 1 else tuple(known.values())

    def _ask_where(self) -> None:
        dialog = ask_for_new(self, say("Export house truths"), self._folder(), say("House truths"), "json")
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def _ask_for_set(self) -> None:
        dialog: QFileDialog = ask_for_house_truths(self, self._folder())
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    def _folder(self) -> str:
        path = self._document.path
        return str(path.parent) if path is not None else default_folder("")

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
