"""Draws small PDFs operator by operator, so that a test shows every line it depends on."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from pathlib import Path

from extractor.reading.document import Document, Table
from extractor.reading.pdf import read_pdf
from extractor.reading.source import Source

WIDTH, HEIGHT = 595.0, 842.0
_FONTS = (
    b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> "
    b"/F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 "
    b"/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 "
    b"/FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 "
    b"/StemV 80 >> >>] >> >>"
)


@dataclass
class Sheet:
    """One page; y runs downwards from its top, as in the reader's output."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    operators: list[str] = field(default_factory=list)
    form: str = ""
    form_matrix: str = "1 0 0 1 0 0"
    image: bool = False

    def text(self, x: float, y: float, text: str, size: float = 10, turn: str = "1 0 0 1") -> None:
        """Text with its baseline at y; Latin in Helvetica, everything else in a Chinese font."""
        if text.isascii():
            shown = "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
            font = "F1"
        else:
            shown, font = "<" + text.encode("utf-16-be").hex() + ">", "F2"
        place = f"{turn} {x} {self.height - y}"
        self.operators.append(f"BT /{font} {size} Tf {place} Tm {shown} Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        top = self.height
        self.operators.append(f"{width} w {x0} {top - y0} m {x1} {top - y1} l S")

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A filled rectangle."""
        size = f"{x1 - x0} {y1 - y0}"
        self.operators.append(f"{x0} {self.height - y1} {size} re f")

    def grid(
        self, xs: list[float], ys: list[float], open_top: bool = False, open_bottom: bool = False
    ) -> None:
        """Ruling lines at all positions; optionally without the outermost one above or below."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys[1 if open_top else 0 : -1 if open_bottom else None]:
            self.line(xs[0], y, xs[-1], y)

    def row(self, xs: list[float], y: float, texts: list[str], size: float = 10) -> None:
        """One line of text in each cell, baseline at y."""
        for x, text in zip(xs, texts, strict=False):
            if text:
                self.text(x + 4, y, text, size)


def drawn(*sheets: Sheet, password: bytes | None = None) -> bytes:
    """The pages as a PDF file."""
    bodies: list[bytes] = [b"", b""]
    kids = []
    for sheet in sheets:
        resources = b"<< /Font " + _FONTS
        if sheet.form:
            bodies.append(
                _stream(
                    sheet.form.encode(),
                    f"/Type /XObject /Subtype /Form /BBox [0 0 {sheet.width} {sheet.height}] "
                    f"/Matrix [{sheet.form_matrix}]",
                )
            )
            resources += f" /XObject << /Fm {len(bodies)} 0 R >>".encode()
            sheet.operators.append("/Fm Do")
        elif sheet.image:
            bodies.append(
                _stream(
                    b"\x80",
                    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                    "/BitsPerComponent 8",
                )
            )
            resources += f" /XObject << /Im {len(bodies)} 0 R >>".encode()
        bodies.append(_stream("\n".join(sheet.operators).encode()))
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R "
            % (sheet.width, sheet.height, sheet.rotate, len(bodies))
            + b"/Resources "
            + resources
            + b" >> >>"
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    bodies[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    trailer = b""
    if password is not None:
        # A key that no empty password gives; the content need not be enciphered for that.
        bodies.append(
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <"
            + b"11" * 32
            + b"> /U <"
            + b"22" * 32
            + b"> >>"
        )
        trailer = b" /Encrypt %d 0 R /ID [<01> <01>]" % len(bodies)
    return _file(bodies, trailer)


def _stream(data: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(data)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode()
    return head + packed + b"\nendstream"


def _file(bodies: list[bytes], trailer: bytes) -> bytes:
    out = b"%PDF-1.5\n"
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(bodies) + 1
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (size, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def read(*sheets: Sheet) -> Document:
    return read_pdf(Source(Path("report.pdf"), drawn(*sheets)))


def only_table(*sheets: Sheet) -> Table:
    (table,) = read(*sheets).tables
    return table
