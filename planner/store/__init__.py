"""Plan files: SQLite tables, the gate that foreign files pass, durable edits, migrations, backups."""
