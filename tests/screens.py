"""The two screens of all tests: a laptop and a projector."""

import shutil
from pathlib import Path

_SCREENS = Path(__file__).with_name("screens.json")


def two_screens(folder):
    """Return the platform of Qt that has both screens.

    Qt misreads what is not ASCII in the name of their file, and the project may lie in a folder called Zoë.

    Args:
        folder: where a copy of their file may stay as long as the application.
    """
    return f"offscreen:configfile={shutil.copy(_SCREENS, folder)}"
