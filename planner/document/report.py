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
from planner.language import phrase, say
from planner.model.plan import Plan
from planner.truths.findings import Report


@dataclass(frozen=True, slots=True)
class ChapterKind:
    """A chapter that the document can have.

    Attributes:
        key: names it for life, for choosing what to print.
        message: its plain heading, as a message.
        write: writes its contents.
        needed: whether a plan's document has it; it always does, unless told otherwise.
    """

    key: str
    message: str
    write: Callable[[Source], Contents]
    needed: Callable[[Source], bool] = lambda _source: True

    @property
    def title(self) -> str:
        """Its plain heading."""
        return say(self.message)


CHAPTERS: tuple[ChapterKind, ...] = (
    ChapterKind("purpose", phrase("Purpose"), purpose),
    ChapterKind("objectives", phrase("Objectives"), objectives),
    ChapterKind("experience", phrase("Experience and fixes"), experience),
    ChapterKind("channels", phrase("Listening, channels and promises"), channels),
    ChapterKind("policies", phrase("Policies"), policies),
    ChapterKind("tactics", phrase("Tactics"), tactics),
    ChapterKind("responsibility", phrase("Responsibility"), responsibility),
    ChapterKind("people", phrase("People and load"), people),
    ChapterKind("partners", phrase("Partners"), partners),
    ChapterKind("changes", phrase("Changes in how people work"), changes),
    ChapterKind("metrics", phrase("Metrics"), metrics),
    ChapterKind("budget", phrase("Budget"), budget),
    ChapterKind("reviews", phrase("Reviews and rhythm"), reviews),
    ChapterKind("ideas", phrase("Ideas and decisions"), ideas),
    ChapterKind("truths", phrase("Truths"), truths),
    ChapterKind("questions", phrase("Questions and answers"), questions),
    ChapterKind("open-items", phrase("Open items"), open_items),
    ChapterKind(
        "revision",
        phrase("Changes since the last signed revision"),
        revision,
        needed=lambda source: source.signed_before is not None,
    ),
    ChapterKind("sign-off", phrase("Sign-off"), sign_off),
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


def described(written: PlanReport) -> str:
    """Return what a document is, in a line for its properties."""
    return say(
        "Revision {revision}, {status}, plan fingerprint {fingerprint}",
        revision=str(written.revision),
        status=written.status.word,
        fingerprint=written.fingerprint,
    )


def chosen(sections: Sequence[str]) -> tuple[ChapterKind, ...]:
    """Return the chapters to include, in the order of the document.

    Raises:
        PlanError: there is no chapter of that key.
    """
    for key in sections:
        if key not in CHAPTER_KEYS:
            msg = say("The document has no chapter “{key}”.", key=key)
            raise PlanError(msg, hint=say("Its chapters are: {keys}.", keys=", ".join(CHAPTER_KEYS)))
    return tuple(kind for kind in CHAPTERS if not sections or kind.key in sections)


def _written(kind: ChapterKind, source: Source) -> Chapter:
    contents = kind.write(source)
    return Chapter(kind.key, kind.title, contents.finding, contents.blocks)
