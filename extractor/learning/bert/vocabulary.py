"""A vocabulary of characters made from text, and the tokenizer that belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.language.classify.bert_input import (
    CLS,
    MASK,
    PAD,
    SEP,
    SIGNS,
    SPECIAL,
    UNK,
    normalised,
)

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

SIZE = 6000
# A character seen once or twice learns nothing; as [UNK] it at least shares what others taught.
LEAST = 3
VOCABULARY_FILE = "vocab.txt"


def build_vocabulary(
    texts: Iterable[str], size: int = SIZE, least: int = LEAST, always: Iterable[str] = ()
) -> dict[str, int]:
    """Special signs, our private signs, then characters by frequency; ties by code point.

    `always` texts (the project's own) keep every character, however rare.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(normalised(text))
    wanted: Counter[str] = Counter()
    for text in always:
        wanted.update(normalised(text))
    counts.update(wanted)
    found = sorted(counts, key=lambda char: (-counts[char], char))
    kept = [c for c in found if (c in wanted or counts[c] >= least) and c not in SIGNS]
    names = [*SPECIAL, *SIGNS, *kept][:size]
    return {name: number for number, name in enumerate(names)}


def save_vocabulary(vocabulary: dict[str, int], folder: Path) -> None:
    names = sorted(vocabulary, key=lambda name: vocabulary[name])
    text = "".join(f"{name}\n" for name in names)
    (folder / VOCABULARY_FILE).write_text(text, encoding="utf-8", newline="\n")


def make_tokenizer(vocabulary: dict[str, int], max_length: int) -> PreTrainedTokenizerFast:
    """The same spelling as `CharacterSpelling`, for Hugging Face.

    Not a BertTokenizerFast: its normalizer drops private use characters, our signs among them.
    """
    from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
    from tokenizers.models import WordLevel
    from transformers import PreTrainedTokenizerFast

    raw = Tokenizer(WordLevel(vocabulary, unk_token=UNK))
    raw.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace(Regex(r"\s"), "")]
    )
    raw.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    raw.post_processor = processors.BertProcessing((SEP, vocabulary[SEP]), (CLS, vocabulary[CLS]))
    return PreTrainedTokenizerFast(
        tokenizer_object=raw,
        model_max_length=max_length,
        pad_token=PAD,
        unk_token=UNK,
        cls_token=CLS,
        sep_token=SEP,
        mask_token=MASK,
    )
