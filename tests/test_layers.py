"""The layers hold: planner knows no Qt and no window, the window no SQLAlchemy and no ReportLab."""

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


def test_contracts_notice_a_broken_layer(tmp_path):
    for name in ("planner", "ui", "resources", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "planner" / "smuggled.py").write_text("import PySide6\n", encoding="utf-8")
    result = run_contracts(tmp_path)
    assert result.returncode != 0
    assert "planner never imports Qt nor the window" in result.stdout
