"""What an empty list of a kind says: what belongs there and why it is worth the trouble."""

from collections.abc import Mapping

from planner.language import phrase

EMPTY_WORDS: Mapping[str, str] = {
    "people": phrase("Add everybody who owns, speaks or works for the plan. Roles will do for names."),
    "partners": phrase("Add each agency or consultant, with what they showed you when you vetted them."),
    "touchpoints": phrase(
        "Add the stages of your customers' journey in order, and rate how good each is today."
    ),
    "issues": phrase("Add what is broken today, as a customer would say it. Fixes come before any push."),
    "objectives": phrase(
        "Add the business results you want. One to five are enough to guide everything else."
    ),
    "channels": phrase("Add every place where people meet you, shops and telephone included."),
    "listening": phrase("Add where you listen, who listens, and who can act on what is heard."),
    "policies": phrase("Add the rules you give yourselves: response, crisis, disclosure, privacy."),
    "ideas": phrase("Collect suggestions from everybody, then decide: adopt, park or decline."),
    "tactics": phrase("Add what you will do. Each tactic serves an objective and has somebody accountable."),
    "changes": phrase("Add what will be different in how people work; tools alone change nothing."),
    "metrics": phrase("Add the figures that lead from activity up to the business result."),
    "readings": phrase("Add what was read later, so that everybody sees how the plan fares."),
    "budget_lines": phrase("Add money that is set aside, apart from the cost of tactics and fixes."),
    "reviews": phrase("Add the days on which you look at the plan and change it."),
    "house_truths": phrase(
        "Add what your organisation demands of every plan: rules and questions of its own."
    ),
    "approvers": phrase(
        "Name who must approve: sponsor, customer-experience owner and budget holder at least."
    ),
    "waivers": phrase(
        "No exceptions are accepted. A warning is waived from its place in the list of findings."
    ),
    "dismissals": phrase("No advice was put aside."),
    "approvals": phrase("Nobody has decided yet."),
    "approval_requests": phrase("The plan was not sent round yet."),
    "signed_revisions": phrase("No revision is signed yet."),
    "answers": phrase("No question is answered yet."),
}
