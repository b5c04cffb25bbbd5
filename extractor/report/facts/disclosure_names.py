"""What a figure of disclosed items is called, and as a fact."""

from __future__ import annotations

import re

from extractor.report.facts.clauses import BLOT
from extractor.report.facts.disclosure_kinds import LEADING, LIGHT_TAIL
from extractor.report.facts.disclosure_words import Count
from extractor.report.facts.model import Fact

_OTHER_VERB = re.compile(
    r"^(?:制作|开展|更正|整改|采纳|收到|征集|归集|新增|新设|设置|设立|配备|建成|举办|组织|召开"
    r"|受理|办理了|回复|答复|抽查|检查|印发|出台|制定|修订|编印|编发|编制|审查|修复|发现|处置|下发"
    r"|发出|接受|听取|评选|举行|惠及|服务群众|参与|阅读|点击|访问|关注|覆盖|培训|注销|关停|清理"
    r"|调整|转为|达|因此|不是|至|又|再|与|比|较|同比|增长|增加|减少|下降|占|平均|每|涉及|更新|报送"
    r"|被[^，]{0,12}[转采录刊]|撤下|删除|下架|下线|剔除|清除|接收|接待|移交|修改|采用"
    r"|上报|投稿|刊出|出版|应答|迁移|补录|完成|梳理|认定|发文|退改|挂网)"
)


def fact_of_count(count: Count) -> Fact:
    start, end = count.passage.whole(count.number.start, count.number.end)
    number = count.number
    return Fact(
        value=number.value,
        unit=number.unit or "条",
        approx=number.approx,
        scope=count.stands.scope,
        text=number.text,
        start=start,
        end=end,
        year=count.stands.year,
    )


def name_of(count: Count) -> str:
    """What an item is called: its channel, its kind, or whose it is."""
    if count.channel is not None and count.verb:
        before = count.passage.text[max(0, count.channel.start - 2) : count.channel.start]
        through = count.channel.kind == "site" and _THROUGH.search(before)
        return count.kind if through and count.kind else count.channel.name
    if count.channel is not None:
        left = count.passage.text[count.clause.left_bound(count.number) : count.number.start]
        return LIGHT_TAIL.sub("", LEADING.sub("", left)) or count.channel.name
    subject = _LATE.sub("", count.subject).replace(BLOT, "")
    name = count.kind or subject or count.stands.scope or ""
    return name if len(name) > 1 else ""


def starts_otherwise(count: Count, *, listed: bool = False) -> bool:
    """Whether the words in front of the number tell of another act than disclosing.

    In a list of kinds 组织管理4条 is a kind: there only what can be no noun counts.
    """
    pattern = _NO_NOUN if listed else _OTHER_VERB
    left = _SIGN.sub("", count.clause.left(count.number))
    if _RATE.search(left):
        return True
    if _CONCERNING.match(left):
        return False
    return bool(pattern.match(left)) or bool(pattern.match(count.kind))


_CONCERNING = re.compile(r"涉及.{2,30}(?:的|信息|类|方面)(?:有)?$")
# 每天早晚两次: how often, not how many.
_RATE = re.compile(
    r"每(?:个?[年月季天日周]|季度|星期|旬)(?:早晚|上下午|早中晚|定期|固定|各|均|播[放出送]|更新|发布|推送|公开|张贴|至少)*$"
)
_THROUGH = re.compile(r"通过|[在经由于]$|利用|依托")
_LATE = re.compile(r"(?:共计?|累计|总共|合计|▁)+$")
_SIGN = re.compile(r"^(?:其中|另|还|并|共|全年|累计|▁|有)+")
_NO_NOUN = re.compile(
    r"(?:制作|开展|更正|整改|采纳|收到|征集|举办|召开|涉及|因此|不是|[至又比较达占]|增加|减少|平均"
    r"|惠及|覆盖|下发|新增|发放|参与|阅读量|点击|访问|被[^，]{0,12}[转采录刊]|撤下|删除|下架|下线|剔除)"
)
