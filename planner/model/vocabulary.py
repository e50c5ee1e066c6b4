"""The field's words as choices: each stored as a stable value and shown by its label."""

from planner.model.values import Choice


class Employment(Choice):
    """How a person belongs to the organisation."""

    EMPLOYEE = "employee", "Employee"
    AGENCY = "agency", "Agency"
    CONTRACTOR = "contractor", "Contractor"


class Seniority(Choice):
    """A person's level; director and executive employees are senior."""

    INTERN = "intern", "Intern"
    STAFF = "staff", "Staff"
    MANAGER = "manager", "Manager"
    DIRECTOR = "director", "Director"
    EXECUTIVE = "executive", "Executive"


class Function(Choice):
    """The part of the organisation in which a person works."""

    MARKETING = "marketing", "Marketing"
    COMMUNICATIONS = "communications", "Communications"
    SERVICE = "service", "Service"
    SALES = "sales", "Sales"
    PRODUCT = "product", "Product"
    OPERATIONS = "operations", "Operations"
    HR = "hr", "HR"
    IT = "it", "IT"
    LEGAL = "legal", "Legal"
    FINANCE = "finance", "Finance"
    LEADERSHIP = "leadership", "Leadership"
    OTHER = "other", "Other"


class Severity(Choice):
    """How much an experience issue hurts."""

    CRITICAL = "critical", "Critical"
    MAJOR = "major", "Major"
    MINOR = "minor", "Minor"


class FixStatus(Choice):
    """How far the fix of an experience issue is; all but done count as open."""

    OPEN = "open", "Open"
    IN_PROGRESS = "in-progress", "In progress"
    DONE = "done", "Done"


class ChannelType(Choice):
    """What kind of place a channel is."""

    SOCIAL = "social-network", "Social network"
    BLOG = "blog", "Blog"
    COMMUNITY = "community", "Community"
    REVIEWS = "review-site", "Review site"
    EMAIL = "email", "E-mail"
    WEBSITE = "website", "Website"
    CALLS = "call-centre", "Call centre"
    STORE = "store", "Store"
    EVENT = "event", "Event"


class Audience(Choice):
    """Whom a channel mainly serves; promises are compared within one audience."""

    CUSTOMERS = "customers", "Customers"
    PROSPECTS = "prospects", "Prospects"
    CANDIDATES = "candidates", "Candidates"
    PARTNERS = "partners", "Partners"
    SUPPORTERS = "supporters", "Supporters"
    EVERYBODY = "everybody", "Everybody"


class TacticKind(Choice):
    """What a tactic does; see `RELATIONSHIP_KINDS` and `PUSH_KINDS`."""

    LISTEN = "listen", "Listen"
    RESPOND = "respond", "Respond"
    CONVERSE = "converse", "Converse"
    COMMUNITY = "community", "Community"
    SERVE = "serve", "Serve"
    PUBLISH = "publish", "Publish"
    PROMOTE = "promote", "Promote"
    RECRUIT = "recruit", "Recruit"
    RESEARCH = "research", "Research"
    CREATE = "create", "Create"
    BUILD = "build", "Build"


RELATIONSHIP_KINDS = frozenset(
    {TacticKind.RESPOND, TacticKind.CONVERSE, TacticKind.COMMUNITY, TacticKind.SERVE}
)
PUSH_KINDS = frozenset({TacticKind.PUBLISH, TacticKind.PROMOTE})


class Yield(Choice):
    """What a tactic is to bring about in people."""

    REACH = "reach", "Reach"
    TRUST = "trust", "Trust"
    INFLUENCE = "influence", "Influence"
    WORD_OF_MOUTH = "word-of-mouth", "Word of mouth"
    SALES = "sales", "Sales"
    SATISFACTION = "satisfaction", "Satisfaction"
    INSIGHT = "insight", "Insight"
    APPLICATIONS = "applications", "Applications"
    FUNDS = "funds", "Funds"


class Level(Choice):
    """Where a metric stands on the ladder from activity to business result."""

    ACTIVITY = "activity", "Activity"
    ENGAGEMENT = "engagement", "Engagement"
    OUTCOME = "outcome", "Outcome"
    BUSINESS = "business", "Business"


class Direction(Choice):
    """Which way a figure is to move."""

    UP = "up", "Up"
    DOWN = "down", "Down"


class Evidence(Choice):
    """What is known about a link between two figures."""

    ASSUMED = "assumed", "Assumed"
    CORRELATED = "correlated", "Correlated"
    TESTED = "tested", "Tested"
    DIRECT = "direct", "Direct"


class Cadence(Choice):
    """How often something is read or held."""

    DAILY = "daily", "Daily"
    WEEKLY = "weekly", "Weekly"
    MONTHLY = "monthly", "Monthly"
    QUARTERLY = "quarterly", "Quarterly"
    YEARLY = "yearly", "Yearly"


class Mechanism(Choice):
    """How a business result comes about."""

    NEW_CUSTOMERS = "new-customers", "New customers"
    MORE_OFTEN = "more-often", "More often"
    MORE_EACH_TIME = "more-each-time", "More each time"
    KEPT_LONGER = "kept-longer", "Kept longer"
    CHEAPER_TO_SERVE = "cheaper-to-serve", "Cheaper to serve"
    PEOPLE_HIRED = "people-hired", "People hired"
    FUNDS_RAISED = "funds-raised", "Funds raised"
    RISK_LOWERED = "risk-lowered", "Risk lowered"


class VoicesHeard(Choice):
    """Whose voices a listening source hears."""

    OUR_CUSTOMERS = "our-customers", "Our customers"
    COMPETITORS_CUSTOMERS = "competitors-customers", "Competitors' customers"
    STAFF = "staff", "Staff"
    MARKET = "market", "Market"


class PolicyKind(Choice):
    """What a policy settles."""

    RESPONSE = "response", "Response"
    ESCALATION = "escalation", "Escalation"
    CRISIS = "crisis", "Crisis"
    DISCLOSURE = "disclosure", "Disclosure"
    PRIVACY = "privacy", "Privacy"
    MODERATION = "moderation", "Moderation"
    EQUAL_TREATMENT = "equal-treatment", "Equal treatment"
    OTHER = "other", "Other"


class PolicyStatus(Choice):
    """How far a policy is; only an approved one is in force from its date."""

    DRAFT = "draft", "Draft"
    APPROVED = "approved", "Approved"
    WITHDRAWN = "withdrawn", "Withdrawn"


class WorkStatus(Choice):
    """How far a piece of work is."""

    PLANNED = "planned", "Planned"
    IN_PROGRESS = "in-progress", "In progress"
    DONE = "done", "Done"


class Origin(Choice):
    """Where an idea came from."""

    CUSTOMER = "customer", "Customer"
    FRONT_LINE = "front-line", "Front line"
    STAFF = "staff", "Other staff"
    LEADERSHIP = "leadership", "Leadership"
    MARKETING = "marketing", "Marketing"
    PARTNER = "partner", "Partner"
    COMPETITOR = "competitor", "Competitor"
    WORKSHOP = "workshop", "Workshop"


class Decision(Choice):
    """What was decided about an idea."""

    ADOPT = "adopt", "Adopt"
    PARK = "park", "Park"
    DECLINE = "decline", "Decline"


class BudgetCategory(Choice):
    """What a budget line pays for."""

    PEOPLE = "people", "People"
    TOOLS = "tools", "Tools"
    CONTENT = "content", "Content"
    MEDIA = "media", "Media"
    PARTNER = "partner", "Partner"
    TRAINING = "training", "Training"
    EXPERIENCE_FIXES = "experience-fixes", "Experience fixes"


class Reply(Choice):
    """A team's answer to a question of the catalogue."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


class PartnerClaim(Choice):
    """What a partner promised that nobody can keep."""

    NONE = "none", "Nothing of the kind"
    CERTAIN_RESULT = "certain-result", "A certain result"
    SECRET_FORMULA = "secret-formula", "A secret formula"


class ApproverRole(Choice):
    """In which role somebody signs; the first three must be there."""

    SPONSOR = "sponsor", "Sponsor"
    EXPERIENCE_OWNER = "experience-owner", "Customer-experience owner"
    BUDGET_HOLDER = "budget-holder", "Budget holder"
    REVIEWER = "reviewer", "Reviewer"


class SigningWay(Choice):
    """How an approver signs."""

    TYPED = "typed", "Typed name"
    DRAWN = "drawn", "Drawn signature"
    DIGITAL = "digital", "Digital signature"
    PAPER = "paper", "Ink on paper"


class Verdict(Choice):
    """What an approver decided."""

    ACCEPT = "accept", "Accept"
    CONDITIONS = "accept-with-conditions", "Accept with conditions"
    REJECT = "reject", "Reject"


class TruthSort(Choice):
    """What a house truth is: a rule that a machine checks, or a question that people answer."""

    RULE = "rule", "Rule"
    QUESTION = "question", "Question"


class Weight(Choice):
    """How heavy a finding weighs (its level)."""

    STOP = "stop", "Stop"
    WARN = "warn", "Warning"
    ADVICE = "advice", "Advice"


class Joined(Choice):
    """Whether all conditions must hold, or any one of them."""

    ALL = "all", "All of these hold"
    ANY = "any", "Any of these holds"


class Subject(Choice):
    """What a house truth looks at, one by one: the plan as a whole, or the entries of a kind."""

    PLAN = "plan", "The plan"
    PEOPLE = "people", "People"
    PARTNERS = "partners", "Partners"
    TOUCHPOINTS = "touchpoints", "Touchpoints"
    ISSUES = "issues", "Experience issues"
    OBJECTIVES = "objectives", "Objectives"
    CHANNELS = "channels", "Channels"
    LISTENING = "listening", "Listening sources"
    POLICIES = "policies", "Policies"
    IDEAS = "ideas", "Ideas"
    TACTICS = "tactics", "Tactics"
    CHANGES = "changes", "Change actions"
    METRICS = "metrics", "Metrics"
    READINGS = "readings", "Readings"
    BUDGET_LINES = "budget_lines", "Budget lines"
    REVIEWS = "reviews", "Reviews"


class BlockSort(Choice):
    """What a room does in one block of a workshop."""

    OPENING = "opening", "Opening"
    WORK = "work", "Work"
    WRITING = "writing", "Silent writing"
    VOTE = "vote", "Vote"
    BREAKS = "breaks", "What breaks this plan?"
    PAUSE = "pause", "Break"
    BUFFER = "buffer", "Buffer"
    CLOSING = "closing", "Closing"


class BlockPicture(Choice):
    """What the room sees beside a block's question."""

    NONE = "none", "No picture"
    LADDER = "ladder", "Ladder"
    TIMELINE = "timeline", "Timeline"
    BOARD = "board", "Board"
    LOAD = "load", "Load"
    FINDINGS = "findings", "Findings"


class BallotSort(Choice):
    """How a room votes."""

    DOTS = "dots", "Dots"
    RANKING = "ranking", "Ranking"
    REPLY = "reply", "Yes, partly or no"


class PaperSize(Choice):
    """The paper that the plan document is laid out for."""

    A4 = "A4", "A4"
    LETTER = "Letter", "Letter"


class DocumentChapter(Choice):
    """A chapter of the plan document, by its key in `planner.document.report`."""

    PURPOSE = "purpose", "Purpose"
    OBJECTIVES = "objectives", "Objectives"
    EXPERIENCE = "experience", "Experience and fixes"
    CHANNELS = "channels", "Listening, channels and promises"
    POLICIES = "policies", "Policies"
    TACTICS = "tactics", "Tactics"
    RESPONSIBILITY = "responsibility", "Responsibility"
    PEOPLE = "people", "People and load"
    PARTNERS = "partners", "Partners"
    CHANGES = "changes", "Changes in how people work"
    METRICS = "metrics", "Metrics"
    BUDGET = "budget", "Budget"
    REVIEWS = "reviews", "Reviews and rhythm"
    IDEAS = "ideas", "Ideas and decisions"
    TRUTHS = "truths", "Truths"
    QUESTIONS = "questions", "Questions and answers"
    OPEN_ITEMS = "open-items", "Open items"
    REVISION = "revision", "Changes since the last signed revision"
    SIGN_OFF = "sign-off", "Sign-off"
