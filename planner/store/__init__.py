"""Plan files: SQLite tables, the gate that foreign files pass, durable edits, migrations, backups.

From the outside in: `workspace` (plans by the name of their file), `plan_file` (the open file) on `held_file`
(one transaction around each write); `opening` and `creating`; `gate` (what a file must show), `contents`
(reading and checking all rows), `writing` and `steps` (writing them); `tables`, `mapping` and `seal` (what
the rows are). What goes wrong while writing is told by `saving`, by `opening` while reading.
"""
