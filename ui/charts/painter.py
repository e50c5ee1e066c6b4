"""Painting a scene with Qt, on a widget or into a picture."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.charts.scene import (
    DASHES,
    Anchor,
    Circle,
    Dash,
    Line,
    Measure,
    Op,
    Polygon,
    Polyline,
    Rect,
    Role,
    Scene,
    Text,
    Weight,
    vertical_reach,
)
from planner.paper.text.bidi import base_level

_DIRECTIONS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
_base_level = lru_cache(maxsize=8192)(base_level)
_WEIGHTS = {Weight.REGULAR: QFont.Weight.Normal, Weight.SEMIBOLD: QFont.Weight.DemiBold}


class SceneInk:
    """Fonts and colours with which scenes are painted.

    Attributes:
        measure: widths of texts as this ink paints them, for the builders of scenes.
    """

    def __init__(self, family: str, colours: Mapping[Role, QColor]) -> None:
        self._family = family
        self._colours = colours
        self._fonts: dict[tuple[float, str], tuple[QFont, QFontMetricsF]] = {}
        # A chart is built anew after each edit, with nearly all of its texts unchanged.
        self.measure: Measure = lru_cache(maxsize=8192)(self._measured)

    def paint(self, painter: QPainter, scene: Scene, exposed: QRectF | None = None) -> None:
        """Paint a scene at the painter's origin.

        Args:
            painter: where to; anti-aliasing is the caller's choice.
            scene: what.
            exposed: only what reaches between this rectangle's top and bottom is painted.
        """
        for op in scene.ops:
            if exposed is None or _reaches(op, exposed):
                self._paint_op(painter, op)

    def colour(self, role: Role, strength: float = 1.0) -> QColor:
        """Return a role's colour, mixed into the surface where its strength is below 1."""
        colour, ground = self._colours[role], self._colours[Role.SURFACE]
        return QColor(
            *(
                round(part * strength + under * (1 - strength))
                for part, under in zip(_channels(colour), _channels(ground), strict=True)
            )
        )

    def _paint_op(self, painter: QPainter, op: Op) -> None:
        match op:
            case Text():
                self._paint_text(painter, op)
            case Line():
                painter.setPen(self._pen(op.stroke, op.thick, op.dash))
                painter.drawLine(QPointF(op.x1, op.y1), QPointF(op.x2, op.y2))
            case Polyline():
                painter.setPen(self._pen(op.stroke, op.thick, op.dash))
                painter.drawPolyline(_polygon(op.points))
            case Rect():
                self._fill(painter, op.fill, op.stroke, op.thick, op.strength, op.dash)
                painter.drawRoundedRect(QRectF(op.x, op.y, op.width, op.height), op.radius, op.radius)
            case Polygon():
                self._fill(painter, op.fill, op.stroke, op.thick)
                painter.drawPolygon(_polygon(op.points))
            case Circle():
                self._fill(painter, op.fill, op.stroke, op.thick)
                painter.drawEllipse(QPointF(op.x, op.y), op.radius, op.radius)

    def _fill(
        self,
        painter: QPainter,
        fill: Role | None,
        stroke: Role | None,
        thick: float,
        strength: float = 1.0,
        dash: Dash = Dash.SOLID,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen if stroke is None else self._pen(stroke, thick, dash))
        painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QBrush(self.colour(fill, strength)))

    def _pen(self, role: Role, thick: float, dash: Dash) -> QPen:
        pen = QPen(self._colours[role], thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if DASHES[dash]:
            pen.setDashPattern([length / thick for length in DASHES[dash]])
        return pen

    def _paint_text(self, painter: QPainter, text: Text) -> None:
        font, _ = self._font(text.size, text.weight)
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
        x = text.x - self.measure(text.text, text.size, text.weight) * shift if shift else text.x
        painter.setFont(font)
        # As on paper: what was cut off a name stands behind it, whichever way the window is laid out.
        painter.setLayoutDirection(_DIRECTIONS[_base_level(text.text)])
        painter.setPen(self._colours[text.role])
        painter.drawText(QPointF(x, text.y), text.text)

    def _measured(self, text: str, size: float, weight: str) -> float:
        return self._font(size, weight)[1].horizontalAdvance(text)

    def _font(self, size: float, weight: str) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((size, weight))
        if found is None:
            font = QFont(self._family)
            font.setPixelSize(max(1, round(size)))
            font.setWeight(_WEIGHTS[Weight(weight)])
            # Unhinted glyphs keep the font's own widths, which are those on paper.
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            # Paper sets no pairs closer either: a text is elided at the same letter on both.
            font.setKerning(False)
            found = self._fonts[size, weight] = (font, QFontMetricsF(font))
        return found


def _reaches(op: Op, exposed: QRectF) -> bool:
    top, bottom = vertical_reach(op)
    return bottom >= exposed.top() and top <= exposed.bottom()


def _channels(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
