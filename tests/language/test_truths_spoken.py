"""What the truths say, in another language: all of it but what a user wrote; and children speak it too."""

import re
from datetime import date
from io import BytesIO

import pytest
from pseudo_language import forgotten
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from planner.exchange.plan_json import write_json
from planner.model.records_house import HouseTruth
from planner.samples import load_sample
from planner.signing.verify.limits import Limits
from planner.signing.verify.sandbox import read_confined
from planner.truths.catalogue import rules
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.house.examples import EXAMPLES, in_words
from planner.truths.manual import manual_text
from planner.truths.of_plan import rules_of

MONTHS = {
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
}
"""Days are written by the region, for which a pseudo-language has no names."""


def words_of_ours(text, plan):
    own = {*re.findall(r"\w+", write_json(plan).decode()), *MONTHS}
    return [word for word in forgotten(text) if word not in own]


@pytest.mark.parametrize(
    "rule", [declaration for declaration, _ in rules().values()], ids=lambda rule: rule.id
)
def test_findings_are_said_in_the_language_in_use(rule, speaking):
    speaking("en-XA")
    plan = rule.breaks.plan()
    report = check_plan(plan, rule.breaks.today)
    told = [f"{finding.message} {finding.remedy}" for finding in report.findings if finding.rule == rule.id]
    assert told
    assert [words_of_ours(text, plan) for text in told] == [[]] * len(told)


def test_the_reference_is_said_but_for_names(speaking):
    speaking("en-XA")
    written = re.sub(r"`[^`]*`", "", manual_text())
    points = re.findall(r"^\| [A-Z]\.([a-z]+) ", written, flags=re.MULTILINE)
    assert set(forgotten(written)) <= set(points)


def test_a_house_truth_stays_in_the_words_in_which_it_was_written(speaking):
    title = next(iter(rules().values()))[0].claim
    plan = example_with(HouseTruth(id="own", name=title, conditions="entry.hours > 1", why=title))
    speaking("en-XA")
    declaration, _ = rules_of(plan)["house.own"]
    assert (declaration.title, declaration.why) == (title, title)


def test_an_example_of_a_house_truth_is_offered_in_the_language_in_use(speaking):
    speaking("en-XA")
    offered = in_words(EXAMPLES[0])
    assert not forgotten(re.sub(r"\{[^}]*\}", "", offered.message))
    assert "{accountable.name}" in offered.message
    assert offered.conditions == EXAMPLES[0].conditions


def test_fixes_are_found_again_whatever_language_their_finding_was_made_in(speaking):
    plan, today = load_sample("what-not-to-do"), date(2027, 1, 4)
    speaking("en-XA")
    elsewhere = [finding.fixes for finding in check_plan(plan, today).findings]
    speaking("en")
    assert [finding.fixes for finding in check_plan(plan, today).findings] == elsewhere


def test_the_child_that_reads_documents_speaks_as_its_parent_does(speaking):
    speaking("en-XA")
    facts = read_confined(a_pdf_with_layers(), Limits())
    assert facts.foreign
    assert not forgotten(" ".join(facts.foreign))


def a_pdf_with_layers():
    book = PdfWriter()
    book.add_blank_page(width=100, height=100)
    book.root_object[NameObject("/OCProperties")] = DictionaryObject()
    held = BytesIO()
    book.write(held)
    return held.getvalue()
