"""Acts told in a problem's own words: its measure, where no other stands (B506)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.checks.boilerplate.facts_told import plain
from extractor.report.items.cues import NAMES_PROBLEM, SUGGESTS_PROBLEM, VERB
from extractor.report.record import SentenceRecord

# 照抄文件，去年请窗口的人写了8篇问答: a part of the problem's own sentence that tells an act.
ACT = re.compile(
    r"[月年日]起(?!算|报错|中断|停|失|无)|现(?:在|已)?(?:由|改|请|规定|统一由)|已经?(?:由|于|在|请|把|为|给|向|会同|全部|完成|印发|建立|补|换|改|定[下了]|规定|安排|组织|制定|编制|修订|出台|启用|开通|纳入|列入|配)|均已|已经?(?:更新|公开|发布|上线|上网|撤下|下架|移[到至]|恢复|修[好复]|重[新做写])|将(?!近)(?![^，。；]*(?:情形|作为))|(?<![代模重])拟|(?:打算|准备)(?=[把在由于请将用给])"
    r"|^我(?:们|[局镇委办院校厅县市区乡所队])(?:已|又|还)?(?:压减|减少|增加|新增|增设|建立|组织|开展|安排|请|把|为|给|与|会同|派|制定|印发|编|配)"
    r"|重新(?:编制|梳理|制作|修订|印制)|一律|改[为由成]|请[^，。；]{1,12}(?:写|讲|做|编|改|画|录)了|(?:已|全部|均|都)[^，。；]{0,6}办结|正在(?:整改|改|协调|申请)"
    r"|(?:[录补建写印做装修编讲]|(?<!公)开|换(?!了[^，。；]{0,6}(?:人|茬|拨|任|[信联]|经办|同志))|增(?!加了[^，。；]*(?:量|负担|压力|难度)))(?:设|加|订)?了|(?:加注|标注|打通|理顺|清理|整理|撤下|压缩|缩短)(?:出来)?了|[月年季]底前(?:印发|完成|上线|建成|补齐|全部)|逐[件条项个][^，。；]{0,4}(?:列|整改|销号)"
)
# 入冬以来的五次封控，消息都在四十分钟内到了: a measure told as what came of it.
_OUTCOME = re.compile(
    r"(?:以来|[之以]后|此后|如今)[^。；]{0,24}?"
    r"(?:(?:都|均(?!衡)|全部)(?!没|[未不]|[说找看弄查][不没])|没有?再|[未不]再|再[没未无](?!更新|公[开布]|发布|回复))"
)

_NO_MORE = re.compile("不再|再[没未无也]|没有?再")
_GRANTS = re.compile("虽")
_FORMERLY = re.compile("此前|过去|原来|原先|以前|之前")
# 6月起已改为当天换下旧标准, 这个毛病已经改了: an act though it names the lack.
_MENDED = re.compile(
    r"[月年日]起(?!算|报错|中断|停|失|无)已?经?[^，。；]{0,2}(?:改|由|换|补|实行)|已经?(?:改[为由成用了]|换[成为用]|补[齐上])"
    r"|(?:毛病|问题|缺口|漏洞|短板)[^，。；]{0,3}(?:已|都|均)[^，。；]{0,2}(?:改|补|解决|堵)"
    r"|^(?:所以|因此|为此|于是)[^，。；]*(?:起|将|已)"
)

# 文件已按九类归并, 旧通知全部标注…, 把PDF转成表格: not said so plainly, but no lack either. Where a
# problem would be told as left alone, such words are enough to doubt that it is one.
_PERHAPS = re.compile(
    r"已经?(?:按|照|用|与|和|同|会同|共用|依|随|逐)(?!计划)[^，。；]{2,}"
    r"|(?<![未没不])(?:全部|逐[一个条项件份家户处])(?:重新)?"
    r"(?:标注|加注|注明|补|换|更[新正换]|归并|公[布开]|上[网线]|撤|编|链接|清理|核[实对]|修|重[做写])"
    r"|[把将][^，。；]{2,30}?(?:转|改|整理|归并?|合并?|编|做|列|汇|拆|移|换|译|录)[成为入到进]"
    r"|(?:^|并)(?:开通|开设|增设|新增|编写|编印|制作)了"
)
_QUOTED = re.compile("[“‘《][^”’》]*[”’》]")
_LONG = 4
"""So many sentences are no problem's alone."""

# 【改进3】对…, 我们改：…, 补差距：…
_WHAT_WE_DID = (
    "(?:我[们局镇]|本局)?(?:的|怎么|如何)?(?:改(?:进|正|了|法)?|整改|补(?:差距|短板|缺口|救)|还账"
    r"|举措|措施|办法|做法|对策)(?:情况|措施|办法|结果|进展|举措)?[一二三四五六\d]?"
)
_LABELLED = re.compile(
    rf"(?:[【\[〔]{_WHAT_WE_DID}[】\]〕]：?|{_WHAT_WE_DID}：)(?=[^，。；]*[^，。；：])"
)


def acts_within(words: str) -> bool:
    """Whether the lack is followed by an act, in the same breath."""
    if _OUTCOME.search(plain(words)):
        return True
    # What is said of acts before the lack is its background (招标公开了，结算没有跟上).
    for part in reversed(re.split("[，。；]", plain(words))[1:]):
        if _MENDED.search(part):
            return True
        if _FORMERLY.match(part):
            continue
        if SUGGESTS_PROBLEM.search(part) and not _NO_MORE.search(part):
            return False
        if ACT.search(part) and not _GRANTS.match(part):
            return True
    return False


def tells_an_act(words: str) -> bool:
    """Whether any part tells an act: what was taken for a problem may be its measure."""
    parts = re.split("[，。；]", plain(words))
    return acts_within(words) or any(
        _MENDED.search(part) or (ACT.search(part) and not SUGGESTS_PROBLEM.search(part))
        for part in parts
    )


def may_tell_an_act(words: str) -> bool:
    """Whether any part looks like an act; 标注“已失效” names no lack."""
    parts = re.split("[，。；：]", _QUOTED.sub("", plain(words)))
    return any(_PERHAPS.search(part) and not NAMES_PROBLEM.search(part) for part in parts)


def goes_on_to_act(sentences: Sequence[SentenceRecord]) -> bool:
    """基层公开专区闲置。选取6处重新布置，配备导办员。: what explains a problem tells what was done,
    or goes on for so long that it cannot all be the problem."""
    if len(sentences) > _LONG:
        return True
    return any(
        one.topic == "improvement"
        and VERB.search(plain(one.text))
        and not SUGGESTS_PROBLEM.search(_QUOTED.sub("", plain(one.text)))
        for one in sentences[1:]
    )


def is_labelled_an_act(words: str) -> bool:
    """Its label says that it is a measure, unless it tells a lack all the same (整改情况：仍有3处
    未换)."""
    label = _LABELLED.match(words)
    return label is not None and not NAMES_PROBLEM.search(
        re.split("[，。；]", words[label.end() :])[0]
    )
