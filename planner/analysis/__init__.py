"""Figures read off a plan: load, progress and their like; pure functions of the plan's value."""
