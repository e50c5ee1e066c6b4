"""Alembic's entry: run the revisions on the connection at hand, inside its open transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
