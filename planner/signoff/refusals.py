"""Why a decision is not taken down; each says in plain words what is missing."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from planner.editing.revision import is_signed, number_is_signed
from planner.errors import PlanError
from planner.language import say, say_count
from planner.language.figures import written_time
from planner.model.format import day, in_sentence, listing
from planner.model.plan import Plan, display_name
from planner.model.records_signoff import Approver
from planner.model.text import clean_text
from planner.model.vocabulary import ApproverRole, SigningWay, Verdict
from planner.truths.findings import Report


class ClockError(PlanError):
    """This computer's clock is behind what was signed before; the signer may say that it is right."""


def refuse_signed(plan: Plan) -> None:
    """Refuse a further decision about a revision that is signed.

    Raises:
        PlanError: it is signed.
    """
    if number_is_signed(plan):
        number = str(plan.revision)
        if is_signed(plan):
            msg = say("Revision {number} was signed already.", number=number)
        else:
            msg = say("Revision {number} was signed with other content than this.", number=number)
        raise PlanError(msg, hint=say("Any edit begins the next revision, which can be approved again."))


def refuse_wrong_name(plan: Plan, approver: Approver, typed: str) -> None:
    """Refuse a name that is not the approver's.

    Args:
        plan: the plan.
        approver: whose decision it is.
        typed: the name that was typed; capitals and outer blanks do not matter.

    Raises:
        PlanError: it is another name, or the plan names nobody in this role.
    """
    person = plan.people.get(approver.person or "")
    if person is None:
        msg = say("The plan names nobody as {role}.", role=in_sentence(approver.role.label))
        raise PlanError(msg, hint=say("Choose the person among the approvers first."))
    signed_as = clean_text(typed, lines=False)
    if not signed_as or signed_as.casefold() != clean_text(person.name, lines=False).casefold():
        msg = say(
            "The {role} of this plan is {person}, not {typed}.",
            role=in_sentence(approver.role.label),
            person=display_name(person),
            typed=signed_as or say("an empty name"),
        )
        raise PlanError(
            msg, hint=say("Type the name as it stands in the plan, or choose another person there.")
        )


def refuse_missing_reason(verdict: Verdict, reason: str) -> None:
    """Refuse a rejection without a reason, and conditions that are not told.

    Raises:
        PlanError: the reason is blank.
    """
    if reason.strip() or verdict is Verdict.ACCEPT:
        return
    if verdict is Verdict.REJECT:
        msg = say("A rejection needs a reason.")
    else:
        msg = say("An acceptance with conditions needs the conditions as reason.")
    raise PlanError(msg)


def last_moment(plan: Plan) -> datetime | None:
    """Return when the plan was last decided about or signed; None where it never was."""
    signed = [record.at for record in plan.signed_revisions.values()]
    decided = [record.at for record in plan.approvals.values()]
    return max((moment for moment in (*signed, *decided) if moment), default=None)


def refuse_early_clock(plan: Plan, at: datetime, *, clock_is_right: bool) -> None:
    """Refuse a moment before what was signed last: then a clock was or is wrong.

    Args:
        plan: the plan.
        at: the moment of the decision, by this computer's clock.
        clock_is_right: the signer has looked at it and says that this clock is right.

    Raises:
        ClockError: it is such a moment.
    """
    latest = last_moment(plan)
    if clock_is_right or latest is None or at >= latest:
        return
    msg = say(
        "This computer's clock says {now}, but the plan was last signed at {last}.",
        now=_moment(at),
        last=_moment(latest),
    )
    raise ClockError(msg, hint=say("Set the clock right, or say that it is right and sign all the same."))


def refuse_missing_roles(missing: Sequence[ApproverRole]) -> None:
    """Refuse a plan that does not name everybody who must approve it.

    Raises:
        PlanError: there is such a role.
    """
    if missing:
        roles = say(", ").join(in_sentence(role.label) for role in missing)
        msg = say("The plan does not name all its approvers yet: {roles}.", roles=roles)
        raise PlanError(msg, hint=say("Name them on the page Truths and sign-off."))


def place_in_turn(approver: Approver) -> tuple[bool, int, bool]:
    """Return what approvers are ordered by.

    Those who sign with a key come after all others: what the others decided is printed in what they sign.
    Among them the sponsor comes first, unless the turns say otherwise: the first key certifies the document.
    """
    by_key = approver.way is SigningWay.DIGITAL
    return by_key, approver.turn, by_key and approver.role is not ApproverRole.SPONSOR


def refuse_out_of_turn(plan: Plan, approver: Approver, outstanding: Iterable[Approver]) -> None:
    """Refuse an acceptance while somebody who comes before has not accepted.

    Args:
        plan: the plan.
        approver: who would accept.
        outstanding: those who have not accepted yet.

    Raises:
        PlanError: one of them comes first.
    """
    first = [other for other in outstanding if place_in_turn(other) < place_in_turn(approver)]
    if first:
        names = listing(named_with_role(plan.name_of(other.person), other) for other in first)
        role = in_sentence(approver.role.label)
        msg = say("Before the {role}, these decide: {names}.", role=role, names=names)
        raise PlanError(
            msg, hint=say("The turns are set among the approvers; those who sign digitally come last.")
        )


def refuse_unsigned(approver: Approver, way: SigningWay, drawing: str, certificate: str) -> None:
    """Refuse an acceptance without the signature that it needs.

    Args:
        approver: whose acceptance it is, and how the plan says they sign.
        way: how they signed.
        drawing: the drawn signature as the points of its strokes; empty for none.
        certificate: of the key, in text; empty for none.

    Raises:
        PlanError: the signature is missing, or of another way than the plan says.
    """
    role = in_sentence(approver.role.label)
    if approver.way is SigningWay.DIGITAL and way is not SigningWay.DIGITAL:
        msg = say("The {role} of this plan signs digitally.", role=role)
        raise PlanError(
            msg, hint=say("Sign with a key, or choose another way of signing among the approvers.")
        )
    if way is SigningWay.DIGITAL and approver.way is not SigningWay.DIGITAL:
        msg = say("The plan does not say that the {role} signs digitally.", role=role)
        raise PlanError(msg, hint=say("Choose this way of signing among the approvers first."))
    if way is SigningWay.DRAWN and not any(char.isdigit() for char in drawing):
        msg = say("Nothing is drawn yet.")
        raise PlanError(msg, hint=say("Draw the signature with mouse, pen or finger."))
    if way is SigningWay.DIGITAL and not certificate:
        msg = say("A digital signature comes with the key that made it.")
        raise PlanError(msg, hint=say("Sign the document digitally on the page Truths and sign-off."))


def refuse_unready(plan: Plan, report: Report) -> None:
    """Refuse a plan with a stop, an open warning, or text that can't be printed.

    Raises:
        PlanError: the plan is such; the message counts what stands.
    """
    if not report.can_sign:
        counts = report.counts
        msg = say(
            "The plan can't be approved yet: stops standing: {stops}, warnings neither mended nor waived: "
            "{warnings}.",
            stops=counts["stop"],
            warnings=counts["warn"],
        )
        raise PlanError(msg, hint=say("Mend the stops, and mend or waive the warnings."))
    _refuse_unprintable(plan)


def _refuse_unprintable(plan: Plan) -> None:
    """Refuse a plan of which the document would not say all: nobody signs what can't be read on paper."""
    from planner.signoff.printable import print_problems  # noqa: PLC0415 - opens fonts; only where needed

    problems = print_problems(plan, signed_only=True)
    if problems:
        raise PlanError(
            _unprintable(problems[0].message, len(problems) - 1),
            hint=say("Write it with other characters, or install a font that has them."),
        )


def _moment(at: datetime) -> str:
    return say("{day}, {time}", day=day(at), time=written_time(at.time()))


def named_with_role(name: str, approver: Approver) -> str:
    """Return who approves with the role: "Ana Ruiz (sponsor)"."""
    return say("{name} ({role})", name=name, role=in_sentence(approver.role.label))


def _unprintable(first: str, others: int) -> str:
    if not others:
        return say("The plan can't be approved: not all of it can be printed. {problem}", problem=first)
    return say_count(
        "The plan can't be approved: not all of it can be printed. {problem} So it is with {count} more "
        "field.",
        "The plan can't be approved: not all of it can be printed. {problem} So it is with {count} more "
        "fields.",
        others,
        problem=first,
    )
