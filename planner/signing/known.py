"""Signers that were met before, and their keys: a file of this user's, on this computer.

A name in a certificate is what somebody typed. Only a key that was met before, and whose fingerprint
was compared with its holder, tells one signer from a stranger of the same name.
"""

import unicodedata
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import platformdirs
from msgspec import Meta, Struct

from planner.errors import PlanError
from planner.files.atomic import write_atomically
from planner.files.errors import file_error
from planner.language import say
from planner.model.text import clean_text

_FORMAT, _VERSION = "truecourse-known-signers", 1
_MAX_BYTES = 16 * 1024 * 1024


class Meeting(StrEnum):
    """How a key stands to what is known of its signer.

    Attributes:
        KNOWN: the key was met before, under this name.
        FIRST: neither the name nor the key was met before.
        CHANGED: the name was met before, with another key.
        OTHER_NAME: the key was met before, under another name.
    """

    KNOWN = "known"
    FIRST = "first"
    CHANGED = "changed"
    OTHER_NAME = "other-name"


class KnownKey(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key that was met.

    Attributes:
        name: of the signer, as the plan had it.
        fingerprint: SHA-256 of the certificate, 64 hexadecimal digits.
        first_met: when, by this computer's clock.
        where: in which document or plan, in plain words.
    """

    name: Annotated[str, Meta(min_length=1, max_length=400)]
    fingerprint: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    first_met: datetime
    where: Annotated[str, Meta(max_length=1000)] = ""


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: str = _FORMAT
    version: int = _VERSION
    keys: tuple[KnownKey, ...] = ()


def known_signers_file() -> Path:
    """Return where the known keys lie: in the user's data folder, beside the backups."""
    return Path(platformdirs.user_data_path("truecourse", appauthor=False)) / "known_signers.json"


class KnownSigners:
    """The keys that were met, as their file holds them; each change is on the disk when it returns.

    Attributes:
        path: the file; it need not exist yet.
        keys: what it holds, oldest first.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the file.

        Args:
            path: another file than the user's own.

        Raises:
            PlanError: it is there and can't be read; nothing is known then, which must not look like a
                first meeting.
        """
        self.path = path or known_signers_file()
        self.keys = _read(self.path)

    def keys_of(self, name: str) -> tuple[KnownKey, ...]:
        """Return the keys that were met under a name; case and spacing do not count."""
        wanted = _plain(name)
        return tuple(key for key in self.keys if _plain(key.name) == wanted)

    def names_of(self, fingerprint: str) -> tuple[str, ...]:
        """Return the names under which a key was met."""
        return tuple(key.name for key in self.keys if key.fingerprint == fingerprint)

    def meeting(self, name: str, fingerprint: str) -> Meeting:
        """Say how a key stands to what is known of its signer.

        Args:
            name: of the signer, as the plan has it.
            fingerprint: of the key that signed.
        """
        met = self.keys_of(name)
        if any(key.fingerprint == fingerprint for key in met):
            return Meeting.KNOWN
        if self.names_of(fingerprint):
            return Meeting.OTHER_NAME
        return Meeting.CHANGED if met else Meeting.FIRST

    def remember(self, name: str, fingerprint: str, *, at: datetime, where: str) -> None:
        """Take up a key, beside those that the signer has; a key that is known stays as it was first met.

        Args:
            name: of the signer, as the plan has it.
            fingerprint: of the key.
            at: now, with a time zone.
            where: in which document or plan it was met.

        Raises:
            PlanError: the file can't be read or written, or there is no name.
        """
        keys = _read(self.path)
        cleaned = clean_text(name, lines=False)[:400]
        if not cleaned:
            msg = say("A key can't be remembered without its signer's name.")
            raise PlanError(msg)
        if not any(key.fingerprint == fingerprint and _plain(key.name) == _plain(name) for key in keys):
            place = clean_text(where, lines=False)[:1000]
            keys += (KnownKey(name=cleaned, fingerprint=fingerprint, first_met=at, where=place),)
            _write(self.path, keys)
        self.keys = keys

    def forget(self, name: str, fingerprint: str) -> None:
        """Remove a key; forgetting one that is not there does nothing.

        Raises:
            PlanError: the file can't be read or written.
        """
        keys = _read(self.path)
        kept = tuple(
            key for key in keys if key.fingerprint != fingerprint or _plain(key.name) != _plain(name)
        )
        if kept != keys:
            _write(self.path, kept)
        self.keys = kept


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", clean_text(name, lines=False)).casefold().split())


def _read(path: Path) -> tuple[KnownKey, ...]:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise file_error(error, path) from error
    try:
        found = msgspec.json.decode(data, type=_File)
    except msgspec.MsgspecError as error:
        raise _damaged(path) from error
    if found.format != _FORMAT or found.version > _VERSION or len(data) > _MAX_BYTES:
        raise _damaged(path)
    return found.keys


def _damaged(path: Path) -> PlanError:
    return PlanError(
        say("The list of known signers in “{path}” can't be read, so no signer is known.", path=str(path)),
        hint=say("Bring the file back from a backup, or move it away; the signers are then met anew."),
    )


def _write(path: Path, keys: tuple[KnownKey, ...]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_error(error, path) from error
    write_atomically(path, msgspec.json.format(msgspec.json.encode(_File(keys=keys)), indent=2) + b"\n")
