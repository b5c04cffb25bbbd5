"""How exactly and how fast files are read.

`python -m evaluation.reading` reads the rendered reports, compares every printed cell and every
paragraph with the gold, and measures the time beside the usual tools. The development part lists
its misses with --misses; of the held-back part only totals are ever printed.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from evaluation.compare import Score, score_tables, score_text
from evaluation.gold import PARTS, load_reports
from evaluation.judge import judge
from evaluation.render import programs
from evaluation.render.index import RENDERED, Rendering, committed
from evaluation.render.producers import Job, job_of
from evaluation.timing import RIVALS, RUNS, compare_times
from extractor import __version__
from extractor.decisions.stats import wilson
from extractor.pipeline import extract
from extractor.reading import ReadingError, read

RESULTS = Path(__file__).parent / "results" / "reading.txt"
_TOOLS = ("pypdfium2", "pdfplumber", "lxml", "python-docx", "pandas")
_HEAD = (
    f"  {'':16} {'files':>5} {'failed':>6} {'cells':>7} {'right':>8} {'unread':>6} {'wrong':>6}"
    f" {'P104':>5} {'paragraphs':>10} {'found':>8} {'foreign':>7}"
)


def score(rendering: Rendering, job: Job) -> Score:
    """One file's tables and text against its gold."""
    result = score_tables(job.report.gold, extract(rendering.path))
    try:
        result.add(score_text(job.blocks, read(rendering.path)))
    except ReadingError as error:
        result.misses.append(f"{error.code} {error.message}")
    result.misses = [f"{rendering.file}: {miss}" for miss in result.misses]
    return result


def score_all(renderings: Sequence[Rendering]) -> dict[str, dict[str, Score]]:
    """Scores by part and kind of file; "all" in either place sums up."""
    reports = {report.gold.id: report for report in load_reports()}
    scores: dict[str, dict[str, Score]] = {part: {} for part in ("all", *PARTS)}
    for rendering in renderings:
        result = score(rendering, job_of(reports[rendering.report], rendering.variation))
        for part in ("all", rendering.part):
            for kind in (rendering.kind, "all"):
                scores[part].setdefault(kind, Score()).add(result)
    return scores


def accuracy_lines(scores: dict[str, dict[str, Score]]) -> list[str]:
    """The figures by part; the held-back part only as its total."""
    lines = []
    for part, by_kind in scores.items():
        lines += [f"{part}:", _HEAD]
        kinds = [kind for kind in by_kind if kind != "all"] if part != "held" else []
        lines += [_line(kind, by_kind[kind]) for kind in (*kinds, "all") if kind in by_kind]
        if total := by_kind.get("all"):
            low, high = wilson(total.right, total.cells)
            lines.append(f"  95 % interval of right cells: {low:.5f} to {high:.5f}")
    return lines


def _line(kind: str, s: Score) -> str:
    right = s.right / s.cells if s.cells else 0.0
    found = s.found / s.paragraphs if s.paragraphs else 0.0
    return (
        f"  {kind:16} {s.files:5} {s.failed:6} {s.cells:7} {right:8.3%} {s.unread:6} {s.wrong:6}"
        f" {s.flagged:5} {s.paragraphs:10} {found:8.2%} {s.foreign:7}"
    )


def timing_lines(renderings: Sequence[Rendering]) -> list[str]:
    """Our reading time and the usual tools', by kind of file."""
    lines = [f"reading time, median of {RUNS} runs in one process, warm:"]
    for kind in RIVALS:
        paths = [r.path for r in renderings if r.kind == kind]
        if kind == "doc" and programs.soffice() is None:
            lines.append("  doc: LibreOffice is not installed, not compared")
        elif paths:
            t = compare_times(kind, paths)
            each = f"{t.ours / t.files * 1000:.1f} ms a file"
            lines.append(
                f"  {kind:16} {t.files:3} files, {each}; {t.tool}: "
                f"{t.theirs / t.files * 1000:.1f} ms; {t.ratio:.1f} times ours"
            )
    return lines


def judge_lines(renderings: Sequence[Rendering]) -> list[str]:
    """pdfplumber's verdict on every PDF."""
    lines, same, joined, contradicted, lost = list[str](), 0, 0, 0, 0
    for rendering in renderings:
        if rendering.format != "pdf":
            continue
        verdict = judge(rendering.path)
        same, joined = same + verdict.same, joined + verdict.joined
        contradicted += bool(verdict.contradictions)
        lost += bool(verdict.lacking_there)
        if rendering.part == "dev":
            lines += [f"  {rendering.file}: contradicts: {t}" for t in verdict.contradictions]
            lines += [f"  {rendering.file}: lacks there: {t}" for t in verdict.lacking_there]
    return [
        f"pdfplumber as judge of PDF tables: {same} rows the same, {joined} joined over pages; "
        f"{contradicted} files contradicted, {lost} files of which it lacks a part",
        *lines,
    ]


def machine() -> str:
    """What the times were measured on."""
    tools = ", ".join(f"{tool} {version(tool)}" for tool in _TOOLS)
    return (
        f"nianjian {__version__}; Python {platform.python_version()}, {platform.system()} "
        f"{platform.machine()}, {os.cpu_count()} cores; {tools}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure reading; writes results/reading.txt when nothing is left out."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.reading", description=main.__doc__)
    parser.add_argument("--rendered", type=Path, default=RENDERED, help="folder with index.json")
    parser.add_argument("--kinds", nargs="+", help="only these, such as docx or pdf-chromium")
    parser.add_argument("--misses", action="store_true", help="list the development part's misses")
    parser.add_argument("--no-times", action="store_true", help="accuracy only")
    parser.add_argument("--judge", choices=["pdfplumber"], help="only this: judge the PDF tables")
    options = parser.parse_args(arguments)
    renderings = committed(options.rendered)
    renderings = [r for r in renderings if not options.kinds or r.kind in options.kinds]
    if not renderings:
        print("nothing rendered: run python -m evaluation.render", file=sys.stderr)
        return 2
    if options.judge:
        print("\n".join(judge_lines(renderings)))
        return 0
    scores = score_all(renderings)
    if options.misses:
        print("\n".join(scores["dev"].get("all", Score()).misses))
    lines = [machine(), *accuracy_lines(scores)]
    if not options.no_times:
        lines += timing_lines(renderings)
    print("\n".join(lines))
    if not (options.kinds or options.no_times or options.rendered != RENDERED):
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
