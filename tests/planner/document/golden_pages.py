"""Pages whose look is kept: small grey pictures that a changed word does not alter, but a moved block does.

Run as a program this file writes the pictures anew; look at them before they are committed.
"""

from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageFilter
from plan_makers import DAY, full_plan, signed_plan

from planner.document.options import PdfOptions
from planner.document.pdf import pdf_bytes
from planner.truths.engine import check_plan

FOLDER = Path(__file__).with_name("golden")
WIDE = 150
"""Pixels across a picture: enough to see blocks and lines, too few to read."""
PAGES = {
    "first": (full_plan, PdfOptions(), "Weekday guests"),
    "responsibility": (full_plan, PdfOptions(sections=("responsibility",)), "1 Responsibility"),
    "sign-off": (signed_plan, PdfOptions(sections=("sign-off",)), "1 Sign-off"),
    "large": (full_plan, PdfOptions("Letter", large_print=True, grey=True), "Weekday guests"),
}


def picture(name):
    """Return the present look of a page: grey, small, a little blurred."""
    make, options, title = PAGES[name]
    plan = make()
    document = pdfium.PdfDocument(pdf_bytes(plan, check_plan(plan, DAY), options, today=DAY))
    marks = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
    page = document[marks[title]]
    large = page.render(scale=4 * WIDE / page.get_width()).to_pil().convert("L")
    small = large.resize((WIDE, round(WIDE * large.height / large.width)), Image.Resampling.BOX)
    return small.filter(ImageFilter.GaussianBlur(2))


def difference(one, other):
    """Return by how much two pictures differ: 0 are the same, 255 black and white, on average."""
    if one.size != other.size:
        return 255.0
    levels = ImageChops.difference(one, other).histogram()
    return sum(level * count for level, count in enumerate(levels)) / sum(levels)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for page_name in PAGES:
        picture(page_name).save(FOLDER / f"{page_name}.png", optimize=True)
