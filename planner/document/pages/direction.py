"""Pages in the direction in which the language in use is written.

Where it is written from the right, columns, labels, marks and lists stand the other way round; charts do so
by themselves (`planner.charts.mirrored`). Running text needs nothing: each paragraph begins at the side at
which its own words begin. Left as they are: the header and footer (title, code and page number have fixed
places, as the code's reader expects), the poster's panels and the worksheets' fields.
"""

from planner.language import language

_OTHER_SIDE = {"left": "right", "right": "left", "centre": "centre"}


def placed(begin: float, width: float, whole: float) -> float:
    """Return the left edge of a part.

    Args:
        begin: where it begins, from the side where reading begins.
        width: of the part.
        whole: width of what it is a part of.
    """
    return whole - begin - width if language().right_to_left else begin


def aligned(align: str) -> str:
    """Return the side at which text stands.

    Args:
        align: where one writes from the left: "left", "right" or "centre".
    """
    return _OTHER_SIDE[align] if language().right_to_left else align
