"""Commands that take reviewers' work back."""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.manners import UNREADABLE, CannotError, damage_told, not_taken_told

if TYPE_CHECKING:
    from extractor.checks.model import Language


@click.command()
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--reviewer", default="", help="没有填裁定人的行，记在这个人名下。")
@click.option("--stats", is_flag=True, help="各代码的裁定情况、准确率与建议。")
@click.option(
    "--cases",
    type=click.Path(path_type=Path, file_okay=False),
    help="把 DIR 里裁定为属实、误报的问题写成各代码的测试用例（YAML），放进这个文件夹。",
)
@click.option("--undo", is_flag=True, help="撤回最近一次取入的裁定。")
@click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    help="裁定库文件。",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def review(
    folder: Path | None,
    files: tuple[Path, ...],
    reviewer: str,
    stats: bool,
    cases: Path | None,
    undo: bool,
    store: Path | None,
    lang: str,
) -> None:
    """取回 DIR 里（或另给的）文件中填写的内容：flags.csv、flags.xlsx 的裁定，
    sentences.csv、待标注.csv 的更正。"""
    from extractor.decisions.store import default_store

    path = store or default_store()
    say = _Words(lang)
    if path.is_dir():
        raise click.UsageError(
            say(f"裁定库须是文件，{path} 是文件夹。", f"The store is a file; {path} is a folder.")
        )
    click.echo(say(f"裁定库：{path}", f"Verdicts: {path}"), err=True)
    _damage(path, say)
    if undo:
        _undo(path, say)
    if stats:
        _stats(path, lang)
    if undo or stats:
        return
    if folder is None:
        raise click.UsageError(
            say(
                "请给出结果文件夹 DIR（nianjian score 的 --out）。",
                "Give the results folder DIR (the --out of nianjian score).",
            )
        )
    if cases is not None:
        _cases(folder, path, cases, say)
    else:
        _take(folder, files, path, reviewer, say)


def _damage(path: Path, say: _Words) -> None:
    from extractor.batch.workplace import WorkplaceError, told
    from extractor.decisions.labels import LabelStore, label_store
    from extractor.decisions.store import Store

    language: Language = "en" if say.lang == "en" else "zh"
    try:
        with told(path, "--store"):
            for store in (Store(path), LabelStore(label_store(path))):
                for damage in damage_told(store, language):
                    click.echo(damage, err=True)
    except WorkplaceError as error:
        raise CannotError(error.said.told(language)) from error


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said, in the language that was asked for."""

    lang: str

    def __call__(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh


def _cases(folder: Path, path: Path, out: Path, say: _Words) -> None:
    from extractor.batch.cases import NotOursError, write_cases
    from extractor.batch.sheets import NoResultsError
    from extractor.batch.workplace import WorkplaceError, told
    from extractor.decisions.store import Store
    from extractor.outputs.names import NOT_CASES

    language: Language = "en" if say.lang == "en" else "zh"
    try:
        with told(out, "--cases"):
            written = write_cases(folder, Store(path), out, _proof(), language)
    except NoResultsError as error:
        raise click.UsageError(
            say(
                f"没有找到可用的 {error}：请给出 nianjian score 的结果文件夹，或重新运行 score。",
                f"No usable {error}: give a results folder of nianjian score.",
            )
        ) from error
    except NotOursError as error:
        raise click.UsageError(
            say(
                f"{error} 不是本命令写的：请换一个文件夹，以免覆盖。",
                f"{error} was not written by this command: give another folder.",
            )
        ) from error
    except WorkplaceError as error:
        raise CannotError(error.said.told(language)) from error
    fires, passes = written.fires, written.passes
    run = say("（没有源代码目录中的 evaluation/，未逐个重跑）", " (not run: no evaluation/ here)")
    run = "" if written.proved else run
    click.echo(
        say(
            f"写出用例 {fires + passes} 个{run}：属实 {fires}，误报 {passes}，在 {out}",
            f"{fires + passes} cases{run} in {out}: {fires} confirmed, {passes} refuted",
        ),
        err=True,
    )
    if written.apart:
        why = out / NOT_CASES
        click.echo(
            say(
                f"另有 {written.apart} 条没有写成，原因见 {why}",
                f"{written.apart} more could not be written; {why} says why",
            ),
            err=True,
        )


def _proof() -> Any:
    """Cases are run where the project's own tests can be; an installed package has none."""
    root = Path(__file__).resolve().parents[2]
    if not (root / "evaluation" / "verdict_cases.py").exists():
        return None
    sys.path.insert(0, str(root))
    try:
        return importlib.import_module("evaluation.verdict_cases").shows_again
    except ImportError:  # without the extra [evaluation]
        return None


def _take(folder: Path, files: tuple[Path, ...], store: Path, reviewer: str, say: _Words) -> None:
    for path in (folder, *files):
        if not path.exists():
            raise click.UsageError(say(f"找不到：{path}", f"Not found: {path}"))
    from extractor.batch.review import RETURNED
    from extractor.batch.review import review as take
    from extractor.batch.sheets import NoResultsError
    from extractor.batch.workplace import WorkplaceError, told

    if not folder.is_dir():
        raise click.UsageError(
            say(
                f"{folder} 不是文件夹：请先写结果文件夹 DIR，再写要取回的文件。",
                f"{folder} is no folder: first the results folder DIR, then the files.",
            )
        )
    if not files and not any((folder / name).exists() for name in RETURNED):
        names = "、".join(RETURNED)
        raise click.UsageError(
            say(
                f"{folder} 里没有 {names}：请给出结果文件夹或文件。",
                f"{folder} holds none of {names}: give a results folder or files.",
            )
        )
    try:
        with told(store, "--store"):
            taken = take(folder, files, store, reviewer)
    except WorkplaceError as error:
        raise CannotError(error.said.told("en" if say.lang == "en" else "zh")) from error
    except NoResultsError as error:
        raise click.UsageError(
            say(
                f"没有找到 {error}：更正标注需要它，请先运行 score。",
                f"{error} is missing: corrected labels need it; run score first.",
            )
        ) from error
    click.echo(say(*_taken(taken.verdicts, taken.labels, taken.added)), err=True)
    for flag, note in taken.conflicts:
        click.echo(f"{flag}：{note}", err=True)
    for row in taken.not_taken:
        click.echo(not_taken_told(row, "en" if say.lang == "en" else "zh"), err=True)
    if taken.not_taken:
        sys.exit(UNREADABLE)


def _taken(verdicts: int, labels: int, added: int) -> tuple[str, str]:
    zh = f"取入裁定 {verdicts} 条，更正标注 {labels} 句"
    en = f"Took in {verdicts} verdicts, {labels} labelled sentences"
    if not added:
        return zh, en
    return f"{zh}，补充列 {added} 格", f"{en}, {added} cells of added columns"


def _undo(path: Path, say: _Words) -> None:
    from extractor.batch.review import undo
    from extractor.batch.workplace import WorkplaceError, told

    try:
        with told(path, "--store"):
            verdicts, labels = undo(path)
    except WorkplaceError as error:
        raise CannotError(error.said.told("en" if say.lang == "en" else "zh")) from error
    click.echo(
        say(
            f"撤回裁定 {verdicts} 条、更正标注 {labels} 句（记录仍在库中）",
            f"Took back {verdicts} verdicts and {labels} labelled sentences (kept in the store)",
        ),
        err=True,
    )


def _stats(path: Path, lang: str) -> None:
    from extractor.checks.catalogue import RULES
    from extractor.decisions.stats import stats
    from extractor.decisions.store import Store

    severity = {rule.code: rule.severity for rule in RULES}
    rows = stats(Store(path).in_force, severity)
    click.echo("\t".join(_STATS_HEADS[lang]))
    for row in rows:
        low, high = row.interval or (0.0, 1.0)
        judged = row.precision is not None
        precision = f"{row.precision:.0%}\t{low:.0%}–{high:.0%}" if judged else "—\t—"
        advice = _ADVICE[lang][row.suggested or ("look" if row.to_look_at else "")]
        told = (row.code, row.confirmed, row.refuted, row.pending, precision, advice)
        click.echo("\t".join(map(str, told)))


_STATS_HEADS = {
    "zh": ("代码", "属实", "误报", "待定", "准确率", "95%区间", "建议"),
    "en": ("code", "confirmed", "refuted", "pending", "precision", "95% interval", "advice"),
}
_ADVICE = {
    "zh": {
        "": "",
        "look": "请查看",
        "warning": "改为警告",
        "hint": "改为提示",
        "off": "停用",
    },
    "en": {
        "": "",
        "look": "look at it",
        "warning": "make it a warning",
        "hint": "make it a hint",
        "off": "switch it off",
    },
}
