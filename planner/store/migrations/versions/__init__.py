"""Alembic revisions, one a version of the schema."""
