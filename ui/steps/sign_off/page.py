"""The page itself: a tab for each part of signing off."""

from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.truths.questions import QUESTIONS, answers_by_question
from ui.document import PlanDocument
from ui.steps.base import StepPage
from ui.steps.sign_off.approvals import ApprovalsTab
from ui.steps.sign_off.exceptions import ExceptionsTab
from ui.steps.sign_off.questions import QuestionsTab
from ui.steps.sign_off.revisions import RevisionsTab
from ui.steps.sign_off.thresholds import ThresholdsTab
from ui.steps.sign_off.verdict import VerdictTab

_PURPOSE = (
    "Hold the plan against the truths, answer what no program can, and have the right people approve it."
)


class SignOffPage(StepPage):
    """Verdict, questions, exceptions, approval, thresholds and revisions."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.SIGN_OFF, document, _PURPOSE)
        tabs = self._use_tabs()
        tabs.add_page("Verdict", VerdictTab(document))
        questions = QuestionsTab(document)
        tabs.add_page("Questions", questions, _replies, {"answers"})
        self._place("answers", questions, questions.show_answer)
        self._add_exceptions()
        approvals = ApprovalsTab(document)
        tabs.add_page("Approval", approvals, None, {"approvers", "approvals"})
        self._place("approvers", approvals, approvals.show_approver)
        self._place("approvals", approvals, approvals.show_approver)
        thresholds = ThresholdsTab(document)
        tabs.add_page("Thresholds", thresholds, None, {"limits"})
        self._place("limits", thresholds, thresholds.show_limit)
        revisions = RevisionsTab(document)
        tabs.add_page("Revisions", revisions)
        self._place("signed_revisions", revisions, revisions.show_revision)
        self._tables.append(approvals.table)

    def _add_exceptions(self) -> None:
        exceptions = ExceptionsTab(self._document)
        if self._tabs is not None:
            self._tabs.add_page("Exceptions", exceptions, _exceptions, {"waivers", "dismissals"})
        self._place("waivers", exceptions, exceptions.show_waiver)
        self._place("dismissals", exceptions, exceptions.show_dismissal)


def _replies(plan: Plan) -> str:
    """Return how many of the questions have a reply."""
    answers = answers_by_question(plan)
    replied = sum(question.id in answers and answers[question.id].reply is not None for question in QUESTIONS)
    return f"{replied}/{len(QUESTIONS)}"


def _exceptions(plan: Plan) -> int:
    return len(plan.waivers) + len(plan.dismissals)
