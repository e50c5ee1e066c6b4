import os
import subprocess
import sys

import pytest

from planner.language import language, languages, phrase, say, say_count
from planner.language.speaking import FOLDER_VARIABLE
from planner.model.format import OR, listing, plural
from planner.model.kinds import Step
from planner.model.schema import field

OWNERLESS = phrase("This computer's clock says {moment}.")


def test_english_is_its_own_key():
    assert say("{a} before {b}", a="One", b=1200) == "One before 1,200"
    assert (
        say("Braces {} stay where nothing is to be put in") == "Braces {} stay where nothing is to be put in"
    )


def test_a_name_without_a_value_is_an_error():
    with pytest.raises(KeyError):
        say("{name} has {what}", name="It")


def test_braces_in_a_value_stay_text():
    assert say("“{name}”", name="{name} {0}") == "“{name} {0}”"


def test_the_number_chooses_the_message():
    forms = [say_count("{count} guest waits", "{count} guests wait", n) for n in (0, 1, 2, 1200)]
    assert forms == ["0 guests wait", "1 guest waits", "2 guests wait", "1,200 guests wait"]


def test_a_declared_word_is_said_in_the_language_of_the_moment(speaking):
    assert Step.PURPOSE.heading == "Purpose"
    speaking("en-XA")
    assert Step.PURPOSE.heading.startswith("Þûŕþöšé")
    assert field("tactics", "name").title.startswith("Ţåçţîç")
    speaking("en")
    assert Step.PURPOSE.heading == "Purpose"


def test_lists_and_numbers_of_things_are_translated(speaking):
    speaking("en-XA")
    assert plural(3, "day").startswith("3 ðåýš")
    assert plural(1, "day").startswith("1 ðåý ")
    assert listing(["A", "B"], OR).startswith("A öŕ B")


def test_a_language_without_translation_is_english(speaking):
    assert speaking("tlh").tag == "en"


def test_only_what_is_written_from_the_right_is_laid_out_so(speaking):
    assert not speaking("en-XA").right_to_left
    assert speaking("ar-XB").right_to_left


def test_all_translations_are_offered_english_first(speaking):
    assert languages() == ("en", "ar-XB", "en-XA")


def test_a_process_that_is_started_speaks_the_same(speaking, pseudo_languages):
    speaking("en-XA", "DE")
    code = "from planner.language import language, say; print(language().tag, language().region)"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, FOLDER_VARIABLE: str(pseudo_languages)},
    )
    assert told.stdout.split() == ["en-XA", "DE"]
    assert language().tag == "en-XA"


def test_within_words_from_the_right_names_and_codes_stay_whole(speaking):
    speaking("ar-XB")
    assert "\u2068What first?\u2069" in say("“{name}” has no owner.", name="What first?")
    assert "\u20686747-7FB1\u2069" in say("Plan fingerprint {fingerprint}", fingerprint="6747-7FB1")
    assert "\u2068" not in say("{count} days", count=1200)
    assert "\u2068" not in say("“{name}” has no owner.", name="مقهى")
    speaking("en-XA")
    assert "\u2068" not in say("“{name}” has no owner.", name="What first?")


def test_what_is_said_within_something_said_is_kept_whole_once(speaking):
    speaking("ar-XB")
    assert listing(["\u2068A\u2069", "B"]).count("\u2068") == 2
