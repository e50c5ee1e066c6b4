"""The fingerprint: SHA-256 over the canonical JSON (RFC 8785) of what a signature covers."""

import hashlib

import rfc8785

from planner.exchange.plan_json import signed_builtins
from planner.model.plan import Plan


def canonical_json(plan: Plan) -> bytes:
    """Return the canonical JSON of what a signature covers (`planner.exchange.plan_json.signed_builtins`).

    Decimals are strings in it, so that no rounding of floats can tell two machines apart.
    """
    return rfc8785.dumps(signed_builtins(plan))


def fingerprint(plan: Plan) -> str:
    """Return the plan's fingerprint as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(plan)).hexdigest()


def short_fingerprint(full: str) -> str:
    """Return the first 16 digits in groups of four, as printed on each page."""
    digits = full[:16].upper()
    return "-".join(digits[i : i + 4] for i in range(0, len(digits), 4))
