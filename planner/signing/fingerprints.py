"""Fingerprints of keys as people read them aloud and compare them."""

_GROUP = 4


def grouped(fingerprint: str) -> str:
    """Return a fingerprint in upper case, in groups of four: "AB12 34CD …".

    Args:
        fingerprint: hexadecimal digits.
    """
    digits = fingerprint.upper()
    return " ".join(digits[i : i + _GROUP] for i in range(0, len(digits), _GROUP))


def abridged(fingerprint: str) -> str:
    """Return the first 16 digits in groups, for a sentence; compare keys by all of them."""
    return f"{grouped(fingerprint[:16])} …"
