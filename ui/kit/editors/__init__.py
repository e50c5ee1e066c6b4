"""One editor for each form of field, the same in forms and in tables."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from planner.model.schema import FieldSpec
from planner.model.values import Form
from planner.parsing import is_time
from ui.kit.editors.base import FieldEditor, PlanSource
from ui.kit.editors.choices import ChoiceEditor, ChoicesEditor, YesNoEditor
from ui.kit.editors.currency import CurrencyEditor
from ui.kit.editors.days import DayEditor
from ui.kit.editors.lines import FigureEditor, LineEditor, RatingEditor, TimeEditor
from ui.kit.editors.links import LinkEditor, LinksEditor
from ui.kit.editors.moments import MomentView
from ui.kit.editors.texts import TextEditor
from ui.kit.editors.weighted import WeightedEditor

_EDITORS: Mapping[Form, type[FieldEditor]] = {
    Form.LINE: LineEditor,
    Form.TEXT: TextEditor,
    Form.WHOLE: FigureEditor,
    Form.NUMBER: FigureEditor,
    Form.HOURS: FigureEditor,
    Form.PERCENT: FigureEditor,
    Form.MONEY: FigureEditor,
    Form.RATING: RatingEditor,
    Form.CURRENCY: CurrencyEditor,
    Form.DATE: DayEditor,
    Form.MOMENT: MomentView,
    Form.YES_NO: YesNoEditor,
    Form.CHOICE: ChoiceEditor,
    Form.CHOICES: ChoicesEditor,
    Form.LINK: LinkEditor,
    Form.LINKS: LinksEditor,
    Form.SHARES: WeightedEditor,
    Form.VOICES: WeightedEditor,
}


def make_editor(spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> FieldEditor:
    """Make the editor of a field.

    Args:
        spec: the field.
        source: knows the plan whose records links lead to.
        parent: owns the editor.
    """
    editor = TimeEditor if is_time(spec) else _EDITORS[spec.form]
    return editor(spec, source, parent)


__all__ = ["FieldEditor", "PlanSource", "make_editor"]
