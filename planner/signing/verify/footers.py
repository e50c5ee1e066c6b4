"""The plan's fingerprint as the pages of a document show it to a reader."""

import re
from collections.abc import Callable, Iterator

import pypdfium2

from planner.signing.verify.facts import MOST

MOST_PAGES = 2000
_FOOTER_HEIGHT = 62.0
"""Points from the sheet's lower edge; what users write never reaches down there."""
_PRINTED = re.compile(r"([0-9A-F]{4}(?:-[0-9A-F]{4}){3})(?![0-9A-F-])")
"""What follows need not be told apart by a space: the page's number may stand close beside it."""


def printed_fingerprints(data: bytes, progress: Callable[[float], None]) -> tuple[str, ...]:
    """Return the different short fingerprints in the footers of all pages.

    Args:
        data: the file; it has no more than `MOST_PAGES` pages.
        progress: told from 0 to 1 how far the work is.
    """
    found: dict[str, None] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            found |= dict.fromkeys(_on_page(document[number]))
            progress((number + 1) / len(document))
    finally:
        document.close()
    return tuple(found)[:MOST]


def _on_page(page: pypdfium2.PdfPage) -> Iterator[str]:
    left, bottom, right, _ = page.get_mediabox()
    text = page.get_textpage()
    footer = text.get_text_bounded(left=left, bottom=bottom, right=right, top=bottom + _FOOTER_HEIGHT)
    yield from _PRINTED.findall(footer)
    text.close()
    page.close()
