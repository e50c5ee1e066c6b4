"""The poster's one page: bands of head, timeline, panels and furniture that fill the sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.charts.pdf import draw_scene, paper_measure
from planner.charts.scene import Role
from planner.charts.spoken import spoken
from planner.charts.timeline_poster import most_height, timeline_poster
from planner.document.pages import theme
from planner.document.pages.direction import draw_begun, placed_in
from planner.document.pages.logo import LogoFlow
from planner.document.pages.setting import draw_strips, height_of
from planner.document.poster.content import Poster
from planner.document.poster.fitting import SMALLEST, PanelType, fitted, largest_type, natural_height
from planner.document.poster.head import Head
from planner.document.poster.panels import Panel
from planner.document.poster.paper import GUTTER, MARGIN, Sheet
from planner.document.wording import short_day
from planner.language import phrase, say
from planner.model.fingerprint import short_fingerprint
from planner.model.plan import Plan
from planner.paper.tags.drawing import Tags
from planner.paper.tags.structure import UNORDERED
from planner.paper.text.block import text_width
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.style import TextStyle

_TEXT_COLUMNS, _PANEL_COLUMNS = 9, 3
_GAP = 16.0
_LABEL = 11.0
"""Smallest size of type in the timeline, unless the sheet asks for more."""
_PANEL_TITLE = TextStyle(18.0, 26.0, "semibold")
_PANEL_PAD = 7.0
_PANELS_LEAST, _PANELS_MOST = 0.28, 0.36
"""Parts of the height below the head that the panels take where there is much to say in both bands."""
_WRITING = 28.0
"""Distance of the lines to write on."""
_TIMELINE = phrase("Timeline")


@dataclass(frozen=True)
class PosterPage:
    """Draws a plan's poster on a sheet.

    Attributes:
        plan: for the timeline.
        poster: what it says.
        sheet: the paper.
        colours: of the roles in the timeline.
        today: the day as of which it speaks.
        logo: the organisation's, if it has one.
    """

    plan: Plan
    poster: Poster
    sheet: Sheet
    colours: Mapping[Role, str]
    today: date
    logo: LogoFlow | None = None

    def draw(self, canvas: TextCanvas) -> None:
        """Draw the whole page."""
        canvas.scale(self.sheet.scale, self.sheet.scale)
        top = self.sheet.height - MARGIN
        top = self._draw_head(canvas, top) - _GAP
        bottom = MARGIN + self.sheet.smallest * 2.4
        timeline = self._timeline_height(top - bottom)
        top = self._draw_timeline(canvas, top, timeline) - _GAP
        self._draw_panels(canvas, top, bottom)
        with Tags.of(canvas).artifact("Pagination"):
            self._draw_furniture(canvas)

    @property
    def _edges(self) -> tuple[float, float]:
        return MARGIN, self.sheet.width - MARGIN

    @property
    def _panel_width(self) -> float:
        return self.sheet.columns(_PANEL_COLUMNS)

    @property
    def _smallest_label(self) -> float:
        return max(_LABEL, self.sheet.smallest)

    def _draw_head(self, canvas: TextCanvas, top: float) -> float:
        figures = self.sheet.columns(12 - _TEXT_COLUMNS)
        width = self.sheet.columns(_TEXT_COLUMNS) - GUTTER
        head = Head(self.poster, width, figures, self.logo)
        beside = placed_in(self._edges, self.sheet.start(_TEXT_COLUMNS), figures)
        head.draw(canvas, placed_in(self._edges, MARGIN, width), beside, top)
        return top - head.height

    def _timeline_height(self, room: float) -> float:
        """Return the height of the timeline: what it can use, as far as the panels leave it."""
        look = PanelType(SMALLEST + 1)
        wished = max(natural_height(panel, look, self._panel_width) for panel in self.poster.panels)
        panels = min(max(wished + _head_of_panel(), _PANELS_LEAST * room), _PANELS_MOST * room)
        return min(room - _GAP - panels, most_height(self.plan, self._smallest_label))

    def _draw_timeline(self, canvas: TextCanvas, top: float, height: float) -> float:
        scene = timeline_poster(
            self.plan,
            self.sheet.room,
            height,
            paper_measure,
            smallest=self._smallest_label,
            today=self.today,
        )
        style = TextStyle(_PANEL_TITLE.size, weight="semibold", colour=theme.INK)
        with Tags.of(canvas).heading(2):
            draw_begun(canvas, (MARGIN, top - style.size), say(_TIMELINE), style, self._edges)
        canvas.saveState()
        canvas.translate(MARGIN, top - scene.height)
        with Tags.of(canvas).figure(spoken(scene), (0, 0, scene.width, scene.height)):
            draw_scene(canvas, scene, self.colours)
        canvas.restoreState()
        return top - scene.height

    def _draw_panels(self, canvas: TextCanvas, top: float, bottom: float) -> None:
        room = top - bottom - _head_of_panel()
        look = largest_type(self.poster.panels, self._panel_width, room)
        for number, panel in enumerate(self.poster.panels):
            x = placed_in(self._edges, self.sheet.start(number * _PANEL_COLUMNS), self._panel_width)
            self._draw_panel(canvas, panel, look, (x, top), room)

    def _draw_panel(
        self, canvas: TextCanvas, panel: Panel, look: PanelType, at: tuple[float, float], room: float
    ) -> None:
        x, top = at
        width = self._panel_width
        canvas.rule((x, top), (x + width, top), 1.2, theme.INK)
        title = self._panel_title
        tags = Tags.of(canvas)
        with tags.heading(2):
            baseline = top - _PANEL_PAD - _PANEL_TITLE.size
            draw_begun(canvas, (x, baseline), panel.title, title, (x, x + width))
        y = top - _head_of_panel()
        with tags.group("L", attributes=UNORDERED):
            for strips in fitted(panel, look, width, room).items:
                with tags.group("LI"), tags.group("LBody"):
                    draw_strips(canvas, strips, (x, y), width)
                y -= height_of(strips) + look.between
        if not panel.items and panel.asks:
            self._draw_lines(canvas, (x, y), y - (top - _head_of_panel() - room))

    @property
    def _panel_title(self) -> TextStyle:
        """The style of all panels' titles: smaller where the longest one would not fit its panel."""
        longest = max(text_width(panel.title, _PANEL_TITLE) for panel in self.poster.panels)
        size = _PANEL_TITLE.size * min(1.0, self._panel_width / longest)
        return TextStyle(size, _PANEL_TITLE.leading, "semibold", theme.INK)

    def _draw_lines(self, canvas: TextCanvas, at: tuple[float, float], room: float) -> None:
        """Draw lines to write on, where a panel has nothing but its question."""
        for number in range(1, int(room / _WRITING) + 1):
            y = at[1] - number * _WRITING
            canvas.rule((at[0], y), (at[0] + self._panel_width, y), 0.6, theme.RULE)

    def _draw_furniture(self, canvas: TextCanvas) -> None:
        size = self.sheet.smallest
        style = TextStyle(size, size * 1.3, colour=theme.GREY)
        code = say(
            "Plan fingerprint {fingerprint}",
            fingerprint=short_fingerprint(self.poster.fingerprint),
        )
        draw_begun(canvas, (MARGIN, MARGIN), code, style, self._edges)
        stand = say(
            "Revision {revision} · {status} · {day}",
            revision=str(self.poster.revision),
            status=self.poster.status.word,
            day=short_day(self.today),
        )
        end = TextStyle(size, size * 1.3, colour=theme.GREY, alignment="end")
        draw_begun(canvas, (self.sheet.width - MARGIN, MARGIN), stand, end, self._edges)


def _head_of_panel() -> float:
    return _PANEL_PAD + _PANEL_TITLE.leading + 4.0
