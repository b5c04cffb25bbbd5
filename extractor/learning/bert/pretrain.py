"""Pretraining: a small BERT guesses hidden characters of laws and of the project's own reports.

`python -m extractor.learning.bert.pretrain OUT --own training_data/reports --corpus laws.txt.gz`
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from extractor.language.classify.bert_input import PAD, SPECIAL, CharacterSpelling
from extractor.learning.bert import require_torch
from extractor.learning.bert.corpus import Stream, corpus_lines, divided, report_lines, stream
from extractor.learning.bert.masking import hide
from extractor.learning.bert.vocabulary import (
    SIZE,
    build_vocabulary,
    make_tokenizer,
    save_vocabulary,
)

if TYPE_CHECKING:
    import torch
    from transformers import BertForMaskedLM

_log = logging.getLogger(__name__)
RECORD_FILE = "pretraining.json"
_CHECKPOINT = "checkpoint.pt"
_WARMUP = 300
_DECAY_TO = 0.02
_LOG_EVERY = 50
_HELD_BATCHES = 12
_CLIP = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's size; the default is what one core can pretrain in an hour."""

    layers: int = 4
    hidden: int = 192
    heads: int = 4
    feed_forward: int = 768
    max_length: int = 128


@dataclass(frozen=True, slots=True)
class Course:
    """How to pretrain. With `steps` the same seed gives the same encoder; `minutes` ends by the
    clock, and the steps it managed are in the record."""

    steps: int | None = None
    minutes: float | None = None
    rows: int = 16
    rate: float = 1e-3
    own_every: int = 4
    """Each so-manieth batch is of the project's own text, however small that is."""
    seed: int = 7
    threads: int = 1
    save_minutes: float = 5.0


def pretrain(
    own: Sequence[str], corpus: Sequence[str], out: Path, shape: Shape, course: Course
) -> dict[str, float]:
    """Trains (or goes on from its checkpoint), saves a Hugging Face folder, gives held accuracy."""
    require_torch()
    import torch

    torch.set_num_threads(course.threads)
    torch.manual_seed(course.seed)
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = build_vocabulary(corpus, SIZE, always=own)
    spelling = CharacterSpelling(vocabulary)
    streams = {
        name: [stream(part, spelling) for part in divided(lines)]
        for name, lines in (("own", own), ("corpus", corpus))
        if lines
    }
    model = new_model(len(vocabulary), shape)
    train = {name: parts[0] for name, parts in streams.items()}
    steps = _train(model, train, out, shape, course)
    held = {n: masked_accuracy(model, parts[1], shape) for n, parts in streams.items()}
    _log.info("held back after %d steps: %s", steps, held)
    _save(model, vocabulary, out, shape)
    characters = {f"{name}_characters": sum(map(len, lines)) for name, lines in
                  (("own", own), ("corpus", corpus))}  # fmt: skip
    record = {"shape": asdict(shape), "course": asdict(course), "steps": steps,
              "masked_accuracy": held, "vocabulary": len(vocabulary), **characters}  # fmt: skip
    (out / RECORD_FILE).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    (out / _CHECKPOINT).unlink(missing_ok=True)
    return held


def new_model(vocabulary: int, shape: Shape) -> BertForMaskedLM:
    from transformers import BertConfig, BertForMaskedLM

    config = BertConfig(
        vocab_size=vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.max_length,
        pad_token_id=SPECIAL.index(PAD),
        # So little training never overfits so much text: dropping out only costs steps.
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    return BertForMaskedLM(config)


def _train(
    model: BertForMaskedLM, train: dict[str, Stream], out: Path, shape: Shape, course: Course
) -> int:
    import torch

    optimizer = torch.optim.AdamW(model.parameters(), course.rate, weight_decay=0.01, fused=True)
    step, spent = _resume(model, optimizer, out / _CHECKPOINT, course)
    began, saved = time.monotonic() - spent, time.monotonic()
    model.train()
    losses: list[float] = []
    while (done := _progress(step, time.monotonic() - began, course)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = course.rate * _pace(step, done, course)
        loss, _ = guess(model, *_batch(train, step, shape, course))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), _CLIP)
        optimizer.step()
        losses.append(loss.item())
        step += 1
        if step % _LOG_EVERY == 0:
            seconds = time.monotonic() - began
            _log.info("step %d loss %.3f, %.0f characters/s, %.0f %% done", step,
                      float(np.mean(losses[-_LOG_EVERY:])),
                      step * course.rows * shape.max_length / seconds, 100 * done)  # fmt: skip
        if time.monotonic() - saved > 60 * course.save_minutes:
            seconds = time.monotonic() - began
            torch.save(_state(model, optimizer, step, seconds, course), out / _CHECKPOINT)
            saved = time.monotonic()
    return step


def _batch(
    train: dict[str, Stream], step: int, shape: Shape, course: Course
) -> tuple[Stream, np.random.Generator, int, int]:
    """Which text, and by which dice: both follow from the step, so a run can go on."""
    own = "own" in train and (step % course.own_every == 0 or "corpus" not in train)
    rng = np.random.default_rng([course.seed, step])
    return train["own" if own else "corpus"], rng, course.rows, shape.max_length


def guess(
    model: BertForMaskedLM, text: Stream, rng: np.random.Generator, rows: int, length: int
) -> tuple[torch.Tensor, float]:
    """Loss and accuracy over a batch's hidden characters; only these go through the head."""
    import torch

    hidden = hide(text.windows(rng, rows, length), rng, model.config.vocab_size)
    states = model.bert(
        input_ids=torch.from_numpy(hidden.shown),
        token_type_ids=torch.from_numpy(hidden.segments),
    ).last_hidden_state
    wanted = states.reshape(-1, states.shape[-1])[torch.from_numpy(hidden.places)]
    scores = model.cls(wanted)
    answers = torch.from_numpy(hidden.answers)
    right = float((scores.detach().argmax(-1) == answers).float().mean())
    return torch.nn.functional.cross_entropy(scores, answers), right


def masked_accuracy(model: BertForMaskedLM, held: Stream, shape: Shape) -> float:
    """Share of hidden characters guessed in text held back; the same batches at every call."""
    import torch

    model.train(False)
    with torch.inference_mode():
        rights = [
            guess(model, held, np.random.default_rng([0, n]), 32, shape.max_length)[1]
            for n in range(_HELD_BATCHES)
        ]
    model.train()
    return float(np.mean(rights))


def _progress(step: int, seconds: float, course: Course) -> float:
    by_steps = step / course.steps if course.steps is not None else 0.0
    by_clock = seconds / (60 * course.minutes) if course.minutes is not None else 0.0
    if course.steps is None and course.minutes is None:
        raise ValueError("请给出步数（--steps）或时间（--minutes）。")
    return max(by_steps, by_clock)


def _pace(step: int, done: float, course: Course) -> float:
    """The share of the full rate: up over the first steps, then down to the end."""
    warmup = _WARMUP if course.steps is None else min(_WARMUP, max(1, course.steps // 10))
    return min(1.0, (step + 1) / warmup) * max(_DECAY_TO, 1 - done)


def _state(
    model: BertForMaskedLM,
    optimizer: torch.optim.Optimizer,
    step: int,
    seconds: float,
    course: Course,
) -> dict[str, object]:
    return {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": step,
        "spent": seconds,
        "key": _key(course),
    }


def _key(course: Course) -> str:
    return json.dumps([course.seed, course.rows, course.rate, course.own_every])


def _resume(
    model: BertForMaskedLM, optimizer: torch.optim.Optimizer, path: Path, course: Course
) -> tuple[int, float]:
    import torch

    if not path.exists():
        return 0, 0.0
    state = torch.load(path, weights_only=True)
    if state["key"] != _key(course):
        raise ValueError(f"{path} 属于另一次训练（参数不同）。请换一个输出文件夹，或删除该文件。")
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    _log.info("going on from step %d", state["step"])
    return int(state["step"]), float(state["spent"])


def _save(model: BertForMaskedLM, vocabulary: dict[str, int], out: Path, shape: Shape) -> None:
    # Dropout is for the fine-tuning to come, where the data are few.
    model.config.hidden_dropout_prob = model.config.attention_probs_dropout_prob = 0.1
    model.save_pretrained(out, safe_serialization=True)
    make_tokenizer(vocabulary, shape.max_length).save_pretrained(out)
    save_vocabulary(vocabulary, out)


def own_lines(paths: Iterable[Path], without: Sequence[str] = ()) -> list[str]:
    """The lines of reports; `without` names hands whose text the encoder must not have seen."""
    files = sorted(f for path in paths for f in ([path] if path.is_file() else path.glob("*.txt")))
    wanted = [f for f in files if not any(f.name.startswith(hand) for hand in without)]
    return [line for file in wanted for line in report_lines(file)]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="在报告与法规文本上预训练一个小 BERT。")
    parser.add_argument("out", type=Path, help="输出文件夹")
    parser.add_argument("--own", type=Path, nargs="+", required=True, help="报告文件或文件夹")
    parser.add_argument("--without", nargs="*", default=[], help="不使用的文件名开头")
    parser.add_argument("--corpus", type=Path, help="一行一段的文本，可为 .gz")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--layers", type=int, default=Shape().layers)
    parser.add_argument("--hidden", type=int, default=Shape().hidden)
    parser.add_argument("--heads", type=int, default=Shape().heads)
    parser.add_argument("--threads", type=int, default=Course().threads)
    parser.add_argument("--seed", type=int, default=Course().seed)
    told = parser.parse_args(arguments)
    if told.steps is None and told.minutes is None:
        parser.error("请给出步数（--steps）或时间（--minutes）。")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    shape = Shape(told.layers, told.hidden, told.heads, 4 * told.hidden)
    course = Course(told.steps, told.minutes, seed=told.seed, threads=told.threads)
    corpus = corpus_lines(told.corpus) if told.corpus else []
    pretrain(own_lines(told.own, told.without), corpus, told.out, shape, course)
    return 0


if __name__ == "__main__":
    sys.exit(main())
