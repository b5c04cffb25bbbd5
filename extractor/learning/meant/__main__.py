"""Train and write: `python -m extractor.learning.meant OUT [--lists FILE…]`."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from extractor.learning.bert import BertMissingError, require_torch
from extractor.learning.dataset import DatasetError
from extractor.learning.meant.lists import load_lists
from extractor.learning.meant.written import write

_WRONG_USE = 2
_LISTS = Path("training_data") / "answers"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="学习哪条措施对应哪个问题。")
    parser.add_argument("out", type=Path, help="输出文件夹")
    parser.add_argument("--lists", type=Path, nargs="*", help="问题与措施（JSONL）")
    told = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    log = logging.getLogger(__name__)
    try:
        require_torch()
        from extractor.learning.meant.train import fit

        lists = load_lists(told.lists or sorted(_LISTS.glob("*.jsonl")))
        if not lists:
            raise DatasetError(f"{_LISTS}：没有可学习的内容。")
        write(fit(lists), lists, told.out)
    except (BertMissingError, DatasetError) as error:
        log.error("%s", error)
        return _WRONG_USE
    return 0


if __name__ == "__main__":
    sys.exit(main())
