"""What holds between the records of every plan that the verbs can make."""

from planner.errors import PlanError
from planner.language import say
from planner.model.format import in_sentence
from planner.model.kinds import KINDS
from planner.model.links import broken_links
from planner.model.plan import Plan, display_name
from planner.model.schema import fields
from planner.model.values import Form


def refuse_inconsistent(plan: Plan) -> None:
    """Refuse a plan that the verbs could never have made.

    Raises:
        PlanError: a fixed record is missing, a link leads nowhere, or an amount is in another currency.
    """
    for kind in KINDS:
        if kind.single and list(plan.records(kind)) != [kind.only_id]:
            msg = say("The {kind} of this plan is missing.", kind=kind.word)
            raise PlanError(msg)
    for record, spec, target in broken_links(plan):
        msg = say(
            "“{name}”: “{field}” leads to “{target}”, which is not there.",
            name=display_name(record),
            field=spec.title,
            target=target,
        )
        raise PlanError(msg, hint=say("Add the entry with that id, or take the link to it away."))
    _refuse_other_currencies(plan)


def _refuse_other_currencies(plan: Plan) -> None:
    for kind in KINDS:
        for spec in fields(kind.key):
            for record in plan.records(kind).values() if spec.form is Form.MONEY else ():
                amount = getattr(record, spec.name)
                if amount is not None and amount.currency != plan.the_brief.currency:
                    name, title = display_name(record), in_sentence(spec.title)
                    msg = say(
                        "“{name}”: its {field} is not in {currency}, the plan's currency.",
                        name=name,
                        field=title,
                        currency=plan.the_brief.currency,
                    )
                    raise PlanError(msg, hint=say("A plan has one currency: give the amount in that one."))
