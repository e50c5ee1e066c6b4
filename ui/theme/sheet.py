"""The one style sheet: what a palette can't say, in terms of the tokens.

Widgets ask for a look by dynamic properties, never by a style sheet of their own. `role` says what
something is: a label "h1", "h2", "h3", "strong", "muted", "caption", "error" or "key"; a frame "card",
"panel", "drawer", "bar", "foot", "note" or "warn"; a button "primary", "quiet", "danger", "segment" or
"inset" (in a field or chip); a list "flat", "cells" where it is a table, or "roomy" where its rows are
sentences. `invalid` (true) marks a field whose text does not fit. After a change call `restyle` or use
`set_look`.
"""

from PySide6.QtWidgets import QWidget

from ui.theme.tokens import BODY, CAPTION, CARD_CORNER, CORNER, H1, H2, H3, Tokens

_SHEET = """
QLabel[role="h1"] {{ font-size: {h1}px; font-weight: 600; }}
QLabel[role="h2"] {{ font-size: {h2}px; font-weight: 600; }}
QLabel[role="h3"] {{ font-size: {h3}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="caption"] {{ color: {t.muted}; font-size: {caption}px; }}
QLabel[role="error"] {{ color: {t.bad}; font-size: {caption}px; }}
QLabel[role="key"] {{ background: {t.surface}; border: 1px solid {t.field}; border-radius: 4px;
  padding: 0 6px; font-size: {caption}px; font-weight: 600; }}
QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {card}px; }}
QFrame[role="drawer"] {{ background: {t.surface}; border: 1px solid {t.field}; border-radius: {card}px; }}
QFrame[role="panel"] {{ background: {t.surface}; border: 0; }}
QFrame[role="bar"] {{ background: {t.surface}; border: 0; border-bottom: 1px solid {t.line}; }}
QFrame[role="foot"] {{ background: {t.surface}; border: 0; border-top: 1px solid {t.line}; }}
QFrame[role="note"] {{ background: {t.note_tint}; border: 0; border-radius: {corner}px; }}
QFrame[role="warn"] {{ background: {t.warn_tint}; border: 1px solid {t.warn}; border-radius: {corner}px; }}

QLineEdit, QComboBox, QDateEdit, QPlainTextEdit {{
  background: {t.surface}; border: 1px solid {t.field}; border-radius: {corner}px; padding: 4px 8px;
  min-height: {inner}px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPlainTextEdit:focus {{
  border: 2px solid {t.focus}; padding: 3px 7px; }}
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QPlainTextEdit:disabled {{
  background: {t.bg}; border-color: {t.line}; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {t.bg}; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"], QDateEdit[invalid="true"],
QPlainTextEdit[invalid="true"] {{ border: 2px solid {t.bad}; padding: 3px 7px; }}
QComboBox {{ padding-left: 10px; }}
QComboBox:focus {{ padding-left: 9px; }}
QPlainTextEdit {{ padding-left: 6px; }}
QPlainTextEdit:focus, QPlainTextEdit[invalid="true"] {{ padding-left: 5px; }}
QComboBox[invalid="true"] {{ padding-left: 9px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: {drop}px;
  subcontrol-origin: padding; subcontrol-position: center right; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url(tint:chevron-down-{t.name}.svg);
  width: {glyph}px; height: {glyph}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.field}; padding: 4px;
  selection-background-color: {t.selected}; selection-color: {t.on_selected}; }}
QSpinBox {{ background: {t.surface}; border: 1px solid {t.field}; border-radius: {corner}px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QSpinBox:focus {{ border: 2px solid {t.focus}; }}
QSpinBox::up-button {{ border: 0; width: {drop}px; subcontrol-origin: padding;
  subcontrol-position: top right; }}
QSpinBox::down-button {{ border: 0; width: {drop}px; subcontrol-origin: padding;
  subcontrol-position: bottom right; }}
QSpinBox::up-arrow {{ image: url(tint:chevron-up-{t.name}.svg); width: {glyph}px; height: {glyph}px; }}
QSpinBox::down-arrow {{ image: url(tint:chevron-down-{t.name}.svg); width: {glyph}px; height: {glyph}px; }}

QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: {corner}px; padding: 2px;
  spacing: 8px; min-height: {glyph}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.focus}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {glyph}px; height: {glyph}px;
  border: 1px solid {t.field}; background: {t.surface}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {round_glyph}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url(tint:check-{t.name}.svg); }}
QRadioButton::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url(tint:dot-{t.name}.svg); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; }}

QPushButton {{ icon-size: {glyph}px; background: {t.surface}; color: {t.text}; border: 1px solid {t.field};
  border-radius: {corner}px; padding: 4px 14px; min-height: {inner}px; }}
QPushButton:hover {{ background: {t.raised}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: 3px 13px; }}
QPushButton:disabled {{ border-color: {t.line}; color: {t.disabled}; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
  font-weight: 600; }}
QPushButton[role="primary"]:hover {{ border-color: {t.text}; }}
QPushButton[role="primary"]:focus {{ border: 1px solid {t.accent}; padding: 4px 14px; }}
QPushButton[role="primary"]:disabled {{ background: {t.raised}; border-color: {t.line};
  color: {t.disabled}; }}
QPushButton[role="danger"] {{ color: {t.bad}; border-color: {t.bad}; }}
QPushButton[role="quiet"] {{ background: transparent; border-color: transparent; padding: 4px 8px; }}
QPushButton[role="quiet"]:hover {{ background: {t.raised}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {t.focus}; padding: 3px 7px; }}
QPushButton[role="quiet"]:checked {{ background: {t.selected}; color: {t.on_selected}; }}
QPushButton[role="segment"] {{ padding: 2px 10px; }}
QPushButton[role="segment"]:checked {{ background: {t.selected}; color: {t.on_selected};
  border-color: {t.focus}; font-weight: 600; }}
QToolButton {{ border: 2px solid transparent; border-radius: {corner}px; padding: 4px;
  min-width: {glyph_box}px; min-height: {glyph_box}px; }}
QToolButton:hover {{ background: {t.raised}; }}
QToolButton:pressed, QToolButton:checked {{ background: {t.selected}; color: {t.on_selected}; }}
QToolButton:focus {{ border-color: {t.focus}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[role="inset"] {{ padding: 0; border: 1px solid transparent; border-radius: 4px; }}

QSlider {{ border: 2px solid transparent; border-radius: {corner}px; min-height: {glyph_box}px; }}
QSlider:focus {{ border-color: {t.focus}; }}
QSlider::groove:horizontal {{ height: 4px; background: {t.field}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {t.surface}; border: 2px solid {t.accent}; width: {glyph}px;
  margin: -{knob}px 0; border-radius: {round_glyph}px; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:pressed {{ background: {t.accent}; }}

QTableView, QListView, QTreeView {{ background: {t.surface}; alternate-background-color: {t.bg};
  border: 1px solid {t.line}; border-radius: {corner}px; gridline-color: {t.line}; outline: 0;
  selection-background-color: {t.selected}; selection-color: {t.on_selected}; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 2px solid {t.focus}; }}
QTableView QTableCornerButton::section {{ background: {t.surface}; border: 0; }}
QHeaderView {{ background: {t.surface}; border: 0; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: 0;
  border-bottom: 1px solid {t.line}; padding: 6px 8px; font-weight: 600; }}
QListView[role="flat"], QListView[role="flat"]:focus {{ border: 0; background: transparent; }}
QListView[role="roomy"]::item {{ padding: 5px 8px; }}
QAbstractItemView[role="cells"]::item {{ padding: 0 6px; }}
QAbstractItemView[role="cells"] QComboBox {{ margin: 3px 0; }}

QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.field}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QTabWidget::pane {{ border: 0; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: 2px solid transparent;
  padding: 5px 10px; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:selected:focus {{ border-color: {t.focus}; border-radius: {corner}px; }}
QTabBar::scroller {{ width: {scroller}px; }}
QTabBar QToolButton {{ background: {t.bg}; border-width: 1px; padding: 0; }}
QTabBar QToolButton::left-arrow {{ image: url(tint:chevron-left-{t.name}.svg); }}
QTabBar QToolButton::right-arrow {{ image: url(tint:chevron-right-{t.name}.svg); }}

QMenuBar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: {corner}px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.selected}; color: {t.on_selected}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.field}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selected}; color: {t.on_selected}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {t.line}; }}
QProgressBar {{ border: 1px solid {t.field}; border-radius: {corner}px; background: {t.surface};
  min-height: 6px; max-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.field}; padding: 4px 6px; }}
"""


def sheet_of(tokens: Tokens) -> str:
    """Return the style sheet of a theme."""
    px = tokens.px
    return _SHEET.format(
        t=tokens,
        caption=px(CAPTION),
        body=px(BODY),
        h3=px(H3),
        h2=px(H2),
        h1=px(H1),
        corner=CORNER,
        card=CARD_CORNER,
        inner=px(22),
        drop=px(28),
        glyph=px(16),
        round_glyph=px(16) // 2 + 1,
        knob=px(16) // 2,
        glyph_box=px(24),
        scroller=2 * px(28),
    )


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's dynamic properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet reads, and redraw where it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)
