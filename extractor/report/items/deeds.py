"""Who did or will do what: a deed told behind a problem, by whichever part of the office.

Grammar decides, not the agency's name: when, who, an aspect (已, 将, 重新, 起) and a verb, and no
lack in the same sentence. Told in a problem's own block such a sentence is its measure.
"""

from __future__ import annotations

import re

from extractor.report.items import cues

# 公开办法 is no office, nor is 干部; 委员会 and 专班 are.
_OFFICE = (
    r"(?![^，。；]{0,12}的)(?!有的|有些|个别|少数|部分|一些|多数|不少|该|其|此|这)"
    r"[\u4e00-\u9fff、]{0,12}?"
    r"(?:局|委|办(?!法|理|公|事|件|结|好)|厅|(?<![干全内外])部(?!分|门的)|科(?!学|技|研)|股|室|处(?!理|于|罚)|所(?![有谓以需])"
    r"|站(?!点)|中心|队(?!伍)|组(?!织)|岗(?!位)|院|社(?!会)|(?:委员|管委|居委|村委|协|商|指挥|理事|党组|办公|常务|联席)会|党组|党委|党工委|班子|专班|街道|镇|乡(?!村)"
    r"|政府(?!信息)|府|公司|窗口|社区|村(?!民)|学校|单位|部门|集团|[局所科处股站队院厅校镇乡县区市组]长|主任|书记|委员|专干|干事|[格络息指]员|[县市区乡镇局]里|县|市|区|署|司(?!法)|馆|场|校)(?:（[^（）]{1,8}）)?"
)
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?!均|度)(?:\d{1,2}日|份|底|末|初|[上中下]旬)?"
_WHEN = (
    rf"(?:(?:{cues.DATED}|今年|本年度?|当年|年内|去年|{_MONTH}|[上下]半年|第?[一二三四]季度|年[初中底末]"
    r"|\d{1,3}(?:个工作日|日|天|小时)[之以]?内|当[天日月周]|次[日月]|[春夏秋冬][季天]|(?:汛|暑|旺|淡|农忙)[期季])(?:之?前|之?后|里|起|开始|以来)?)"
)
# 收到判决之后, 换届以后
_UPON = r"[^，。；]{2,14}?(?:之后|以后|过后|后)，?"
_ASPECT = (
    r"(?:现|均|都|也|还|又|业|目前|为此|因此|随后)*"
    r"(?:已经?(?![有成达近知久是够连被两三四五六七八九十多过]|\d)|正在|将(?!近|要不)|拟(?![定制])|计划|准备(?![不工金])|打算|答应|商定|改由|改为|改成|改用|换成)"
)
_AT_ONCE = (
    r"(?:重新|专门|分别|现场|上门|随即|随后|当即|立即|立刻|迅速|先后|逐[一个村件户条项家]"
    r"|统一|联合|共同|会同|牵头|连夜|主动|集中|分批|分头|全部|另行|专程)"
)
_SETS_TO = (
    r"抽调|借调|调剂|调配|增派|加派|派出|指派|返聘|选聘|起草|录制|拍摄|编印|编发|印制|张贴|加装|加挂|换新|换成|换上"
    r"|改版|改造|升级|补录|补发|补签|补挂|补登|重[排做写定录发]|退回|复查|回访|走访|核对|清零|销号|接入|对接|开出|推开"
    r"|撤[下换除]|补上|换[下掉]|筹[资措]|修复|修缮|购置|采购|添置|租用|试行|启用|投用|轮训|授课|送[到进]|列支|拨付|调来|签[了订]|设了|请来|请了|拿出|腾出|挤出|作出|交由|转由"
)
_ACT = rf"(?:(?![公发每按对给让])(?:{cues.VERB.pattern}|{_SETS_TO}))"
_GOES_THROUGH = (
    "(?:逐[份件条项村户个一册页块户][^，。；]{0,2}|全面|集中|重新)?(?:进行|作|做)?了?"
    "(?:复核|复查|核查|核对|清理|排查|梳理|整理|起底|评查|回访)"
)
_SETS_RIGHT = "(?:纠正|更正|补[齐发录正上登]|删除|更换|换[新下上]|整改|修[订正复]|撤[下销除])"
# 对症下药, 举一反三: how it was gone about, and no deed.
_MOTTO = re.compile(
    "(?:及时|立即|迅速)?(?:对症下药|举一反三|痛定思痛|立行立改|即知即改|立查立改|边[查整]边改"
    "|(?:靶向|精准|对症)施策|闻[令过]即[动改])"
)
_TOLD = re.compile(
    rf"(?:(?:{_UPON})?(?:{_WHEN}，?)?{_OFFICE}(?:、?{_WHEN}){{0,2}}{_ASPECT}"
    rf"|(?:{_UPON})?{_WHEN}，?(?:{_OFFICE})?{_ASPECT}"
    rf"|{_OFFICE}(?:[从自]?{_WHEN}|[从自][^，。；]{{1,8}}?)(?:起|开始)(?!草))"
)
"""Surely told: somebody, or some time, and an aspect."""
_LIKELY = re.compile(
    rf"(?:(?:{_UPON})?(?:{_OFFICE}，?{_WHEN}|(?:{_WHEN}){{1,2}}，?{_OFFICE}|{_OFFICE})(?:{_AT_ONCE}|{_WHEN}){{0,3}}"
    rf"(?:(?:会同|联合|与|同|和){_OFFICE})?{_AT_ONCE}"
    rf"|(?:{_UPON})?(?:{_OFFICE}(?:从|自|在|于)?{_WHEN}，?|(?:{_WHEN}){{1,2}}，?{_OFFICE}){_ACT}"
    # 3月，镇里对四年来的台账逐册清理，补登漏项9处: gone through, and with a result
    rf"|(?:{_WHEN}){{1,2}}，?{cues.SELF}[对就把将][^，。；]{{2,24}}?{_GOES_THROUGH}，[^。；]*{_SETS_RIGHT}"
    rf"|(?:{_WHEN}){{1,2}}，?{_OFFICE}[^。；]{{2,30}}，(?:首次|一次性|统一|全部|逐[一])?(?:将|把)"
    rf"|(?:{_UPON})?{_OFFICE}(?:(?:会同|联合|与|同|和){_OFFICE})?[^，。；的]{{0,4}}?{_ACT}[^，。；的]{{0,3}}了(?!解)"
    rf"|(?:{_UPON})?{_OFFICE}(?:{_WHEN}|{_AT_ONCE}){{0,3}}(?:把|将)[^，。；]{{2,30}}?(?:到|为|至|进|入|成|给|上)[^，。；]*"
    rf"|{_OFFICE}[^，。；的]{{0,6}}?[设签请配建开补换修订编印做搭买定立派调增添制]{{1,2}}了(?!解)"
    rf"|{_OFFICE}(?:会同|联合|与|同)[^，。；的]{{2,16}}?(?:{_AT_ONCE})?{_ACT}(?!的)"
    rf"|{_OFFICE}(?:按|通过|利用|结合|借助|依托|围绕|针对|对)[^，。；的]{{1,12}}?{_ACT}(?!的)"
    rf"|{_OFFICE}[^，。；的]{{0,8}}?[编汇做建制绘理]成(?!立|员|效|本|绩)"
    r"|(?!有的|有些|个别|少数|部分)[^，。；的]{4,24}，(?:共|累计|先后)?(?:发放|印发|送达|走访|培训|解答)[^，。；]{0,10}\d"
    rf"|{_OFFICE}(?:派出|抽调|返聘|牵头|会同){_ACT}?"
    rf"|{_WHEN}(?:{_AT_ONCE})*(?:从[^，。；]{{2,10}})?{_ACT}"
    r"|[^，。；的]{2,14}已经?[列纳排]入[^，。；]{0,12}(?:计划|预算|日程|议程|考核)"
    r"|[^，。；的]{2,14}(?:由[^，。；]{1,10})?(?:改由|改为|改成|改用|换成|换新|并入|调整为))"
)
"""Told in a block that holds its own measure: a verb of doing is enough."""
# An inspector's deeds and what became of offices are background.
_BACKGROUND = re.compile(
    rf"{_OFFICE}(?:{_WHEN}){{0,2}}(?:已经?|先后|均|曾)?(?:于{_WHEN})?(?:通报|抽查|检查|考核|评估|测评|反馈|督查|暗访|巡察|审计|点名|扣分"
    r"|并入|撤销|划转|更名|搬迁|退休|调走|离职|合并|换届|改革|上收|下放)"
    # 镇政府对我办一件答复作出撤销决定; 档案改由馆里保管后，…
    r"|[^。；]{0,30}(?:对|就|给|向|约谈|责令|要求)(?:我们|我[局委办厅镇乡县区市院校站所中街])"
    r"|(?![^，。；]*[把将])[^，。；]{2,16}(?:改[由为成]|划[转归])[^，。；]{0,10}后，"
    r"|机构改革|[^，。；]{0,10}(?:换届|合并)(?:后|以来)"
)
_MENDED = re.compile(
    r"(?:防止|避免|杜绝|解决|消除|破解|克服|改变|补齐|堵住|减少|纠正|针对|清理|删[去除]|剔除|更换|下[线架]|废止|弥补|整改|化解|替换|撤下|退回)[^，。；]*"
    r"|不(?:再|得|予|少于|低于|超过|漏|落|过夜|断|同|留|限)|[^，。；]{0,12}(?:不|未|没)[^，。；的]{1,6}的(?=$|，|一律|退|在|由|按|全|都|予|通|点|责|限)"
    r"|[^，。；]{0,12}的不(?:能|得|予|许)[^，。；]*"
    r"|(?:标[注明识]|失效)[^，。；]*"
    r"|未再|没有再|再没有|无一"
)
# 经镇党委研究，11月借调1人
_APPROVED = re.compile("^经[^，。；]{2,14}(?:研究|同意|批准|协商|协调|争取|请示|商定)，")
_WANTING = re.compile(
    r"[但却仍]|还(?![将要会拟在计准打])|(?<!\d)[只仅](?!管[^，。；]{1,4}(?:$|，))|(?<!刚)才(?!能|可)|一直|至今|迟迟|(?<![困疑])难(?!题|点|度)|多(?:是|为|半|数)|不过|然而|可是|误"
)


def _is_clean(shadow: str) -> bool:
    """Whether nothing in a sentence is lacking, apart from what it mends."""
    rest = _MENDED.sub("", shadow)
    return not (_WANTING.search(rest) or cues.NAMES_PROBLEM.search(rest))


def is_told(shadow: str) -> bool:
    """工作站已在5月印出“明白纸”; 7月已返聘2人; 校办从秋季学期起每周上网."""
    return bool(_TOLD.match(_bare(shadow))) and stands(shadow)


def is_likely(shadow: str) -> bool:
    """办公室会同法规科重新梳理目录; 窗口11月全部换新: where problems are met in their blocks."""
    return bool(_LIKELY.match(_bare(shadow))) and stands(shadow)


def sets_to(words: str) -> bool:
    """加装坡道: four characters like an idiom's, and a deed."""
    return bool(re.match(_SETS_TO, words))


def is_motto(words: str) -> bool:
    """坚持边查边改、立行立改: in which spirit, and no more."""
    rest = re.sub("^(?:坚持|做到|注重)|[、并]", "", _MOTTO.sub("", words))
    return not rest and bool(_MOTTO.search(words))


def _bare(shadow: str) -> str:
    """Without what only says who agreed, or in which spirit it was done."""
    return _MOTTO.sub("", _APPROVED.sub("", shadow))


def is_background(shadow: str) -> bool:
    """What others did to the office, or became of it."""
    return bool(_BACKGROUND.match(shadow))


def stands(shadow: str) -> bool:
    """Whether a sentence is neither background nor itself lacking."""
    return not is_background(shadow) and _is_clean(shadow)
