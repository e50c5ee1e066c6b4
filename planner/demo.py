"""The main job on a sample plan, told step by step; `python3 run.py demo` runs it."""

import math
import secrets
import sys
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from planner.commands import export, plans
from planner.commands.check import report_lines, verdict
from planner.commands.output import Exit, tell, tell_failure
from planner.commands.verify import Wishes, verify
from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.files.atomic import write_atomically
from planner.files.errors import file_error
from planner.language import say
from planner.model.format import in_sentence
from planner.model.plan import Plan
from planner.model.vocabulary import ApproverRole, SigningWay, Verdict
from planner.samples import load_sample
from planner.signing.ceremony import sign_with_key
from planner.signing.identity import load_identity, make_identity
from planner.signoff.approvals import Decision, decide
from planner.signoff.drawing import drawing_text
from planner.store.workspace import edit_plan, load_plan, load_signed_copy
from planner.truths.engine import check_plan

SAMPLE = "pizzeria"
CONTRAST = "what-not-to-do"
WAYS = {
    ApproverRole.EXPERIENCE_OWNER: SigningWay.TYPED,
    ApproverRole.BUDGET_HOLDER: SigningWay.DRAWN,
    ApproverRole.SPONSOR: SigningWay.DIGITAL,
}
"""How each signs in the demo, in this order."""


def run(folder: Path, today: date) -> Exit:
    """Make a sample plan, check it, export its document, have it signed in three ways, and verify it.

    Args:
        folder: where everything goes; made if it is not there.
        today: the day as of which the plan is checked.

    Raises:
        PlanError: a file can't be written.
    """
    _make_folder(folder)
    plan, document, signed = (folder / f"{SAMPLE}{end}" for end in (".tcplan", ".pdf", " signed.pdf"))
    tell(say("1. Make a plan from the sample of a neighbourhood pizzeria"))
    plans.new(plan, SAMPLE)
    tell("", say("2. Check it against the truths"))
    found = load_plan(plan)
    tell(*report_lines(found, check_plan(found, today)))
    tell("", f"   {say('For contrast, the sample of what not to do:')}")
    tell(f"   {verdict(check_plan(load_sample(CONTRAST), today))}")
    tell("", say("3. Export the document"))
    export.export(plan, export.ExportOrder(document, today))
    tell("", say("4. Have it signed by three people in three ways"))
    if not check_plan(found, today).can_sign:
        late = say("Not today: what the sample planned is overdue by now, as the findings above say.")
        tell(f"   {late}")
        return Exit.OK
    _sign_all(plan, today)
    write_atomically(signed, load_signed_copy(plan))
    tell("", say("5. Verify the signed document against the plan"))
    verify(signed, plan, Wishes())
    made = (
        (say("The plan:"), plan),
        (say("The document:"), document),
        (say("The signed document:"), signed),
    )
    tell("", *(f"{what:20} {path}" for what, path in made))
    return Exit.OK


def _sign_all(path: Path, today: date) -> None:
    for role in WAYS:
        edit_plan(path, partial(_with_way, role=role))
    for role, way in WAYS.items():
        after = edit_plan(path, partial(_signed, role=role, today=today))
        name = after.name_of(after.approvers[_approver_in(after, role)].person)
        told = say(
            "{name} signed as {role}: {way}",
            name=name,
            role=in_sentence(role.label),
            way=in_sentence(way.label),
        )
        tell(f"   {told}")


def _with_way(plan: Plan, role: ApproverRole) -> Edit:
    return verbs.change(plan, _approver_in(plan, role), "way", WAYS[role])


def _approver_in(plan: Plan, role: ApproverRole) -> str:
    return next(approver.id for approver in plan.approvers.values() if approver.role is role)


def _signed(plan: Plan, role: ApproverRole, today: date) -> Edit:
    approver = _approver_in(plan, role)
    way, name = WAYS[role], plan.name_of(plan.approvers[approver].person)
    drawing = _scrawl() if way is SigningWay.DRAWN else ""
    decision = Decision(approver, Verdict.ACCEPT, name, datetime.now(UTC), way=way, drawing=drawing)
    report = check_plan(plan, today)
    if way is not SigningWay.DIGITAL:
        return decide(plan, report, decision)
    passphrase = secrets.token_urlsafe(24)
    identity = load_identity(make_identity(name, passphrase), passphrase)
    return sign_with_key(plan, report, decision, identity, b"", today=today)


def _scrawl() -> str:
    """Return strokes that look like a name written in a hurry."""
    wave = [(60 + t * 7.5, 210 + 110 * math.sin(t / 5) * math.cos(t / 23)) for t in range(115)]
    return drawing_text([wave, [(120, 330), (880, 318)]])


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_error(error, folder) from error


def main(words: list[str]) -> int:
    """Run the demo in the folder that the first word names; return the exit code."""
    return tell_failure(lambda: run(Path(words[0]), date.today()))  # noqa: DTZ011 - the user's own day is meant


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
