"""Pages whose report stands in a frame that the browser saved beside them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from extractor.reading.html.markup import Page, page_from_bytes
from extractor.reading.html.page import Reading, read_page

# A page with more text of its own than this is no mere frame around another.
FRAME_PAGE_CHARS = 400
# Pages save a handful of frames; each is read once and at most this large.
MOST_FRAMES = 12
MAX_FRAME_BYTES = 32 * 1024 * 1024


def read_with_frames(page: Page, path: Path) -> Reading:
    """The page, or the fullest of its saved frames if the page itself has hardly any text."""
    own = read_page(page)
    if own.told or own.text_length > FRAME_PAGE_CHARS or page.root is None:
        return own
    best = own
    for file in _frame_files(page, path):
        try:
            framed = read_page(page_from_bytes(file.read_bytes()))
        except OSError:
            continue
        if framed.text_length > best.text_length:
            best = framed
    return best


def _frame_files(page: Page, path: Path) -> list[Path]:
    """The frames' files, as far as they lie in the folder saved with the page."""
    if page.root is None:
        return []
    folders = [path.with_name(f"{path.stem}{ending}") for ending in ("_files", ".files")]
    files: list[Path] = []
    for frame in list(page.root.iter("iframe", "frame"))[:MOST_FRAMES]:
        file = _local_file(frame.get("src") or "", path, folders)
        if file is not None and file not in files:
            files.append(file)
    return files


def _local_file(address: str, path: Path, folders: list[Path]) -> Path | None:
    """The file a relative address names, if it lies in one of the folders."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme or parts.netloc or not parts.path:
            return None
        file = (path.parent / unquote(parts.path)).resolve()
        allowed = any(file.is_relative_to(folder.resolve()) for folder in folders)
        return (
            file if allowed and file.is_file() and file.stat().st_size <= MAX_FRAME_BYTES else None
        )
    except (OSError, ValueError, RuntimeError):
        return None
