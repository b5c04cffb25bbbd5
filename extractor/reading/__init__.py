"""File → Document. Knows geometry and formats, not meaning."""

from __future__ import annotations

from pathlib import Path

from extractor.reading.document import Document, ReadingError
from extractor.reading.sniff import Kind, kind
from extractor.reading.source import Source, load

__all__ = ["Document", "ReadingError", "read", "read_source"]


def read(path: Path) -> Document:
    """The file as a document; ReadingError with a P-code if there is nothing to be read."""
    return read_source(load(path))


def read_source(source: Source) -> Document:
    """The same for bytes already at hand, such as an archive's member."""
    told = kind(source)
    try:
        return _read_as(told, source)
    except ReadingError:
        raise
    except (Exception, RecursionError, MemoryError) as error:
        # Readers stand on parsers that raise anything on damaged input; one bad file must end in
        # its own P-code and never in a traceback.
        reason = type(error).__name__
        raise ReadingError(
            "P101", f"文件已损坏，无法读取（{reason}）：请重新获取原文件，或另存为 PDF 后再试。"
        ) from error


def _read_as(told: Kind, source: Source) -> Document:
    # Imported where used: one format's libraries must not slow down the start of the others.
    match told:
        case "pdf":
            from extractor.reading.pdf import read_pdf

            return read_pdf(source)
        case "docx":
            from extractor.reading.docx import read_docx

            return read_docx(source)
        case "flat_opc":
            from extractor.reading.docx import read_flat_opc

            return read_flat_opc(source)
        case "doc" | "wps":
            from extractor.reading.doc import read_doc

            return read_doc(source, told)
        case "rtf":
            from extractor.reading.office import read_by_office

            return read_by_office(source, "rtf")
        case "html":
            from extractor.reading.html import read_html

            return read_html(source)
        case "mhtml":
            from extractor.reading.html import read_mhtml

            return read_mhtml(source)
        case "txt":
            from extractor.reading.plain import read_txt

            return read_txt(source)
        case "md":
            from extractor.reading.plain import read_md

            return read_md(source)
