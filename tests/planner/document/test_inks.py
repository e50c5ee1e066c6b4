"""Colours on their way to the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.pdf import PAPER
from planner.charts.scene import Role
from planner.document.options import PdfOptions
from planner.document.pages import theme
from planner.document.pages.inks import LEAST_CONTRAST, as_grey, chart_theme, contrast, inks_for, legible
from planner.paper.text.style import rgb

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(("colour", "ratio"), [("#FFFFFF", 1.0), ("#000000", 21.0), ("#767676", 4.54)])
def test_contrast_is_that_of_the_guidelines(colour, ratio):
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)


@given(COLOURS)
def test_every_accent_can_be_read_on_white(colour):
    assert contrast(legible(colour)) >= LEAST_CONTRAST


@given(COLOURS)
def test_an_accent_that_can_be_read_stays_as_it_was_chosen(colour):
    assert (legible(colour) == colour) is (contrast(colour) >= LEAST_CONTRAST)


@given(COLOURS)
def test_a_grey_is_as_dark_as_the_colour_whose_place_it_takes(colour):
    grey = as_grey(rgb(colour))
    assert len(set(grey)) == 1
    shown = "#" + f"{round(grey[0] * 255):02X}" * 3
    assert contrast(shown) == pytest.approx(contrast(colour), rel=0.03)


def test_an_accent_takes_the_place_of_the_usual_one_and_of_no_other_colour():
    inks = inks_for(PdfOptions(accent="#7A1F3D"))
    assert inks(rgb(theme.ACCENT)) == rgb("#7A1F3D")
    others = (theme.INK, theme.GREY, theme.RULE, *theme.MARK_COLOURS.values())
    assert [inks(rgb(colour)) for colour in others] == [rgb(colour) for colour in others]


def test_charts_take_the_accent_and_its_tint_and_nothing_else():
    found = chart_theme(PdfOptions(accent="#7A1F3D"))
    assert {role for role in Role if found[role] != PAPER[role]} == {Role.ACCENT, Role.ACCENT_TINT}
    assert contrast(found[Role.ACCENT_TINT]) < 1.4


@pytest.mark.parametrize("colour", [*theme.MARK_COLOURS.values(), theme.INK, theme.GREY, theme.ACCENT])
def test_all_colours_of_text_can_be_read_in_colour_and_in_grey(colour):
    assert contrast(colour) >= LEAST_CONTRAST
    assert contrast("#" + f"{round(as_grey(rgb(colour))[0] * 255):02X}" * 3) >= LEAST_CONTRAST - 0.05
