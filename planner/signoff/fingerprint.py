"""The fingerprint: SHA-256 over the canonical JSON (RFC 8785) of what a signature covers."""

import hashlib

import rfc8785

from planner.exchange.plan_json import to_builtins
from planner.model.plan import Plan


def canonical_json(plan: Plan) -> bytes:
    """Return the canonical JSON of the plan, without approvals and signed revisions.

    Decimals are strings in it, so that no rounding of floats can tell two machines apart.
    """
    return rfc8785.dumps(to_builtins(plan, signed_only=True))


def fingerprint(plan: Plan) -> str:
    """Return the plan's fingerprint as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(plan)).hexdigest()


def short_fingerprint(full: str) -> str:
    """Return the first 16 digits in groups of four, as printed on each page."""
    digits = full[:16].upper()
    return "-".join(digits[i : i + 4] for i in range(0, len(digits), 4))
