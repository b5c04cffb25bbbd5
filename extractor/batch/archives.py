"""ZIP archives as folders: members by their right names, read within limits."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extractor.batch.zip_names import open_zip
from extractor.reading import ReadingError
from extractor.reading.source import MAX_FILE_BYTES

# Word, Excel and OFD files are ZIP archives too; these members tell them from a packed folder.
_DOCUMENT_MEMBERS = frozenset({"[Content_Types].xml", "OFD.xml", "mimetype"})
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_UNICODE_PATH = 0x7075
# More members than any province packs into one archive: beyond this somebody made a bomb.
MAX_MEMBERS = 100_000


@dataclass(frozen=True, slots=True)
class Member:
    """One packed file; `index` finds it again whatever its name."""

    index: int
    name: str


def is_packed_folder(path: Path) -> bool:
    """A ZIP that is no Office document."""
    try:
        with open_zip(path) as archive:
            return not _DOCUMENT_MEMBERS & set(archive.namelist()[:50])
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def members(path: Path) -> Iterator[Member]:
    """The archive's files; a ReadingError that says what to do if it cannot be opened."""
    try:
        with open_zip(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadingError("P101", "压缩包已损坏，无法打开：请重新获取，或解压后再试。") from error
    if len(infos) > MAX_MEMBERS:
        raise ReadingError("P101", f"压缩包内文件过多（{len(infos)} 个）：请解压后分批处理。")
    for index, info in enumerate(infos):
        # A member without a name is nobody's file; asking it whether it is a folder would crash.
        if info.filename and not info.is_dir():
            yield Member(index, _name(info))


def read_member(path: Path, index: int) -> bytes:
    """One member's bytes; never more than a file may have, whatever its header claims."""
    try:
        archive = _opened(path, path.stat().st_mtime_ns)
        info = archive.infolist()[index]
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise ReadingError("P102", "压缩包有密码：请解压后再试。")
        with archive.open(info) as packed:
            data = packed.read(MAX_FILE_BYTES + 1)
    except (
        *(zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError),
        *(zlib.error, lzma.LZMAError, ValueError, IndexError),
    ) as error:
        raise ReadingError("P101", "压缩包内的这个文件已损坏：请重新打包或单独提供。") from error
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError("P101", "压缩包内的这个文件过大：请压缩其中的图片或另存后再试。")
    if not data:
        raise ReadingError("P101", "文件是空的（0 字节）：请重新下载或向报送单位索取。")
    return data


@lru_cache(maxsize=1)
def _opened(path: Path, changed: int) -> zipfile.ZipFile:
    """The archive read last stays open: its directory of 10,000 names is read once a worker."""
    return open_zip(path)


def _name(info: zipfile.ZipInfo) -> str:
    """Chinese Windows packs names as GBK without saying so; zipfile then reads them as cp437."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    told = _unicode_path(info.extra)
    if told is not None:
        return told
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    return _decoded(raw)


def _decoded(raw: bytes) -> str:
    """UTF-8, also one cut in the middle of its last character; else GBK."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and not raw[: error.start].isascii():
            return raw.decode("utf-8", "replace")
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        # Somebody's all the same: what can be read of the name tells whose.
        return raw.decode("utf-8", "replace")


def _unicode_path(extra: bytes) -> str | None:
    """Info-ZIP's own field for a name in UTF-8."""
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return None
