"""That nothing happened, or is not there to be told of: 未收到申请, 无规范性文件, 收费0元.

Asked for twice: whether a sentence tells it, which then is no boilerplate (B501, B502, B505), and
what of a sentence is left without it, since what did not happen is told alike by all to whom it did
not happen (B503, B504).
"""

from __future__ import annotations

import re

from extractor.checks.boilerplate.facts_told import plain

# 1.2022年, 国办函〔2020〕109号, 《…第3号令…》: figures that count nothing.
_COUNTS_NOTHING = re.compile(r"^\d{1,2}[.．、）](?!\d\D)|(?:19|20)\d\d|〔\d+〕\d+号|《[^》]*》")
_CLAUSE = re.compile(r"[^，；。：！？]+[，；。：！？]*|[，；。：！？]+")
# 因政府信息公开工作, 向任何申请人: what may stand between.
_BETWEEN = r"(?:(?:因|就|向|对|以|有人|任何人)[^，；。]{2,20})?"
# What may not have happened, or is not there to be told of: 没有因政府信息公开工作被追究责任的人员,
# 我局没有独立的网站. What was not done as it should have been is none: 没有及时更新网站.
_NO_SUCH_ACT = (
    rf"(?:未|没有?|无|不存在|不涉及)[有再曾]?{_BETWEEN}"
    r"(?:收到|接到|受理|收取|收过|发出|发过|产生|发生|出现|引发|引起|开设|开通|设立|独立|单独|自建|自办|制定|制发|出台|废止|修[改订]|被"
    r"|提起|提出过|上一?年|其他)[^，；。]{0,30}?"
    r"(?:申请|费|复议|诉讼|投诉|举报|追[究责]|问责|结转|职权|泄密|文件|规章|网站|新媒体|微博|公众号|客户端|事项|情[况形]|案件)"
)
# 无规范性文件, 没有延期答复的申请, 再无报告事项: only what it would be stands before the clause
# ends. 没有公布收费的文件 says what was not done.
_NO_SUCH_THING = (
    r"(?<!有)(?:没有|无)(?:任何|其他|新[增收]?|需要?|须|应当?|可|被|予以?|另行|特别|有关|相关|此[类项]|这[类些]|上一?年|往年|本年|年度|度|结转|转[来入]"
    r"|(?:政府)?信息公开|信息|依申请公开|公开|工作|行政|方面|领域|重大|(?:延期|逾期|超期)答复|未办结?|待办|在办|收费|收取|处理|追究|责任|纠正"
    r"|报告|说明|告知|反映|列明|引[发起]|因|由|而|的|类|为|个人?|单位|[、和或与及]){0,9}"
    r"(?:规范性文件|规章|申请(?!人)|复议|诉讼|案件|费用?|通知|投诉|举报|事项|情[况形]|追[究责]|责任追究|问责|泄密|舆情|结转|附件)(?:件|事件|案件|发生|存在)?$"
)
# 行政诉讼没有发生, 全年无人申请复议.
_NOT_COME = (
    r"(?:申请|收费|复议|诉讼|投诉|举报|追究|问责|泄密)[^，；。]{0,6}(?:未|没有?)(?:有|曾)?(?:发生|收到|接到|产生|出现)过?$"
    r"|(?:没有?|无)(?:任何)?(?:人|公民|单位|申请人)[^，；。]{0,24}(?:申请|复议|诉讼|投诉|举报|追[究责]|问责|异议|打官司)$"
)
# Not the end of 60条, 1.0元; 零件 is also a part; 从零起步.
_NAUGHT = (
    r"(?:均?为|共)[0零](?![\d.]|距离|跑|容忍|门槛)"
    r"|(?<![\d.])0(?:[件条次元宗份]|起(?![步点]))|零(?:[条次元宗]|起(?![步点])|件(?![\u4e00-\u9fff]))"
)
_NOTHING = re.compile(
    rf"{_NO_SUCH_ACT}|{_NO_SUCH_THING}|{_NOT_COME}|(?:未|没有|无|不存在)[^，；。]{{0,12}}结转|{_NAUGHT}"
)
# 不少住户没有申请: what the others left undone.
_OTHERS = re.compile(
    r"(?:住户|用户|群众|居民|村民|家属|职工|企业|家庭|不少|许多|多数|多半|大都|部分)[^，；。]{0,8}(?:没有|无)(?:申请|投诉|举报)$"
)
_HAPPENED = re.compile(r"[1-9]|[一二两三四五六七八九十]+[件条次起例份]")
# Who may mean that nothing happened is believed where the question is whether it is an empty
# phrase: 未发现其他问题, 没有不予处理情形, 年内再未出现同类问题.
_MAY_BE_NONE = re.compile(
    r"(?:未|没有?|无|不存在|不涉及)[^，。；]{0,30}(?:申请|收取|收费|复议|诉讼|事项|情况|情形|问题|投诉|举报"
    r"|案件|文件|发生|追究|追责|问责|失泄密|舆情|纠正|结转)|(?:未|没有)(?:发生|收到|出现|接到|收取|产生)"
    r"|(?:没有|无)(?:任何|其[他它]|需要?|须|应当?|可)[^，。；]{0,30}(?:报告|说明|补充|公开|内容|工作)"
    r"|(?:无|没有)人(?:曾|前来)?(?:提出|申请|咨询)|无业务|^(?:无|没有|空白|零|不涉及|无业务)[。；]?$"
    rf"|{_NAUGHT}"
)
# So short a sentence of this kind has no number in a report's fingerprint. Indexes and journals
# are kept, and number the sentences by this rule: nothing may be mended in it.
_UNNUMBERED = re.compile(
    r"(?:未|没有|无|不存在)[^。；]{0,30}(?:申请|收取|收费|复议|诉讼|事项|情况)|(?:均?为|共)[0零]"
)
_UNNUMBERED_LENGTH = 48


def tells_none(text: str) -> bool:
    """A nil statement: nothing happened, and that is a fact."""
    words = plain(text)
    clauses = _CLAUSE.findall(words)
    return bool(_MAY_BE_NONE.search(words)) or (bool(clauses) and all(map(_is_nothing, clauses)))


def without_nothing(text: str) -> str:
    """Without the clauses by which nothing happened."""
    clauses = _CLAUSE.findall(plain(text))
    left = [one for one in clauses if not _is_nothing(one)]
    return text if len(left) == len(clauses) else "".join(left)


def is_unnumbered(text: str) -> bool:
    """A short nil statement, which a report's fingerprint leaves out."""
    return len(text) < _UNNUMBERED_LENGTH and bool(_UNNUMBERED.search(text))


def _is_nothing(clause: str) -> bool:
    words = clause.rstrip("，；。：！？")
    if not _NOTHING.search(words) or _OTHERS.search(words):
        return False
    return not _HAPPENED.search(_COUNTS_NOTHING.sub("", words))
