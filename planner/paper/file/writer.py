"""The objects of a PDF on their way into the file (PDF 32000-1, section 7.5)."""

import hashlib
import zlib
from array import array
from typing import Protocol

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The second line tells programs that pass the file on that it is no text."""
_LEVEL = 6
"""Of zlib's compression, for all that is not said to be urgent."""
_HELD = 1 << 16
"""Bytes that are gathered before they go to the file."""


class Out(Protocol):
    """Where the bytes go: an open file, or a buffer in memory."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""


class FileWriter:
    """Writes objects, and at last the table of where each of them stands.

    The same objects make the same bytes: the file's identifier is a digest of its content.

    Attributes:
        catalog: entries of the document's catalog by their names.
        info: entries of the old form of metadata by their names.
    """

    def __init__(self, out: Out) -> None:
        """Begin a file.

        Args:
            out: takes its bytes, in order.
        """
        self.catalog: dict[str, str] = {}
        self.info: dict[str, str] = {}
        self._out = out
        self._places = array("Q", [0])
        self._digest = hashlib.sha256()
        self._held = bytearray(_HEADER)
        self._written = 0

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._places.append(0)
        return len(self._places) - 1

    def put(self, body: str, number: int = 0) -> int:
        """Write an object.

        Args:
            body: as PDF spells it, in ASCII.
            number: a reserved one; a new one by default.

        Returns:
            Its number.
        """
        number = number or self.reserve()
        self._places[number] = self._written + len(self._held)
        self._held += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
        if len(self._held) > _HELD:
            self._flush()
        return number

    def stream(self, data: bytes, entries: str = "", number: int = 0, *, level: int = _LEVEL) -> int:
        """Write a stream.

        Args:
            data: its content.
            entries: further ones of its dictionary.
            number: a reserved one; a new one by default.
            level: of compression, 0 to 9; 0 leaves the content as it is.

        Returns:
            Its number.
        """
        number = number or self.reserve()
        packed = zlib.compress(data, level) if level else data
        packing = "/Filter/FlateDecode" if level else ""
        self._places[number] = self._written + len(self._held)
        self._held += f"{number} 0 obj\n<<{entries}{packing}/Length {len(packed)}>>\nstream\n".encode("ascii")
        self._held += packed
        self._held += b"\nendstream\nendobj\n"
        if len(self._held) > _HELD:
            self._flush()
        return number

    def close(self) -> None:
        """Write catalog, metadata and the table of places; every reserved object must stand by now.

        Raises:
            ValueError: one does not: the file would be damaged.
        """
        root = self.put(f"<</Type/Catalog{_entries(self.catalog)}>>")
        info = self.put(f"<<{_entries(self.info)}>>") if self.info else 0
        if 0 in self._places[1:]:
            msg = f"Object {self._places.index(0, 1)} was never written."
            raise ValueError(msg)
        table = self._written + len(self._held)
        rows = "%010d 00000 n \n" * (len(self._places) - 1) % tuple(self._places[1:])
        self._held += f"xref\n0 {len(self._places)}\n0000000000 65535 f \n{rows}".encode("ascii")
        self._flush()
        digest = self._digest.hexdigest()[:32]
        told = f"/Info {info} 0 R" if info else ""
        self._held += (
            f"trailer\n<</Size {len(self._places)}/Root {root} 0 R{told}/ID[<{digest}><{digest}>]>>\n"
            f"startxref\n{table}\n%%EOF\n"
        ).encode("ascii")
        self._flush()

    def _flush(self) -> None:
        data = bytes(self._held)
        self._digest.update(data)
        self._out.write(data)
        self._written += len(data)
        self._held.clear()


def _entries(found: dict[str, str]) -> str:
    return "".join(f"/{key} {value}" for key, value in found.items())
