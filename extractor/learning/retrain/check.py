"""Step 2: each of the user's labels in the scheme, whole, and not contradicted by another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from extractor.checks.model import Said
from extractor.decisions.labels import label_key, unknown_label
from extractor.language.classify.labels import HEAD_NAMES, HEADS, Head
from extractor.learning.dataset import Example, Labels

# A column filled down by mistake looks like this; a report of fewer labels may well be so.
_ALL_ALIKE = 8
_SHOWN = 24


class UserExample(Example):
    """A sentence as a person labelled it."""

    labeller: str = ""
    whole: bool = False
    """The person stood by every label of it: signed the row, or filled in all of them. Any other
    row came back because the model erred in it; measured on such rows every rival looks better."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the labels of a sentence or report; `left_out` ones teach nothing."""

    id: str
    said: Said
    left_out: bool = True

    def as_data(self) -> dict[str, Any]:
        told = {"id": self.id, "left_out": self.left_out}
        return {**told, "zh": self.said.zh, "en": self.said.en}


@dataclass(frozen=True, slots=True)
class _Read:
    """A line of the store that keeps to the scheme."""

    line: Mapping[str, Any]
    labels: dict[Head, str]
    claimed: frozenset[Head]
    """The heads that the person stands by."""

    @property
    def labeller(self) -> str:
        return str(self.line["labeller"] or "")

    @property
    def place(self) -> tuple[str, str]:
        return str(self.line["section"]), "".join(str(self.line["text"]).split())


def check(lines: Sequence[Mapping[str, Any]]) -> tuple[list[UserExample], list[Trouble]]:
    """The examples, one a sentence, and all that people should know of the rest."""
    troubles: list[Trouble] = []
    together: dict[tuple[str, str], list[_Read]] = defaultdict(list)
    for line in lines:
        read = _read(line)
        if isinstance(read, Trouble):
            troubles.append(read)
        else:
            together[read.place].append(read)
    found: list[UserExample] = []
    for reads in together.values():
        settled = _settled(reads)
        if isinstance(settled, Trouble):
            troubles.append(settled)
        else:
            found.append(settled)
    found.sort(key=lambda example: (example.report, example.id))
    return found, [*troubles, *_filled_down(found)]


def _read(line: Mapping[str, Any]) -> _Read | Trouble:
    number, text, told = str(line["id"]), line["text"], line["labels"]
    if not isinstance(text, str) or not text.strip():
        return Trouble(number, Said(f"{number}：没有句子。", f"{number}: no sentence."))
    if not isinstance(told, Mapping):
        return Trouble(number, Said(f"{number}：没有标注。", f"{number}: no labels."))
    labels: dict[Head, str] = {}
    for head in HEADS:
        value = str(told.get(head) or "")
        key = label_key(head, value)
        if key is None:
            said = unknown_label(head, value)
            told = Said(f"{number}“{_short(text)}”：{said.zh}", f"{number}: {said.en}")
            return Trouble(number, told)
        labels[head] = key
    corrected = line["corrected"] if isinstance(line["corrected"], list) else []
    claimed = frozenset(h for h in HEADS if line["labeller"] or h in corrected)
    return _Read(line, labels, claimed)


def _settled(reads: Sequence[_Read]) -> UserExample | Trouble:
    """All that people said of one sentence as one example, or that they differ."""
    labels = dict(reads[0].labels)
    said: dict[Head, _Read] = {}
    for read in reads:
        for head in sorted(read.claimed):
            other = said.setdefault(head, read)
            if other.labels[head] != read.labels[head]:
                return _contradiction(head, other, read)
            labels[head] = read.labels[head]
    first = reads[0].line
    report = str(first["report"] or first["id"])
    try:
        return UserExample(
            id=str(first["id"]),
            text=first["text"],
            section=first["section"],
            aspect=first["aspect"],
            heading=first["heading"],
            year=first["year"],
            before=first["before"] or "",
            after=first["after"] or "",
            labels=Labels.model_validate(labels),
            report=report,
            hand=writer(report),
            labeller="、".join(dict.fromkeys(r.labeller for r in reads if r.labeller)),
            whole=set(said) == set(HEADS),
        )
    except ValidationError as error:
        what = error.errors()[0]
        where = ".".join(map(str, what["loc"]))
        told = f"{first['id']}: {where}: {what['msg']}"
        return Trouble(str(first["id"]), Said(told, told))


def writer(report: str) -> str:
    """Region and agency of a report's key: an agency's reports of two years are one hand."""
    return report.rsplit("|", 1)[0] if report.count("|") >= 2 else report


def _contradiction(head: Head, one: _Read, other: _Read) -> Trouble:
    number, text = str(one.line["id"]), _short(str(one.line["text"]))
    zh = [f"{r.labeller or '未署名'}：{HEADS[head][r.labels[head]]}" for r in (one, other)]
    en = [f"{r.labeller or 'unsigned'}: {r.labels[head]}" for r in (one, other)]
    return Trouble(
        number,
        Said(
            f"{number}“{text}”的{HEAD_NAMES[head]}标注不一致（{'；'.join(zh)}）："
            "商定后用 nianjian review 取回一致的标注。",
            f"{number}: two labels for {head} ({'; '.join(en)}): settle it and take the "
            "settled rows in with nianjian review.",
        ),
    )


def _filled_down(examples: Iterable[UserExample]) -> Iterator[Trouble]:
    """Reports all of whose sentences have one label: told, not left out, for it may be so."""
    reports: dict[str, list[UserExample]] = defaultdict(list)
    for example in examples:
        reports[example.report].append(example)
    for report, own in sorted(reports.items()):
        for head in HEADS:
            ((label, count), *others) = Counter(e.labels.of(head) for e in own).most_common()
            if head != "substance" and count >= _ALL_ALIKE and not others:
                yield Trouble(
                    report,
                    Said(
                        f"{report} 的 {count} 句{HEAD_NAMES[head]}都是“{HEADS[head][label]}”："
                        "请核对是否误填了整列。",
                        f"{report}: all {count} sentences have {head} “{label}”: was a column "
                        "filled down by mistake?",
                    ),
                    left_out=False,
                )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
