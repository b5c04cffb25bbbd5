"""A file's bytes with its path, and the limits within which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractor.reading.document import ReadingError

# The largest real report seen in this form is some 30 MB (scans); ten times that is an accident.
MAX_FILE_BYTES = 300 * 1024 * 1024
# What one packed member (document.xml, a stream) may unpack to: far over any report, far under
# what an office machine's memory holds.
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
# A report is 3-60 pages; beyond this the rest is left unread and said so.
MAX_PAGES = 500


@dataclass(frozen=True, slots=True)
class Source:
    """The file to read; `path` is for neighbouring files and messages only."""

    path: Path
    data: bytes


def load(path: Path) -> Source:
    """The file's bytes, or a P-coded error that says what to do."""
    try:
        size = path.stat().st_size
        if size == 0:
            raise ReadingError("P101", "文件是空的（0 字节）：请重新下载或向报送单位索取。")
        if size > MAX_FILE_BYTES:
            raise ReadingError(
                "P101",
                f"文件过大（{size // 1024 // 1024} MB）：请压缩其中的图片或另存后再试。",
            )
        return Source(path, path.read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadingError("P101", f"无法打开文件（{reason}）：请检查路径与权限。") from error
