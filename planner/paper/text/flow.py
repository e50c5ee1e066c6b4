"""What all our flowables are: the one place where a class of ReportLab without types is built upon."""

from reportlab.platypus.flowables import Flowable


class DrawnFlow(Flowable):  # type: ignore[misc]  # ReportLab has no type information
    """A piece of a page: `wrap` tells its size, `draw` draws it on `canv` from its lower left corner."""
