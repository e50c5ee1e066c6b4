"""Pages that become a picture in another document and say nothing about what they are made of."""

from planner.paper.tags.drawing import ArtifactKind, Tags
from planner.paper.tags.structure import Element


class Untagged(Tags):
    """For pages that become a picture in another document, such as the stamp of a signature: no tags."""

    @property
    def is_marking(self) -> bool:
        """Yes: nothing needs a tag of its own."""
        return True

    def annotate(self, _annotation: int) -> str:
        """Leave a link or field as it is."""
        return ""

    def end_page(self) -> str:
        """Leave a page as it is."""
        return ""

    def end_addition(self) -> None:
        """Leave a page as it is."""

    def close(self) -> None:
        """Write nothing."""

    def _leave(self, _element: Element) -> None:
        """Write nothing."""
        self._open.pop()

    def _begin(self, what: Element | ArtifactKind) -> None:
        """Mark nothing."""

    def _end(self) -> None:
        """Mark nothing."""
