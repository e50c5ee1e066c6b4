"""Words that people head sheets and columns with, and the kinds and fields that they mean."""

from collections.abc import Mapping

_PERSON = "responsible, lead, who, person, assignee, assigned to, in charge, contact, owned by, owner"
_DUE = "due date, deadline, by when, by, target date, when, finish, fix by, due by"

KIND_WORDS: Mapping[str, str] = {
    "people": "person, team, staff, resources, contacts, roles",
    "partners": "partner, agency, agencies, vendors, suppliers, consultants",
    "touchpoints": "touchpoint, journey, customer journey, customer experience, experience, cx",
    "issues": "issue, pain points, problems, complaints, bugs",
    "objectives": "objective, goals, goal, okr, okrs, targets, aims",
    "channels": "channel, platforms, networks, social channels, presence, accounts",
    "listening": "listening source, social listening, monitoring, sources",
    "policies": "policy, rules, guidelines, governance",
    "ideas": "idea, backlog, suggestions, brainstorm, parking lot",
    "tactics": "tactic, tasks, activities, actions, action plan, initiatives, campaigns, content, to do",
    "changes": "change action, change, change management, training plan",
    "metrics": "metric, kpi, kpis, measures, indicators, scorecard, dashboard",
    "readings": "reading, results, actuals, history, data",
    "budget_lines": "budget line, budget, costs, spend, expenses",
    "reviews": "review, meetings, rhythm, cadence, milestones",
}
"""What sheets are called that hold a kind."""

NAME_WORDS: Mapping[str, str] = {
    "people": "person, full name, employee, who, role, member, team member",
    "partners": "partner, agency, vendor, supplier, consultant, company",
    "touchpoints": "journey step, moment, interaction, touch point",
    "issues": "problem, pain point, complaint, what is wrong",
    "objectives": "goal, aim, business goal, business objective, okr, result",
    "channels": "platform, network, account, presence, site",
    "listening": "listening source, tool, where we listen",
    "policies": "rule, guideline, document",
    "ideas": "suggestion, proposal, concept",
    "tactics": "task, activity, action, initiative, campaign, what, project, to do, post, description",
    "changes": "change action, action, what changes",
    "metrics": "kpi, indicator, measure, key result, key performance indicator",
    "budget_lines": "item, cost item, position, expense, description, line",
    "reviews": "meeting, milestone, review meeting",
}
"""What the column of names is called; the kind's own words go without saying."""

FIELD_WORDS: Mapping[str, str] = {
    "owner": _PERSON,
    "accountable": f"{_PERSON}, accountable person",
    "fix_owner": f"{_PERSON}, fix by whom",
    "decided_by": "decision by, decider, approved by",
    "responsible": "support, team, doers, done by, supported by, staff",
    "due": _DUE,
    "fix_due": f"{_DUE}, due, fix due",
    "starts_on": "start date, begin, begins, from, kick-off, launch, starts",
    "ends_on": f"end date, until, to, ends, {_DUE}, due",
    "on": "day, when, measured on, month, due",
    "decided_on": "decision date, decided",
    "bought_on": "date, when, due, paid on",
    "rated_on": "date of rating, rating date, date",
    "trained_on": "training date, trained",
    "opens_on": "launch, opening, opens, start",
    "in_force_from": "valid from, effective from, date",
    "cost": "budget, costs, spend, price, amount",
    "amount": "budget, cost, costs, spend, price, sum, total",
    "value": "worth, benefit, revenue, value",
    "hours": "hours, hours per week, weekly hours, h/week, effort, time, capacity, availability",
    "channel": "platform, network, where",
    "objectives": "objective, goal, goals, business goal, supports goal, strategic objective",
    "metrics": "kpi, kpis, metric, measure, indicator, measured by",
    "metric": "kpi, indicator, measure",
    "feeds": "leads to, parent, objective, goal, supports",
    "measure": "kpi, metric, indicator, measured by",
    "unit": "units, uom, unit of measure",
    "baseline": "current, today, start value, now, as is, starting point, current value",
    "target": "goal, target value, to be, planned, plan",
    "figure": "value, actual, result, current",
    "source": "data source, tool, where",
    "cadence": "frequency, how often, interval, rhythm",
    "level": "seniority, tier, rung",
    "kind": "type, category, sort, content type",
    "type": "kind, category, sort",
    "category": "type, kind, cost type",
    "status": "state, progress, stage",
    "severity": "priority, impact, importance",
    "stage": "phase, journey stage",
    "rating": "score, grade, mark, satisfaction",
    "touchpoint": "touch point, moment, where",
    "audience": "target group, target audience, for whom, segment",
    "benefit": "customer benefit, value for customers, why, purpose",
    "success": "success criteria, done when, definition of done",
    "stop": "stop criteria, exit criterion, kill criterion",
    "note": "notes, comment, comments, remarks, remark",
    "fix": "solution, remedy, action, measure",
    "function": "department, team, unit, area, division",
    "employment": "contract, contract type, type",
    "training": "trained in, skills",
    "promise_hours": "response time, sla, reply within, response promise",
    "messages": "volume, messages per day, contacts a day",
    "minutes": "handling time, aht, minutes per message",
    "voices": "voice, who answers, community manager, responders",
    "origin": "source, from, where from",
    "decision": "status, outcome, verdict",
    "why": "reason, rationale, because",
    "helps_with": "service, services, task, scope",
}
"""What columns are called, by the field's name, whatever the kind."""

COMPANY_WORDS = frozenset(
    {"co", "cie", "company", "corp", "inc", "incorporated", "llc", "llp", "ltd", "limited", "plc", "pty"}
    | {
        "gmbh",
        "ag",
        "kg",
        "ohg",
        "ug",
        "sarl",
        "srl",
        "bv",
        "nv",
        "sons",
        "brothers",
        "partners",
        "associates",
    }
)
"""Words, without dots, that end the name of a company and are nobody's own."""
