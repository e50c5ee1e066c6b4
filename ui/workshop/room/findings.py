"""What breaks the plan: the verdict, the finding that is being mended, and those behind it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont

from planner.language import say, say_count
from planner.model.vocabulary import Weight
from ui.workshop.room.ink import RoomInk
from ui.workshop.room.scene import RoomFinding, RoomFindings

_HEAVY = QFont.Weight.DemiBold
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_MARKS = {
    Weight.STOP: ("octagon-x", "bad", "bad_tint"),
    Weight.WARN: ("triangle-alert", "warn", "warn_tint"),
    Weight.ADVICE: ("lightbulb", "note", "note_tint"),
}


def draw_findings(ink: RoomInk, area: QRectF, found: RoomFindings) -> None:
    """Draw the verdict, the first finding large, and the subjects of the next ones."""
    if not found.findings:
        _draw_end(ink, area, found)
        return
    head = _draw_verdict(ink, area, found, round(ink.height / 20)) + ink.small * 0.7
    rest = area.adjusted(0, head, 0, 0)
    first, behind = found.findings[0], found.findings[1:]
    used = _draw_first(ink, rest.adjusted(0, 0, 0, -rest.height() * (0.3 if behind else 0.0)), first)
    if behind:
        _draw_next(ink, rest.adjusted(0, used + ink.small * 0.6, 0, 0), behind)


def _draw_end(ink: RoomInk, area: QRectF, found: RoomFindings) -> None:
    """Draw the verdict alone in the middle: it is what the room worked for."""
    symbol, tone = _verdict_look(found)
    size = next(
        (s for s in ink.sizes(9, 20) if ink.width_of(found.verdict, s, _HEAVY) < area.width()), ink.least
    )
    side = size * 2.2
    top = area.top() + max(0.0, (area.height() - side - size * 2.2) / 2)
    ink.icon(QRectF(area.center().x() - side / 2, top, side, side), symbol, tone)
    row = QRectF(area.left(), top + side + size * 0.5, area.width(), size * 1.6)
    middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    ink.write(row, found.verdict, size, tone=tone, weight=_HEAVY, align=middle)


def _verdict_look(found: RoomFindings) -> tuple[str, str]:
    if found.is_signable:
        return "circle-check", "ok"
    return ("octagon-x", "bad") if found.findings else ("hourglass", "muted")


def _draw_verdict(ink: RoomInk, area: QRectF, found: RoomFindings, size: int) -> float:
    symbol, tone = _verdict_look(found)
    row = QRectF(area.left(), area.top(), area.width(), size * 1.4)
    mark = ink.leading(row, size)
    ink.icon(QRectF(mark.left(), mark.center().y() - size / 2, size, size), symbol, tone)
    ink.write(ink.behind(row, size * 1.4), found.verdict, size, tone=tone, weight=_HEAVY, align=_LEADING)
    return row.height()


def _draw_first(ink: RoomInk, area: QRectF, finding: RoomFinding) -> float:
    """Draw a finding in a frame of its level; return how high it is."""
    symbol, tone, tint = _MARKS[finding.level]
    inner = area.adjusted(ink.small * 1.2, ink.small * 0.8, -ink.small, -ink.small * 0.8)
    head = ink.small * 1.6
    body = inner.adjusted(0, head, 0, 0)
    size = ink.largest(finding.message, body, (11, 26))
    high = min(body.height(), ink.height_of(finding.message, size, body.width()))
    frame = QRectF(area.left(), area.top(), area.width(), head + high + ink.small * 1.6)
    ink.bar(frame, tint, ink.small * 0.3)
    ink.bar(ink.leading(frame, ink.small * 0.3), tone)
    row = QRectF(inner.left(), inner.top(), inner.width(), ink.small * 1.3)
    side = ink.small
    mark = ink.leading(row, side)
    ink.icon(QRectF(mark.left(), mark.center().y() - side / 2, side, side), symbol, tone)
    words = say("{level}: {subject}", level=finding.level.label, subject=finding.subject)
    ink.write(ink.behind(row, side * 1.4), words, ink.small, tone=tone, weight=_HEAVY, align=_LEADING)
    ink.write(body.adjusted(0, 0, 0, size * 0.3), finding.message, size)
    return frame.height()


def _draw_next(ink: RoomInk, area: QRectF, findings: tuple[RoomFinding, ...]) -> None:
    """Draw what comes behind, a line each, and count the rest."""
    line = ink.small * 1.6
    room = int(area.height() / line)
    shown = findings if len(findings) <= room else findings[: max(0, room - 1)]
    for place, finding in enumerate(shown):
        symbol, tone, _ = _MARKS[finding.level]
        row = QRectF(area.left(), area.top() + place * line, area.width(), line)
        mark = ink.leading(row, ink.small)
        ink.icon(QRectF(mark.left(), mark.center().y() - ink.small / 2, ink.small, ink.small), symbol, tone)
        ink.write(ink.behind(row, ink.small * 1.4), finding.message, ink.small, align=_LEADING)
    if len(shown) < len(findings) and room:
        row = QRectF(area.left(), area.top() + len(shown) * line, area.width(), line)
        more = say_count("and {count} more", "and {count} more", len(findings) - len(shown))
        ink.write(row, more, ink.small, tone="muted", align=_LEADING)
