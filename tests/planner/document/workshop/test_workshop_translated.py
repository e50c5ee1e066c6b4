"""In a language that is none of their own, minutes and agendas print no word that was not translated."""

import io
import re
from dataclasses import replace

import docx
import icalendar
import pypdfium2 as pdfium
import pytest
from foreign import foreign
from pseudo_language import ACCENTED, forgotten
from workshop_plans import HELD, empty, ran

from planner.document.workshop.export import agenda_bytes, minutes_bytes
from planner.exchange.workshop_calendar import agenda_calendar

FINGERPRINT = re.compile(r"\b[0-9A-F]{4}\b")


def left_over(text):
    return forgotten(FINGERPRINT.sub("", text))


def printed(data):
    return " ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))


def words_of(data):
    document = docx.Document(io.BytesIO(data))
    return " ".join(text.text or "" for text in document.element.body.iter("{*}t"))


def summaries(data):
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return " ".join(f"{event['summary']} {event.get('description', '')}" for event in events)


def ran_abroad():
    source = ran()
    return replace(source, plan=foreign(source.plan), beginning=foreign(source.beginning))


@pytest.mark.parametrize("make", [ran_abroad, empty], ids=["ran", "empty"])
def test_the_minutes_are_translated_in_all_forms(speaking, make):
    source = make()
    source = replace(source, plan=foreign(source.plan))
    speaking(ACCENTED)
    made = minutes_bytes(source)
    assert left_over(printed(made.pdf)) == []
    assert left_over(words_of(made.word)) == []
    if made.calendar:
        assert left_over(summaries(made.calendar)) == []


@pytest.mark.parametrize("notes", [False, True])
def test_the_agenda_is_translated(speaking, notes):
    plan = foreign(ran().plan)
    speaking(ACCENTED)
    assert left_over(printed(agenda_bytes(plan, today=HELD, notes=notes)[0])) == []
    assert left_over(summaries(agenda_calendar(plan, HELD))) == []


def test_english_words_are_seen():
    assert left_over(printed(minutes_bytes(ran_abroad()).pdf))
