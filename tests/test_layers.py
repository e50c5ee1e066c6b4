"""The layers hold: planner knows no Qt and no window, the window no SQLAlchemy and no ReportLab."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    words = [sys.executable, "-c", code, "--no-cache"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def test_contracts_are_kept():
    result = run_contracts(ROOT)
    assert result.returncode == 0, result.stdout


SMUGGLED = {
    "planner/version.py": ("import PySide6", "planner never imports Qt nor the window"),
    "planner/charts/smuggled.py": (
        "import planner.document",
        "each part of the planner knows only those below it",
    ),
    "planner/workshop/smuggled.py": (
        "import planner.files.atomic",
        "records, edits, figures, truths and the workshop know no file",
    ),
    "planner/commands/smuggled.py": (
        "import planner.signing.verify.reading",
        "documents that come from elsewhere are read in the child process only",
    ),
    "ui/screen.py": ("import sqlalchemy", "ui never imports SQLAlchemy"),
    "ui/kit/smuggled.py": ("import ui.shell.workbench", "each part of the window knows only those below it"),
    "ui/steps/people.py": ("import ui.steps.budget", "no step page imports another"),
}
"""What no file may have, and the contract that says so."""


def test_contracts_notice_a_broken_layer(tmp_path):
    for name in ("planner", "ui", "resources", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, tmp_path / name)
    for name, (line, _) in SMUGGLED.items():
        (tmp_path / name).write_text(f"{line}\n", encoding="utf-8")
    result = run_contracts(tmp_path)
    assert result.returncode != 0
    for _, contract in SMUGGLED.values():
        assert re.search(rf"{contract}(?:(?!KEPT).)*BROKEN", result.stdout, re.DOTALL), contract
