"""The organisation's logo above the title."""

from planner.document.logo.picture import Logo
from planner.language import say
from planner.paper.tags.drawing import Tags
from planner.paper.text.flow import DrawnFlow


class LogoFlow(DrawnFlow):
    """A logo at the left edge, as large as it is on any page, large print or not."""

    def __init__(self, logo: Logo, organisation: str, *, grey: bool) -> None:
        """Take the logo.

        Args:
            logo: ready to be drawn.
            organisation: whose it is, for those who can't see it.
            grey: draw it without colour.
        """
        super().__init__()
        self._logo = logo
        self._alternative = (
            say("Logo of {organisation}", organisation=organisation) if organisation.strip() else say("Logo")
        )
        self._grey = grey

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height."""
        scale = min(1.0, width / self._logo.width)
        self.width, self.height = self._logo.width * scale, self._logo.height * scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture."""
        image = self._logo.image.convert("L") if self._grey else self._logo.image
        with Tags.of(self.canv).figure(self._alternative, (0, 0, self.width, self.height)):
            self.canv.draw_picture(image, self.width, self.height)
