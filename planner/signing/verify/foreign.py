"""What a plan's document never has, and what could hide a second content behind the one that was signed."""

from collections.abc import Iterator

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader

from planner.language import phrase, say
from planner.signing.verify.objects import entry

_IN_CATALOGUE = {
    "/OCProperties": phrase("layers that can be switched on and off"),
    "/AA": phrase("actions that run by themselves"),
    "/Collection": phrase("a portfolio of files"),
}


def foreign_things(reader: PdfFileReader) -> tuple[str, ...]:
    """Return in plain words what a document has that no export of a plan has."""
    return tuple(_found(reader.root))


def _found(root: DictionaryObject) -> Iterator[str]:
    for key, words in _IN_CATALOGUE.items():
        if key in root:
            yield say(words)
    action = entry(root, "/OpenAction")
    if isinstance(action, DictionaryObject) and entry(action, "/S", "/GoTo") != "/GoTo":
        yield say("an action that runs when it is opened")
    if "/JavaScript" in entry(root, "/Names", ()):
        yield say("a script")
    form = entry(root, "/AcroForm", {})
    if "/XFA" in form:
        yield say("a form of another kind (XFA)")
    if any(entry(one.get_object(), "/FT") != "/Sig" for one in entry(form, "/Fields", ())):
        yield say("fields to fill in other than those for signatures")
