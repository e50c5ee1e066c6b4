"""Logos: what is taken, what is refused, and how large it is printed."""

import io

import pytest
from PIL import Image, ImageDraw

from planner.document.logo.picture import MOST_BYTES, MOST_HIGH, MOST_WIDE, read_logo
from planner.document.options import PdfOptions
from planner.document.preflight import look_problems
from planner.errors import PlanError

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 {}">{}</svg>'
)
SHAPE = '<rect width="40" height="20" fill="#0b4f7d"/>'
LAUGHS = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};">' for n in range(1, 20))


def png(width, height, colour="#0B4F7D", mode="RGB"):
    image = Image.new(mode, (width, height), colour)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def svg(inside=SHAPE, size="40 20"):
    return SVG.format(size, inside).encode()


def test_a_large_picture_fills_the_room_and_keeps_its_shape():
    logo = read_logo(png(1200, 400))
    assert (logo.width, logo.height) == pytest.approx((126, MOST_HIGH))
    assert not logo.small


def test_a_small_picture_is_never_enlarged_beyond_what_looks_sharp():
    logo = read_logo(png(60, 30))
    assert logo.small
    assert 60 / (logo.width / 72) == pytest.approx(150)


@pytest.mark.parametrize("size", ["40 20", "4000 2000", "0.4 0.2"])
def test_a_drawing_fills_the_room_whatever_its_units(size):
    logo = read_logo(svg(size=size))
    assert (logo.width, logo.height) == pytest.approx((84, MOST_HIGH))
    assert not logo.small


def test_a_drawing_is_drawn_in_its_colours_at_the_fineness_of_print():
    logo = read_logo(svg())
    assert logo.image.getpixel((10, 10)) == (0x0B, 0x4F, 0x7D)
    assert logo.image.width / (logo.width / 72) == pytest.approx(600, rel=0.01)


def test_what_is_clear_becomes_white_paper():
    clear = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(clear).rectangle((0, 0, 100, 300), fill="#803000")
    out = io.BytesIO()
    clear.save(out, "PNG")
    image = read_logo(out.getvalue()).image
    assert image.mode == "RGB"
    assert (image.getpixel((50, 50)), image.getpixel((200, 50))) == ((0x80, 0x30, 0), (255, 255, 255))


@pytest.mark.parametrize("mode", ["L", "P", "1", "I;16", "LA"])
def test_every_sort_of_png_is_read(mode):
    out = io.BytesIO()
    Image.new(mode, (300, 100)).save(out, "PNG")
    assert read_logo(out.getvalue()).height > 0


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "neither a PNG nor an SVG"),
        (b"GIF89a" + bytes(50), "neither a PNG nor an SVG"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "neither a PNG nor an SVG"),
        (png(300, 100)[:200], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged"),
        (bytes(MOST_BYTES + 1), "too large"),
        (png(6000, 6000), "too many pixels"),
        (b"<svg", "no complete SVG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', "how wide and high"),
        (svg('<image href="file:///etc/passwd"/>'), "“image”"),
        (svg("<text>Name</text>"), "“text”"),
        (svg("<script>alert(1)</script>"), "“script”"),
        (svg("<foreignObject/>"), "“foreignObject”"),
        (svg('<filter id="f"/>'), "“filter”"),
        (svg('<use href="http://example.org/a.svg#b"/>'), "another file"),
        (svg('<use xlink:href="/etc/passwd"/>'), "another file"),
        (svg('<g id="a"/>' + '<use href="#a"/>' * 21), "too many parts"),
        (svg("<g>" * 70 + "</g>" * 70), "too many parts"),
        (svg(SHAPE * 20_001), "too many parts"),
        (f"<!DOCTYPE svg [<!ENTITY a0 'ha'>{LAUGHS}]>".encode() + svg("<desc>&a19;</desc>"), "entities"),
    ],
)  # fmt: skip
def test_what_is_no_logo_is_refused_in_plain_words(data, told):
    with pytest.raises(PlanError, match=told) as refused:
        read_logo(data)
    assert refused.value.hint


def test_what_drawing_programs_write_beside_the_drawing_does_no_harm():
    own = '<metadata xmlns:x="urn:x"><x:image/><text/></metadata><title>Logo</title>'
    styled = '<defs><style>.a{fill:#803000}</style></defs><rect class="a" width="40" height="20"/>'
    head = (
        b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    )
    logo = read_logo(head + svg(own + styled))
    assert logo.image.getpixel((10, 10)) == (0x80, 0x30, 0)


def test_a_logo_of_any_shape_stays_within_its_room():
    for size in ("4000 1", "1 4000", "7 3"):
        logo = read_logo(svg(size=size))
        assert 0 < logo.width <= MOST_WIDE
        assert 0 < logo.height <= MOST_HIGH


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (PdfOptions(accent="#FFD400"), "too light to be read"),
        (PdfOptions(logo=png(40, 20)), "few pixels"),
        (PdfOptions(logo=png(800, 200, "#FFFFFF")), "too light to be seen"),
        (PdfOptions(logo=b"nothing"), "neither a PNG nor an SVG"),
    ],
)
def test_what_will_not_print_well_is_told_with_its_place(options, told):
    (problem,) = look_problems(options)
    assert told in problem.message
    assert (problem.kind, problem.record) == ("layout", "layout")
    assert problem.field == ("accent" if options.accent else "logo")


def test_a_good_look_has_no_problem():
    assert look_problems(PdfOptions(accent="#0B4F7D", logo=svg())) == ()
