"""From the steps to the pieces that fill the worksheets' pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.document.blocks import Mark, Marked, Points
from planner.document.pages import theme
from planner.document.pages.paginate import Page, Piece, paginate
from planner.document.pages.paper import Paper
from planner.document.pages.texts import Heading, PointsFlow, Stack
from planner.document.worksheets.content import Card, forms, question_cards
from planner.document.worksheets.form import CardFlow
from planner.document.worksheets.steps import HEADLINES, truths_of
from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.model.vocabulary import Weight

_MARKS = {Weight.STOP: Mark.LATE, Weight.WARN: Mark.AT_RISK, Weight.ADVICE: Mark.NOT_STARTED}
_HOW = phrase(
    "Write on the lines. Each field has a number, and each entry a letter: afterwards “{example}: your "
    "answer” is typed into Truecourse, one a line."
)
_KEPT = 0.3
"""Part of a page up to which an entry is not broken, and of which a longer one stands above the break."""
_LEGEND = phrase("Diamond: a stop, nobody signs while it stands. Triangle: a warning. Ring: advice.")


@dataclass(frozen=True, slots=True)
class SheetComposer:
    """Turns steps into pieces.

    Attributes:
        paper: what is written on.
        plan: whose entries have the first letters; None where there is none.
        rows: blank entries of each kind; None for as many as usually come up.
        prefilled: the plan's own entries stand there too.
    """

    paper: Paper
    plan: Plan | None
    rows: int | None
    prefilled: bool

    def pages(self, step: Step, *, first: bool) -> list[Page]:
        """Return the filled pages of one step; where no number of entries was asked for, no room is left.

        Args:
            step: which step.
            first: it is the first of the document.
        """
        pieces = list(self._step(step, first=first))
        pages = self._paginated(pieces)
        last = pieces[-1].flow
        if self.rows is None and isinstance(last, CardFlow):
            bottom = pages[-1][-1].top + pages[-1][-1].height
            more = int((self.paper.frame_height - bottom) // (last.whole_height + theme.HALF))
            if more:
                return self._paginated(list(self._step(step, first=first, more=more)))
        return pages

    def _paginated(self, pieces: Sequence[Piece]) -> list[Page]:
        return paginate(pieces, self.paper.frame_width, self.paper.frame_height)

    def _step(self, step: Step, *, first: bool, more: int = 0) -> Iterator[Piece]:
        yield from self._head(step, first=first)
        yield from self._truths(step)
        questions = tuple(question_cards(step, self.plan, prefilled=self.prefilled))
        if questions:
            yield self._subheading(f"{step.value}-questions", say("Questions to answer"))
            yield from self._cards(questions)
        for form in forms(step, self.plan, self.rows, prefilled=self.prefilled, more=more):
            if form.cards:
                yield self._subheading(f"{step.value}-{form.kind.key}", form.kind.words)
                yield from self._cards(form.cards)

    def _head(self, step: Step, *, first: bool) -> Iterator[Piece]:
        number = list(Step).index(step) + 1
        texts = (
            (say("Worksheet {number} of {count}", number=number, count=len(Step)), theme.EYEBROW),
            (step.heading, theme.HEADING),
        )
        heading = Heading(
            texts, key=step.value, entry=f"{number} {step.heading}", level=0, rank=1 if first else 2
        )
        yield Piece(heading, after=theme.HALF, keep=True, new_page=True)
        yield Piece(Stack(((say(HEADLINES[step]), theme.LEAD),)), after=theme.HALF, keep=True)
        how = say(_HOW, example=f"{number}.1a" if step is not Step.PURPOSE else "1.1")
        yield Piece(Stack(((how, theme.QUIET),)), after=2 * theme.HALF)

    def _truths(self, step: Step) -> Iterator[Piece]:
        found = [Marked(truth.title, _MARKS[truth.level]) for truth in truths_of(step, self.plan)]
        if not found:
            return
        half = (len(found) + 1) // 2
        lists = (Points("", tuple(found[:half])), Points("", tuple(found[half:])))
        yield self._subheading(f"{step.value}-truths", say("Truths to raise"))
        yield Piece(PointsFlow(lists, 2 * theme.HALF), after=theme.HALF, keep=True)
        yield Piece(Stack(((say(_LEGEND), theme.FURNITURE),)), after=2 * theme.HALF)

    def _subheading(self, key: str, words: str) -> Piece:
        heading = Heading(((words, theme.SUBHEADING),), key=key, entry=words, level=1)
        return Piece(heading, before=2 * theme.HALF, after=theme.HALF, keep=True)

    def _cards(self, cards: Sequence[Card]) -> Iterator[Piece]:
        for card in cards:
            flow = CardFlow(card, self.paper.scale)
            height = flow.wrap(self.paper.frame_width, self.paper.frame_height)[1]
            least = min(height, self.paper.frame_height * _KEPT)
            yield Piece(flow, after=theme.HALF, least=least)
