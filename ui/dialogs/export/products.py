"""What a plan can be exported as."""

from planner.language import phrase
from planner.model.values import Choice


class Product(Choice):
    """What is made of a plan."""

    DOCUMENT = "document", phrase("Plan document (PDF)")
    WORD = "word", phrase("Plan document to edit (Word)")
    POSTER = "poster", phrase("Plan on a page (PDF)")
    WORKSHEETS = "worksheets", phrase("Worksheets (PDF)")
    AGENDA = "agenda", phrase("Agenda of the workshop (PDF)")
    FACILITATOR = "facilitator", phrase("Agenda with private notes (PDF)")
    AGENDA_CALENDAR = "agenda-calendar", phrase("Agenda for the calendar")
    MINUTES = "minutes", phrase("Minutes (PDF, Word, calendar)")
    SVG = "svg", phrase("Charts as drawings (SVG)")
    PNG = "png", phrase("Charts as pictures (PNG)")
    JSON = "json", phrase("Plan for other programs (JSON)")


WORDS = {
    Product.DOCUMENT: phrase(
        "The whole plan, to be read, signed and kept. The plan itself is attached to it."
    ),
    Product.WORD: phrase("The same document for those who must edit it further."),
    Product.POSTER: phrase("One large page for the wall."),
    Product.WORKSHEETS: phrase(
        "Blank forms for a workshop; their numbers lead the answers back into the plan."
    ),
    Product.AGENDA: phrase("One page or two for the wall, as large as the day allows."),
    Product.FACILITATOR: phrase("For your own hand: each block with its question and your notes."),
    Product.AGENDA_CALENDAR: phrase("An event for each block, by the clock on the wall of the room."),
    Product.MINUTES: phrase(
        "What the workshop decided, and who does what by when: three files under one name."
    ),
    Product.SVG: phrase("Each chart in a file of its own, sharp at any size."),
    Product.PNG: phrase("Each chart in a file of its own, for slides and messages."),
    Product.JSON: phrase("Everything in the plan as plain data; Truecourse opens it again."),
}
"""A sentence on each."""

ENDINGS = {
    Product.DOCUMENT: "pdf",
    Product.WORD: "docx",
    Product.POSTER: "pdf",
    Product.WORKSHEETS: "pdf",
    Product.AGENDA: "pdf",
    Product.FACILITATOR: "pdf",
    Product.AGENDA_CALENDAR: "ics",
    Product.MINUTES: "pdf",
    Product.JSON: "json",
}
"""How the name of the file ends; what is not here is written into a folder."""

PAPER_PRODUCTS = {
    Product.DOCUMENT: phrase("Plan document"),
    Product.POSTER: phrase("Plan on a page"),
    Product.WORKSHEETS: phrase("Worksheets"),
    Product.AGENDA: phrase("Agenda of the workshop"),
    Product.FACILITATOR: phrase("Agenda with private notes"),
    Product.MINUTES: phrase("Minutes of the workshop"),
}
"""What is made for paper, and what it is called there."""
