"""Fine-tune and export: `python -m extractor.learning.bert OUT --labels FILE… --encoder PATH`."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from extractor.learning.bert import BertMissingError
from extractor.learning.bert.encoder import EncoderError
from extractor.learning.bert.export import export_classifier
from extractor.learning.bert.finetune import BertClassifier, Settings
from extractor.learning.dataset import DatasetError, load_examples

_WRONG_USE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    usual = Settings()
    parser = argparse.ArgumentParser(description="用标注句子微调一个编码器，导出为 int8 ONNX。")
    parser.add_argument("out", type=Path, help="输出文件夹")
    parser.add_argument("--labels", type=Path, nargs="+", required=True, help="标注文件（JSONL）")
    parser.add_argument("--encoder", type=Path, required=True, help="Hugging Face 格式的文件夹")
    parser.add_argument("--epochs", type=int, default=usual.epochs)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--threads", type=int, default=usual.threads)
    parser.add_argument("--refit", action="store_true", help="选定轮数后用全部写法再学一遍")
    told = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = Settings(told.epochs, seed=told.seed, threads=told.threads, refit=told.refit)
    try:
        examples = [example for path in told.labels for example in load_examples(path)]
        made = BertClassifier(told.encoder, settings).fit(examples)
        card = {"trained_on": {"sentences": len(examples), "seed": told.seed},
                "hands": sorted({example.hand for example in examples})}  # fmt: skip
        export_classifier(made, told.out, card)
    except (BertMissingError, DatasetError, EncoderError) as error:
        logging.getLogger(__name__).error("%s", error)
        return _WRONG_USE
    return 0


if __name__ == "__main__":
    sys.exit(main())
