"""Identities: made, opened, and refused in plain words."""

from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import pkcs12 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from signing_parts import AT, PASSPHRASE

from planner.errors import PlanError
from planner.signing import pkcs12_file
from planner.signing.identity import load_identity, make_identity
from planner.signing.passphrase import refuse_weak


def test_an_identity_opens_with_its_passphrase_and_says_whose_it_is():
    data = make_identity("Ana Lima", PASSPHRASE, organisation="Acme", email="ana@acme.example", now=AT)
    identity = load_identity(data, PASSPHRASE, now=AT)
    assert identity.name == "Ana Lima"
    assert identity.fingerprint == identity.certificate.fingerprint(hashes.SHA256()).hex()
    assert identity.not_after - AT > timedelta(days=3650)
    assert isinstance(identity.key.curve, ec.SECP256R1)
    usage = identity.certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign


def test_an_identity_is_read_from_its_file_too(tmp_path):
    path = tmp_path / "ana.p12"
    path.write_bytes(make_identity("Ana Lima", PASSPHRASE, now=AT))
    assert load_identity(path, PASSPHRASE, now=AT).name == "Ana Lima"


def test_names_in_any_script_are_kept():
    name = "李小龍 عمر Ødegård"
    assert load_identity(make_identity(name, PASSPHRASE, now=AT), PASSPHRASE, now=AT).name == name


def test_a_passphrase_opens_whether_its_accents_are_composed_or_not():
    data = make_identity("Ana Lima", "caf\u00e9 cr\u00e8me br\u00fbl\u00e9e", now=AT)
    assert load_identity(data, "cafe\u0301 cre\u0300me bru\u0302le\u0301e", now=AT).name == "Ana Lima"


def test_guessing_costs_many_rounds_at_the_seal_too(monkeypatch):
    monkeypatch.setattr(pkcs12_file, "rounds", 600_000)
    data = make_identity("Ana Lima", PASSPHRASE, now=AT)
    assert asn1.Pfx.load(data)["mac_data"]["iterations"].native == 600_000
    assert load_identity(data, PASSPHRASE, now=AT).name == "Ana Lima"


def refusal(data, passphrase=PASSPHRASE, now=AT):
    with pytest.raises(PlanError) as refused:
        load_identity(data, passphrase, now=now)
    assert refused.value.hint or "expired" in refused.value.message
    return refused.value


def test_a_wrong_passphrase_is_refused_and_not_quoted():
    error = refusal(make_identity("Ana Lima", PASSPHRASE, now=AT), "another passphrase")
    assert error.message == "The passphrase does not open this identity."
    assert "another passphrase" not in f"{error.message}{error.hint}{error.args}"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (AT + timedelta(days=4000), "This identity expired on"),
        (AT - timedelta(days=1), "This identity is not valid before"),
    ],
)
def test_an_identity_is_refused_out_of_its_time(now, words):
    assert refusal(make_identity("Ana Lima", PASSPHRASE, now=AT), now=now).message.startswith(words)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x30\x80" + b"\0" * 80, b"x" * 2_000_000])
def test_what_is_no_identity_is_refused(data):
    assert refusal(data).message == "This file is no identity, or it is damaged."


def test_a_damaged_identity_is_refused():
    data = make_identity("Ana Lima", PASSPHRASE, now=AT)
    for cut in (len(data) // 2, len(data) - 1):
        refusal(data[:cut])
    for place in range(40, len(data), 97):
        refusal(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(PlanError, match="no such file"):
        load_identity(tmp_path / "nobody.p12", PASSPHRASE)


def certificate(key, *, name="Ana Lima", start=AT - timedelta(days=1), days=365, usage=None):
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
    )
    if usage is not None:
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256())


def container(key, own, others=None):
    return pkcs12.serialize_key_and_certificates(b"x", key, own, others, NoEncryption())


def test_of_several_certificates_the_one_for_the_key_is_taken_and_the_others_go_along():
    key, other = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    data = container(key, certificate(key), [certificate(other, name="Some authority")])
    identity = load_identity(data, "", now=AT)
    assert identity.name == "Ana Lima"
    assert [one.subject.rfc4514_string() for one in identity.chain] == ["CN=Some authority"]


def test_of_two_certificates_for_one_key_the_valid_one_is_taken():
    key = ec.generate_private_key(ec.SECP256R1())
    old = certificate(key, start=AT - timedelta(days=800))
    new = certificate(key)
    identity = load_identity(container(key, old, [new]), "", now=AT)
    assert identity.certificate == new


def test_a_file_without_a_key_is_refused():
    key = ec.generate_private_key(ec.SECP256R1())
    assert "no private key" in refusal(container(None, certificate(key)), "").message


def test_a_file_without_a_certificate_for_its_key_is_refused():
    key, other = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    data = container(key, None, [certificate(other)])
    assert "no certificate that belongs to it" in refusal(data, "").message


@pytest.mark.parametrize(
    "key",
    [rsa.generate_private_key(65537, 1024), ed25519.Ed25519PrivateKey.generate()],  # noqa: S505 - to be refused
    ids=["short", "ed25519"],
)
def test_a_key_that_is_too_weak_or_too_new_for_pdf_readers_is_refused(key):
    assert "can't sign with this kind of key" in refusal(container(key, certificate(key)), "").message


def test_a_certificate_that_is_not_for_signing_is_refused():
    key = ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=True, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    assert "not made for signing" in refusal(container(key, certificate(key, usage=usage)), "").message


@pytest.mark.parametrize(
    "key", [rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP384R1())]
)
def test_identities_of_other_programs_are_taken(key):
    assert load_identity(container(key, certificate(key)), "", now=AT).name == "Ana Lima"


@pytest.mark.parametrize(
    ("name", "more", "words"),
    [
        ("", {}, "needs the signer's name"),
        (" \n", {}, "needs the signer's name"),
        ("a" * 65, {}, "at most 64 characters"),
        ("Ana", {"organisation": "o" * 65}, "at most 64 characters"),
        ("Ana", {"email": "nobody"}, "no e-mail address"),
        ("Ana", {"email": "jo@x y"}, "no e-mail address"),
    ],
)
def test_an_identity_is_not_made_from_what_a_certificate_cannot_hold(name, more, words):
    with pytest.raises(PlanError, match=words):
        make_identity(name, PASSPHRASE, **more)


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [
        ("hens!", "too short: it has 5 of at least 12"),
        ("abababababababab", "same few characters"),
        ("Ana Lima Ana Lima", "hardly more than your name"),
        ("analimaacme2027", "hardly more than your name"),
        ("x" * 50 + "abcdefgh" * 40, "too long"),
    ],
)
def test_a_new_passphrase_that_is_easy_to_guess_is_refused_with_the_rule(passphrase, words):
    with pytest.raises(PlanError, match=words) as refused:
        make_identity("Ana Lima", passphrase, organisation="Acme")
    assert "At least 12 characters" in refused.value.hint
    assert passphrase not in f"{refused.value.message}{refused.value.hint}"


@pytest.mark.parametrize(
    "passphrase", [PASSPHRASE, "zwölf Boxkämpfer jagen", "七転び八起き人生山あり谷ありです"]
)
def test_a_good_passphrase_is_taken(passphrase):
    refuse_weak(passphrase, "Ana Lima", "Acme")


def test_an_identity_never_shows_its_key():
    identity = load_identity(make_identity("Ana Lima", PASSPHRASE, now=AT), PASSPHRASE, now=AT)
    assert "key=" not in repr(identity)
    assert PASSPHRASE not in repr(identity)
    assert identity.not_before <= datetime(2027, 3, 12, 10, 15, tzinfo=UTC)
