"""PKCS#12 files whose passphrase is as hard to guess as the format allows.

The library that writes them derives the key of the encryption in many rounds, and the key of the
seal (RFC 7292's MAC) in a single one, so that guesses could be tried on the seal at full speed.
Here the seal is made anew, in as many rounds.
"""

import hashlib
import hmac
import secrets
import unicodedata

from asn1crypto import algos, pkcs12
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12 as writing

from planner.signing.passphrase import used_form

rounds = 600_000
"""OWASP's figure for PBKDF2 with SHA-256 (2023)."""
_BLOCK = hashlib.sha256().block_size
_FOR_A_MAC = 3
"""RFC 7292, appendix B.3: the key is for a MAC."""


def sealed_file(
    name: str, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate, passphrase: str
) -> bytes:
    """Return a PKCS#12 file with one key and its certificate.

    Args:
        name: shown by programs that list what is inside.
        key: the private key.
        certificate: for that key.
        passphrase: opens the file.
    """
    scheme = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(writing.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(used_form(passphrase))
    )
    data = writing.serialize_key_and_certificates(name.encode(), key, certificate, None, scheme)
    return _resealed(data, passphrase)


def _resealed(data: bytes, passphrase: str) -> bytes:
    found = pkcs12.Pfx.load(data)
    salt = secrets.token_bytes(16)
    content = found["auth_safe"]["content"].native
    mac = hmac.digest(_mac_key(passphrase, salt), content, "sha256")
    digest = algos.DigestInfo(
        {"digest_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "digest": mac}
    )
    found["mac_data"] = pkcs12.MacData({"mac": digest, "mac_salt": salt, "iterations": rounds})
    return bytes(found.dump())


def _mac_key(passphrase: str, salt: bytes) -> bytes:
    """Return the 32 bytes that RFC 7292, appendix B.2, derives for SHA-256."""
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-16-be", "surrogatepass") + b"\0\0"
    derived = bytes([_FOR_A_MAC]) * _BLOCK + _filled(salt) + _filled(typed)
    for _ in range(rounds):
        derived = hashlib.sha256(derived).digest()
    return derived


def _filled(data: bytes) -> bytes:
    """Return the data over and over, up to whole blocks."""
    length = -(-len(data) // _BLOCK) * _BLOCK
    return (data * (length // len(data) + 1))[:length]
