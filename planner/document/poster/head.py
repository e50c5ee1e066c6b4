"""The head of the poster: whose plan, the finding, where it stands, and the key figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from planner.document.blocks import Figure, Status
from planner.document.pages import theme
from planner.document.pages.direction import draw_begun, placed
from planner.document.pages.furniture import elided
from planner.document.pages.logo import LogoFlow
from planner.document.pages.setting import Strip, draw_strips, height_of
from planner.document.pages.texts import balanced
from planner.document.poster.content import Poster
from planner.paper.tags.drawing import Tags
from planner.paper.tags.structure import UNORDERED
from planner.paper.text.block import draw_line, lines_for, text_width
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.layout import Line
from planner.paper.text.style import TextStyle

_TITLES = ((40.0, 46.0), (36.0, 42.0), (32.0, 38.0))
"""Sizes and leadings of the title; the largest in which it takes two lines at most."""
_TITLE_LINES = 2
_EYEBROW = 15.0
_SUBTITLE = 18.0
_LABEL = 13.0
_FIGURE = 25.0
_FIGURE_ROW = 37.0
_SMALLEST_FIGURE = 0.6
"""Part of its size that a figure keeps where its label is long."""
_BESIDE = 12.0
"""Room between a label and its figure, and between what stands before the eyebrow and its words."""
_LOGO_HEIGHT = 23.0
_DRAFT_WIDTH, _DRAFT_PADDING = 62.0, 8.0
"""Least width of the box around the word that says that the plan is a draft, and room beside the word."""
_DRAFT = TextStyle(_EYEBROW - 1, 20, "semibold", "#FFFFFF", "centre")


@dataclass(frozen=True)
class Head:
    """Draws the head of a poster.

    Attributes:
        poster: what it says.
        width: of the texts, in units.
        figures_width: of the key figures, in units.
        logo: the organisation's, if it has one.
    """

    poster: Poster
    width: float
    figures_width: float
    logo: LogoFlow | None = None

    @property
    def height(self) -> float:
        """Height that it takes, in units."""
        return max(sum(map(height_of, self._strips())), len(self.poster.figures) * _FIGURE_ROW)

    def draw(self, canvas: TextCanvas, x: float, figures_x: float, top: float) -> None:
        """Draw it below a height, with the left edges of the texts and of the figures."""
        self._draw_logo(canvas, x, top)
        if self.poster.status is Status.DRAFT:
            box = _draft_width()
            self._draw_draft(canvas, x + placed(self._logo_room, box, self.width), top)
        eyebrow, title, subtitle = self._strips()
        draw_strips(canvas, eyebrow, (x, top), self.width)
        with Tags.of(canvas).heading(1):
            draw_strips(canvas, title, (x, top - height_of(eyebrow)), self.width)
        draw_strips(canvas, subtitle, (x, top - height_of(eyebrow) - height_of(title)), self.width)
        with Tags.of(canvas).group("L", attributes=UNORDERED):
            for number, figure in enumerate(self.poster.figures):
                with Tags.of(canvas).group("LI"):
                    self._draw_figure(canvas, figure, figures_x, top - number * _FIGURE_ROW)

    def _strips(self) -> tuple[list[Strip], list[Strip], list[Strip]]:
        """Return the lines of eyebrow, title and subtitle."""
        eyebrow = TextStyle(_EYEBROW, 29, "semibold", theme.ACCENT)
        subtitle = TextStyle(_SUBTITLE, 25, colour=theme.GREY)
        draft = _draft_width() + _BESIDE if self.poster.status is Status.DRAFT else 0.0
        indent = self._logo_room + draft
        said = elided(self.poster.eyebrow, eyebrow, self.width - indent)
        below = balanced(self.poster.subtitle, subtitle, self.width)[:2]
        return (
            [Strip(lines_for(said, eyebrow, self.width)[0], eyebrow, indent)],
            self._title(),
            [Strip(line, subtitle) for line in below],
        )

    def _title(self) -> list[Strip]:
        styles = [TextStyle(size, leading, "semibold", theme.INK) for size, leading in _TITLES]
        for title in self.poster.titles:
            for style in styles:
                if len(lines_for(title, style, self.width)) <= _TITLE_LINES:
                    return [Strip(line, style) for line in balanced(title, style, self.width)]
        lines = balanced(self.poster.titles[-1], styles[-1], self.width)
        return [Strip(line, styles[-1]) for line in lines[:_TITLE_LINES]]

    @property
    def _logo_room(self) -> float:
        """Width that the logo takes in front of the eyebrow; 0 without one."""
        return self._logo_scale * self.logo.wrap(self.width, 0)[0] + _BESIDE if self.logo else 0.0

    @property
    def _logo_scale(self) -> float:
        return min(1.0, _LOGO_HEIGHT / self.logo.wrap(self.width, 0)[1]) if self.logo else 1.0

    def _draw_logo(self, canvas: TextCanvas, x: float, top: float) -> None:
        if self.logo is None:
            return
        canvas.saveState()
        room = self._logo_room - _BESIDE
        canvas.translate(x + placed(0, room, self.width), top - _LOGO_HEIGHT)
        canvas.scale(self._logo_scale, self._logo_scale)
        self.logo.drawOn(canvas, 0, 0)
        canvas.restoreState()

    def _draw_draft(self, canvas: TextCanvas, x: float, top: float) -> None:
        canvas.setFillColor(HexColor(theme.DRAFT))
        width = _draft_width()
        canvas.roundRect(x, top - 25.5, width, 20, 3, stroke=0, fill=1)
        draw_line(canvas, x + width / 2, top - 20.5, Status.DRAFT.word, _DRAFT)

    def _label_lines(self, figure: Figure, label: TextStyle, value: TextStyle) -> Sequence[Line]:
        """Return a figure's label in one line, or in two where the figure would get too small beside it."""
        least = _SMALLEST_FIGURE * text_width(figure.value, value)
        room = self.figures_width - least - _BESIDE
        if text_width(figure.label, label) <= room:
            return lines_for(figure.label, label, self.figures_width)
        return lines_for(figure.label, label, room)[:2]

    def _draw_figure(self, canvas: TextCanvas, figure: Figure, x: float, top: float) -> None:
        right, baseline = x + self.figures_width, top - _FIGURE_ROW + 11
        canvas.rule((x, top - _FIGURE_ROW), (right, top - _FIGURE_ROW), 0.6, theme.RULE)
        label = TextStyle(_LABEL, _LABEL * 1.3, colour=theme.GREY)
        value = TextStyle(_FIGURE, _FIGURE * 1.2, "semibold", theme.ACCENT, "end")
        lines = self._label_lines(figure, label, value)
        room = self.figures_width - max(line.width for line in lines) - _BESIDE
        wide = text_width(figure.value, value)
        if wide > room:
            value = TextStyle(_FIGURE * room / wide, _FIGURE, "semibold", theme.ACCENT, "end")
        with Tags.of(canvas).group("Lbl"):
            if len(lines) == 1:
                draw_begun(canvas, (x, baseline), figure.label, label, (x, right))
            else:
                draw_strips(canvas, [Strip(line, label) for line in lines], (x, top - 1), self.figures_width)
        with Tags.of(canvas).group("LBody"):
            draw_begun(canvas, (right, baseline), figure.value, value, (x, right))


def _draft_width() -> float:
    return max(_DRAFT_WIDTH, text_width(Status.DRAFT.word, _DRAFT) + 2 * _DRAFT_PADDING)
