"""The words in which reports tell of applications: what was received, and what became of it."""

from __future__ import annotations

import re

from extractor.report.facts.attach import Gap, Term, Terms, light
from extractor.report.facts.clauses import BLOT, Clause, Number

OUTCOMES = ("granted", "partial", "refused", "unavailable", "not_processed", "other")
UNITS = frozenset(
    {"", "件", "宗", "起", "份", "条", "个", "项", "次", "例", "件次", "桩", "则", "笔"}
)

APPLICATION = (
    r"(?:政府信息|政务信息|信息|政务)(?:依申请)?公开(?:的)?(?:书面|网上|网络|有效)?申请|依申请(?:信息)?公开|依政府信息公开申请|公开(?:政府)?信息(?:的)?申请"
    r"|申请(?:政府)?信息公开|申请公开|公开申请|依申请"
)
_TO_YEAR = (
    r"(?:(?:(?:19|20)\d\d年|下一?年|次年|明年|来年|翌年|上一?年|本年|今年|当年)度?)?"
    r"(?:继续)?(?:办理|处理)?(?:的)?"
)
TERMS = Terms(
    ("partial", r"(?:予以|给予|依法|同意)?部分(?:予以|给予|同意|内容)?公开|区分处理"),
    ("refused", r"不予以?公开|不同意公开|予以不公开|未予公开|(?<!由)不公开|拒绝公开"),
    ("unavailable", r"(?:无法|不能|未能)(?:予以)?提供"),
    ("not_processed", r"不予(?:以)?(?:处理|办理)|(?<!将)(?:不作|未予|不予以)处理|不予受理"),
    (
        "granted",
        r"予以全部公开|全部予以公开|予以?公开|(?:全部|同意|给予|准予|准许|完全|依法)公开",
    ),
    ("granted?", r"(?<![未主动予息])公开的?(?=\d)"),
    (
        "other",
        r"(?:作出?|做出?|按|以)?其[他它](?:方式|情形|情况|类)?(?:处理|答复|办理|情形|方式|结果)",
    ),
    ("other?", r"其[他它](?=\d)"),
    ("refused.state_secret", r"(?:属于|涉及|属|因)?(?:国家秘密|涉密)"),
    ("refused.other_law", r"其[他它]法律(?:、?行政法规)?(?:禁止|规定)?(?:不得|不予)?(?:公开)?"),
    ("refused.safety_stability", r"(?:危及|影响|涉及)?[“\"]?三安全一稳定[”\"]?"),
    ("refused.third_party", r"(?:保护|涉及|损害)?(?:第三方(?:合法)?(?:权益)?|商业秘密|个人隐私)"),
    ("refused.internal_affairs", r"(?:属于?)?(?:三类)?内部事务(?:性)?信息|内部管理信息"),
    ("refused.process", r"(?:属于?)?(?:四类)?过程性信息"),
    ("refused.enforcement_file", r"(?:属于?)?(?:行政)?执法案卷(?:信息|材料)?"),
    ("refused.admin_query", r"(?:属于?)?行政查询(?:事项)?"),
    (
        "unavailable.not_held",
        r"(?:本|我)?(?:机关|单位|局|行政机关)?(?:未|不|没有)掌握(?:相关)?(?:政府)?(?:信息)?|(?:政府)?信息不存在"
        r"|非本机关(?:政府)?信息|不属于本(?:机关|单位)(?:负责)?(?:公开)?(?:范围|职责)?(?:范围)?",
    ),
    ("unavailable.needs_creation", r"(?:没有现成信息)?[、，]?(?:需要?|须)?另行制作|没有现成信息"),
    ("unavailable.unclear", r"(?:补正后)?(?:申请)?内容(?:仍|仍然)?不明确"),
    ("not_processed.petition", r"信访(?:、?举报)?(?:、?投诉)?类(?:申请)?"),
    ("not_processed.repeat", r"重复申请"),
    ("not_processed.publication", r"(?:要求)?(?:提供)?公开出版物"),
    ("not_processed.mass_repeat", r"(?:无正当理由)?大量(?:、?反复)申请"),
    ("not_processed.reconfirm", r"(?:要求行政机关)?(?:确认或)?重新出具"),
    ("other.overdue_correction", r"(?:申请人)?(?:无正当理由)?逾期(?:未|不)补正"),
    ("other.overdue_payment", r"(?:申请人)?逾期(?:未|不)(?:按[^，。]{0,8})?(?:缴费|缴纳|交费)"),
    (
        "carry",
        rf"(?:接转|承接|结转|转结|结余|转到|转入|转至|留到|留至|顺延|延续|移到|带入|接续|转)(?:至|到|入|给)?(?:过来|下来)(?:的)?|(?:接转|承接|结转|转结|结余|转到|转入|转至|留到|留至|顺延|延续|移到|带入|接续)(?:至|到|入|给)?{_TO_YEAR}"
        r"|留下来?的?|剩下|遗留|跨年度?|转下[来年]?|积存",
    ),
    (
        "pending",
        r"(?:尚?未|没有?)(?:办结|办完|办理完毕|答复完|答复(?![期时]))|(?:尚?未|没)到(?:法定)?(?:答复|办理)?期限?|未届满|正在(?:依法)?(?:办理|处理)|(?:尚|仍|还)在(?:依法|正常)?(?:办理|处理|期限)"
        r"|(?<!已)办理中|待(?:办理|答复)|继续办理|在办(?!结)",
    ),
    (
        "received",
        r"新?收(?:到|悉|件)|(?<![接])新收|接收(?:到)?|接到|接获|(?<!不予)受理|新(?:增|接)|登记"
        r"|共收(?=[^到费])",
    ),
    (
        "answered",
        r"办结|(?<![拟应])答复|办理(?:完毕|完结|完成)|处理(?:完毕|完结|完成)|(?:已)?作出?处理(?!决定)|回复|办复"
        r"|办理(?!情况|结果|流程|时限|质量|工作|环节|平台|规范|机制|程序|的|中)",
    ),
    ("noun", rf"{APPLICATION}|(?<!被)申请(?!人|书|表|材料|渠道|办|答|处|内)"),
)  # fmt: skip

# What is received too, and is no application; if it governs the number, the number is foreign.
FOREIGN = re.compile(
    r"热线|12345|信访|投诉|举报|咨询|来电|来访|建议|提案|议案|意见|工单|复议|诉讼|许可|审批|留言|邮件|问卷|稿件"
    r"|转办|案件|处罚|线索|反馈|求助|诉求|服务事项|业务|报名|补贴|感谢信|锦旗|电话|群众来信|网民|网友|信件|舆情|问题"
    r"|备案|证照|证书|行政确认|救助|登记(?!为)"
)
_OTHER_APPLICATIONS = re.compile(
    r"(?:许可|复议|补贴|补助|登记|资格|救助|审批|办证|注册|备案|救济|入学|低保|资金|项目|公积金|仲裁|执行|立项|变更|许可证|报名|认定|援助|住房|贷款|专利|商标)(?:的)?申请"
)
_APPLICATION_HEAD = re.compile(
    rf"(?:{APPLICATION}|(?:公开|信息)(?:事项|件|类)?|申请)(?:的)?(?:事项|件|信息|数量|总数|案件|政府信息|政务信息|办件|{BLOT})*"
    rf"(?:共计|共|总计|合计|累计|有|为|是|计|达|仅|只有|约|：|:|{BLOT})*$"
)
_RECEIVED_GAP = 45


def received_gap() -> Gap:
    """Between 收到 and its number an application may be told at length, but nothing else."""

    def gap(term: Term, between: str) -> bool:
        if term.key != "received":
            return light(term, between)
        if len(between) > _RECEIVED_GAP or between in ("的", "的那"):
            return False
        if light(term, between):
            return True
        if _OTHER_APPLICATIONS.search(between):
            return False
        return bool(_APPLICATION_HEAD.search(between))

    return gap


_ENDS = re.compile(
    r"^(?:[的了]|其中|中|里|内|均|都|已|全部|并|后|来自|分别|依法|按|比|较|占|同比)|^$"
)


def is_application(clause: Clause, number: Number, between: str) -> bool:
    """Whether what 收到 counts are applications: told in front, behind the number, or not at all."""
    behind = clause.right(number)
    if _APPLICATION_HEAD.search(between) and re.search(APPLICATION + "|申请", between):
        return not _OTHER_APPLICATIONS.search(between) and not FOREIGN.match(behind.lstrip("的"))
    if FOREIGN.search(between) or FOREIGN.search(behind[:12]):
        # 13件公民咨询类政府信息公开申请 names applications in the end.
        return bool(re.search(rf"(?:{APPLICATION})$", behind))
    if _OTHER_APPLICATIONS.search(behind):
        return False
    return bool(re.search(rf"{APPLICATION}|申请", behind)) or bool(_ENDS.match(behind))
