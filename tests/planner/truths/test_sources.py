import pytest

from planner.truths.catalogue import rules
from planner.truths.questions import QUESTIONS
from planner.truths.sources import citation_titles, source_title


def test_whatever_a_truth_or_question_cites_has_a_title():
    cited = [rule for rule, _ in rules().values()] + list(QUESTIONS)
    for what in cited:
        assert len(citation_titles(what.citation)) == len(what.sources)


def test_a_numbered_key_names_essay_and_place():
    assert source_title("R9") == "Leigh Durst, “10 Truths About Social Media: Remix”, truth 9"


def test_an_unknown_key_is_no_source():
    with pytest.raises(KeyError):
        source_title("X1")
