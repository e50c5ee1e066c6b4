"""Which Truecourse this is."""

from importlib.metadata import PackageNotFoundError, version

from planner.language import say


def program_version() -> str:
    """Return the version of the installed program, or say that it runs without being installed."""
    try:
        return version("truecourse")
    except PackageNotFoundError:
        return say("(not installed)")
