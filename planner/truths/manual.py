"""The reference of rules and questions, written from their declarations."""

import re
from collections.abc import Iterable, Iterator
from textwrap import fill

from planner.language import phrase, say
from planner.model.format import in_sentence
from planner.model.plan import Plan
from planner.truths.catalogue import rules
from planner.truths.coverage import Cover, Feature, coverage, feature_words
from planner.truths.house.rules import house_rules
from planner.truths.questions import QUESTIONS, Question, questions_of
from planner.truths.registry import Fix, Rule
from planner.truths.sources import source_words
from planner.truths.thresholds import threshold_words

_THEMES = {
    phrase("Purpose"): ("purpose",),
    phrase("Measurement"): ("measure", "ladder"),
    phrase("Experience first"): ("experience",),
    phrase("Cost"): ("cost",),
    phrase("Ownership"): ("owner",),
    phrase("Help from outside"): ("help",),
    phrase("Readiness"): ("ready", "promise"),
    phrase("Openness"): ("open",),
    phrase("Listening"): ("listen", "social"),
    phrase("Change"): ("change",),
    phrase("Ideas and decisions"): ("ideas",),
    phrase("Focus and adapting"): ("adapt", "focus"),
    phrase("The plan itself"): ("people", "waiver", "plan", "ask"),
}
"""The groups of rule ids under each heading."""

_HEADING = {group: heading for heading, groups in _THEMES.items() for group in groups}
_SPECIAL = re.compile(r"[\\`*_\[\]<>|]|&(?=#?\w+;)")

_BEGINNING = tuple("#+-=~")

_SIDES = {"breaks": phrase("Breaks it: {example}"), "keeps": phrase("Keeps it: {example}")}

_OPENING = (
    phrase(
        "Each rule that a plan is held against, with its reason, an example on either side and its sources; "
        "then the questions that the team answers; then what honours each point of the sources."
    ),
    phrase(
        "A *stop* must be mended before the plan can be signed. A *warning* is mended, or waived by a senior "
        "person with a reason. *Advice* can be put aside. Thresholds are settings of the plan."
    ),
)
_WIDTH = 108
"""Characters of a line of the opening, at most."""


def manual_text(plan: Plan | None = None) -> str:
    """Return the manual in Markdown: rules by theme, questions, coverage of the sources.

    Args:
        plan: the plan whose house truths are told as well.
    """
    house = () if plan is None else tuple(_house_lines(plan))
    return "\n".join((*_opening_lines(), *_rules_lines(), *_question_lines(), *house, *_coverage_lines()))


def _opening_lines() -> Iterator[str]:
    yield f"# {say('The truths: reference')}"
    yield from (f"\n{fill(say(paragraph), _WIDTH)}" for paragraph in _OPENING)


def by_theme() -> dict[str, list[Rule]]:
    """Return the rules under each heading, both in the order of the catalogue.

    Raises:
        KeyError: a rule's group belongs to no heading.
    """
    found: dict[str, list[Rule]] = {}
    for declaration, _ in rules().values():
        group = declaration.id.partition(".")[0]
        found.setdefault(say(_HEADING[group]), []).append(declaration)
    return found


def _rules_lines() -> Iterator[str]:
    for heading, declarations in by_theme().items():
        yield from ("", f"## {heading}")
        for declaration in declarations:
            yield from _rule_lines(declaration)


def _house_lines(plan: Plan) -> Iterator[str]:
    declared = [declaration for declaration, _ in house_rules(plan).values()]
    asked = questions_of(plan)[len(QUESTIONS) :]
    if declared or asked:
        yield from ("", f"## {say('House truths')}")
    for declaration in declared:
        yield from _rule_lines(declaration)
    for question in asked:
        yield from _one_question(question)


def _rule_lines(declaration: Rule) -> Iterator[str]:
    yield from ("", f"### {_plain(declaration.title)}", "")
    yield f"{_code(declaration.id)}: {in_sentence(declaration.level.label)}"
    yield from ("", _plain(declaration.why), "")
    examples = declaration.examples.items()
    yield from (f"- {say(_SIDES[side], example=_plain(text))}" for side, text in examples)
    for name in declaration.options:
        yield f"- {say('Threshold: {threshold}', threshold=_plain(threshold_words(name)))}"
    yield from (f"- {_fix_words(fix)}" for fix in declaration.fixes)
    yield from _source_lines(declaration.sources)


def _fix_words(fix: Fix) -> str:
    return say("Fix: {fix}" if fix.safe else "Fix: {fix} (needs a look)", fix=_plain(fix.label))


def _question_lines() -> Iterator[str]:
    yield from ("", f"## {say('Questions')}")
    for question in QUESTIONS:
        yield from _one_question(question)


def _one_question(question: Question) -> Iterator[str]:
    yield from ("", f"### {_plain(question.text)}", "", _code(question.id), "")
    yield from _source_lines(question.sources)


def _source_lines(keys: Iterable[str]) -> Iterator[str]:
    yield from (f"- {say('Source {source}', source=_plain(source_words(key)))}" for key in keys)


def _coverage_lines() -> Iterator[str]:
    yield from ("", f"## {say('Coverage of the sources')}", "")
    yield from (f"| {say('point')} | {say('asks for')} | {say('honoured by')} |", "|---|---|---|")
    for cover in coverage():
        yield f"| {cover.point.key} | {_plain(cover.point.gist)} | {_honours(cover)} |"


def _honours(cover: Cover) -> str:
    return "; ".join((*map(_code, cover.truths), *map(_feature_words, cover.features)))


def _feature_words(feature: Feature) -> str:
    return _plain(feature_words(feature))


def _code(name: str) -> str:
    return f"`{name}`"


def _plain(text: str) -> str:
    """Return text so that Markdown reads it as it stands: on one line, and as no heading or list."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return f"\\{line}" if line[:1] in _BEGINNING else line
