"""What the window's manual of the truths lists: rules, questions and the points of the sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.language import phrase, say
from planner.model.plan import Plan
from planner.truths.coverage import Cover, coverage, feature_words
from planner.truths.house.rules import house_rules
from planner.truths.manual import by_theme
from planner.truths.of_plan import title_of
from planner.truths.questions import Question, question_of, questions_of
from planner.truths.registry import Fix, Rule
from planner.truths.sources import source_words
from planner.truths.thresholds import threshold_words

_SIDES = {"breaks": phrase("It is broken when, for example"), "keeps": phrase("It is kept when, for example")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the manual.

    Attributes:
        id: of the rule, the question or the point.
        group: under which heading it stands.
        title: what it is called.
        texts: a caption and a text each.
    """

    id: str
    group: str
    title: str
    texts: tuple[tuple[str, str], ...]

    def has(self, words: list[str]) -> bool:
        """Whether it has all of some words in lower case."""
        texts = (self.id, self.group, self.title, *(text for _, text in self.texts))
        whole = " ".join(texts).casefold()
        return all(word in whole for word in words)


def entries_for(plan: Plan) -> tuple[Entry, ...]:
    """Return all entries: those of the catalogue, and of the plan's house truths."""
    rules = (_of_rule(group, rule) for group, found in by_theme().items() for rule in found)
    house = (_of_rule(say("House truths"), rule) for rule, _ in house_rules(plan).values())
    questions = map(_of_question, questions_of(plan))
    points = (_of_point(plan, cover) for cover in coverage())
    return (*rules, *house, *questions, *points)


def _of_rule(group: str, rule: Rule) -> Entry:
    texts = [
        (say("Level"), rule.level.label),
        (say("Why it matters"), rule.why),
        *((say(_SIDES[side]), text) for side, text in rule.examples.items()),
        (say("Thresholds"), "\n".join(map(threshold_words, rule.options))),
        (say("Fixes by machine"), "\n".join(map(_fix_words, rule.fixes))),
        (say("Sources"), "\n".join(map(source_words, rule.sources))),
        (say("Id"), rule.id),
    ]
    return Entry(rule.id, group, rule.title, tuple((caption, text) for caption, text in texts if text))


def _of_question(question: Question) -> Entry:
    texts = (
        (
            say("Answered"),
            say("By the team in writing: yes, partly or no, with the evidence, by whom and when."),
        ),
        (say("Sources"), "\n".join(map(source_words, question.sources))),
        (say("Id"), question.id),
    )
    return Entry(question.id, say("Questions"), question.text, tuple(pair for pair in texts if pair[1]))


def _of_point(plan: Plan, cover: Cover) -> Entry:
    texts = (
        (say("Source"), source_words(cover.point.source)),
        (say("Rules"), "\n".join(title_of(plan, name) for name in cover.rules)),
        (say("Questions"), "\n".join(_asked(plan, cover))),
        (say("Features"), "\n".join(map(feature_words, cover.features))),
    )
    title = f"{cover.point.key}: {cover.point.gist}"
    shown = tuple(pair for pair in texts if pair[1])
    return Entry(cover.point.key, say("What honours each point of the sources"), title, shown)


def _asked(plan: Plan, cover: Cover) -> Iterator[str]:
    for name in cover.questions:
        question = question_of(plan, name)
        if question is not None:
            yield question.text


def _fix_words(fix: Fix) -> str:
    if fix.safe:
        return say("{fix} (safe)", fix=fix.label)
    return say("{fix} (needs a look)", fix=fix.label)
