"""What lies beside the code is used by it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]


def literals():
    for package in ("planner", "ui"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_no_icon_lies_there_unused():
    icons = {path.stem for path in (ROOT / "resources/icons").glob("*.svg")}
    assert len(icons) > 50
    assert icons - set(literals()) == set()
