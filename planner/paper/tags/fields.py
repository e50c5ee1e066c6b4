"""Empty fields for digital signatures, on the page and in the structure."""

from typing import TYPE_CHECKING

from planner.paper.file.syntax import numbers, string
from planner.paper.tags.structure import Box

if TYPE_CHECKING:
    from planner.paper.text.canvas import TextCanvas


def draw_signature_field(canvas: "TextCanvas", name: str, label: str, box: Box) -> None:
    """Put an empty signature field on the page.

    The element of the field holds nothing beside the field, so that programs which check a signature
    still find what they compare after it was filled (pyHanko reads Form.K.Obj, not Form.K[0].Obj).

    Args:
        canvas: that the page is drawn on.
        name: of the field, the same in each export; no full stop, which would divide it.
        label: what it is for, told to the user by viewers and screen readers.
        box: left, bottom, right and top, by the canvas's present axes.
    """
    left, bottom = canvas.absolutePosition(*box[:2])
    right, top = canvas.absolutePosition(*box[2:])
    # What an unsigned field looks like: nothing; archives want every field to have a look.
    size = numbers(right - left, top - bottom)
    look = canvas.file.stream(b"\n", f"/Type/XObject/Subtype/Form/BBox[0 0 {size}]", level=0)
    with canvas.tags.group("Form"):
        field = canvas.annotate(
            f"/Subtype/Widget/FT/Sig/T{string(name)}/TU{string(label)}/Contents{string(label)}"
            f"/Rect[{numbers(left, bottom, right, top)}]/AP<</N {look} 0 R>>"
        )
    canvas.fields.append(field)
