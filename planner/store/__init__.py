"""Plan files: SQLite tables, the gate that foreign files pass, durable edits, migrations, backups.

From the outside in: `workspace` (plans by the name of their file) and `plan_file` (the open file);
`opening` and `creating`; `gate` (what a file must show), `contents` (reading and checking all rows),
`writing` and `steps` (writing them); `tables`, `mapping` and `seal` (what the rows are). `atomic` writes
any other file whole or not at all. What goes wrong is told by `errors`, `saving` and `refusals`.
"""
