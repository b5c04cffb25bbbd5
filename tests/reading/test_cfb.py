"""The OLE container: the same streams as olefile, and bounded where olefile is not."""

from __future__ import annotations

import io
import struct
import time
from pathlib import Path

import olefile
import pytest

from extractor.reading.cfb import root_names, root_streams

FILES = sorted((Path(__file__).parent / "data" / "doc").glob("*.doc"))
# Milliseconds here; olefile was stopped after two minutes.
SECONDS = 2.0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_streams_are_those_that_olefile_reads(path: Path) -> None:
    data = path.read_bytes()
    with olefile.OleFileIO(io.BytesIO(data)) as judge:
        expected = {
            name[0]: judge.openstream(name).read() for name in judge.listdir() if len(name) == 1
        }
    assert root_names(data) >= {name.lower() for name in expected}
    assert root_streams(data, list(expected)) == expected


def test_sector_counts_that_lie_cost_no_time() -> None:
    data = bytearray(FILES[0].read_bytes())
    declared = 0x00FFFFFF
    struct.pack_into("<I", data, 44, declared)
    struct.pack_into("<II", data, 68, 3, declared // 127)
    struct.pack_into("<109I", data, 76, *[0] * 109)
    # Sector 3 names itself as the next of the list, for ever.
    struct.pack_into("<128I", data, 512 * 4, *[0] * 127, 3)
    start = time.process_time()
    root_names(bytes(data))
    assert time.process_time() - start < SECONDS
