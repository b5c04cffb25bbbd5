"""What broken files do: a hundred damaged variants of each format, read as users' files are.

`python -m evaluation.damage` truncates files, flips bytes, drops tags, renames and cuts packed
entries, and reads each variant in a process of its own kind: it must end in a record within the
time limit. A crash, a hang or a traceback is counted as such and makes the command fail.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from evaluation.render.index import Rendering, committed

RESULTS = Path(__file__).parent / "results" / "damage.txt"
VARIANTS = 100
SECONDS = 60.0
_TAG = re.compile(rb"</?[A-Za-z][^<>]*>|\t|\|")

Damage = Callable[[bytes, random.Random], bytes]


def truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def flipped(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def overwritten(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    size = chance.randint(1, 2000)
    return data[:start] + chance.randbytes(size) + data[start + size :]


def without_tags(data: bytes, chance: random.Random) -> bytes:
    share = chance.choice((0.01, 0.1, 0.5))
    return _TAG.sub(lambda match: b"" if chance.random() < share else match.group(), data)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """An archive with an entry renamed, and another damaged inside."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        names = source.namelist()
        renamed, damaged = chance.choice(names), chance.choice(names)
        for name in names:
            content = source.read(name)
            if name == damaged and content:
                content = chance.choice((truncated, flipped, without_tags))(content, chance)
            target.writestr(name[::-1] if name == renamed else name, content)
    return buffer.getvalue()


def variant(rendering: Rendering, number: int) -> bytes:
    """One damaged variant, the same every time."""
    chance = random.Random(f"{rendering.file} {number}")
    data = rendering.path.read_bytes()
    kinds: list[Damage] = [truncated, flipped, overwritten]
    kinds += [repacked, repacked] if rendering.format == "docx" else [without_tags]
    return kinds[number % len(kinds)](data, chance)


def outcome(data: bytes, name: str) -> str:
    """What becomes of one file; runs in a worker, which a hang or crash may cost."""
    from extractor.pipeline import extract_source
    from extractor.reading.source import Source

    record = extract_source(Source(Path(name), data), name)
    return record.error.code if record.error else record.status


def endure(renderings: Sequence[Rendering], count: int) -> Counter[str]:
    """`count` variants of one format, each read to its end."""
    found: Counter[str] = Counter()
    pool = ProcessPoolExecutor(1)
    for number in range(count):
        rendering = renderings[number % len(renderings)]
        data = variant(rendering, number)
        try:
            job = pool.submit(outcome, data, rendering.path.name)
            found[job.result(timeout=SECONDS)] += 1
        except TimeoutError:
            found["hang"] += 1
            for process in list(pool._processes.values()):
                process.kill()
            pool = ProcessPoolExecutor(1)
        except BrokenProcessPool:
            found["crash"] += 1
            pool = ProcessPoolExecutor(1)
        except Exception as error:
            found[f"exception {type(error).__name__}"] += 1
    pool.shutdown()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=VARIANTS, help="variants per format")
    count = parser.parse_args(arguments).count
    by_format: dict[str, list[Rendering]] = {}
    for rendering in committed():
        if rendering.part == "dev":
            by_format.setdefault(rendering.format, []).append(rendering)
    lines = []
    bad = 0
    for name, renderings in by_format.items():
        found = endure(renderings, count)
        bad += sum(n for key, n in found.items() if key in ("hang", "crash") or " " in key)
        counts = ", ".join(f"{key} {n}" for key, n in sorted(found.items()))
        lines.append(f"{name:6} {found.total():4} variants: {counts}")
        print(lines[-1], flush=True)
    lines.append(f"hangs, crashes and tracebacks: {bad}")
    print(lines[-1])
    if count == VARIANTS:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
