"""Votes that the facilitator casts for the people in the room, and their results."""
