"""Papers of a workshop beside the plan's document: its minutes, and its agenda for wall and facilitator.

`handout` is what both are made of, `pdf` and `word` draw it, `minutes` and `agenda` write it, `export`
is the way in. Unlike the plan's document they have no plan attached: it would give away ballots that
nobody revealed, and private notes.
"""
