"""What an empty list of a kind says: what belongs there and why it is worth the trouble."""

from collections.abc import Mapping

EMPTY_WORDS: Mapping[str, str] = {
    "people": "Add everybody who owns, speaks or works for the plan. Roles will do for names.",
    "partners": "Add each agency or consultant, with what they showed you when you vetted them.",
    "touchpoints": "Add the stages of your customers' journey in order, and rate how good each is today.",
    "issues": "Add what is broken today, as a customer would say it. Fixes come before any push.",
    "objectives": "Add the business results you want. One to five are enough to guide everything else.",
    "channels": "Add every place where people meet you, shops and telephone included.",
    "listening": "Add where you listen, who listens, and who can act on what is heard.",
    "policies": "Add the rules you give yourselves: response, crisis, disclosure, privacy.",
    "ideas": "Collect suggestions from everybody, then decide: adopt, park or decline.",
    "tactics": "Add what you will do. Each tactic serves an objective and has somebody accountable.",
    "changes": "Add what will be different in how people work; tools alone change nothing.",
    "metrics": "Add the figures that lead from activity up to the business result.",
    "readings": "Add what was read later, so that everybody sees how the plan fares.",
    "budget_lines": "Add money that is set aside, apart from the cost of tactics and fixes.",
    "reviews": "Add the days on which you look at the plan and change it.",
    "house_truths": "Add what your organisation demands of every plan: rules and questions of its own.",
    "approvers": "Name who must approve: sponsor, customer-experience owner and budget holder at least.",
    "waivers": "No exceptions are accepted. A warning is waived from its place in the list of findings.",
    "dismissals": "No advice was put aside.",
    "approvals": "Nobody has decided yet.",
    "approval_requests": "The plan was not sent round yet.",
    "signed_revisions": "No revision is signed yet.",
    "answers": "No question is answered yet.",
}
