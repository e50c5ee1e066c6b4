"""The workshop in the window: what the facilitator works with, and what the room sees."""
