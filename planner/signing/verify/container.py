"""The one place of a signed file that its signature can't cover: the container of the signature itself.

A container says the same in several ways (upper and lower case, lengths written longer, tags and fields
that nobody reads), so bytes there could be changed unseen. Here it must be written in the one way in which
signing leaves it; what remains is covered by the signature, by the certificate's fingerprint, or by both.
"""

import re
from collections.abc import Iterator

_HEX = re.compile(rb"<([0-9a-f]*|[0-9A-F]*)>")
_LONG = 0x80
_CONSTRUCTED = 0x20
_DEEPEST = 40
_SEQUENCE, _SET, _OCTETS, _CONTEXT_0, _CONTEXT_1 = b"\x30", b"\x31", b"\x04", b"\xa0", b"\xa1"
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DETACHED = bytes.fromhex("300b06092a864886f70d010701")
"""What is signed lies outside: it is the file."""
_VERSION_1 = bytes.fromhex("020101")
_DIGESTS = {
    bytes.fromhex(head + oid + tail)
    for oid in ("0609608648016503040201", "0609608648016503040202", "0609608648016503040203")
    for head, tail in (("300b", ""), ("300d", "0500"))
}
"""SHA-256, SHA-384 and SHA-512, each without and with an empty parameter; both are in use (RFC 5754, 2)."""


def is_canonical(data: bytes, byte_range: tuple[int, ...], content: bytes) -> bool:
    """Say whether a signature's container is written in the one right way, and is all that is not covered.

    Args:
        data: the file.
        byte_range: what the signature covers: start and length, twice.
        content: the container, as a reader of the file understood it.
    """
    if len(byte_range) != 4 or byte_range[0] != 0:
        return False
    _, length, resumes, rest = byte_range
    gap = _HEX.fullmatch(data[length:resumes])
    if gap is None or rest <= 0 or resumes + rest > len(data):
        return False
    if bytes.fromhex(gap[1].decode()) != content:
        return False
    try:
        return _is_canonical_cms(content)
    except (ValueError, IndexError):
        return False


def covers_all(data: bytes, byte_range: tuple[int, ...]) -> bool:
    """Say whether a signature covers a file to its last byte, all but its own container."""
    return len(byte_range) == 4 and byte_range[0] == 0 and byte_range[2] + byte_range[3] == len(data)


def _is_canonical_cms(content: bytes) -> bool:
    """Check a ContentInfo with the SignedData of one signer (RFC 5652, 3 and 5.1), then zeros."""
    end = _end_of_value(content, 0, 0)
    kind, wrapped = _parts(content[:end], _SEQUENCE)
    (signed,) = _parts(wrapped, _CONTEXT_0)
    version, digests, what, certificates, signers = _parts(signed, _SEQUENCE)
    (signer,) = _parts(signers, _SET)
    return (
        not content[end:].strip(b"\0")
        and (kind, version, what) == (_SIGNED_DATA, _VERSION_1, _DETACHED)
        and _is_canonical_signer(signer, _parts(digests, _SET), _parts(certificates, _CONTEXT_0))
    )


def _is_canonical_signer(signer: bytes, digests: list[bytes], certificates: list[bytes]) -> bool:
    """Check a SignerInfo (RFC 5652, 5.3); what the signature covers in it may say what it likes."""
    version, named, digest, covered, _algorithm, signature, *more = _parts(signer, _SEQUENCE)
    return (
        version == _VERSION_1
        and [digest] == digests
        and digest in _DIGESTS
        and _parts(named, _SEQUENCE) in [_issuer_and_number(one) for one in certificates]
        and (covered[:1], signature[:1]) == (_CONTEXT_0, _OCTETS)
        and [one[:1] for one in more] in ([], [_CONTEXT_1])
    )


def _issuer_and_number(certificate: bytes) -> list[bytes]:
    """Return by what a signature names a certificate (RFC 5280, 4.1; ours are of version 3)."""
    body, *_ = _parts(certificate, _SEQUENCE)
    _version, number, _algorithm, issuer, *_ = _parts(body, _SEQUENCE)
    return [issuer, number]


def _parts(value: bytes, tag: bytes) -> list[bytes]:
    """Return the values in a value.

    Raises:
        ValueError: it has another tag.
    """
    if value[:1] != tag:
        msg = "a value has another tag than it should"
        raise ValueError(msg)
    return list(_split(value))


def _split(value: bytes) -> Iterator[bytes]:
    start = 2 + (value[1] - _LONG if value[1] & _LONG else 0)
    while start < len(value):
        end = _end_of_value(value, start, 0)
        yield value[start:end]
        start = end


def _end_of_value(data: bytes, start: int, depth: int) -> int:
    """Return where the value ends that starts somewhere; all in it must be written by DER's one rule.

    Raises:
        ValueError: a length is not the shortest, or does not fit (X.690, 10.1).
        IndexError: the data ends before the value does.
    """
    first, behind = data[start + 1], start + 2
    length = first
    if first & _LONG:
        behind += first - _LONG
        written = data[start + 2 : behind]
        length = int.from_bytes(written, "big")
        if not written or written[0] == 0 or length < _LONG:
            msg = "a length is not written in the shortest way"
            raise ValueError(msg)
    end = behind + length
    inner = behind if data[start] & _CONSTRUCTED else end
    while inner < end and depth < _DEEPEST:
        inner = _end_of_value(data, inner, depth + 1)
    if inner != end or end > len(data):
        msg = "a value does not end where it should"
        raise ValueError(msg)
    return end
