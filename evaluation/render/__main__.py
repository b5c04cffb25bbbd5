"""`python -m evaluation.render`: every gold report in every format."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.gold import load_reports
from evaluation.render.index import RENDERED, Rendering, write_index
from evaluation.render.producers import (
    BY_FOLDER,
    PRODUCERS,
    Job,
    job_of,
    missing_programs,
    produce,
)


def main(arguments: list[str] | None = None) -> int:
    """Render the gold reports into DIR/<producer>/<id>.<format>, with an index.json."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.render", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=RENDERED, help="folder (default: %(default)s)")
    parser.add_argument("--formats", nargs="+", choices=sorted(BY_FOLDER), metavar="NAME")
    parser.add_argument("--reports", nargs="+", metavar="ID", help="only these reports")
    parser.add_argument("--all", action="store_true", help="large formats of all reports too")
    parser.add_argument(
        "--vary",
        type=int,
        default=0,
        metavar="N",
        help="N other styles of each development report instead, into another --out",
    )
    options = parser.parse_args(arguments)
    if options.vary and options.out == RENDERED:
        parser.error("--vary needs --out: the repository keeps each report's own style")
    reports = load_reports("dev" if options.vary else None)
    if options.reports:
        reports = [report for report in reports if report.gold.id in options.reports]
    variations = range(1, options.vary + 1) if options.vary else (0,)
    jobs = [job_of(report, variation) for report in reports for variation in variations]
    wanted = [p for p in PRODUCERS if not options.formats or p.folder in options.formats]
    lacking, skipped = missing_programs(), 0
    for producer in wanted:
        if producer.needs in lacking:
            print(f"not rendered: {producer.folder} ({lacking[producer.needs]})", file=sys.stderr)
            skipped += 1
            continue
        chosen = [job for job in jobs if options.all or producer.keeps(job.id)]
        produce(producer, chosen, options.out / producer.folder)
        print(f"{producer.folder}: {len(chosen)} files", file=sys.stderr)
    write_index(options.out, _renderings(options.out, jobs))
    return 1 if skipped else 0


def _renderings(out: Path, jobs: list[Job]) -> Iterator[Rendering]:
    for job in jobs:
        for producer in PRODUCERS:
            file = f"{producer.folder}/{job.stem}.{producer.format}"
            if (out / file).exists():
                style, part = job.style.summary(), job.report.part
                yield Rendering(
                    job.id, part, producer.format, producer.name, style, file, job.variation, out
                )


if __name__ == "__main__":
    raise SystemExit(main())
