"""What to make and how it looks; only what matters for it is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.editing.patch import Patch
from planner.language import say
from planner.model.plan import Plan
from ui.dialogs.export.accent import AccentField
from ui.dialogs.export.chapters import ChaptersCard
from ui.dialogs.export.handouts import PosterCard, WorksheetsCard
from ui.dialogs.export.logo import LogoField
from ui.dialogs.export.products import WORDS, Product
from ui.dialogs.export.troubles import Looked, Troubles
from ui.dialogs.export.writing import SheetChoices
from ui.document import PlanDocument
from ui.kit.bound_card import BoundCard
from ui.kit.editors.choices import CalmCombo
from ui.kit.text import plain_label
from ui.settings import Settings
from ui.tasks import Tasks
from ui.theme import ending
from ui.theme.tokens import MEDIUM, TIGHT

_PAGES = ("paper", "two_sided", "large_print", "grey")
_SHOWN_PAGES = {
    Product.DOCUMENT: _PAGES,
    Product.WORD: ("paper", "large_print"),
    Product.POSTER: ("grey",),
    Product.AGENDA: ("paper", "grey"),
    Product.FACILITATOR: ("paper", "grey"),
    Product.MINUTES: _PAGES,
}
"""What of the plan's layout a product follows."""
_WITH_CHAPTERS = (Product.DOCUMENT, Product.WORD)
_WITH_LOGO = (
    Product.DOCUMENT,
    Product.POSTER,
    Product.AGENDA,
    Product.FACILITATOR,
    Product.MINUTES,
)


class Choices(QWidget):
    """The left side of the dialog.

    Signals:
        product_changed: the `Product` that is to be made now.
        changed: something else was chosen that the plan does not keep.
        place_wanted: kind, id and field of an entry that the user wants to see.
    """

    product_changed = Signal(object)
    changed = Signal()
    place_wanted = Signal(str, str, str)

    def __init__(self, document: PlanDocument, settings: Settings, tasks: Tasks) -> None:
        super().__init__()
        self._document = document
        self._settings = settings
        self._what = CalmCombo()
        self._what.setObjectName("export.what")
        self._what.setAccessibleName(say("What to make"))
        for product in Product:
            self._what.addItem(product.label, product)
        self._words = plain_label(role="caption", wraps=True)
        self._reason = plain_label(document.read_only_reason, role="caption", wraps=True)
        self._troubles = Troubles(tasks)
        self._pages = BoundCard(document, "layout", _PAGES, say("Pages"))
        self._poster = PosterCard(settings.poster_paper)
        self._sheets = WorksheetsCard(settings.sheet_paper)
        self._look = BoundCard(document, "brief", ("organisation",), say("Organisation"))
        self._accent = AccentField(document)
        self._logo = LogoField(document, tasks)
        self._look.body.addWidget(self._accent)
        self._look.body.addWidget(self._logo)
        self._chapters = ChaptersCard(document)
        self._build()
        self._connect()
        self._what.setCurrentIndex(max(0, self._what.findData(settings.export_product)))
        self._show_product()

    def _build(self) -> None:
        label = plain_label(say("What to make"), role="label")
        label.setBuddy(self._what)
        head = QVBoxLayout()
        head.setSpacing(TIGHT)
        for widget in (label, self._what, self._words, self._reason):
            head.addWidget(widget)
        self._reason.setVisible(self._document.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(*ending(MEDIUM))
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        for card in (self._troubles, self._poster, self._sheets, self._pages, self._look, self._chapters):
            column.addWidget(card)
        column.addStretch(1)

    def _connect(self) -> None:
        self._what.currentIndexChanged.connect(self._show_product)
        self._poster.changed.connect(self._sheets_chosen)
        self._sheets.changed.connect(self._sheets_chosen)
        self._troubles.wanted.connect(self._lead)
        self._troubles.looked.connect(self._tell_look)
        self._document.changed.connect(self._follow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which ends the typing in a field, from the button that exports."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    @property
    def product(self) -> Product:
        """What is to be made."""
        return Product(self._what.currentData())

    @property
    def sheets(self) -> SheetChoices:
        """What posters and worksheets are like."""
        return SheetChoices(
            self._poster.paper,
            self._sheets.paper,
            self._sheets.steps,
            self._sheets.rows,
            self._sheets.is_prefilled,
        )

    @property
    def troubles(self) -> Troubles:
        """What will not print well."""
        return self._troubles

    @property
    def logo(self) -> LogoField:
        """The logo."""
        return self._logo

    @property
    def accent(self) -> AccentField:
        """The accent colour."""
        return self._accent

    def look_for_troubles(self) -> None:
        """Look for what will not print well in the plan as it is now."""
        self._troubles.look(self._document.plan)

    def focus_field(self, name: str) -> None:
        """Lead the keyboard to a field of the plan's layout."""
        self._what.setCurrentIndex(self._what.findData(Product.DOCUMENT))
        alone = {
            "left_out": self._chapters.take_focus,
            "accent": self._accent.take_focus,
            "logo": self._logo.take_focus,
        }
        if name in alone:
            alone[name]()
        else:
            self._pages.focus_field(name)

    def _show_product(self) -> None:
        product = self.product
        self._settings.export_product = product
        self._words.setText(say(WORDS[product]))
        shown = _SHOWN_PAGES.get(product, ())
        for name in _PAGES:
            row = self._pages.row(name)
            if row is not None:
                row.setVisible(name in shown)
        self._pages.setVisible(bool(shown))
        self._poster.setVisible(product is Product.POSTER)
        self._sheets.setVisible(product is Product.WORKSHEETS)
        self._look.setVisible(bool(shown))
        self._logo.setVisible(product in _WITH_LOGO)
        self._chapters.setVisible(product in _WITH_CHAPTERS)
        self.product_changed.emit(product)

    def _sheets_chosen(self) -> None:
        self._settings.poster_paper = self._poster.paper
        self._settings.sheet_paper = self._sheets.paper
        self.changed.emit()

    def _follow(self, patch: Patch) -> None:
        if "layout" in patch.touched:
            self._chapters.redraw()
            self._accent.redraw()
            self._logo.redraw()

    def _lead(self, kind: str, record: str, name: str) -> None:
        if kind == "layout":
            self.focus_field(name)
        else:
            self.place_wanted.emit(kind, record, name)

    def _tell_look(self, looked: Looked) -> None:
        plan: Plan = looked.plan
        notes = [p.message for p in looked.problems if p.field == "accent" and p.kind == "layout"]
        if plan is self._document.plan:
            self._accent.tell_note(" ".join(notes))
