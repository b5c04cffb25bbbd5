"""A problem in stock words is not told beside as many measures in stock words."""

from __future__ import annotations

import pytest

from evaluation.gold_narrative import Narrative
from evaluation.passages import Passage
from evaluation.section_record import record_of_passage
from extractor.checks.boilerplate import b506_unanswered
from extractor.checks.model import Among

PROBLEMS = "存在问题：一是公开类型不够丰富；二是覆盖面不够广；三是公开平台建设有待加强。"
MEASURES = (
    "一是公开内容新增补贴名单、项目验收等9类",
    "二是进一步拓宽公开渠道，扩大覆盖面",
    "三是持续加强各类平台建设",
)


def _told(problems: str, count: int) -> bool:
    text = "## 五、存在的主要问题及改进情况\n\n" + problems + "\n\n改进情况："
    text += "；".join(MEASURES[:count]) + "。"
    gold = Narrative.model_validate({"problems": [], "improvements": []})
    record = record_of_passage(Passage.model_construct(id="x", text=text, gold=gold), text)
    return bool(list(b506_unanswered.check(Among(record))))


def test_only_beside_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(b506_unanswered, "left_over", lambda *_: [2])
    assert not _told(PROBLEMS, 3)
    assert _told(PROBLEMS, 2)
    named = PROBLEMS.replace("公开平台建设有待加强", "信访大厅3块公开栏破损没有换")
    assert _told(named, 3)
