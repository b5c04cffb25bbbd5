"""Records of invented agencies for the tests of neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from extractor.batch.shelf import Shelved
from extractor.checks.boilerplate.fingerprint import Fingerprint
from extractor.report.record import Meta, Record, SentenceRecord, SourceFile, Tool

_WORDS = "水渠山塘林道桥台账窗口名单镇村校园清册图纸值班巡查账目公示答疑汛期种苗粮仓药店路灯"
_TOLD = "添置核对张贴抄送翻修登记讲解盘点归还更换清点录入"


def sentence(random: Random) -> str:
    """Some fifty characters that nobody else says."""
    words = [random.choice(_WORDS) + random.choice(_TOLD) for _ in range(24)]
    return "".join(words[:11]) + "，" + "".join(words[11:]) + "。"


def sentences(seed: str, count: int) -> list[str]:
    random = Random(seed)
    return [sentence(random) for _ in range(count)]


def record(
    path: str, texts: Sequence[str], agency: str, region: str | None = None, year: int = 2023
) -> Record:
    told = [
        SentenceRecord(
            id=f"S{number}",
            section="overview",
            text=text,
            topic="disclosure",
            tense="done",
            substance="specific",
            confidence={},
            uncertain=[],
        )
        for number, text in enumerate(texts)
    ]
    return Record(
        tool=Tool(version="0"),
        source=SourceFile(path=path, sha256=path, format="txt", pages=None),
        status="ok",
        meta=Meta(agency=agency, region=region, year=year),
        sentences=told,
    )


def shelved(records: Sequence[Record]) -> list[Shelved]:
    return [
        Shelved(
            one.source.path,
            one.meta.region,
            one.meta.agency,
            one.meta.year,
            one.source.sha256,
            Fingerprint.of(one),
        )
        for one in records
    ]
