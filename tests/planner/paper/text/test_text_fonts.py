import io
import subprocess
import sys

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from planner.paper.text.block import TextBlock
from planner.paper.text.codes import Codes
from planner.paper.text.fontfiles import CHAIN, FontFile, packaged, system_fonts
from planner.paper.text.fonts import FontBook, font_book, missing_characters
from planner.paper.text.style import TextStyle

SYRIAC = "\u0710"


def write_font(path, *, rights: int = 0) -> None:
    """Write a font with one square for one letter."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((700, 700))
    pen.lineTo((700, 0))
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "alaph"])
    builder.setupCharacterMap({ord(SYRIAC): "alaph"})
    builder.setupGlyf({".notdef": pen.glyph(), "alaph": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (800, 0), "alaph": (800, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2(fsType=rights)
    builder.setupPost()
    builder.save(path)


@pytest.mark.parametrize("name", CHAIN)
def test_every_packaged_font_opens_and_may_be_embedded(name):
    program = packaged(name).program()
    assert program.glyph_count > 80
    assert int.from_bytes(program.reference_table("OS/2").data[8:10], "big") == 0


def test_the_main_font_is_asked_first():
    book = font_book()
    assert {book.choose(char, "regular").name for char in "aéЖΩ1 (…€"} == {"NotoSans-Regular"}


def test_a_script_has_its_own_font_at_both_weights():
    book = font_book()
    assert book.choose("ا", "regular").name == "NotoSansArabic-Regular"
    assert book.choose("न", "semibold").name == "NotoSansDevanagari-SemiBold"


def test_a_sign_with_the_emoji_mark_is_drawn_as_emoji():
    assert font_book().choose("☀\ufe0f", "regular").name == "NotoEmoji-Regular"


def test_characters_without_any_font_are_told_once_in_their_order():
    assert missing_characters("b\ue124 a\ue123\ue124") == ("\ue124", "\ue123")
    assert missing_characters("plain, मिश्रित and 漢字 \u200d\ufe0f\n\t") == ()


def test_a_font_of_the_system_is_the_last_resort(tmp_path):
    write_font(tmp_path / "syriac.ttf")
    book = FontBook(lambda: [FontFile(tmp_path / "syriac.ttf")])
    face = book.choose(SYRIAC, "semibold")
    assert face is not None
    assert face.name == "System1"
    assert book.coverage(f"a {SYRIAC} \ue123") == ("\ue123",)


def test_without_fonts_on_the_system_the_character_is_missing():
    assert FontBook(list).coverage(f"a{SYRIAC}") == (SYRIAC,)


def test_a_font_that_forbids_embedding_is_not_used(tmp_path):
    write_font(tmp_path / "closed.ttf", rights=2)
    assert FontBook(lambda: [FontFile(tmp_path / "closed.ttf")]).choose(SYRIAC, "regular") is None


def test_files_that_are_no_fonts_are_passed_over(tmp_path):
    (tmp_path / "junk.ttf").write_bytes(b"no font at all")
    (tmp_path / "empty.otf").write_bytes(b"")
    write_font(tmp_path / "syriac.ttf")
    names = ["junk.ttf", "empty.otf", "gone.ttf", "syriac.ttf"]
    book = FontBook(lambda: [FontFile(tmp_path / name) for name in names])
    assert book.choose(SYRIAC, "regular") is not None


def test_the_systems_fonts_are_listed_in_a_fixed_order():
    assert list(system_fonts()) == list(system_fonts())


def test_nothing_heavy_is_imported_before_a_document_is_made():
    code = "import sys, planner.paper.text; print({'uharfbuzz', 'reportlab'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_asking_for_missing_characters_does_not_import_reportlab():
    code = (
        "import sys; from planner.paper.text.fonts import missing_characters;"
        "missing_characters('a'); print('reportlab' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def embedded_programs(fonts) -> dict[str, bytes]:
    found = {}
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        key = next(key for key in ("/FontFile2", "/FontFile3") if key in descriptor)
        found[str(font["/BaseFont"])] = descriptor[key].get_object().get_data()
    return found


ALL_KINDS = "Ag Жж Ωω שלום سلم नि 我 あ 한 🚀 ☐ 𝒜 q̃"


def test_every_font_that_a_page_names_is_embedded(build, fonts_of):
    fonts = fonts_of(build(ALL_KINDS, TextBlock(ALL_KINDS, TextStyle(10, weight="semibold"))))
    assert len(fonts) > 12
    assert all(len(data) > 100 for data in embedded_programs(fonts).values())
    assert not any("Helvetica" in str(font["/BaseFont"]) for font in fonts)


def test_every_font_maps_its_codes_to_text(build, fonts_of):
    assert all("/ToUnicode" in font for font in fonts_of(build(ALL_KINDS)))


def test_two_weights_have_two_names_and_two_shapes(build, fonts_of):
    fonts = fonts_of(build("Same", TextBlock("Same", TextStyle(11, weight="semibold"))))
    programs = embedded_programs(fonts)
    assert len(programs) == 2
    assert len(set(programs.values())) == 2
    assert {name.split("+")[1] for name in programs} == {"NotoSans-Regular", "NotoSans-SemiBold"}


def test_semibold_prints_darker_than_regular(build):
    def ink(weight):
        document = pypdfium2.PdfDocument(build(TextBlock("Truecourse " * 20, TextStyle(12, weight=weight))))
        pixels = bytes(document[0].render(scale=2, grayscale=True).buffer)
        document.close()
        return sum(255 - pixel for pixel in pixels)

    assert ink("semibold") > 1.1 * ink("regular")


def test_only_what_was_drawn_is_embedded(build, fonts_of):
    (program,) = embedded_programs(fonts_of(build("abc"))).values()
    assert len(program) < 3_000


def test_a_letter_with_its_mark_is_a_sound_glyph_of_the_embedded_font(build, fonts_of):
    (program,) = embedded_programs(fonts_of(build("q̃x̂"))).values()
    font = TTFont(io.BytesIO(program), checkChecksums=2, lazy=False)
    glyphs, widths = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder()[-2:]:
        assert glyphs[name].isComposite()
        assert len(glyphs[name].components) == 2
        assert len(glyphs[name].getCoordinates(glyphs)[0]) > 10
        assert widths[name][0] > 400


def test_a_glyph_that_stands_for_two_texts_has_two_codes_where_the_font_allows_it():
    letters, signs = (Codes(font_book().choose(char, "regular"), "T1") for char in "a𝒜")
    part = ((5, 0, 0),)
    assert letters.code(part, "a") != letters.code(part, "b")
    assert signs.code(part, "a") == "0005"
    assert signs.code(part, "b") is None
    assert signs.code(((5, 0, 0), (6, 0, 0)), "c") is None


def test_the_same_texts_make_the_same_bytes(build):
    assert build(ALL_KINDS) == build(ALL_KINDS)


DRAW = """
import hashlib, io
from planner.paper.text.block import TextStyle, draw_line
from planner.paper.text.canvas import TextCanvas

out = io.BytesIO()
canvas = TextCanvas(out)
draw_line(canvas, 9, 99, "Ag שלום नि 我 q\u0303", TextStyle(9))
canvas.save()
print(hashlib.sha256(out.getvalue()).hexdigest())
"""


def test_another_process_makes_the_same_bytes():
    found = {
        subprocess.run(
            [sys.executable, "-c", DRAW],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
