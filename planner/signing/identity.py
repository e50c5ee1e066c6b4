"""Identities to sign with: a private key and its certificate, in a PKCS#12 file that the signer keeps."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import pkcs12 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509.oid import NameOID

from planner.errors import PlanError
from planner.files.errors import file_error
from planner.language import phrase, say
from planner.model.format import day
from planner.model.text import clean_text
from planner.signing.passphrase import refuse_weak, used_form
from planner.signing.pkcs12_file import sealed_file

ENDINGS = (".p12", ".pfx")
YEARS = 10
"""Offline nobody renews a certificate, so it should last as long as the plans that it signs."""
_MAX_BYTES = 1024 * 1024
_CLOCKS_DIFFER = timedelta(minutes=5)
_LONGEST_NAME = 64
"""X.520's bound on a common name and on an organisation."""
_SIGNS_DOCUMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""RFC 9336: the key signs documents."""
_FEWEST_RSA_BITS = 2048

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Identity:
    """A key to sign with, opened for one signature; let go of it afterwards.

    Attributes:
        name: of the signer, as the certificate has it.
        fingerprint: SHA-256 of the certificate, 64 hexadecimal digits.
        not_before: the certificate's first moment.
        not_after: the certificate's last moment.
        certificate: the signer's.
        chain: further certificates of the file.
        key: the private key; never shown.
    """

    name: str
    fingerprint: str
    not_before: datetime
    not_after: datetime
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    key: PrivateKey = field(repr=False)


def make_identity(
    name: str,
    passphrase: str,
    *,
    organisation: str = "",
    email: str = "",
    now: datetime | None = None,
) -> bytes:
    """Make an identity: an EC P-256 key with a certificate that it signs itself, valid for ten years.

    Args:
        name: of the signer, as it stands in the plan.
        passphrase: a new one; see `planner.signing.passphrase.RULE`.
        organisation: where the signer works; may be empty.
        email: the signer's address; may be empty.
        now: from when it is valid; this computer's clock by default.

    Returns:
        The PKCS#12 file, which only the passphrase opens.

    Raises:
        PlanError: the name is missing or too long, the address is none, or the passphrase is too weak.
    """
    signer, works_at = _line(name, _LONG_NAME), _line(organisation, _LONG_ORGANISATION)
    address = _address(email)
    if not signer:
        msg = say("An identity needs the signer's name.")
        raise PlanError(msg)
    refuse_weak(passphrase, signer, works_at, address)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, _subject(signer, works_at), address, now or datetime.now(UTC))
    return sealed_file(signer, key, certificate, passphrase)


def load_identity(source: Path | bytes, passphrase: str, *, now: datetime | None = None) -> Identity:
    """Open an identity for one signature.

    Args:
        source: the PKCS#12 file, or its bytes.
        passphrase: opens it; kept nowhere.
        now: the moment of signing; this computer's clock by default.

    Raises:
        PlanError: it is no identity, the passphrase does not open it, it holds no key or no certificate
            for its key, can't sign documents, or is not valid now.
    """
    data = source if isinstance(source, bytes) else _read(source)
    found = _opened(data, passphrase)
    if found.key is None:
        msg = say("This file holds no private key, so nothing can be signed with it.")
        raise PlanError(msg, hint=say("Export your identity again, with its private key."))
    if not isinstance(found.key, PrivateKey) or not _strong(found.key):
        msg = say("Truecourse can't sign with this kind of key.")
        raise PlanError(
            msg, hint=say("It signs with RSA keys from 2048 bits and with elliptic curves P-256 to P-521.")
        )
    moment = now or datetime.now(UTC)
    certificates = [one.certificate for one in (found.cert, *found.additional_certs) if one is not None]
    own = _own_certificate(found.key, certificates, moment)
    _refuse_unfit(own, moment)
    return Identity(
        name=common_name(own),
        fingerprint=own.fingerprint(hashes.SHA256()).hex(),
        not_before=own.not_valid_before_utc,
        not_after=own.not_valid_after_utc,
        certificate=own,
        chain=tuple(one for one in certificates if one is not own),
        key=found.key,
    )


def certificate_bytes(certificate: x509.Certificate) -> bytes:
    """Return a certificate in DER, over which its fingerprint is taken."""
    return certificate.public_bytes(Encoding.DER)


def common_name(certificate: x509.Certificate) -> str:
    """Return the name in a certificate, cleaned; what it says is up to whoever made it."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return clean_text(str(names[0].value), lines=False) if names else say("(no name)")


_LONG_NAME = phrase("The name in a certificate can have at most {most} characters.")
_LONG_ORGANISATION = phrase("The organisation in a certificate can have at most {most} characters.")


def _line(text: str, too_long: str) -> str:
    line = clean_text(text, lines=False)
    if len(line) > _LONGEST_NAME:
        raise PlanError(say(too_long, most=_LONGEST_NAME))
    return line


def _address(email: str) -> str:
    address = clean_text(email, lines=False)
    user, at, host = address.partition("@")
    if address and not (address.isascii() and user and at and host and " " not in address):
        msg = say("“{address}” is no e-mail address that a certificate can hold.", address=address)
        raise PlanError(msg, hint=say("Leave it empty, or give one such as ana@example.org."))
    return address


def _subject(name: str, organisation: str) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name(parts)


def _certificate(
    key: ec.EllipticCurvePrivateKey, subject: x509.Name, email: str, now: datetime
) -> x509.Certificate:
    public = key.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCKS_DIFFER)
        .not_valid_after(now + timedelta(days=YEARS * 365.25))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_KEY_USAGE, critical=True)
        .add_extension(x509.ExtendedKeyUsage([_SIGNS_DOCUMENTS]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )
    if email:
        names = x509.SubjectAlternativeName([x509.RFC822Name(email)])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(key, hashes.SHA256())


_KEY_USAGE = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise file_error(error, path) from error


def _opened(data: bytes, passphrase: str) -> pkcs12.PKCS12KeyAndCertificates:
    if len(data) > _MAX_BYTES or not _looks_right(data):
        msg = say("This file is no identity, or it is damaged.")
        raise PlanError(msg, hint=say("An identity is a PKCS#12 file; its name ends in .p12 or .pfx."))
    try:
        return pkcs12.load_pkcs12(data, used_form(passphrase))
    except ValueError:
        msg = say("The passphrase does not open this identity.")
        hint = say(
            "Look at Caps Lock and the keyboard's language. If it is surely right, the file is damaged."
        )
    except (TypeError, UnicodeError):
        msg = say("This identity can't be opened.")
        hint = say("Export it again, encrypted with AES-256, or let Truecourse make one.")
    raise PlanError(msg, hint=hint)


def _looks_right(data: bytes) -> bool:
    try:
        found = asn1.Pfx.load(data, strict=True)
        return found["version"].native == "v3" and bool(found.authenticated_safe)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _strong(key: PrivateKey) -> bool:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.key_size >= _FEWEST_RSA_BITS
    return isinstance(key.curve, ec.SECP256R1 | ec.SECP384R1 | ec.SECP521R1)


def _own_certificate(
    key: PrivateKey, certificates: Sequence[x509.Certificate], moment: datetime
) -> x509.Certificate:
    """Return the certificate for the key; where there are several, one that is valid, and the newest."""
    public = key.public_key()
    own = [one for one in certificates if one.public_key() == public]
    if not own:
        msg = say("This file holds a private key but no certificate that belongs to it.")
        raise PlanError(msg, hint=say("Export your identity again, with its certificate."))
    return max(own, key=lambda one: (_valid_at(one, moment), one.not_valid_after_utc))


def _valid_at(certificate: x509.Certificate, moment: datetime) -> bool:
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def _refuse_unfit(certificate: x509.Certificate, moment: datetime) -> None:
    start, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if moment > end:
        msg = say("This identity expired on {day}.", day=day(end.date()))
        raise PlanError(msg, hint=say("Make a new one, and tell the others its fingerprint."))
    if moment < start:
        msg = say(
            "This identity is not valid before {start}, and this computer's clock says {now}.",
            start=day(start.date()),
            now=day(moment.date()),
        )
        raise PlanError(msg, hint=say("Check the computer's date and time."))
    if not _may_sign(certificate):
        msg = say("This identity was not made for signing.")
        raise PlanError(msg, hint=say("Use one whose certificate allows digital signatures."))


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    except ValueError:
        return False
    return usage.digital_signature or usage.content_commitment
