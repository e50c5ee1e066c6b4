"""Long words, addresses and texts without spaces stand whole in the room, or with a sign that they go on."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.workshop.room.breaking import broken, shown, unbroken
from ui.workshop.room.scene import RoomScene
from ui.workshop.room.view import RoomView

SIZE = QSize(1280, 720)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
ENDLESS = "x" * 900
ADDRESS = "https://example.org/guests/weekdays/who-were-never-answered?month=11&place=the-second-house"
CHINESE = "如何通过在一天之内回答每一条评论把客人带回工作日？我们应该先做什么，谁来负责，什么时候开始？" * 2


@pytest.fixture
def written(qtbot):
    """Return the texts of the room as they stand in a picture."""
    view = RoomView()
    qtbot.addWidget(view)

    def paint(**scene):
        view.resize(SIZE)
        view.show_scene(RoomScene(**scene))
        picture = QPixmap(SIZE)
        painter = QPainter(picture)
        view.paint_at(painter, SIZE)
        painter.end()
        return view.written

    return paint


def standing(written, beginning):
    return next(one for one in written if one.text.startswith(beginning))


@pytest.mark.parametrize("text", [LONG, f"What of {LONG} then?", ADDRESS, CHINESE])
@pytest.mark.parametrize("body", [None, ()])
def test_a_question_stands_whole_inside_the_picture(written, text, body):
    question = standing(written(question=text, body=body), text[:4])
    assert question.text == text
    assert QRectF(0, 0, SIZE.width(), SIZE.height()).contains(question.area)
    assert question.size >= SIZE.height() / 30


def test_a_word_that_fits_with_smaller_letters_is_not_torn(written):
    alone = standing(written(question=LONG), LONG[:4])
    short = standing(written(question="Why?"), "Why?")
    assert alone.size < short.size
    assert alone.area.height() < alone.size * 1.5


def test_chinese_stands_as_large_as_it_can(written):
    assert standing(written(question=CHINESE[:12]), CHINESE[:2]).size > SIZE.height() / 9


def test_what_has_no_room_at_all_ends_with_a_sign(written):
    question = standing(written(question=ENDLESS, body=()), "xxx")
    assert question.text.endswith("…")
    assert len(question.text) > 60


def test_answers_with_long_words_stand_whole_beside_short_ones(written):
    answers = ("Short", LONG, ADDRESS, CHINESE)
    found = [one.text for one in written(question="Why?", body=answers)]
    assert [answer for answer in answers if answer not in found] == []


def test_a_word_breaks_with_a_hyphen_between_letters_and_with_none_elsewhere():
    assert broken("abcdef 123456", 5, len) == "abcd\N{SOFT HYPHEN}ef 1234\N{ZERO WIDTH SPACE}56"
    assert shown(broken("abcdef 123456", 5, len)) == "abcdef 123456"
    assert broken("short words", 5, len) == "short words"


def test_parts_that_never_break_follow_the_script():
    assert unbroken("Ask 每天 well") == ("Ask", "每", "天", "well")
    assert unbroken("😀 on Sundays") == ("😀", "on", "Sundays")
