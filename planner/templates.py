"""Templates: plans without names, dates and answers, to start from; those that ship and the user's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from planner.errors import PlanError
from planner.exchange.json_file import read_json_file
from planner.exchange.plan_json import read_json, write_json
from planner.files.atomic import write_atomically
from planner.files.errors import file_error
from planner.language import phrase, say
from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan, new_plan_id
from planner.model.records_purpose import Person
from planner.model.schema import fields
from planner.model.values import Form

_LEFT_OUT = frozenset(
    {
        "readings",
        "answers",
        "waivers",
        "dismissals",
        "approvers",
        "approval_requests",
        "approvals",
        "signed_revisions",
        "participants",
        "ballots",
        "votes",
    }
)
_BLANK = {
    "people": ("note", "training"),
    "brief": ("organisation", "answer"),
    "ideas": ("said_by",),
    "workshop": ("place",),
}
_BAD_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """One template.

    Attributes:
        key: by which it is asked for.
        title: what it is called.
        summary: what it is for, in one line.
        path: the user's own file, or None for one that ships.
    """

    key: str
    title: str
    summary: str
    path: Path | None = None


_SHIPPED = (
    TemplateInfo(
        "service-first",
        phrase("Service first"),
        phrase("Answer well before you speak: promises, cover, listening."),
    ),
    TemplateInfo(
        "launch",
        phrase("Launch of an offer"),
        phrase("Bring something new to those who asked for it, in stages."),
    ),
    TemplateInfo(
        "repair",
        phrase("Reputation repair"),
        phrase("Mend what was broken, say so, and earn better reviews."),
    ),
)


def template_folder() -> Path:
    """Return where the user's own templates lie."""
    return Path(platformdirs.user_data_path("truecourse", appauthor=False)) / "templates"


def templates() -> tuple[TemplateInfo, ...]:
    """Return the templates that ship, then the user's own by name."""
    folder = template_folder()
    own = sorted(folder.glob("*.json")) if folder.is_dir() else []
    shipped = (replace(info, title=say(info.title), summary=say(info.summary)) for info in _SHIPPED)
    return (*shipped, *(TemplateInfo(str(path), path.stem, say("Your own template"), path) for path in own))


def load_template(key: str) -> Plan:
    """Return a new plan that starts from a template.

    Raises:
        PlanError: there is no such template, or it can't be read.
    """
    found = next((info for info in templates() if info.key == key), None)
    if found is None:
        msg = say("This template is no longer there.")
        raise PlanError(msg)
    if found.path is not None:
        plan = read_json_file(found.path)
    else:
        plan = read_json((files("resources") / "templates" / f"{key}.json").read_bytes())
    return msgspec.structs.replace(plan, plan_id=new_plan_id())


def save_template(plan: Plan, name: str) -> Path:
    """Write a plan as a template of the user's own; one of the same name is replaced.

    Raises:
        PlanError: the name is none, or the file can't be written.
    """
    safe = " ".join(_BAD_IN_NAMES.sub(" ", name).split()).strip(". ")[:80]
    if not safe:
        msg = say("A template needs a name.")
        raise PlanError(msg)
    path = template_folder() / f"{safe}.json"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_error(error, path) from error
    write_atomically(path, write_json(as_template(plan, name.strip())))
    return path


def as_template(plan: Plan, title: str) -> Plan:
    """Return a plan without names of people, dates, answers and what was signed.

    People stay as roles, so that it can be seen who is needed; where a text names one, the role stands.

    Args:
        plan: the plan; stays as it is.
        title: the title of plans that start from it.
    """
    roles = _roles(plan)
    named = [(person.name, roles[key]) for key, person in plan.people.items()]
    names = sorted((pair for pair in named if len(pair[0]) >= _SHORTEST_NAME), key=_longest_first)
    tables: dict[str, Any] = {
        kind.key: {} if kind.key in _LEFT_OUT else dict(_emptied(plan, kind, names)) for kind in KINDS
    }
    tables["people"] = {
        key: msgspec.structs.replace(person, name=roles[key]) for key, person in tables["people"].items()
    }
    brief = tables["brief"]["brief"]
    tables["brief"] = {"brief": msgspec.structs.replace(brief, title=title)}
    return Plan(plan_id=new_plan_id(), **tables)


def _longest_first(pair: tuple[str, str]) -> int:
    return -len(pair[0])


def _roles(plan: Plan) -> dict[str, str]:
    """Return a role for each person, each once: "Manager, service", "Staff, marketing 2"."""
    roles: dict[str, str] = {}
    for key, person in plan.people.items():
        role = _role(person)
        count = sum(known.partition(" · ")[0] == role for known in roles.values())
        roles[key] = f"{role} · {count + 1}" if count else role
    return roles


def _role(person: Person) -> str:
    function = person.function.label
    shown = function if function.isupper() else function.lower()
    return say("{level}, {function}", level=person.level.label, function=shown)


def _emptied(plan: Plan, kind: Kind, names: list[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    blank = _BLANK.get(kind.key, ())
    for key, record in plan.records(kind).items():
        values: dict[str, Any] = {}
        for spec in fields(kind.key):
            if spec.form in {Form.DATE, Form.MOMENT} or spec.name in blank:
                values[spec.name] = spec.default
            elif spec.form in {Form.LINE, Form.TEXT}:
                values[spec.name] = _without_names(getattr(record, spec.name), names)
        yield key, msgspec.structs.replace(record, **values)


def _without_names(text: str, names: list[tuple[str, str]]) -> str:
    for name, role in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", role, text)
    return text
