"""What `nianjian label` does and says; the command itself stands with the others of learning."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.checks.model import Language, Said
from extractor.cli.manners import CannotError, not_taken_told


def write_list(
    folder: Path, count: int, out: Path | None, store: Path | None, lang: Language
) -> None:
    """Labels typed into an earlier list go into the store before it is written anew."""
    from extractor.batch.labelling import write_labelling
    from extractor.batch.sheets import NoResultsError
    from extractor.batch.workplace import WorkplaceError, told
    from extractor.decisions.store import default_store
    from extractor.outputs.names import TO_LABEL

    out = out or (folder if folder.is_dir() else folder.parent) / TO_LABEL
    kept = store or default_store()
    try:
        with told(out):
            _take_in(out, folder, kept, lang)
            chosen = write_labelling(folder, count, kept, out, lang)
    except NoResultsError as error:
        raise click.UsageError(
            f"没有找到可用的 {error}：请给出 nianjian score 的结果文件夹，或重新运行 score。"
            if lang == "zh"
            else f"No usable {error}: give the results folder of nianjian score."
        ) from error
    except WorkplaceError as error:
        raise CannotError(error.said.told(lang)) from error
    if not chosen.chosen:
        none = Said(
            f"{chosen.sentences} 句中没有值得再标注的（已标注，或与已标注的几乎相同）。",
            f"None of {chosen.sentences} sentences is worth labelling: all are like labelled ones.",
        )
        raise CannotError(none.told(lang))
    click.echo(_chosen(chosen.chosen, chosen.sentences, chosen.agencies, out, lang), err=True)


def _chosen(count: int, of: int, agencies: int, out: Path, lang: Language) -> str:
    return Said(
        f"从 {of} 句中选出 {count} 句（{agencies} 个机关），在 {out}：在更正列填写，"
        "判断都对的只填标注人；填完用 nianjian review 取回。",
        f"{count} of {of} sentences ({agencies} agencies) in {out}: fill in the corrected columns, "
        "only the labeller where all labels are right; then nianjian review takes them in.",
    ).told(lang)


def _take_in(out: Path, folder: Path, store: Path, lang: Language) -> None:
    from extractor.batch.review import take_labels

    if not out.exists():
        return
    taken = take_labels(out, folder, store)
    for row in taken.not_taken:
        click.echo(not_taken_told(row, lang), err=True)
    for path in taken.kept:
        click.echo(
            f"未能取入的标注仍在：{path}" if lang == "zh" else f"What was not taken: {path}",
            err=True,
        )
