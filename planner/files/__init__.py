"""Files of any sort: written whole or not at all, and what can go wrong with them in plain words.

`atomic` writes one file, `together` several; `errors` and `refusals` tell what did not work. What lies in a
file is known above: `planner.store` has the plan's own, `planner.exchange` and `planner.document` the others.
"""
