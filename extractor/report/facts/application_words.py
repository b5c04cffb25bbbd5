"""The words in which reports tell of applications: what was received, and what became of it."""

from __future__ import annotations

import re

from extractor.report.facts.attach import Gap, Term, Terms, light
from extractor.report.facts.clauses import BLOT, Clause
from extractor.report.facts.figures import Number

OUTCOMES = ("granted", "partial", "refused", "unavailable", "not_processed", "other")
UNITS = frozenset(
    {"", "件", "宗", "起", "份", "条", "个", "项", "次", "例", "件次", "桩", "则", "笔"}
)

APPLICATION = (
    r"(?:政府信息|政务信息|信息|政务)(?:依申请)?公开(?:的)?(?:书面|网上|网络|有效)?申请"
    r"|依申请(?:信息)?公开|依政府信息公开申请|公开(?:政府)?信息(?:的)?申请"
    r"|申请(?:政府)?信息公开|申请公开(?:政府信息的?(?:要求|请求))?|公开申请|依申请"
)
_TO_YEAR = (
    r"自?(?:(?:(?:19|20)\d\d年|下一?年|次年|明年|来年|翌年|上一?年|本年|今年|当年)度?)?"
    r"(?:继续)?(?:办理|处理)?(?:的)?"
)
_NUMERAL = r"[\d零〇一二两三四五六七八九十百]"
_CARRY = (
    r"接转|承接|结转|转结|结余|转到|转入|转至|留到|留至|转出|顺延|延续|延期?至|延期?到|移到|移至|带入|接续"
    r"|跨入|跨到|滚存|推到|拖到"
)
TERMS = Terms(
    # 公开或部分公开的53件 tells neither.
    ("mixed", r"公开(?:或者?|和|及|与|、|以及)部分公开"),
    (
        "partial",
        r"(?:予以|给予|依法|同意)?部分(?:予以|给予|同意|内容)?(?:公开|提供)|区分处理"
        r"|区分[了出]?(?:可以|应当?|能够?)?(?:予以)?公开[和与及、]不[予宜应]?公开的?(?:部分|内容)?"
        r"|(?:公开|给|提供)了?一部分的?",
    ),
    (
        "refused",
        r"不予以?公开|不同意公开|予以不公开|未予以?公开|(?<!由)不公开|拒绝公开|不宜公开|没有公开"
        r"|未公开(?!过)|不给的?(?=\d)|决定不公开|不予提供",
    ),
    (
        "unavailable",
        r"(?:无法|不能|未能|难以|无从|没法)(?:予以|对外)?提供|不具备提供条件|给不了"
        r"|提供不了|拿不出",
    ),
    ("not_processed", r"不予(?:以)?(?:处理|办理)|(?<!将)(?:不作|未予|不予以)处理|不予受理"),
    (
        "granted",
        r"予以全部公开|全部予以公开|予以?公开|(?:全部|同意|给予|准予|准许|完全|依法|应予|全文)公开"
        r"|(?<!不)予以提供|全部提供|属于可以公开|可以公开(?=的?\d)",
    ),
    (
        "granted?",
        rf"(?<![未主动予息不])公开了?的?者?类?(?={_NUMERAL})"
        rf"|(?<!没)给了的?者?(?={_NUMERAL})"
        r"|(?<=[件份条个宗])给了|(?<=[就便])给了$|(?<=[件份宗起])(?:均?已)?(?:全部|依法)?公开$",
    ),
    (
        "other",
        r"(?:作出?|做出?|按|以|作为|归[为入])?[“\"]?其[他它][”\"]?(?:方式|情形|情况|类)?(?:处理|答复"
        r"|办理|情形|方式|结果)(?!(?:收到|提交|提出|递交|申请|来))",
    ),
    ("other", r"(?:申请人)?(?:自愿|主动)?撤回(?:了)?(?:申请)?|终止(?:办理|处理|公开程序)?"),
    ("other?", rf"其[他它](?={_NUMERAL})"),
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
        r"(?:本|我)?(?:机关|单位|局|行政机关)?(?:未|不|没有)掌握(?:相关)?(?:政府)?(?:信息)?"
        r"|(?:政府|申请)?(?:的)?信息不存在|(?:答复|告知)不存在"
        rf"|(?<![\u4e00-\u9fff])不存在(?={_NUMERAL}{{1,4}}[件宗份起条])"
        r"|经?检索未果|查无(?:此|该)?信息"
        r"|未检索到(?:相关)?信息"
        r"|(?:我|本)(?:局|镇|乡|街道|办|委|单位|机关)没有(?:这个|这些|该|此|相关)?信息"
        r"|未制作或(?:者)?(?:未)?(?:获取|保存)|本机关无(?:此|该)信息"
        r"|非(?:本|我)(?:机关|单位|部门|中心|分局|[支大总]队|局|厅|委|办|镇|乡|街道|院|站|馆|校|社|会)(?:负责|掌握|制作|公开|职责|职权|管辖|的)*(?:政府)?(?:信息|范围)?|(?:不属于?|不归)(?:本|我)"
        r"(?:机关|单位|部门|中心|分局|[支大总]队|局|厅|委|办|镇|乡|街道|县|区|市|院|站|馆|校|社|会)"
        r"(?:掌握|制作|保存|负责|职责|公开|职权|管|的)*(?:范围|权限|信息)?|不归我们(?:管|有)",
    ),
    ("unavailable.needs_creation", r"(?:没有现成信息)?[、，]?(?:需要?|须)?另行制作|没有现成信息"),
    (
        "unavailable.unclear",
        r"补正后[^，、；\d]{0,6}(?:仍|还)(?:然|是|旧)?不(?:够)?(?:明确|清楚|清晰)"
        r"|(?:补正后)?(?:申请)?内容(?:仍|仍然|还是)?不(?:够)?明确",
    ),
    ("not_processed.petition", r"信访(?:、?举报)?(?:、?投诉)?类(?:申请)?"),
    ("not_processed.repeat", r"重复(?:提出)?申请"),
    ("not_processed.publication", r"(?:要求)?(?:提供)?公开出版物"),
    ("not_processed.mass_repeat", r"(?:无正当理由)?大量(?:、?反复)申请"),
    ("not_processed.reconfirm", r"(?:要求行政机关)?(?:确认或)?重新出具"),
    (
        "other.overdue_correction",
        r"(?:申请人)?(?:无正当理由)?(?:逾期|没有按[时期]|未按[时期]?|没有|未)(?:未|不)?补正",
    ),
    ("other.overdue_payment", r"(?:申请人)?逾期(?:未|不)(?:按[^，。]{0,8})?(?:缴费|缴纳|交费)"),
    (
        "carry",
        rf"(?:{_CARRY})(?:至|到|入|给)?(?:过来|下来|来)?{_TO_YEAR}"
        r"|(?:转|接|带|移交|留|滚|拖|积压|压)(?:至|到|入)?(?:过来|下来|来)(?:的)?|[留欠]下的?"
        r"|剩[下余]?|余下|遗留"
        r"|跨年度?|[尚仍还]余(?=[\d一二两三四五六七八九十])"
        r"|转下[来年]?|转(?=20\d\d年)|积存|结存|(?<!库)(?<!留)存件",
    ),
    (
        "pending",
        r"(?:尚?未|没有?|还没有?)(?:办结|办完|办理完毕|办理完|处理完|答复完|答复(?![期时]))"
        r"|(?:尚?未|没有?|还没)到(?:法定)?(?:答复|办理)?期限?|未届满|未了的?|正在(?:依法"
        r"|按程序)?(?:办理"
        r"|处理)"
        r"|(?:尚|仍|还)在(?:依法|正常|法定)?(?:办理|处理|答复)?(?:办理|处理|期限|期内)"
        r"|(?<!已)办理(?:之)?中|待(?:办理|答复)|继续办理|在办(?!结)|续办",
    ),
    (
        "received",
        r"(?:今年|本年度?|当年|全年)新?收到的(?=[\d一二两三四五六七八九十]+[件份宗条](?:政府信息)?(?:公开)?"
        r"(?:申请)?(?:[均都已，、和与及]|全部|$))"
        r"|新(?:收|到|增|接)的(?=[\d一二两三四五六七八九十])|新?收(?:到|悉|件)|(?<![接])新收"
        r"|接收(?:到)?|接到|接获|(?<!不予)受理|新(?:增|接)"
        r"|登记(?=[^，]{0,12}(?:公开|申请))|收受|(?:又|只|仅|就|共|一共|总共)来[了过](?=[\d一二两三四五六七八九十])"
        r"|共收(?=[^到费])",
    ),
    (
        "answered",
        r"办结|办毕|(?<![拟应待])答复(?!期限|率|书|质量|文书|口径|时限|机制|流程|人)|办理(?:完毕|完结|完成)|处理(?:完毕|完结|完成)|(?:办|答复"
        r"|处理)(?:完|好)了?|已办(?=\d|的)"
        r"|(?:已)?作出?处理(?!决定)|(?:办|答复|处理)(?:完|好)了?|答了|出具答复|回复|办复",
    ),
    # 共办理67件 may be all that were to be handled: gives way to what was answered.
    (
        "answered?",
        r"(?<![应需拟待可])办理(?!情况|结果|流程|时限|质量|工作|环节|平台|规范|机制|程序|的|中)",
    ),
    (
        "granted",
        r"(?<=[答回]复)并(?:全部|予以|依法)?提供了?(?:相关|有关|所需)?(?:信息|材料|资料)?$",
    ),
    ("noun", rf"{APPLICATION}|(?<!被)申请(?!人|书|表|材料|渠道|办|答|处|内)"),
)  # fmt: skip

# What is received too, and is no application; if it governs the number, the number is foreign.
FOREIGN = re.compile(
    r"热线|12345|信访|投诉|举报|咨询|来电|来访|建议|提案|议案|意见|工单|复议|诉讼|许可|审批|留言"
    r"|邮件|问卷|稿件"
    r"|转办|案件|处罚|线索|反馈|求助|诉求|服务事项|业务|报名|补贴|感谢信|锦旗|电话|群众来信|网民"
    r"|网友|信件|舆情|问题"
    r"|备案|证照|证书|行政确认|救助|登记(?!为)"
)
OTHER_APPLICATIONS = re.compile(
    r"(?:许可|复议|诉讼|起诉|补贴|补助|登记|资格|救助|审批|办证|注册|备案|救济|入学|低保|资金|项目|公积金"
    r"|仲裁|执行|立项|变更|许可证|报名|认定|援助|住房|贷款|专利|商标)(?:的)?申请"
)
_APPLICATION_HEAD = re.compile(
    rf"(?:{APPLICATION}|(?:公开|信息)(?:事项|件|类)?|申请)(?:的)?(?:书|表|事项|件|信息|数量|总数|数|案件"
    rf"|政府信息|政务信息|办件|{BLOT})*"
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
        if OTHER_APPLICATIONS.search(between):
            return False
        return bool(_APPLICATION_HEAD.search(between))

    return gap


_ENDS = re.compile(
    r"^(?:[的了]|其中|中|里|内|均|都|已|全部|并|后|来自|分别|依法|按|比|较|占|同比)|^$"
)


def is_application(clause: Clause, number: Number, between: str) -> bool:
    """Whether what 收到 counts are applications: told in front, behind, or not at all."""
    behind = clause.right(number)
    if _APPLICATION_HEAD.search(between) and re.search(APPLICATION + "|申请", between):
        return not OTHER_APPLICATIONS.search(between) and not FOREIGN.match(behind.lstrip("的"))
    if FOREIGN.search(between) or FOREIGN.search(behind[:12]):
        # 13件公民咨询类政府信息公开申请 names applications in the end.
        return bool(re.search(rf"(?:{APPLICATION})$", behind))
    if OTHER_APPLICATIONS.search(behind):
        return False
    return bool(re.search(rf"{APPLICATION}|申请", behind)) or bool(_ENDS.match(behind.strip(BLOT)))
