"""What a sentence on applications tells of other matters: permits, hotline calls, case books.

受理取水许可申请38件，办结36件；受理政府信息公开申请2件: the permits, and what became of them, are
blotted out, so that none of their figures is taken for one of 政府信息公开申请.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.report.facts.clauses import BLOT, Passage

_OURS = re.compile(r"(?:信息|政务)公开|依申请|公开(?:的)?申请|申请公开")
# What is applied for at an office's counter.
_SOUGHT = (
    r"(?:许可证?|资格|补贴|补助|救助|救济|援助|低保|特困|公租房|廉租房|保障房|住房|公积金|贷款|资金|项目|专利|商标"
    r"|入学|入园|转学|休学|奖学金|助学金|报名|职称|评审|立项|变更|注册|登记|备案|审批|办证|认定|鉴定|仲裁|赔偿"
    r"|复印|查档|报装|开户|过户|落户|入户|上户|迁移|迁入|出入境|居住证|身份证|护照|签证|建房|宅基地|改造|修缮|加装电梯"
    r"|取水|排污|用水|用电|用气|用地|占道|施工|竣工|验收|检测|检验|退税|退费|延期缴纳|贴息|养老|医保|社保|退休|优抚|慰问"
    r"|调解|公证|法律援助|复议|诉讼|执行|年检|年审|换证|补证|业务|办事|政务服务|预约|参观|租赁|招租|摊位)"
)
_CAME = (
    r"(?:收到|收了|接到|接收|接听|接待|受理|新收|办理|办结|处理|承办|审批|审核|答复|回复"
    r"|解答|交办|转来|转办)"
)
_COUNT = r"\d[\d.,，]*万?(?:余|多)?[件份宗起条个次封项户例笔]"
_TOPIC = r"(?:涉及?|关于|有关|针对|内容|要求|其中)"
_OTHER_KIND = re.compile(
    rf"^(?!.*{_TOPIC}).*?{_CAME}[^，；。\d]{{0,12}}?{_SOUGHT}[^，；。\d]{{0,4}}?申请(?:事项|材料|件|书)?(?:共|合计|约)?{_COUNT}"
)
# What comes in, and is no application; 收到投诉举报类申请3件 is one.
_NO_APPLICATION = re.compile(
    rf"^(?!.*(?:{_TOPIC}|申请)).*?{_CAME}[^，；。\d]{{0,10}}?(?:工单|来信|来电|来访|信件|留言|建议|提案|议案|诉求|求助|咨询|办件|线索)"
    rf"[^，；。\d]{{0,4}}{_COUNT}"
)
# 收录案例20件，其中予以公开8件; 审查拟公开信息380条，其中不予公开7条; 公开提案答复51件，其中…
_PAPERS = re.compile(
    rf"(?:收录|收集|选编|汇编|编印|整理|讲解|讲评|剖析|通报|点评)[^，；。\d]{{0,12}}(?:案例|范例|实例|样本|范本)(?:共|约)?{_COUNT}"
    rf"|(?:案例|范例|实例|样本|范本)\d+[件份个]"
    rf"|(?:审查|审核|制发|印发|产生|形成)(?:拟公开|各类|政府|的)*(?:信息|公文|文件)(?:共|约)?{_COUNT}"
    rf"|公开[^，；。\d]{{0,8}}(?:建议|提案)(?:的)?(?:答复|复文)?(?:共)?{_COUNT}"
)
# 办理答复97件，其中人大代表建议41件、政协提案52件、政府信息公开申请4件: most of them are others.
_OF_MANY_KINDS = re.compile(
    rf"{_CAME}(?:(?!申请)[^，；。\d]){{0,6}}{_COUNT}[，（(：:](?=其中[^，；。\d]{{0,8}}(?:建议|提案|热线|工单|来信|留言)[^，；。\d]{{0,4}}\d)"
)
# 收到各类申请218件，其中政府信息公开申请6件
_OF_ALL_KINDS = re.compile(
    rf"{_CAME}(?:各类|各种|各项)(?:[^，；。\d公]{{0,6}})?申请{_COUNT}[，；]其中(?=[^。；]*?信息公开(?:类|的)?申请[^，。；\d]{{0,8}}\d)"
)
# 区里一共收了89件，我们街道分到3件: all that came to the county or district above.
_US = r"(?:[我本咱]们?(?:[局厅委署镇乡]|街道|单位|机关|处|所|站))"
_ABOVE = re.compile(
    rf"(?:全|^)[省市县区州](?:里|上|内)?[^，；。]{{0,16}}?收(?:到|了)[^，；。\d]{{0,12}}{_COUNT}[^，；。]{{0,8}}[，；]"
    rf"(?={BLOT}*(?:其中|有)*(?:(?:分|转|派|落|交|转办|转交|交办)(?:到|给|至|由){_US}|{_US}(?:分到|轮到|摊到|分得|接到|\d)))"
)
# 市局及各分局共收到276件，其中市局收到121件; 系统全年办结271件，其中市局办结124件
_WITH_BRANCHES = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,6}}[局厅委校院](?:机关)?[及和](?:其|各|所属|下属|直属)[^，；。\d]{{1,8}}|系统(?=[^，；。]{{0,6}}[办答][结复]))(?:全年|共|一共|合计)*"
    rf"(?:收到|受理|新收|办结|答复)[^，；。\d]{{0,12}}{_COUNT}[，；]"
    rf"其中(?=(?:，|由|向)*(?:[我本省市县区])[局厅委校院](?:机关|本级)?(?:提出|提交|收到|受理|新收|办结|答复)[^，；。\d]{{0,8}}\d)"
)
_NEW_SUBJECT = re.compile(
    r"(?:收到|收了|接到|接收|受理|新收)(?!的|率)|申请(?!人)|另有?|此外|同时|不予[处受]理"
)
_NOT_OURS = re.compile(
    r"(?:不|未)(?:再)?(?:计入|列入|纳入|算入|算作|属于?|算|是|作为)[^，；。\d]{0,8}(?:申请|统计|[上本此]表)"
    r"|不在(?:此|本|统计)[^，；。]{0,6}(?:统计|之列|范围)"
)
_PLAIN = re.compile(
    rf"^(?!另|此外|同期)[^，；。]*?{_CAME}(?:到|的|了|各类|有关|相关|书面)*(?:申请)?{_COUNT}"
)
_PIECE = re.compile(r"[^，,；;。]+")
_SIGNS = frozenset("，,；;。、：:（）()")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    opens: bool
    """Whether it stands behind a semicolon, or begins the sentence."""


def without_others(passage: Passage) -> Passage:
    """The passage with what is told of other matters blotted out; places hold."""
    stretches = [*_others(passage.text)]
    if not stretches:
        return passage
    text = list(passage.text)
    for start, end in stretches:
        text[start:end] = [sign if sign in _SIGNS else BLOT for sign in text[start:end]]
    kept = [n for n in passage.numbers if not any(s <= n.start < e for s, e in stretches)]
    return replace(passage, text="".join(text), numbers=tuple(kept))


def _others(text: str) -> Iterator[tuple[int, int]]:
    pieces = list(_pieces(text))
    others = False
    for index, piece in enumerate(pieces):
        ours = _OURS.search(piece.text) is not None
        if not ours and _tells_others(piece.text):
            others = True
        elif ours or piece.opens or _NEW_SUBJECT.search(piece.text):
            others = False
        if others:
            yield piece.start, piece.end
        elif _NOT_OURS.search(piece.text):
            yield from _not_counted(pieces[: index + 1])
    for told in (_OF_MANY_KINDS, _OF_ALL_KINDS, _ABOVE, _WITH_BRANCHES):
        for match in told.finditer(text):
            yield match.start(), match.end()


def _tells_others(text: str) -> bool:
    return any(told.search(text) for told in (_OTHER_KIND, _NO_APPLICATION, _PAPERS))


def _not_counted(pieces: list[_Piece]) -> Iterator[tuple[int, int]]:
    """收到病历复印申请52份，均按规定提供，不计入信息公开申请: back to what was counted."""
    if re.search(_COUNT, pieces[-1].text):
        return  # 其中2件不属于公开申请, of those that came
    for first in reversed(pieces[:-1]):
        counts = re.search(r"\d|[一二三四五六七八九十](?:来|多|几)?[件份位个名批]", first.text)
        if counts:
            if not _OURS.search(first.text) and not _PLAIN.search(first.text):
                yield first.start, pieces[-1].end
            return
        if first.opens:
            return


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(text):
        opens = match.start() == 0 or text[match.start() - 1] in "；;。"
        yield _Piece(match.start(), match.end(), match.group(), opens)
