"""Identities, and a document that three people signed, made once for all tests of signing."""

import pytest
from signing_parts import AT, NAMES, PASSPHRASE, minimal_document, plan_with_approvers, signed_by_all

from planner.signing import pkcs12_file
from planner.signing.identity import load_identity, make_identity
from planner.signing.known import KnownSigners


@pytest.fixture(scope="session", autouse=True)
def _quick_keys():
    """Let passphrases be turned into keys in few rounds; how many there are else, one test looks at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pkcs12_file, "rounds", 1000)
        yield


@pytest.fixture(scope="session")
def identity_of(_quick_keys):
    """Make identities by name; the same name twice gives two keys."""

    def make(name, **more):
        return load_identity(make_identity(name, PASSPHRASE, now=AT, **more), PASSPHRASE, now=AT)

    return make


@pytest.fixture(scope="session")
def identities(identity_of):
    return {role: identity_of(name) for role, name in NAMES.items()}


@pytest.fixture(scope="session")
def plan():
    return plan_with_approvers()


@pytest.fixture(scope="session")
def unsigned(plan):
    return minimal_document(plan)


@pytest.fixture(scope="session")
def signed(unsigned, plan, identities):
    return signed_by_all(unsigned, plan, identities)


@pytest.fixture
def nobody_known(tmp_path):
    """Nobody is known yet."""
    return KnownSigners(tmp_path / "known.json")


@pytest.fixture(scope="session")
def known(tmp_path_factory, identities):
    """All three signers are known."""
    signers = KnownSigners(tmp_path_factory.mktemp("known") / "known.json")
    for identity in identities.values():
        signers.remember(identity.name, identity.fingerprint, at=AT, where="the kick-off")
    return signers
