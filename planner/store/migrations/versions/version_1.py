"""Version 1: the tables of the plan, its history and its archive. No file is older."""

revision = "1"
down_revision = None


def upgrade() -> None:
    """Do nothing: a file of version 1 has these tables."""
