"""The names of steps that can be undone are said in the language in use, whenever they were made."""

from decimal import Decimal

import msgspec
import pytest
from pseudo_language import ACCENTED, forgotten

from planner.editing import verbs
from planner.editing.history import Change, History
from planner.editing.patch import diff
from planner.language import said_again, worded, worded_count
from planner.language.wording import Message, Wording
from planner.store.steps import from_step_row, to_step_row
from planner.truths.example_plan import example_plan

PERSON = next(iter(example_plan().people))


def edits():
    plan = example_plan()
    tactic = next(iter(plan.tactics))
    return {
        "change": verbs.change(plan, PERSON, "name", "Ö"),
        "change one": verbs.change(plan, "brief", "title", "Ö"),
        "change many": verbs.change_many(plan, list(plan.people), "hours", Decimal(9)),
        "move": verbs.reorder(plan, tactic, 1),
        "remove many": verbs.remove(plan, list(plan.metrics)[:2]),
        "remove": verbs.remove(plan, [tactic]),
        "duplicate": verbs.duplicate(plan, tactic),
        "currency": verbs.change_currency(plan, "usd"),
    }


@pytest.mark.parametrize("name", edits())
def test_a_label_is_said_again_in_another_language(name, speaking):
    label = edits()[name].label
    assert said_again(label) == label
    speaking(ACCENTED)
    again = said_again(label)
    assert again == edits()[name].label
    assert not again.isascii()


def recorded(label="Typed by hand"):
    before = example_plan()
    edit = verbs.change(before, PERSON, "name", "Ö")
    history = History()
    history.record(before, edit.plan, Change(label or edit.label, diff(before, edit.plan)))
    return history


def test_the_history_speaks_the_language_in_use(speaking):
    history = recorded(label="")
    english = history.undo_label
    speaking(ACCENTED)
    assert history.undo_label != english
    assert forgotten(history.undo_label.replace("Host", "")) == []
    speaking("en")
    assert history.undo_label == english


def test_words_of_which_nothing_more_is_known_stay(speaking):
    history = recorded()
    speaking(ACCENTED)
    assert history.undo_label == "Typed by hand"


def test_a_file_keeps_what_a_label_says(speaking):
    (change,) = recorded(label="").done
    speaking(ACCENTED)
    read = from_step_row(to_step_row(1, change))
    assert (read.label, read.patch) == (change.label, change.patch)
    assert read.words != change.label
    speaking("en")
    assert read.words == change.label


def test_a_file_of_an_earlier_version_is_read(speaking):
    (change,) = recorded(label="").done
    row = {**to_step_row(1, change), "patch": msgspec.json.encode(change.patch).decode()}
    speaking(ACCENTED)
    assert from_step_row(row).words == change.label


@pytest.mark.parametrize(
    "said",
    [
        Message("{name.__class__}", values={"name": "x"}),
        Message("{name:>999999999}", values={"name": "x"}),
        Message("{0}"),
        Message("{missing}"),
        Message("{{}"),
        Message("}{", values={}),
        Message("{name}", values={"name": Message("{other!r}")}),
    ],
)
def test_what_a_file_makes_up_is_never_said(said):
    (change,) = recorded().done
    row = to_step_row(1, change)
    patch = {**msgspec.json.decode(row["patch"]), "said": msgspec.to_builtins(said)}
    read = from_step_row({**row, "patch": msgspec.json.encode(patch).decode()})
    assert read.words == "Typed by hand"
    assert not isinstance(read.label, Wording)


def test_parts_are_said_again_with_the_whole(speaking):
    whole = worded("{edit} and link it", edit=worded_count("{count} day", "{count} days", 3))
    assert whole == "3 days and link it"
    speaking(ACCENTED)
    assert said_again(whole).startswith("3 ðåýš")
