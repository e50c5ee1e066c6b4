"""What a translator does by hand: template, translation, check, and the program that speaks it."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po
from messages import catalogue
from translations import faults

from planner.language import languages, say, say_count, speak
from planner.language.speaking import FOLDER_VARIABLE

SHIPPED = Path(__file__).parents[2] / "resources" / "languages"
DAYS = ("{count} day", "{count} days")


@pytest.fixture
def template():
    made = Catalog()
    made.add("“{name}” has no owner.")
    made.add(DAYS)
    made.add("the following arguments are required: %s")
    return made


def translation(template):
    made = Catalog(locale="de")
    for message in template:
        if message.id:
            made.add(message.id, message.id)
    return made


def with_text(template, key, text, **more):
    made = translation(template)
    made.delete(key)
    made.add(key, text, **more)
    return list(faults(made, template))


def test_a_whole_translation_has_no_faults(template):
    assert list(faults(translation(template), template)) == []


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("“{name}” has no owner.", "„{nam}“ gehört niemandem."),
        ("“{name}” has no owner.", "„{name}“ gehört {niemand}."),
        ("“{name}” has no owner.", "Es gehört niemandem."),
        ("the following arguments are required: %s", "es fehlt etwas"),
        (DAYS, ("{count} Tag", "")),
        (DAYS, ("{count} Tag", "{zahl} Tage")),
        (DAYS, ("{count} Tag",)),
        ("“{name}” has no owner.", ""),
    ],
)
def test_what_is_missing_or_wrong_is_named(template, key, text):
    assert len(with_text(template, key, text)) == 1


def test_a_form_for_one_number_may_leave_it_out(template):
    assert with_text(template, DAYS, ("ein Tag", "{count} Tage")) == []


def test_a_fuzzy_message_is_not_translated(template):
    assert len(with_text(template, DAYS, ("{count} Tag", "{count} Tage"), flags=["fuzzy"])) == 1


def test_only_whole_translations_are_shipped():
    compiled = {file.parent for file in SHIPPED.glob("*/LC_MESSAGES/*.mo")}
    written = {file.parent: file for file in SHIPPED.glob("*/LC_MESSAGES/*.po")}
    assert compiled <= written.keys()
    for file in written.values():
        assert list(faults(read_po(BytesIO(file.read_bytes())), catalogue())) == []


@pytest.fixture
def translated(tmp_path, monkeypatch):
    """Make a translation as the README says, and return the folder of languages."""
    template, folder = tmp_path / "truecourse.pot", tmp_path / "languages"
    with template.open("wb") as stream:
        write_po(stream, catalogue())
    run = CommandLineInterface().run
    folder.mkdir()
    run(["pybabel", "-q", "init", "-D", "truecourse", "-l", "de", "-i", str(template), "-d", str(folder)])
    file = folder / "de" / "LC_MESSAGES" / "truecourse.po"
    made = read_po(BytesIO(file.read_bytes()), locale="de")
    made["Save"].string = "Sichern"
    made["{count} day"].string = ("{count} Tag", "{count} Tage")
    made["“{text}” is not a day."].string = "„{txet}“ ist kein Tag."
    with file.open("wb") as stream:
        write_po(stream, made)
    run(["pybabel", "-q", "compile", "-D", "truecourse", "-d", str(folder)])
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    yield folder
    speak("en")


def test_a_translation_made_by_the_readmes_steps_is_spoken(translated):
    assert languages() == ("en", "de")
    speak("de")
    assert say("Save") == "Sichern"
    assert [say_count(*DAYS, number) for number in (1, 3)] == ["1 Tag", "3 Tage"]
    assert say("Cancel") == "Cancel"


def test_a_slip_of_a_translator_is_said_in_english(translated):
    speak("de")
    assert say("“{text}” is not a day.", text="It") == "“It” is not a day."
