"""The command line speaks one language, also where it is argparse that speaks."""

import gettext
import os

import pytest
from pseudo_language import ACCENTED, MIRRORED, forgotten

from planner.cli import main
from planner.commands.argparse_words import argparse_speaks


def told(words, capsys):
    """Return what the command line prints."""
    with pytest.raises(SystemExit):
        main(words, lambda _path: 0)
    return "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["check"],
        ["check", "--help"],
        ["check", "plan.json", "more"],
        ["-x"],
        ["sign", "plan.json", "--role"],
        ["sign", "plan.json", "--role", "nobody"],
        ["check", "plan.json", "--today"],
        ["check", "plan.json", "--today", "soon"],
        ["truths", "--json", "--manual"],
    ],
    ids=" ".join,
)
def test_argparse_speaks_the_language_in_use(words, capsys, speaking):
    english = told(words, capsys)
    speaking(ACCENTED)
    said = told(words, capsys)
    assert "usage: " in english
    left = {"usage", "error", "options", "arguments", "required", "following", "choose", "expected", "show"}
    assert left & set(forgotten(english))
    assert not left & set(forgotten(said))


def test_english_and_what_others_look_up_stay_as_they_were(capsys, speaking, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "fr")
    before = (gettext.textdomain(), dict(os.environ))
    english = told(["check"], capsys)
    speaking(MIRRORED)
    told(["check"], capsys)
    assert gettext.textdomain() == before[0]
    assert os.environ["LANGUAGE"] == "fr"
    speaking("en")
    assert told(["check"], capsys) == english


def test_the_variable_is_gone_again_where_there_was_none(speaking, monkeypatch):
    monkeypatch.delenv("LANGUAGE", raising=False)
    speaking(ACCENTED)
    with argparse_speaks():
        assert os.environ["LANGUAGE"]
    assert "LANGUAGE" not in os.environ
