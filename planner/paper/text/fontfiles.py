"""Where the font programs lie: in installed packages, on the system as the last resort.

All packaged fonts are under the SIL Open Font License 1.1: Noto Sans and Noto Emoji (manimgx-fonts),
Noto Sans for Chinese, Japanese and Korean (justmytype-intl-cjk), Noto Sans Math and Symbols 2
(pymupdf-fonts, which is a package of fonts alone).
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

_NOTO = "manimgx_fonts"
_CJK = "justmytype_intl_cjk"
_STATIC = "pymupdf_fonts"

_ENDINGS = frozenset({".ttf", ".otf", ".ttc"})
_EMBEDDING_FORBIDDEN = 2

MAIN = "NotoSans"
EMOJI = "NotoEmoji"

SCRIPT_FONTS = (
    "NotoSansArabic",
    "NotoSansArmenian",
    "NotoSansDevanagari",
    "NotoSansBengali",
    "NotoSansEthiopic",
    "NotoSansGeorgian",
    "NotoSansGujarati",
    "NotoSansGurmukhi",
    "NotoSansHebrew",
    "NotoSansKannada",
    "NotoSansKhmer",
    "NotoSansLao",
    "NotoSansMalayalam",
    "NotoSansMyanmar",
    "NotoSansOriya",
    "NotoSansSinhala",
    "NotoSansTamil",
    "NotoSansTelugu",
    "NotoSansThai",
)
"""Fonts that were made for one script each."""

SYMBOL_FONTS = ("NotoSansSymbols", "NotoSansMath", "NotoSansSymbols2", EMOJI)
CJK_FONTS = ("NotoSansSC", "NotoSansTC", "NotoSansJP", "NotoSansKR")
CHAIN = (MAIN, *SCRIPT_FONTS, *SYMBOL_FONTS, *CJK_FONTS)
"""The packaged fonts in the order in which they are asked for a character."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font program.

    Attributes:
        path: the file; None where the program is held by a Python module.
        index: which font of a collection.
        module: the module that holds the program.
    """

    path: Path | None
    index: int = 0
    module: str = ""

    def program(self) -> hb.Face:
        """Return the opened font; the file is mapped, not read."""
        if self.path is not None:
            return hb.Face(hb.Blob.from_file_path(str(self.path)), self.index)
        return hb.Face(hb.Blob(import_module(self.module).fontbuffer))


def packaged(name: str) -> FontFile:
    """Return the font program of one name of the chain.

    Args:
        name: a name in `CHAIN`.
    """
    if name in CJK_FONTS:
        return FontFile(_folder(_CJK) / "fonts" / "ofl" / name.lower() / f"{name}[wght].ttf")
    if name in {"NotoSansMath", "NotoSansSymbols2"}:
        return FontFile(None, module=f"{_STATIC}.{name}_Regular")
    return FontFile(_folder(_NOTO) / f"{name}[wght].ttf")


@cache
def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        msg = f"the fonts of {package} are not installed"
        raise ModuleNotFoundError(msg)
    return Path(next(iter(spec.submodule_search_locations)))


def opened(file: FontFile) -> hb.Face | None:
    """Return a font of the system, or None where the system refuses the file."""
    try:
        return file.program()
    except hb.HarfBuzzError:
        return None


def embeddable(program: hb.Face) -> bool:
    """Tell whether a font holds outlines that we can embed and its licence bits allow it.

    Source: OpenType's OS/2 table, fsType; bit 1 forbids embedding.
    """
    tags = set(program.table_tags)
    if not tags & {"glyf", "CFF "} or "OS/2" not in tags:
        return False
    rights = int.from_bytes(program.reference_table("OS/2").data[8:10], "big")
    return not rights & _EMBEDDING_FORBIDDEN


def system_fonts() -> Iterator[FontFile]:
    """Yield the system's font programs, in a fixed order.

    A collection is yielded as its first eight fonts at most; those beyond are weights of the same.
    """
    for folder in filter(Path.is_dir, _system_folders()):
        found = (path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)
        for path in sorted(path for path in found if os.access(path, os.R_OK)):
            yield from _fonts_in(path)


def _fonts_in(path: Path) -> Iterator[FontFile]:
    count = 1
    if path.suffix.lower() == ".ttc":
        with path.open("rb") as file:
            count = min(int.from_bytes(file.read(12)[8:12], "big"), 8)
    yield from (FontFile(path, index) for index in range(count))


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            local / "Microsoft" / "Windows" / "Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    return [*shared, home / ".local" / "share" / "fonts", home / ".fonts"]
