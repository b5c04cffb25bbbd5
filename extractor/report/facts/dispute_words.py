"""The words in which reports tell of disputes, and whose disputes they tell of."""

from __future__ import annotations

import re

from extractor.report.facts.attach import Term, Terms, light, light_behind
from extractor.report.facts.model import DISPUTES

UNITS = frozenset({"", "件", "宗", "起", "份", "次", "例", "个", "件次", "桩"})
TERMS = Terms(
    (
        "suit_direct",
        r"(?:未经|不经|未申请|没有经过)(?:行政)?复议(?:程序)?(?:而)?(?:直接)?(?:提起"
        r"|提出)?(?:行政)?(?:起诉|诉讼)?|直接诉至(?:人民)?法院|直接起诉"
        r"|直接(?:向[^，]{0,8})?(?:提起|提出)?(?:行政)?(?:起诉|诉讼)",
    ),
    (
        "suit_after_review",
        r"(?:经)?(?:行政)?复议(?:程序)?(?:之)?后仍?(?:走进|诉至)(?:人民)?法院"
        r"|(?:经)?(?:行政)?复议(?:程序)?(?:之)?后(?:再|又)?(?:提起|提出)?(?:的)?(?:行政)?(?:起诉"
        r"|诉讼)|经复议(?:再)?(?:提起)?(?:起诉|诉讼)",
    ),
    (
        "corrected",
        r"(?:结果|被|予以|依法|判决)?(?:复议)?(?:纠正|撤销)(?!率)"
        r"|(?:被)?(?:纠错|确认违法|变更)(?!率)|败诉(?!率)"
        r"|责令(?:限期)?(?:重新|履行|答复)[^，。\d]{0,8}",
    ),
    (
        "upheld",
        r"(?:法院)?(?:驳回或(?:者)?)?(?:结果|予以|判决|决定)?维持(?!率|在)"
        r"|(?:判决|裁定)?驳回(?:原告|申请人|当事人|其)?(?:的)?(?:全部)?(?:诉讼|复议)?(?:请求|申请)"
        r"|胜诉(?!率)|支持了?(?:我|本)|判决驳回",
    ),
    ("other", r"其[他它](?:结果|情形|情况|处理|方式)?(?=\d|的|为|均|：|共|有|$)|其[他它]结果"),
    ("other", r"其[他它]方式(?:结案|处理|办结)"),
    ("other*", r"终止|撤回|撤诉|和解|驳回起诉|调解(?:结案)?|不予受理"),
    (
        "pending",
        r"(?:尚?未|没有?|还没有?)(?:审结|办结|结案|作出|审理完毕|出结果|结果|判决|裁决)"
        r"|(?:尚|仍|还|正)?在(?:依法)?(?:审理|办理|审查)(?:中|之中|当中|过程中)?|未结|待审|待判"
        r"|在审|(?:未|没|没有)宣判|还没判|审理中|审理之中",
    ),
    (
        "review",
        r"(?:被)?(?:申请|提起|提出|引起|引发|发生)?(?:的)?行政复议(?!机关|机构|决定|法|局|委员会)"
        r"|(?<!行政)复议(?!机关|机构|决定|法|局|委|纠错率|后|率)",
    ),
    (
        "suit",
        r"(?:被)?(?:提起|提出|引起|引发|发生)?(?:的)?行政(?:诉讼|应诉|起诉)(?!法)"
        r"|(?:把|将)(?:我|本)[^，]{0,4}告了|打官司|诉至(?:人民)?法院|(?<!行政)(?:诉讼(?!法|请求"
        r"|程序)|(?<!出庭)应诉|被诉|被起诉"
        r"|起诉)",
    ),
)  # fmt: skip
SUBJECTS = frozenset(DISPUTES)
SPEAKS = re.compile(r"复议|诉讼|起诉|应诉|被诉")
OURS = re.compile(r"信息公开|依申请|政务公开")
BUSINESS = re.compile(
    r"各类|受理|(?<![在正尚经])审理(?!中)|办理|(?<!未)(?<!已)审结|(?<!未)办结|代理|承办|出庭"
    r"|作为复议|复议机[关构]|应诉工作|法律顾问|化解"
    r"|调解|服务|培训|旁听"
)
NOTHING = re.compile(
    r"(?:[\d一二三四五六七八九十年本度我局委镇乡街道县区市厅单位机关办在全上述期间共，,]|情况)*"
    r"(?:无|暂无|没有|未发生|未涉及|均?为(?:0|零)|均无|均未发生|不涉及|0件?"
    r"|零)(?:过)?(?:任何)?(?:此类|相关|这类|该类|上述|以上|有关)?(?:的)?(?:内容|情况|案件|情形"
    r"|事项|问题|事件|发生)*[。.；;]?"
)
TOTAL_GAP = re.compile(
    r"[的了共总合计累有为是达到数量件情况形案事项引发生起被收申请提出约仅只类别均各政府信息公开：:“”▁]*"
)
_BEHIND = re.compile(
    r"(?:由?(?:人民)?法院|[因由]|涉及|的|政府信息公开|政务公开|信息公开|申请|工作|引发|引起|提起"
    r"|类|案件|被|有关"
    r"|答复|决定)*"
)


def behind(between: str) -> bool:
    return light_behind(between) or (len(between) <= 20 and _BEHIND.fullmatch(between) is not None)


_OUR_ACT = re.compile(
    r"(?:了|原|[我本该](?:[局厅委办镇乡县区市省]|街道|机关|单位)|(?:具体)?行政行为|作出的?|答复"
    r"|决定|判决|处理|的)*"
)


def gap(term: Term, between: str) -> bool:
    if term.key in SUBJECTS:
        return len(between) <= 20 and TOTAL_GAP.fullmatch(between) is not None
    if between.endswith("各") and len(between) <= 6:
        return True
    if len(between) <= 20 and _OUR_ACT.fullmatch(between):
        return True  # 维持我厅行政行为的7件
    return light(term, between)


# A case told without a figure: 有一位居民申请了复议.
ONE_PERSON = re.compile(r"(?:1|一)(?:位|名|人|个人|家|户)|那位|这位")
FILED = re.compile(
    r"(?:申请|提起|提出?)了?(?:行政)?(?:复议|诉讼)了?|复议了|告了|起诉了|法院起诉|又起诉"
)
