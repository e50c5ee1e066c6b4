"""PDF files that nobody should open unguarded: bombs, loops, heaps."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from signing_parts import attach


def assembled(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a PDF of objects that are numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table)
    return bytes(out)


PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R %s >>"


def xref_loop() -> bytes:
    """The table before this one is this one."""
    pdf = assembled(CATALOGUE % b"", PAGES, PAGE)
    table = int(pdf.split(b"startxref\n")[1].split()[0])
    return pdf.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % table)


def page_loop() -> bytes:
    """A page tree that is its own child."""
    return assembled(CATALOGUE % b"", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>", PAGE)


def deep_nesting() -> bytes:
    depth = 200_000
    return assembled(CATALOGUE % (b"/X " + b"[" * depth + b"]" * depth), PAGES, PAGE)


def deep_names() -> bytes:
    """A tree of names whose node is its own child."""
    names = b"/Names << /EmbeddedFiles 4 0 R >>"
    return assembled(CATALOGUE % names, PAGES, PAGE, b"<< /Kids [4 0 R] >>")


def blanks(megabytes: int) -> bytes:
    """Return a packed stream of blanks: one packed piece over and over, so that it is made quickly."""
    packer = zlib.compressobj(9)
    piece = b" " * 1024**2
    first = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes - 1) + packer.flush()


def attachment_bomb(megabytes: int = 3000) -> bytes:
    """An attached plan of gigabytes in a few megabytes."""
    packed = blanks(megabytes)
    stream = b"<< /Type /EmbeddedFile /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    spec = b"<< /Type /Filespec /F (plan.json) /UF (plan.json) /EF << /F 5 0 R >> >>"
    return assembled(CATALOGUE % b"/AF [4 0 R]", PAGES, PAGE, spec, stream)


def xref_bomb() -> bytes:
    """A table of objects that says it has thousands of millions of rows."""
    pdf = assembled(CATALOGUE % b"", PAGES, PAGE)
    return pdf.replace(b"xref\n0 4\n", b"xref\n0 4000000000\n")


def page_bomb() -> bytes:
    """A page whose content is gigabytes."""
    packed = blanks(2000)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>"
    return assembled(CATALOGUE % b"", PAGES, page, stream)


def many_pages(count: int = 10_000) -> bytes:
    with pikepdf.new() as pdf:
        page = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 100, 100])))
        pdf.Root.Pages = pdf.make_indirect(
            Dictionary(Type=Name.Pages, Kids=Array([page] * count), Count=count)
        )
        attach(pdf, b"{}")
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def many_fields(count: int = 5_000) -> bytes:
    fields = [b"<< /FT /Sig /T (f%d) >>" % number for number in range(count)]
    listed = b" ".join(b"%d 0 R" % number for number in range(4, count + 4))
    return assembled(CATALOGUE % (b"/AcroForm << /Fields [%s] >>" % listed), PAGES, PAGE, *fields)
