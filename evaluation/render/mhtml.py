"""A page as a saved web archive: a browser's (quoted-printable) or an office program's (base64)."""

from __future__ import annotations

import base64
import quopri
from html import escape

from evaluation.gold import Gold
from evaluation.render.style import Style

_BOUNDARY = "----MultipartBoundary--annual-report----"


def archive(page: str, style: Style, gold: Gold) -> bytes:
    """The page as MHTML; `page` names utf-8 as its charset."""
    office = style.html_encoding == "gb18030"
    charset = "gb2312" if office else "utf-8"
    text = page.replace('<meta charset="utf-8">', f'<meta charset="{charset}">')
    data = text.encode("gb18030" if office else "utf-8")
    body = base64.encodebytes(data) if office else quopri.encodestring(data)
    css = quopri.encodestring(b"body { color: #000 }\n")
    encoding = "base64" if office else "quoted-printable"
    address = f"http://www.example.gov.cn/xxgk/{escape(gold.id)}.html"
    kind = f"text/html; charset={charset}" if office else "text/html"
    head = (
        "From: <Saved by Browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        f'\ttype="text/html";\n\tboundary="{_BOUNDARY}"\n\n\n--{_BOUNDARY}\n'
        f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n"
        f"Content-Location: {address}\n\n"
    )
    sheet = (
        f"\n--{_BOUNDARY}\nContent-Type: text/css\n"
        "Content-Transfer-Encoding: quoted-printable\n"
        "Content-Location: http://www.example.gov.cn/main.css\n\n"
    )
    pieces = (head.encode(), body, sheet.encode(), css, f"\n--{_BOUNDARY}--\n".encode())
    return b"".join(pieces).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
