"""Sentences that depend on a number, in languages that have more forms than two, or other ones."""

from decimal import Decimal

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from planner.language import language, say_count, speak
from planner.language.speaking import FOLDER_VARIABLE
from planner.model.format import plural

DAYS = "{count} day", "{count} days"
TRANSLATED = {
    "ar": ("لا أيام", "يوم واحد", "يومان", "{count} أيام", "{count} يوم", "{count} يومًا"),
    "pl": ("{count} dzień", "{count} dni (few)", "{count} dni (many)"),
    "fr": ("{count} jour", "{count} jours"),
    "ja": ("{count} 日",),
    "cs": ("{count} den", "{count} dny", "{count} dní"),
}


@pytest.fixture
def speaking_real(tmp_path, monkeypatch):
    """Return `speak`, with translations of one message into real languages."""
    for tag, forms in TRANSLATED.items():
        made = Catalog(locale=tag, charset="utf-8")
        assert made.num_plurals == len(forms)
        made.add(DAYS, forms)
        place = tmp_path / tag / "LC_MESSAGES"
        place.mkdir(parents=True)
        with (place / "truecourse.mo").open("wb") as stream:
            write_mo(stream, made)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    for variable in ("TRUECOURSE_LANGUAGE", "TRUECOURSE_REGION"):
        monkeypatch.delenv(variable, raising=False)
    yield speak
    speak("en")


def told(count):
    said = say_count("{count} day", "{count} days", count)
    assert plural(count, "day") == said
    return said


@pytest.mark.parametrize(
    ("tag", "count", "words"),
    [
        ("ar", 0, "لا أيام"),
        ("ar", 1, "يوم واحد"),
        ("ar", 2, "يومان"),
        ("ar", 3, "3 أيام"),
        ("ar", 103, "103 أيام"),
        ("ar", 11, "11 يومًا"),
        ("ar", 100, "100 يوم"),
        ("pl", 1, "1 dzień"),
        ("pl", 2, "2 dni (few)"),
        ("pl", 5, "5 dni (many)"),
        ("pl", 22, "22 dni (few)"),
        ("pl", 112, "112 dni (many)"),
        ("fr", 0, "0 jour"),
        ("fr", 1, "1 jour"),
        ("fr", 2, "2 jours"),
        ("ja", 1, "1 日"),
        ("ja", 7, "7 日"),
        ("cs", 3, "3 dny"),
        ("cs", 5, "5 dní"),
    ],
)
def test_each_number_has_the_form_of_the_language(speaking_real, tag, count, words):
    assert speaking_real(tag).tag == tag
    assert told(count) == words


@pytest.mark.parametrize(
    ("tag", "count", "words"),
    [
        ("ar", "1.5", "1.5 يوم"),
        ("fr", "1.5", "1,5 jour"),
        ("fr", "2.5", "2,5 jours"),
        ("ja", "1.5", "1.5 日"),
        ("en", "1.5", "1.5 days"),
        ("en", "0.5", "0.5 days"),
    ],
)
def test_parts_of_numbers_have_the_form_that_the_language_gives_them(speaking_real, tag, count, words):
    speaking_real(tag)
    assert told(Decimal(count)) == words


def test_what_is_short_of_a_number_has_the_form_of_that_number(speaking_real):
    speaking_real("pl")
    assert told(-2) == "-2 dni (few)"
    speaking_real("en")
    assert told(-1) == "-1 day"


def test_a_number_that_is_whole_but_written_with_decimals_is_whole(speaking_real):
    speaking_real("ar")
    assert language().right_to_left
    assert told(Decimal("2.00")) == "يومان"
