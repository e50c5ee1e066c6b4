"""How house truths are named beside those of the catalogue."""

from planner.model.records_house import HouseTruth

PREFIX = "house."
"""Begins the id of every house truth. No group of the catalogue is called so, and no entry's id has a dot."""


def truth_id(truth: HouseTruth) -> str:
    """Return the id by which findings, waivers and answers name a house truth: for life, as its entry's."""
    return f"{PREFIX}{truth.id}"


def record_id(of_truth: str) -> str | None:
    """Return the id of the entry behind a truth's id; None for a truth of the catalogue."""
    return of_truth.removeprefix(PREFIX) if of_truth.startswith(PREFIX) else None
