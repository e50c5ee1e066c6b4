"""The one place of a signed file that its signature can't cover: the container of the signature itself.

A container says the same in several ways (upper and lower case, lengths written longer, fields that
nobody reads), so bytes there could be changed unseen. Here it must be written in the one way in which
signing leaves it; of all changes of a single bit, none passes.
"""

import re

from asn1crypto import cms, x509

_HEX = re.compile(rb"<([0-9a-f]*|[0-9A-F]*)>")
_SHORT_LENGTH = 0x80


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
    return bytes.fromhex(gap[1].decode()) == content and _is_canonical_cms(content)


def covers_all(data: bytes, byte_range: tuple[int, ...]) -> bool:
    """Say whether a signature covers a file to its last byte, all but its own container."""
    return len(byte_range) == 4 and byte_range[0] == 0 and byte_range[2] + byte_range[3] == len(data)


def _is_canonical_cms(content: bytes) -> bool:
    end = _end_of_first(content)
    if content[end:].strip(b"\0"):
        return False
    message = cms.ContentInfo.load(content[:end], strict=True)
    return bytes(message.dump(force=True)) == content[:end] and _says_nothing_twice(message["content"])


def _end_of_first(content: bytes) -> int:
    """Return where the outermost value ends, of which the first byte is its tag and its length follows."""
    first = content[1]
    if first < _SHORT_LENGTH:
        return 2 + first
    behind = 2 + first - _SHORT_LENGTH
    return behind + int.from_bytes(content[2:behind], "big")


def _says_nothing_twice(signed: cms.SignedData) -> bool:
    """Check what nobody reads, or what is told twice, against the only thing that it can be."""
    (signer,) = signed["signer_infos"]
    said = [algorithm.native for algorithm in signed["digest_algorithms"]]
    named = signer["sid"].chosen
    return (
        said == [signer["digest_algorithm"].native]
        and (signed["version"].native, signer["version"].native) == ("v1", "v1")
        and isinstance(named, cms.IssuerAndSerialNumber)
        and any(_is_of(named, one.chosen) for one in signed["certificates"])
    )


def _is_of(named: cms.IssuerAndSerialNumber, certificate: object) -> bool:
    return (
        isinstance(certificate, x509.Certificate)
        and named["issuer"].dump() == certificate.issuer.dump()
        and named["serial_number"].native == certificate.serial_number
    )
