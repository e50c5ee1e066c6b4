"""From a plan to its report: every chapter in the order of the document, before any layout."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.document.blocks import Chapter, PlanReport
from planner.document.chapters.budget import budget
from planner.document.chapters.changes import changes
from planner.document.chapters.channels import channels
from planner.document.chapters.common import Contents
from planner.document.chapters.control import control
from planner.document.chapters.experience import experience
from planner.document.chapters.first import first_page, status
from planner.document.chapters.ideas import ideas
from planner.document.chapters.metrics import metrics
from planner.document.chapters.objectives import objectives
from planner.document.chapters.open_items import open_items
from planner.document.chapters.partners import partners
from planner.document.chapters.people import people
from planner.document.chapters.policies import policies
from planner.document.chapters.purpose import purpose
from planner.document.chapters.questions import questions
from planner.document.chapters.responsibility import responsibility
from planner.document.chapters.reviews import reviews
from planner.document.chapters.revision import revision
from planner.document.chapters.sign_off import sign_off
from planner.document.chapters.tactics import tactics
from planner.document.chapters.truths import truths
from planner.document.source import Source
from planner.errors import PlanError
from planner.model.plan import Plan
from planner.truths.findings import Report


@dataclass(frozen=True, slots=True)
class ChapterKind:
    """A chapter that the document can have.

    Attributes:
        key: names it for life, for choosing what to print.
        title: its plain heading.
        write: writes its contents.
        needed: whether a plan's document has it; it always does, unless told otherwise.
    """

    key: str
    title: str
    write: Callable[[Source], Contents]
    needed: Callable[[Source], bool] = lambda _source: True


CHAPTERS: tuple[ChapterKind, ...] = (
    ChapterKind("purpose", "Purpose", purpose),
    ChapterKind("objectives", "Objectives", objectives),
    ChapterKind("experience", "Experience and fixes", experience),
    ChapterKind("channels", "Listening, channels and promises", channels),
    ChapterKind("policies", "Policies", policies),
    ChapterKind("tactics", "Tactics", tactics),
    ChapterKind("responsibility", "Responsibility", responsibility),
    ChapterKind("people", "People and load", people),
    ChapterKind("partners", "Partners", partners),
    ChapterKind("changes", "Changes in how people work", changes),
    ChapterKind("metrics", "Metrics", metrics),
    ChapterKind("budget", "Budget", budget),
    ChapterKind("reviews", "Reviews and rhythm", reviews),
    ChapterKind("ideas", "Ideas and decisions", ideas),
    ChapterKind("truths", "Truths", truths),
    ChapterKind("questions", "Questions and answers", questions),
    ChapterKind("open-items", "Open items", open_items),
    ChapterKind(
        "revision",
        "Changes since the last signed revision",
        revision,
        needed=lambda source: source.signed_before is not None,
    ),
    ChapterKind("sign-off", "Sign-off", sign_off),
)
"""All chapters, in the order of the document."""

CHAPTER_KEYS: tuple[str, ...] = tuple(kind.key for kind in CHAPTERS)


def plan_report(
    plan: Plan,
    findings: Report,
    today: date,
    sections: Sequence[str] = (),
    *,
    signed: Plan | None = None,
) -> PlanReport:
    """Return a plan's report.

    Args:
        plan: the plan.
        findings: what the truths find in exactly this plan on that day.
        today: the day as of which the document speaks; nothing in it reads the clock.
        sections: keys of the chapters to include, whatever their order; all of them by default.
        signed: the plan as it was last signed, for the chapter on what changed since.

    Raises:
        PlanError: there is no chapter of that key.
    """
    source = Source(plan, findings, today, signed)
    printed = [kind for kind in chosen(sections) if kind.needed(source)] or chosen(sections)
    chapters = tuple(_written(kind, source) for kind in printed)
    brief = plan.the_brief
    return PlanReport(
        title=brief.title,
        organisation=brief.organisation,
        revision=plan.revision,
        status=status(source),
        fingerprint=source.digest,
        first=first_page(source, chapters),
        chapters=chapters,
        control=control(source),
    )


def chosen(sections: Sequence[str]) -> tuple[ChapterKind, ...]:
    """Return the chapters to include, in the order of the document.

    Raises:
        PlanError: there is no chapter of that key.
    """
    for key in sections:
        if key not in CHAPTER_KEYS:
            msg = f"The document has no chapter “{key}”."
            raise PlanError(msg, hint=f"Its chapters are: {', '.join(CHAPTER_KEYS)}.")
    return tuple(kind for kind in CHAPTERS if not sections or kind.key in sections)


def _written(kind: ChapterKind, source: Source) -> Chapter:
    contents = kind.write(source)
    return Chapter(kind.key, kind.title, contents.finding, contents.blocks)
