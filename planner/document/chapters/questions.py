"""The questions that no program can answer, with the team's answers."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Facts, Named, Subheading, Together
from planner.document.chapters.common import Contents
from planner.document.source import Source
from planner.document.wording import counted, short_day, verb
from planner.model.records_signoff import Answer
from planner.truths.questions import Question, answer_to, questions_of


def questions(source: Source) -> Contents:
    """Write the chapter on questions and answers."""
    return Contents(_finding(source), tuple(_blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    for question in questions_of(source.plan):
        answer = answer_to(source.plan, question.id)
        heading = Subheading(question.text, minor=True)
        yield Together((heading, Facts((_answer(source, question, answer),))))


def _answer(source: Source, question: Question, answer: Answer | None) -> tuple[str, Cell]:
    truth = f"Truth {question.citation}" if question.citation else "Truth of the house"
    if answer is None or not _said(answer):
        return "Open", Named("Not answered yet.", truth, sentence=True)
    reply = answer.reply.label if answer.reply else "Open"
    by = f"answered by {source.name(answer.by)}" if answer.by else ""
    on = f"on {short_day(answer.on)}" if answer.on else ""
    detail = ", ".join(filter(None, (truth, " ".join(filter(None, (by, on))))))
    return reply, Named(answer.evidence or "No evidence was given.", detail, sentence=True)


def _said(answer: Answer) -> bool:
    return bool(answer.reply or answer.evidence.strip())


def _finding(source: Source) -> str:
    asked = questions_of(source.plan)
    answers = (answer_to(source.plan, question.id) for question in asked)
    waiting = sum(answer is None or not _said(answer) for answer in answers)
    if waiting == len(asked):
        return f"None of the {len(asked)} questions is answered yet"
    if waiting:
        return f"{counted(waiting, 'question')} {verb(waiting, 'has', 'have')} no answer yet"
    return f"All {len(asked)} questions are answered"
