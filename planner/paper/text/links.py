"""Which addresses a document may link to."""

import re
from urllib.parse import urlsplit

_ALLOWED = frozenset({"http", "https", "mailto"})
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f<>\"\\]")


def safe_link(address: str) -> str:
    """Return an address that may become a link, else an empty text.

    Args:
        address: what a user typed; http, https and mailto are taken, without blanks and backslashes.
    """
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return address if scheme in _ALLOWED and not _UNSAFE.search(address) else ""
