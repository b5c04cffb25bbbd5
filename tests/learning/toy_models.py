"""Models that differ from each other by next to nothing, and a report for them to read."""

from __future__ import annotations

from pathlib import Path

from extractor.language.classify.folder import read_manifest
from extractor.language.classify.linear import LinearClassifier

REPORT = """青溪县水利局2023年政府信息公开工作年度报告

一、总体情况
我局2023年主动公开政府信息208条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
业务培训还不够。下一步将加强培训。
六、其他需要报告的事项
本年度未收取信息处理费。
"""


def variant(model: Path, folder: Path, bias: float) -> tuple[Path, str]:
    """Another model: the same but for a bias."""
    classifier = LinearClassifier.load(model)
    classifier.heads["topic"].bias[0] = bias
    classifier.save(folder, {"doubt": read_manifest(model)["doubt"]})
    return folder, read_manifest(folder)["hash"]
