"""Reading entries of a PDF's dictionaries, wherever they lie."""

from collections.abc import Mapping
from typing import Any


def entry(dictionary: Mapping[str, Any], key: str, default: object = None) -> Any:  # noqa: ANN401 - any PDF object
    """Return an entry itself, also where the dictionary only says where it lies (`get` would return that).

    Args:
        dictionary: where to look.
        key: with its stroke.
        default: in case there is no such entry.
    """
    try:
        return dictionary[key]
    except KeyError:
        return default
