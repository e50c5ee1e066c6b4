"""Well-known pages look as they did when somebody last looked at them."""

import pytest
from golden_pages import FOLDER, PAGES, difference, picture
from PIL import Image, ImageChops

ALIKE = 2.0
"""A changed sentence differs by less, a block that moved by a line or two by more."""


def kept(name):
    with Image.open(FOLDER / f"{name}.png") as found:
        return found.convert("L")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name):
    assert difference(picture(name), kept(name)) < ALIKE


@pytest.mark.parametrize("name", PAGES)
def test_the_comparison_sees_a_page_that_moved(name):
    moved = ImageChops.offset(kept(name), 0, 6)
    assert difference(moved, kept(name)) > ALIKE


def test_the_comparison_tells_the_pages_apart():
    assert all(difference(kept(one), kept(two)) > ALIKE for one in PAGES for two in PAGES if one != two)
