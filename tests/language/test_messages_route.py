"""Every word goes through the one route: the source is read for words that don't."""

import ast
import re
from collections.abc import Iterator

import pytest
from messages import SAID, called, sources

from planner.model.kinds import KINDS

WORDS = re.compile(r"[A-Za-z][a-z]{2,}[,;:.]? +[A-Za-z]*[a-z]{2,}")
"""Two words beside each other: what nobody but a reader needs."""

READ_ELSEWHERE = {"about", "Kind", "Rule", "Message", "Example", "Fix", "Question", "Point", "Feature"}
"""Declarations that the collector of messages reads itself."""

FOR_PROGRAMMERS = {
    "compile", "getLogger", "debug", "info", "warning", "error", "critical", "exception", "text", "execute",
}  # fmt: skip
PROGRAMMERS_ERRORS = {
    "NotAPlanError", "PermissionError", "ValueError", "TypeError", "KeyError", "RuntimeError",
    "AssertionError", "OSError", "ModuleNotFoundError",
}  # fmt: skip

NO_WORDS_OF_OURS = (
    "planner/store/migrations/",
    "planner/truths/example_plan.py",
    "planner/truths/example_edits.py",
    "planner/exchange/spreadsheet/synonyms.py",
    "planner/paper/text/embed.py",
    "ui/theme/sheet.py",
)
"""Files whose texts are SQL, a plan's own content, what is looked for in others' spreadsheets, or code."""

MARKUP = re.compile(r"\s*</?[a-z?!<]|<</|.*=\"?$|.*\\s[*+]", re.DOTALL)
"""A piece of XML, PDF or HTML, or a pattern."""

NOT_SHOWN = frozenset({
    "'Noto Sans', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    "A Truecourse plan.", "Truecourse plan", "Plan id", "Accent colour", "Time of day", "Untitled plan",
    "grand total", " every-day always ", "Sample for the tour.tcplan",
    "List Bullet", "Cell detail", "Cell head", "Key figure", "Contents heading", "Plan table",
})  # fmt: skip
"""Names of fonts, within JSON Schema, of files and of Word's styles, the title of a plan without one in a
file, and words that are read, not said."""


PLANS_OF_EXAMPLES = ("planner/truths/rules/", "planner/truths/house/examples.py", "planner/samples.py")
"""Files in which records are made for examples: their names are a plan's own content."""

RECORDS = {"SampleInfo", *(kind.record.__name__ for kind in KINDS)}


def is_of_a_record(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    return any(
        isinstance(above, ast.Call) and called(above) in RECORDS for above, _ in upwards(node, parents)
    )


def parents_of(tree: ast.Module) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def upwards(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Yield each node above with the one below it."""
    while node in parents:
        yield parents[node], node
        node = parents[node]


def is_text(node: ast.AST) -> bool:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    if node.value in NOT_SHOWN or MARKUP.match(node.value):
        return False
    return bool(WORDS.search(node.value))


def is_exempt(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    for above, below in upwards(node, parents):
        match above:
            case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.MatchValue():
                return True
            case ast.Call() if called(above) in {
                *SAID,
                *READ_ELSEWHERE,
                *FOR_PROGRAMMERS,
                *PROGRAMMERS_ERRORS,
            }:
                return True
            case ast.ClassDef(bases=bases) if {"Choice", "StrEnum"} & {getattr(b, "id", "") for b in bases}:
                return True
            case ast.Assign(targets=[ast.Name(id="msg")]):
                return raises_for_programmers(above, parents[above])
            case ast.Dict(keys=keys) if below in keys:
                return True
    return False


def raises_for_programmers(assign: ast.stmt, block: ast.AST) -> bool:
    for body in (getattr(block, name, []) for name in ("body", "orelse", "finalbody")):
        if isinstance(body, list) and assign in body:
            after = body[body.index(assign) + 1 : body.index(assign) + 2]
            return any(
                isinstance(s, ast.Raise)
                and isinstance(s.exc, ast.Call)
                and called(s.exc) in PROGRAMMERS_ERRORS
                for s in after
            )
    return False


def forgotten_in(tree: ast.Module, *, of_examples: bool = False) -> list[tuple[int, str]]:
    parents = parents_of(tree)
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if is_text(node) and not is_exempt(node, parents)
        if not (of_examples and is_of_a_record(node, parents))
    ]


def test_no_words_are_written_past_the_route():
    found = [
        f"{name}:{line}: {text}"
        for name, tree in sources()
        if not name.startswith(NO_WORDS_OF_OURS)
        for line, text in forgotten_in(tree, of_examples=name.startswith(PLANS_OF_EXAMPLES))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        'def f(label):\n    label.setText("Not signed yet")',
        'def f(n):\n    return f"There are {n} plans"',
        '_TITLE = "Not signed yet"',
        'def f():\n    msg = "Not signed yet"\n    raise PlanError(msg)',
    ],
)
def test_words_past_the_route_are_seen(code):
    assert forgotten_in(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        'def f(label):\n    label.setText(say("Not signed yet"))',
        '_TITLE = phrase("Not signed yet")',
        'def f():\n    """Says that it is not signed yet."""',
        'def f():\n    msg = "not signed yet"\n    raise ValueError(msg)',
    ],
)
def test_words_on_the_route_are_let_through(code):
    assert not forgotten_in(ast.parse(code))


def whole(node: ast.expr) -> bool:
    """Tell whether an argument is a whole message: literal, or a name that holds a marked one."""
    match node:
        case ast.Constant(value=str()) | ast.Name() | ast.Attribute() | ast.Subscript():
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return whole(body) and whole(orelse)
        case ast.BoolOp(values=values):
            return all(map(whole, values))
        case ast.Call(func=ast.Attribute(attr="get")):
            return True
    return False


def test_messages_are_whole_never_glued():
    glued = [
        f"{name}:{node.lineno}"
        for name, tree in sources()
        if not name.startswith("planner/language/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in SAID.keys() - {"plural"}
        if isinstance(node.func, ast.Name) and not all(whole(a) for a in node.args[: SAID[called(node)]])
    ]
    assert not glued, "\n".join(glued)


def parts_in(tree: ast.Module) -> Iterator[int]:
    """Yield the lines on which a number with its noun is put into another message as a value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in SAID.keys() - {"phrase"}:
            for given in node.keywords:
                if isinstance(given.value, ast.Call) and called(given.value) == "say_count":
                    yield node.lineno


def test_no_message_takes_a_number_with_its_noun_from_another_one():
    """Other languages bend the noun by its place in the sentence."""
    found = [f"{name}:{line}" for name, tree in sources() for line in parts_in(tree)]
    assert not found, "\n".join(found)
    assert [*parts_in(ast.parse('say("{days} left", days=say_count("{count} day", "{count} days", 2))'))]


def at_import(tree: ast.Module) -> Iterator[int]:
    """Yield the lines on which something is said while the module is imported."""
    parents = parents_of(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or called(node) not in SAID.keys() - {"phrase"}:
            continue
        if not any(runs_later(above, below) for above, below in upwards(node, parents)):
            yield node.lineno


def runs_later(above: ast.AST, below: ast.AST) -> bool:
    if isinstance(above, ast.Lambda):
        return below is above.body
    return isinstance(above, ast.FunctionDef) and below in above.body


def test_nothing_is_said_while_modules_are_imported():
    found = [f"{name}:{line}" for name, tree in sources() for line in at_import(tree)]
    assert not found, "\n".join(found)
    assert list(at_import(ast.parse('class A:\n    title = say("Title")')))
    assert not list(at_import(ast.parse('def f():\n    return say("Title")')))
