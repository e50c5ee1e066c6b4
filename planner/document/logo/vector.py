"""SVG logos: only shapes and colours are taken, nothing that reads files, runs or bursts."""

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from planner.errors import PlanError
from planner.language import say

_NAMESPACE = "http://www.w3.org/2000/svg"
_DRAWN = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect", "circle",
        "ellipse", "line", "polyline", "polygon", "linearGradient", "radialGradient", "stop", "clipPath",
    }
)  # fmt: skip
_WITHOUT_DRAWING = frozenset({"metadata", "title", "desc"})
_MOST_ELEMENTS = 20_000
_MOST_LEVELS = 64
_MOST_USES = 20
"""Copies of copies grow like powers; with twenty there are some thousand shapes at most."""
_NUMBER = re.compile(r"\s*([0-9.]+)")


@dataclass
class _Reader:
    """What is learned of a drawing while it is parsed."""

    shape: tuple[float, float] | None = None
    elements: int = 0
    uses: int = 0
    open: list[str] = field(default_factory=list)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        self.elements += 1
        if self.elements == 1:
            self.shape = _shape(attributes)
        self.open.append(name)
        if namespace == _NAMESPACE and not _WITHOUT_DRAWING.intersection(self.open[:-1]):
            self._check(name, attributes)
        if self.elements > _MOST_ELEMENTS or len(self.open) > _MOST_LEVELS or self.uses > _MOST_USES:
            _refuse(say("The logo has too many parts to be drawn."))

    def end(self, _tag: str) -> None:
        self.open.pop()

    def _check(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _DRAWN:
            _refuse(say("The logo holds “{name}”, which can't be printed as a drawing.", name=name))
        links = [value for key, value in attributes.items() if key.rpartition(" ")[2] == "href"]
        if any(not link.startswith("#") for link in links):
            _refuse(say("The logo asks for another file."))
        self.uses += name == "use"


def aspect_of(drawing: bytes) -> float:
    """Check an SVG drawing and return its width over its height.

    Args:
        drawing: the file's bytes.

    Raises:
        PlanError: it is no SVG, has no size, or holds what can't be drawn.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.EntityDeclHandler = _refuse_entities
    try:
        parser.Parse(drawing, True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError as error:
        _refuse(say("The logo is no complete SVG drawing."), error)
    if reader.shape is None:
        _refuse(say("The logo does not say how wide and high it is."))
    width, height = reader.shape
    return width / height


def rasterised(drawing: bytes, width: int, height: int) -> bytes:
    """Return a checked SVG drawing as a PNG picture.

    Args:
        drawing: the file's bytes.
        width: in pixels.
        height: in pixels.

    Raises:
        PlanError: it can't be drawn.
    """
    import resvg_py  # noqa: PLC0415 - loaded only where there is a logo

    try:
        text = drawing.decode("utf-8-sig")
        return bytes(
            resvg_py.svg_to_bytes(svg_string=text, width=width, height=height, skip_system_fonts=True)
        )
    except ValueError as error:
        _refuse(say("The logo can't be drawn."), error)


def _shape(attributes: dict[str, str]) -> tuple[float, float] | None:
    """Return width and height in whatever unit: only their ratio counts."""
    box = attributes.get("viewBox", "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]
    found = [_number(side) for side in sides]
    return (found[0], found[1]) if all(found) else None


def _number(text: str) -> float:
    found = _NUMBER.match(text)
    try:
        return float(found[1]) if found else 0.0
    except ValueError:
        return 0.0


def _refuse_entities(*_declaration: object) -> None:
    _refuse(say("The logo declares shorthands of its own (entities), which are not taken."))


def _refuse(message: str, cause: Exception | None = None) -> NoReturn:
    hint = say("Save it as plain SVG with its text turned into outlines, or as PNG.")
    raise PlanError(message, hint=hint) from cause
