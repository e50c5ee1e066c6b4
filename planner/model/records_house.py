"""What an organisation adds to the plan's own words: truths of the house, and the look of its document."""

from typing import Annotated

from msgspec import Meta

from planner.model.record import Record
from planner.model.values import END, Form, Id, Line, Text, about
from planner.model.vocabulary import DocumentChapter, Joined, PaperSize, Subject, TruthSort, Weight

Accent = Annotated[str, Meta(pattern=rf"^(#[0-9A-F]{{6}})?{END}", title="Accent colour")]
"""A colour as #RRGGBB in capitals; empty for Truecourse's own."""

Picture = Annotated[str, Meta(max_length=2_000_000, pattern=rf"^[A-Za-z0-9+/=]*{END}")]
"""A PNG or SVG file in Base64, as text; empty for none."""


class HouseTruth(Record, frozen=True, kw_only=True):
    """A rule or a question that the organisation adds to the catalogue of truths."""

    name: Annotated[
        Line, about("Truth", "The truth as a short claim.", Form.LINE, main=True, column=True)
    ] = ""
    sort: Annotated[
        TruthSort,
        about("Sort", "A rule is checked, a question is answered.", Form.CHOICE, main=True, column=True),
    ] = TruthSort.RULE
    looks_at: Annotated[
        Subject,
        about("Looks at", "Each of these entries is held against it.", Form.CHOICE, main=True, column=True),
    ] = Subject.TACTICS
    level: Annotated[
        Weight,
        about("Level", "How heavy it weighs; a stop can't be waived.", Form.CHOICE, main=True, column=True),
    ] = Weight.WARN
    joined: Annotated[
        Joined, about("Conditions apply", "When all of them hold, or any one.", Form.CHOICE, main=True)
    ] = Joined.ALL
    conditions: Annotated[
        Text,
        about("Conditions", "One a line; where they hold, the truth is broken.", Form.TEXT, main=True),
    ] = ""
    message: Annotated[Text, about("Finding", "What is wrong, in one sentence.", Form.TEXT, main=True)] = ""
    remedy: Annotated[Text, about("Remedy", "What would mend it.", Form.TEXT, main=True)] = ""
    why: Annotated[Text, about("Why it matters", "One to three sentences.", Form.TEXT)] = ""
    citation: Annotated[Line, about("Source", "Where it comes from.", Form.LINE)] = ""


class Layout(Record, frozen=True, kw_only=True):
    """How the plan's document looks; one to a plan, and no part of what a signature covers."""

    id: Id = "layout"
    paper: Annotated[PaperSize, about("Paper", "The size that it is laid out for.", Form.CHOICE)] = (
        PaperSize.A4
    )
    two_sided: Annotated[
        bool, about("Two-sided", "The inner margin changes sides from page to page.", Form.YES_NO)
    ] = False
    large_print: Annotated[bool, about("Large print", "Larger type throughout.", Form.YES_NO)] = False
    grey: Annotated[bool, about("Grey", "No colours, for printers that have none.", Form.YES_NO)] = False
    left_out: Annotated[
        tuple[DocumentChapter, ...],
        about("Left out", "Chapters that are not printed.", Form.CHOICES),
    ] = ()
    accent: Annotated[
        Accent, about("Accent colour", "The organisation's colour, such as #0B4F7D.", Form.LINE)
    ] = ""
    logo: Annotated[Picture, about("Logo", "The organisation's sign.", Form.TEXT)] = ""
