"""`python -m evaluation.plain_read FILE…`: PDFs as a short script with pdfplumber reads them.

It imports nothing of this project: what it costs is pdfplumber's.
"""

from __future__ import annotations

import logging
import sys

import pdfplumber


def main(arguments: list[str] | None = None) -> int:
    """Open every page, take its text and its tables, keep nothing."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it complains of fonts, page by page
    for path in sys.argv[1:] if arguments is None else arguments:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
