"""All messages of the program: `python -m tests.messages OUT.pot` writes the template for translators.

Said ones are read off the source, where each call's first words are literals; declared ones (kinds, fields,
choices, rules, questions) are read off their registries.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from planner.model.format import plural_messages
from planner.model.kinds import KINDS, Step
from planner.model.schema import fields
from planner.model.values import Choice
from planner.truths.catalogue import rules
from planner.truths.coverage import FEATURES, POINTS
from planner.truths.questions import QUESTIONS

ROOT = Path(__file__).parents[1]
SAID = {"say": 1, "phrase": 1, "worded": 1, "worded_small": 1, "say_count": 2, "worded_count": 2, "plural": 2}
"""What says or marks messages, and how many of its first arguments are one."""


@dataclass(frozen=True)
class Found:
    """One message.

    Attributes:
        text: the English text, or that for one where it depends on a number.
        several: the English text for several; empty where it does not depend on a number.
        places: files and lines where it is said.
    """

    text: str
    several: str = ""
    places: list[tuple[str, int]] = field(default_factory=list, compare=False)


@cache
def sources() -> list[tuple[str, ast.Module]]:
    """Return each source file's name and syntax tree."""
    files = [file for package in ("planner", "ui") for file in sorted((ROOT / package).rglob("*.py"))]
    return [(file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))) for file in files]


def called(node: ast.Call) -> str:
    """Return the bare name of what is called."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may be, as far as they are literals."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)


def said() -> Iterator[Found]:
    """Yield the messages that stand in the source."""
    for name, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in SAID:
                yield from _of_call(node, name)


def _of_call(node: ast.Call, file: str) -> Iterator[Found]:
    place = [(file, node.lineno)]
    match called(node), node.args:
        case (("say_count" | "worded_count"), [one, many, *_]):
            for pair in zip(literals(one), literals(many), strict=True):
                yield Found(*pair, place)
        case "plural", [_, word, *more]:
            words = list(literals(more[0])) if more else []
            for one in literals(word):
                yield Found(*plural_messages(one, *words), place)
        case (("say" | "phrase" | "worded" | "worded_small"), [text, *_]):
            for one in literals(text):
                yield Found(one, "", place)


def declared() -> Iterator[Found]:
    """Yield the messages of kinds, fields, choices, steps, rules and questions."""
    texts = [kind.one for kind in KINDS] + [kind.all for kind in KINDS] + [step.message for step in Step]
    for kind in KINDS:
        for spec in fields(kind.key):
            texts += [spec.named, spec.told, spec.counted]
    for choice in all_choices(Choice):
        texts += [member.message for member in choice]
    texts += _of_truths()
    yield from (Found(text) for text in texts)


def all_choices(base: type[Choice]) -> Iterator[type[Choice]]:
    """Yield each set of choices that is loaded."""
    for choice in base.__subclasses__():
        yield choice
        yield from all_choices(choice)


def _of_truths() -> Iterator[str]:
    for rule, _ in rules().values():
        yield from (rule.claim, rule.reason)
        for message in rule.messages.values():
            yield from (message.text, message.remedy)
        yield from (example.message for example in (rule.breaks, rule.keeps) if example is not None)
        yield from (fix.message for fix in rule.fixes)
    for question in QUESTIONS:
        yield question.message
    yield from (point.message for point in POINTS)
    yield from (feature.message for feature in FEATURES)


@cache
def all_messages() -> list[Found]:
    """Return every message once, with all its places."""
    load_choices()
    found: dict[tuple[str, str], Found] = {}
    for one in [*said(), *declared()]:
        if one.text:
            found.setdefault((one.text, one.several), Found(one.text, one.several)).places.extend(one.places)
    return list(found.values())


def load_choices() -> None:
    """Import each module that declares a set of choices, so that all of them are there."""
    for name, tree in sources():
        bases = (base for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases)
        if any(isinstance(base, ast.Name) and base.id == "Choice" for base in bases):
            import_module(name.removesuffix(".py").replace("/", "."))


def catalogue() -> Catalog:
    """Return all messages as the template of a translation."""
    made = Catalog(project="Truecourse", charset="utf-8")
    several = {one.text for one in all_messages() if one.several}
    for one in all_messages():
        if one.several or one.text not in several:
            made.add((one.text, one.several) if one.several else one.text, locations=one.places)
    return made


if __name__ == "__main__":
    with Path(sys.argv[1]).open("wb") as stream:
        write_po(stream, catalogue(), width=110)
