"""Plan files on the disk for the tests of the store."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import IN_MEMORY, Desk

from planner.editing import verbs
from planner.model.plan import Plan
from planner.model.records_purpose import Person
from planner.store.creating import create_plan_file


@pytest.fixture
def plan() -> Plan:
    """A small plan."""
    plan = Plan(plan_id="ab" * 16)
    for number in range(5):
        plan = verbs.add(plan, Person(id=f"p{number}", name=f"Person {number}")).plan
    return plan


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder whose file system needs no disk where there is one, since most tests do not need it."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def path(quick_folder: Path, plan: Plan) -> Path:
    """A file with the small plan."""
    found = quick_folder / "a plan ?#%.tcplan"
    create_plan_file(found, plan)
    return found


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """The open file with its history, as the window uses them."""
    desk = Desk(path)
    yield desk
    desk.file.close()
