"""Empty fields for digital signatures, on the page and in the structure."""

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.document.tags.drawing import Tags
from planner.document.tags.structure import Box


def draw_signature_field(canvas: Canvas, name: str, label: str, box: Box) -> None:
    """Put an empty signature field on the page.

    The element of the field holds nothing beside the field, so that programs which check a signature
    still find what they compare after it was filled (pyHanko reads Form.K.Obj, not Form.K[0].Obj).

    Args:
        canvas: a `TextCanvas`.
        name: of the field, the same in each export; no full stop, which would divide it.
        label: what it is for, told to the user by viewers and screen readers.
        box: left, bottom, right and top, by the canvas's present axes.
    """
    left, bottom = canvas.absolutePosition(*box[:2])
    right, top = canvas.absolutePosition(*box[2:])
    entries = {
        "Type": pdfdoc.PDFName("Annot"),
        "Subtype": pdfdoc.PDFName("Widget"),
        "FT": pdfdoc.PDFName("Sig"),
        "T": pdfdoc.PDFString(name),
        "TU": pdfdoc.PDFString(label),
        "Contents": pdfdoc.PDFString(label),
        "Rect": pdfdoc.PDFArray([left, bottom, right, top]),
        "AP": pdfdoc.PDFDictionary({"N": _empty_look(right - left, top - bottom)}),
    }
    tags = Tags.of(canvas)
    annotation = f"Field.{name}"
    with tags.group("Form"):
        canvas._addAnnotation(pdfdoc.PDFDictionary(entries), annotation)  # noqa: SLF001 - ReportLab's only way
    tags.fields.append(annotation)


def _empty_look(width: float, height: float) -> pdfdoc.PDFStream:
    """Return what an unsigned field looks like: nothing; archives want every field to have a look."""
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Form"),
        "BBox": pdfdoc.PDFArray([0, 0, width, height]),
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), "\n", filters=[])
