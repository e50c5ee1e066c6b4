"""No attribute of a widget may be named like a method of Qt: it would hide it, or crash the process."""

import ast
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

MODULES = (QtWidgets, QtGui, QtCore)
UI = Path(__file__).resolve().parents[2] / "ui"


def sources():
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(UI.rglob("*.py"))}


def qt_class(name):
    return next((getattr(module, name) for module in MODULES if hasattr(module, name)), None)


def base_names(node):
    return [base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases]


def qt_bases(node, own, seen=()):
    """Return the Qt classes that a class is made from, also by way of classes of ours."""
    found = []
    for name in base_names(node):
        qt = qt_class(name)
        if qt is not None:
            found.append(qt)
        elif name in own and name not in seen:
            found += qt_bases(own[name], own, (*seen, name))
    return found


def stored_attributes(node):
    for part in ast.walk(node):
        if not isinstance(part, ast.Attribute) or not isinstance(part.ctx, ast.Store):
            continue
        if isinstance(part.value, ast.Name) and part.value.id == "self":
            yield part.attr, part.lineno


def offenders(trees):
    own = {node.name: node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    for node in own.values():
        bases = qt_bases(node, own)
        for attribute, line in stored_attributes(node):
            if any(hasattr(base, attribute) for base in bases):
                yield node.name, attribute, line


def test_no_attribute_hides_a_qt_method():
    assert list(offenders(sources().values())) == []


def test_an_attribute_that_hides_a_qt_method_is_found():
    code = "class Field(QFrame):\n    def build(self):\n        self.metric = 1\n"
    assert list(offenders([ast.parse(code)])) == [("Field", "metric", 3)]


def test_it_is_found_through_a_class_of_ours():
    code = "class Base(QWidget): pass\nclass Field(Base):\n    def build(self):\n        self.update = 1\n"
    assert list(offenders([ast.parse(code)])) == [("Field", "update", 4)]
