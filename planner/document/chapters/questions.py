"""The questions that no program can answer, with the team's answers."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Facts, Named, Subheading, Together
from planner.document.chapters.common import Contents
from planner.document.source import Source
from planner.document.wording import in_words, short_day
from planner.language import phrase, say, say_count
from planner.model.records_signoff import Answer
from planner.truths.questions import Question, answer_to, questions_of

_ANSWERED = {
    (True, True): phrase("{truth}, answered by {name} on {day}"),
    (True, False): phrase("{truth}, answered by {name}"),
    (False, True): phrase("{truth}, on {day}"),
    (False, False): phrase("{truth}"),
}
"""What stands below an answer: whether it is known who gave it, and on which day."""


def questions(source: Source) -> Contents:
    """Write the chapter on questions and answers."""
    return Contents(_finding(source), tuple(_blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    for question in questions_of(source.plan):
        answer = answer_to(source.plan, question.id)
        heading = Subheading(question.text, minor=True)
        yield Together((heading, Facts((_answer(source, question, answer),))))


def _answer(source: Source, question: Question, answer: Answer | None) -> tuple[str, Cell]:
    truth = (
        say("Truth {citation}", citation=question.citation)
        if question.citation
        else say("Truth of the house")
    )
    if answer is None or not _said(answer):
        return say("Open"), Named(say("Not answered yet."), truth, sentence=True)
    reply = answer.reply.label if answer.reply else say("Open")
    day = short_day(answer.on) if answer.on else ""
    message = _ANSWERED[bool(answer.by), bool(day)]
    detail = say(message, truth=truth, name=source.name(answer.by), day=day)
    return reply, Named(answer.evidence or say("No evidence was given."), detail, sentence=True)


def _said(answer: Answer) -> bool:
    return bool(answer.reply or answer.evidence.strip())


def _finding(source: Source) -> str:
    asked = questions_of(source.plan)
    answers = (answer_to(source.plan, question.id) for question in asked)
    waiting = sum(answer is None or not _said(answer) for answer in answers)
    if waiting == len(asked):
        return say("None of the {count} questions is answered yet", count=len(asked))
    if waiting:
        return say_count(
            "{count} question has no answer yet",
            "{count} questions have no answer yet",
            waiting,
            count=in_words(waiting),
        )
    return say("All {count} questions are answered", count=len(asked))
