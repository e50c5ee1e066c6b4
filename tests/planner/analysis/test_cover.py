import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.cover import WEEK_HOURS, read_cover

OFFICE = "Mon to Fri 9:00 to 17:00"


@pytest.mark.parametrize(
    ("words", "said", "hours"),
    [
        ("Mon to Fri 8 to 18", "Mon to Fri 8:00 to 18:00", 50),
        ("Mon–Fri 9-17", OFFICE, 40),
        ("Monday - Friday, 9:00 - 17:00 CET", OFFICE, 40),
        ("Monday to Saturday, 9 to 21", "Mon to Sat 9:00 to 21:00", 72),
        ("24/7", "Every day 0:00 to 24:00", 168),
        ("Always", "Every day 0:00 to 24:00", 168),
        ("around the clock", "Every day 0:00 to 24:00", 168),
        ("daily 8-20", "Every day 8:00 to 20:00", 84),
        ("Every day 11:00 to 22:00", "Every day 11:00 to 22:00", 77),
        ("Mo-Fr 9-17", OFFICE, 40),
        ("M-F 9-5", OFFICE, 40),
        ("weekdays 9am to 5pm", OFFICE, 40),
        ("Weekdays, 9 a.m. - 5 p.m.", OFFICE, 40),
        ("9 to 5, Monday to Friday", OFFICE, 40),
        ("Mon-Fri 1-5pm", "Mon to Fri 13:00 to 17:00", 20),
        ("Mon-Fri 0800-1730", "Mon to Fri 8:00 to 17:30", 47.5),
        ("Mon to Fri 8.30 to 12 and 13 to 17", "Mon to Fri 8:30 to 12:00 and 13:00 to 17:00", 37.5),
        ("Mon to Fri 8 to 18, Sat 9 to 12", "Mon to Fri 8:00 to 18:00, Sat 9:00 to 12:00", 53),
        ("Mon, Wed and Fri 10 to 12", "Mon 10:00 to 12:00, Wed 10:00 to 12:00, Fri 10:00 to 12:00", 6),
        ("Daily 8 to 20 except Sunday", "Mon to Sat 8:00 to 20:00", 72),
        ("Every day 9-12, Sun closed", "Mon to Sat 9:00 to 12:00", 18),
        ("Fri to Mon 10-14", "Mon 10:00 to 14:00, Fri to Sun 10:00 to 14:00", 16),
        ("weekends noon to midnight", "Sat to Sun 12:00 to 24:00", 24),
        ("Fri 22 to 2", "Fri 22:00 to 24:00, Sat 0:00 to 2:00", 4),
        ("Mon to Fri around the clock", "Mon to Fri 0:00 to 24:00", 120),
    ],
)
def test_hours_of_cover_are_read_as_people_mean_them(words, said, hours):
    cover = read_cover(words)
    assert (cover.in_words(), cover.week_minutes / 60, cover.note) == (said, hours, "")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("when we can", f"Hours of cover not understood: counted as {OFFICE}."),
        ("99 to 120", f"Hours of cover not understood: counted as {OFFICE}."),
        ("  ", f"No hours of cover: counted as {OFFICE}."),
        ("Sat and Sun", "No times are named: counted as Sat to Sun 9:00 to 17:00."),
        ("8 to 18", "No days are named: counted as every day."),
    ],
)
def test_what_is_taken_for_granted_is_told(words, note):
    assert read_cover(words).note == note


def test_the_hours_of_a_week_carry_the_minutes_covered():
    minutes = read_cover("Tue 8:30 to 10:15").minutes
    assert {hour: each for hour, each in enumerate(minutes) if each} == {32: 30, 33: 60, 34: 15}


@given(
    st.text(max_size=60) | st.from_regex(r"(Mon|tu|Sunday|daily|except|to|-|,| |\d{1,2}(:\d\d)?|am|pm){0,12}")
)
def test_any_words_give_a_week_that_makes_sense(words):
    cover = read_cover(words)
    assert len(cover.minutes) == WEEK_HOURS
    assert all(0 <= each <= 60 for each in cover.minutes)
    assert cover.week_minutes > 0


@given(st.sets(st.integers(0, 6), min_size=1), st.integers(0, 22), st.integers(1, 24))
def test_what_is_told_is_read_as_the_same_week(days, first, length):
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    last = min(24, first + length)
    words = ", ".join(f"{names[day]} {first:02}:00 to {last:02}:00" for day in days)
    cover = read_cover(words)
    assert cover.week_minutes == len(days) * (last - first) * 60
    assert read_cover(cover.in_words()).spans == cover.spans
