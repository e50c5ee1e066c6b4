"""What the last row can read: sizes, fitting, counting, and nothing that is private."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from planner.charts.scene import Scene, Text
from planner.model.vocabulary import Weight
from tests.room_pictures import SIZES, all_scenes, room_scenes
from ui.theme import ThemeChoice, apply_theme, current_tokens
from ui.workshop.room.fitting import fit
from ui.workshop.room.scene import RoomFinding, RoomFindings, RoomScene
from ui.workshop.room.view import RoomView

_LEAST = 1 / 30
STOP = RoomFinding(Weight.STOP, "Lunch to go", "“Lunch to go” serves no objective.")


class Dark:
    theme = ThemeChoice.DARK
    text_size = None


def painted(view, scene, size):
    """Return the texts of a scene as they stand at a size, and the picture."""
    view.resize(size)
    view.show_scene(scene)
    picture = QPixmap(size)
    painter = QPainter(picture)
    view.paint_at(painter, size)
    painter.end()
    return view.written, picture.toImage()


@pytest.fixture
def view(qtbot):
    view = RoomView()
    qtbot.addWidget(view)
    return view


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_no_text_is_lower_than_a_thirtieth_of_the_height_and_all_stands_inside(view, size):
    view.resize(size)
    for name, scene in all_scenes(view):
        written, _ = painted(view, scene, size)
        assert [text.text for text in written if text.size < size.height() * _LEAST] == [], name
        frame = QRectF(0, 0, size.width(), size.height())
        assert [text.text for text in written if not frame.contains(text.area)] == [], name
        assert bool(written) is not scene.blank, name


def test_a_chart_with_small_letters_would_be_noticed(view):
    """The control of the test above."""
    tiny = Scene(400.0, 100.0, (Text(10, 50, "too small", 12.0),), (), "A chart")
    written, _ = painted(view, RoomScene(question="Why?", body=tiny), QSize(1280, 720))
    assert [text.text for text in written if text.size < 720 * _LEAST] == ["too small"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_no_two_texts_stand_on_each_other(view, size):
    for name, scene in room_scenes():
        written, _ = painted(view, scene, size)
        for at, one in enumerate(written):
            for other in written[at + 1 :]:
                both = one.area.intersected(other.area)
                assert both.height() < 3 or both.width() < 3, (name, one.text, other.text)


def test_few_answers_stand_larger_than_many(view):
    few, _ = painted(view, RoomScene(body=("One answer",)), QSize(1280, 720))
    many, _ = painted(view, RoomScene(body=tuple(f"Answer {n}" for n in range(30))), QSize(1280, 720))
    assert few[-1].size > many[-1].size


def test_answers_without_room_are_counted_and_the_newest_are_shown(view):
    answers = tuple(f"Answer {number} that takes the better part of a line" for number in range(60, 0, -1))
    written, _ = painted(view, RoomScene(body=answers), QSize(1024, 768))
    shown = [text.text for text in written if text.text.startswith("Answer")]
    assert shown[0] == answers[0]
    assert shown == list(answers[: len(shown)])
    assert f"and {60 - len(shown)} more" in [text.text for text in written]


def test_a_question_of_any_length_keeps_the_clock_on_the_screen(view):
    for length in (1, 40, 400, 4000):
        scene = RoomScene(block="Purpose", question="Why " * length, body=("Because",))
        written, _ = painted(view, scene, QSize(1280, 720))
        assert written[0].text == "Purpose"
        assert all(text.area.bottom() <= 720 for text in written)


def test_a_word_longer_than_the_room_is_wide_is_cut(view):
    written, _ = painted(view, RoomScene(question="W" * 400), QSize(1024, 768))
    assert all(text.area.right() <= 1024 for text in written)


def test_what_people_type_is_shown_as_it_is(view):
    answer = "<b>Bold</b> & <img src=x>"
    written, _ = painted(view, RoomScene(body=(answer,)), QSize(1280, 720))
    assert answer in [text.text for text in written]


def test_nothing_is_shown_while_the_room_is_to_see_nothing(view):
    written, picture = painted(view, RoomScene(blank=True, question="A secret"), QSize(640, 360))
    colours = {picture.pixel(x, y) for x in range(0, 640, 7) for y in range(0, 360, 7)}
    assert written == ()
    assert len(colours) == 1


def test_a_vote_is_not_told_before_it_is_revealed(view):
    for name, scene in room_scenes():
        if name == "vote":
            written, _ = painted(view, scene, QSize(1280, 720))
            assert not [text.text for text in written if "dot" in text.text]
        if name == "vote-revealed":
            written, _ = painted(view, scene, QSize(1280, 720))
            assert [text.text for text in written if "9 dots" in text.text]


def test_what_stands_alone_stands_in_the_middle(view):
    signable = RoomFindings("This plan can be signed", is_signable=True)
    for body, words in (((), "No answers yet"), (signable, "This plan can be signed")):
        written, _ = painted(view, RoomScene(question="Why?", body=body), QSize(1280, 720))
        area = next(text.area for text in written if text.text == words)
        assert abs(area.center().x() - 640) < 10
        assert 240 < area.center().y() < 480


def test_a_plan_that_is_being_checked_is_not_shown_as_broken(view):
    checking, broken = RoomFindings("Wait"), RoomFindings("Wait", findings=(STOP,))
    bad = current_tokens().bad.lower()
    for found, is_bad in ((checking, False), (broken, True)):
        _, picture = painted(view, RoomScene(body=found), QSize(640, 360))
        colours = {picture.pixelColor(x, y).name() for x in range(640) for y in range(300)}
        assert (bad in colours) is is_bad


def test_it_reads_from_the_right_where_the_language_does(view):
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    written, _ = painted(view, RoomScene(question="Why?", body=("An answer",)), QSize(1280, 720))
    answer = next(text for text in written if text.text == "An answer")
    assert answer.area.right() > 1280 * 0.8


def test_it_follows_the_theme(view, dressed_app):
    scene = RoomScene(question="Why?")
    _, light = painted(view, scene, QSize(640, 360))
    wishes = Dark()
    wishes.text_size = type("Size", (), {"scale": 1.5})()
    apply_theme(dressed_app, wishes)
    written, dark = painted(view, scene, QSize(640, 360))
    assert light.pixelColor(1, 1).lightness() > 200
    assert dark.pixelColor(1, 1).lightness() < 80
    # The room's letters follow the height of its window, and not the size of text at the laptop.
    assert written[0].size == painted(view, scene, QSize(640, 360))[0][0].size


def test_a_list_is_fitted_without_a_window():
    def height(text, size, width):
        return -(-len(text) * size // width) * size * 1.2

    fitted = fit(["one", "two", "three"], height, (300.0, 200.0), [60, 40, 20], 1.0)
    assert (fitted.size, fitted.shown, fitted.more) == (40, 3, 0)
    crowded = fit(["word " * 9] * 40, height, (300.0, 200.0), [60, 40, 20], 1.0)
    assert (crowded.size, crowded.shown + crowded.more) == (20, 40)
    assert crowded.more > 0
