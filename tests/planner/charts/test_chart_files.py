"""Charts as files: SVG that other programs read, PNG of the asked fineness."""

import io
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from planner.charts.export import CHARTS, WIDTH, export_charts
from planner.charts.pdf import PAPER
from planner.charts.picture import scene_pdf, scene_png
from planner.charts.scene import Anchor, Circle, Dash, Line, Mark, Polygon, Polyline, Rect, Role, Scene, Text
from planner.charts.svg import MARGIN, scene_svg
from planner.errors import PlanError
from planner.model.plan import empty_plan
from planner.paper.text.clean import printable

DAY = date(2027, 3, 1)
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = (
    Line(0, 0, 10, 10, Role.RULE, 1, Dash.DASHED),
    Polyline(((0, 0), (5, 5), (9, 1)), Role.ACCENT),
    Rect(1, 2, 30, 4, Role.OK, Role.INK, radius=2, strength=0.5),
    Polygon(((0, 0), (5, 5), (9, 1)), Role.WARN, Role.INK),
    Circle(5, 5, 3, None, Role.BAD),
    Text(10, 10, 'R&D <b>"x"</b>  two blanks\n\x00', 9, anchor=Anchor.END),
    Text(10, 20, "שלום (עולם)", 9),
)
SCENE = Scene(100, 50, SHAPES, (Mark(0, 0, 9, 9, "id", "A <tip>\nof two lines"),), "All & everything")


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg.encode())  # noqa: S314 - of our own making


def test_each_shape_has_its_element_in_order():
    root = read(scene_svg(SCENE, "Chart"))
    found = [child.tag.removeprefix(SVG) for child in root]
    shapes = ["line", "polyline", "rect", "polygon", "circle", "text", "text"]
    assert found == ["title", "desc", "rect", *shapes, "rect"]


def test_texts_of_users_are_text_whatever_they_hold():
    root = read(scene_svg(SCENE, "A <title> & more \x07"))
    first, second = root.findall(f"{SVG}text")
    assert first.text == 'R&D <b>"x"</b>  two blanks '
    assert second[0].get("direction") == "rtl"
    assert second[0].text == "שלום (עולם)"
    assert root.findtext(f"{SVG}title") == "A <title> & more "
    assert root.findtext(f"{SVG}desc") == "All & everything A <tip>: of two lines."
    assert root.findall(f"{SVG}rect")[-1].findtext(f"{SVG}title") == "A <tip>\nof two lines"


def test_colours_are_those_of_the_theme_mixed_where_a_shape_is_weak():
    root = read(scene_svg(SCENE, "Chart"))
    weak = root.findall(f"{SVG}rect")[1]
    assert weak.get("fill") == "#80BCAE"
    assert weak.get("stroke") == PAPER[Role.INK]
    assert root.find(f"{SVG}line").get("stroke-dasharray") == "5 3"


def test_the_same_scene_gives_the_same_bytes():
    assert scene_svg(SCENE, "Chart") == scene_svg(SCENE, "Chart")
    assert scene_png(SCENE) == scene_png(SCENE)
    assert scene_pdf(SCENE) == scene_pdf(SCENE)


def test_a_text_keeps_its_width_in_any_font():
    root = read(scene_svg(SCENE, "Chart"))
    widths = [float(text.get("textLength")) for text in root.findall(f"{SVG}text")]
    assert all(width > 20 for width in widths)


@pytest.mark.parametrize("dpi", [72, 150, 300])
def test_a_picture_is_as_fine_as_asked(dpi):
    image = Image.open(io.BytesIO(scene_png(SCENE, dpi)))
    assert image.width == pytest.approx((SCENE.width + 2 * MARGIN) * dpi / 72, abs=1)
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)


def test_a_very_long_chart_is_drawn_coarser_and_whole():
    last = Rect(0, 29_900, 100, 100, Role.INK)
    image = Image.open(io.BytesIO(scene_png(Scene(600, 30_000, (last,), (), ""), 300)))
    assert image.width * image.height <= 60_000_000
    assert image.height < 32_767
    assert image.height / image.width == pytest.approx(30_024 / 624, rel=0.01)
    scale = image.height / 30_024
    assert image.convert("L").getpixel((round(50 * scale), round((29_950 + MARGIN) * scale))) < 60


@pytest.mark.parametrize("form", ["svg", "png"])
def test_every_chart_with_something_to_show_gets_a_file(tmp_path, plan, form):
    folder = tmp_path / "a" / "b"
    paths = export_charts(plan, folder, form, today=DAY)
    assert sorted(folder.iterdir()) == sorted(paths)
    assert [path.name for path in paths] == [
        f"{CHARTS[key].title}.{form}" for key in CHARTS if CHARTS[key].draw(plan, WIDTH, DAY).marks
    ]
    assert len(paths) >= 4


def test_every_text_of_a_chart_stands_in_its_svg(plan):
    for kind in CHARTS.values():
        scene = kind.draw(plan, WIDTH, DAY)
        found = ["".join(text.itertext()) for text in read(scene_svg(scene, kind.title)).iter(f"{SVG}text")]
        assert found == [printable(text.text) for text in scene.texts()]


def test_an_empty_plan_has_no_chart_but_that_of_its_budget(tmp_path):
    assert [path.name for path in export_charts(empty_plan(), tmp_path, "svg", today=DAY)] == ["Budget.svg"]


@pytest.mark.parametrize("dpi", [0, -1, 10_000])
def test_pixels_out_of_reason_are_refused(tmp_path, plan, dpi):
    with pytest.raises(PlanError, match="pixels an inch"):
        export_charts(plan, tmp_path, "png", today=DAY, dpi=dpi)


def test_a_folder_that_is_a_file_is_refused_in_plain_words(tmp_path, plan):
    (tmp_path / "taken").write_text("")
    with pytest.raises(PlanError, match="is a file; charts are written into a folder"):
        export_charts(plan, tmp_path / "taken", "svg", today=DAY)
