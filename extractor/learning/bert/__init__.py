"""The third classifier: a small BERT, pretrained, fine-tuned and exported. Needs PyTorch.

vocabulary → pretrain → finetune → export; what it exports runs without PyTorch
(`extractor.language.classify.onnx_encoder`). Importing this package imports no torch.
"""

from __future__ import annotations

from importlib.util import find_spec


class BertMissingError(ImportError):
    """PyTorch or transformers are not installed; says what to install."""


def require_torch() -> None:
    """Called before anything that needs the optional packages."""
    missing = [name for name in ("torch", "transformers", "onnx") if find_spec(name) is None]
    if missing:
        raise BertMissingError(
            f"训练 BERT 需要 {'、'.join(missing)}，尚未安装。请运行：pip install 'nianjian[bert]'"
        )
