"""All rules, loaded from their modules in the order of the catalogue."""

import importlib
from collections.abc import Mapping
from functools import cache

from planner.truths.registry import Check, Rule, registered

MODULES: tuple[str, ...] = (
    "purpose",
    "measure",
    "ladder",
    "ladder_proof",
    "experience",
    "experience_better",
    "cost",
    "owner",
    "owner_leading",
    "owner_serving",
    "help",
    "ready",
    "ready_in_time",
    "promise",
    "open",
    "listen",
    "social",
    "change",
    "ideas",
    "adapt",
    "focus",
    "waiver",
    "general",
)
"""Modules of `planner.truths.rules`, in the order in which their rules are listed."""


@cache
def rules() -> Mapping[str, tuple[Rule, Check]]:
    """Return every rule with its check, by id."""
    for name in MODULES:
        importlib.import_module(f"planner.truths.rules.{name}")
    return registered()
