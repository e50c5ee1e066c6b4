"""The page itself: a tab for each part of signing off."""

from functools import partial

from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.signoff.approvals import outstanding
from planner.truths.findings import Finding
from planner.truths.questions import answers_by_question, questions_of
from ui.document import PlanDocument
from ui.kit.finding_index import place_of
from ui.kit.weak import weakly
from ui.steps.base import StepPage
from ui.steps.sign_off.approvals import ApprovalsTab
from ui.steps.sign_off.exceptions import ExceptionsTab
from ui.steps.sign_off.house import HouseTab
from ui.steps.sign_off.log import LogTab
from ui.steps.sign_off.questions import QuestionsTab
from ui.steps.sign_off.revisions import RevisionsTab
from ui.steps.sign_off.thresholds import ThresholdsTab
from ui.steps.sign_off.verdict import VerdictTab

_PURPOSE = phrase(
    "Hold the plan against the truths, answer what no program can, and have the right people approve it."
)


class SignOffPage(StepPage):
    """Verdict, questions, exceptions, approval, thresholds, revisions and log."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.SIGN_OFF, document, say(_PURPOSE))
        self._use_tabs()
        self._add_tab(say("Verdict"), weakly(self._make_verdict))
        questions = self._add_tab(say("Questions"), partial(QuestionsTab, document), _replies, {"answers"})
        self._place_in("answers", questions, QuestionsTab.show_answer)
        exceptions = self._add_tab(
            say("Exceptions"), partial(ExceptionsTab, document), _exceptions, {"waivers", "dismissals"}
        )
        self._place_in("waivers", exceptions, ExceptionsTab.show_waiver)
        self._place_in("dismissals", exceptions, ExceptionsTab.show_dismissal)
        approvals = self._add_tab(
            say("Approval"), partial(ApprovalsTab, document), None, {"approvers", "approvals"}
        )
        self._place_in("approvers", approvals, ApprovalsTab.show_approver)
        self._place_in("approvals", approvals, ApprovalsTab.show_approver)
        thresholds = self._add_tab(say("Thresholds"), partial(ThresholdsTab, document), None, {"limits"})
        self._place_in("limits", thresholds, ThresholdsTab.show_limit)
        house = self._add_tab(say("House truths"), weakly(self._make_house), _house_truths, {"house_truths"})
        self._place_in("house_truths", house, HouseTab.show_truth)
        revisions = self._add_tab(say("Revisions"), weakly(self._make_revisions))
        self._place_in("signed_revisions", revisions, RevisionsTab.show_revision)
        self._place_in("approval_requests", revisions, RevisionsTab.show_request)
        self._add_tab(say("Log"), partial(LogTab, document))

    def _make_verdict(self) -> VerdictTab:
        tab = VerdictTab(self._document)
        tab.approvals_wanted.connect(self._show_approvals)
        return tab

    def _show_approvals(self) -> None:
        waiting = next((approver.id for approver in outstanding(self._document.plan)), "")
        self.show_record("approvers", waiting, "")

    def _make_house(self) -> HouseTab:
        tab = HouseTab(self._document)
        tab.finding_wanted.connect(self._show_found)
        return tab

    def _make_revisions(self) -> RevisionsTab:
        tab = RevisionsTab(self._document)
        tab.plan_wanted.connect(self.plan_wanted)
        tab.record_wanted.connect(self.show_linked)
        return tab

    def _show_found(self, finding: Finding) -> None:
        self.show_record(*place_of(finding))


def _house_truths(plan: Plan) -> int:
    return len(plan.house_truths)


def _replies(plan: Plan) -> str:
    """Return how many of the questions have a reply."""
    asked, answers = questions_of(plan), answers_by_question(plan)
    replied = sum(question.id in answers and answers[question.id].reply is not None for question in asked)
    return f"{replied}/{len(asked)}"


def _exceptions(plan: Plan) -> int:
    return len(plan.waivers) + len(plan.dismissals)
