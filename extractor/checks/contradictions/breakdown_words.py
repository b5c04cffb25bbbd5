"""The words that open a breakdown, end it, or leave it open."""

from __future__ import annotations

import re

BLOT = "▁"
UNIT = "[条件宗份起例则人名篇次家个户期处部场]"

AMONG = re.compile(r"其中(?!一|之|有[^\d一二两三四五六七八九十]{0,8}为)|(?:包括|包含)(?!但)")
AMONG_FIRST = re.compile(r"[，,；;。信息申请（(]*(?:其中|包括|包含)")
# 204条里，… and 答复的18件中，…: the figure itself is divided.
OF = re.compile(
    rf"(?<={UNIT})(?:的?(?:信息|申请|答复|决定|案件))?(?:里面?|之?中|当中)(?=[，,：:有▁\u4e00-\u9fff])(?![期心央小学旬])"
)
BY = re.compile(
    r"(?:按照?|依(?![法规]))[^，。；：、\d]{1,14}?(?:划分|区分|分类|统计|分别|分|看|计)[，：:,]?"
    r"|分[^，。；：、\d]{1,6}[看说][，：:,]?"
    r"|(?<!部)分(?:为|成)(?!了?[两二三四五六七八九]类)"
    r"|按(?:照)?(?:信息)?(?:内容|类别|门类|渠道|类型|题材|栏目|主题|领域|载体|来源|途径|形式|方式|性质|结果)[，：:,]"
)
FROM = re.compile(
    r"(?:从|就)[^，。；：、\d]{1,14}?(?:来看|看|上分|分|而言)[，：:,]?|[内容渠道类别]{2}上[，：:,]"
)
# 网站、微信分别为96条和50条.
EACH_OF = re.compile(r"分别(?:为|是|有|达|公开|发布)?(?=[\d一二两三四五六七八九十])")
COLON = re.compile(r"[：:]")
# Between a total and its colon no more than what announces the list.
ANNOUNCED = 30

# A figure behind such words is no part of the list any more.
ENDS = re.compile(
    r"在内|此外|除此|同时|另外|另(?!行|有)|还(?!款|建|贷)|[较比](?:上|去|前|往|20|19|同)|同比|环比|上年|去年|前一年"
    r"|增加|增长|减少|下降|累计|全年|年内|当年|本年|今年|共计|合计|总计|相加|加起来|以上|上述"
    r"|[两三四五六七八九]项|未计入|不计入|不含|未列入|未纳入|没有算|结转|截至|截止|前[一二两三]季度|前[\d一二三四五六七八九十]+个?月|转入|转到|应办|连同|加上"
    r"|(?:19|20)\d\d年|(?:^|[，；,;])[我本](?:[局委厅办县市区镇乡署院]|街道|单位|机关)(?!不|没|未|无|负责|职责|掌握)"
    r"|(?:需|须|应)(?:办|补)|平均|最[长高短]"
)
# 其中网络6件；内容居前三位的是河道4件…: the whole seen from another side.
RANKED = re.compile(r"前(?:[二两三四五六七八九十]|\d+)[位名类项]|居前|靠前|排名|位[居列]")
# 目录类160条；目录类中，许可45条…: a part, or the whole again, is divided anew.
WITHIN = re.compile(r"[；;][^，,；;\d]{2,16}?(?:之?中|里面?|当中|方面)[，,：:]")
# 无法提供9件，含本机关不掌握7件、…2件；: a part is divided itself, up to the next semicolon.
NESTED = re.compile(r"其中|[，,（(]含|包括|包含|内含|有\d+[件条]是")
# 部分公开、不予公开各2件: as often as there are names.
EACH = re.compile(r"(?P<names>[^，,；;：:。▁\d]*)各(?:为|有|占|是)?$")
JOINT = re.compile(r"[、和与及]|以及")
# 张贴通知110条 behind kinds of items is another act, no further kind.
ACT = re.compile(
    r"(?:并|还|又|共|先后)?(?:张贴|推送|发放|收到|受理|答复|办结|回复|整改|召开|举办|更新|审核|退[回改]|检查|印[制发]|制作|发送"
    r"|采纳|征集|转载|撤[下换]|清理|修复|报送|回应网|培训|接待|走访|组织|开展|推出|推文|新增)"
)
# 公众号共发布文章473篇 tells a whole of its own.
IN_ALL = re.compile(
    r".*共(?:发布|推[送出文]|公开|刊[发登]|公[布示]|制作|收到|受理|办[理结]|开展|组织|召开)"
)
REST = re.compile(
    r"^(?:信息)?(?:[，、；,;以及和与]|另外?有?)*(?:其[他它余]|余下|剩[余下]?的?|余)(?!结果)"
)
# The list tells only some: more goes on without figures.
OPEN_END = re.compile(
    r"^(?:余)?(?:的)?(?:信息|内容|类|项)*(?:等(?!级|候|待)|左右等)"
    r"|^[^\d]{0,40}?(?:其余|余下|剩下的?|其[他它](?=[^\d]{0,14}(?:为|是|均|都|多|属|系))|还有|以及|若干|尚[在未待]|不一一|不再一一|之外多|别的)"
)
# 认定主动公开391件、依申请公开207件: a document has one of the three attributes of the law.
ATTRIBUTES_OF_LAW = re.compile(
    r"[，,：:](?:其中|认定|确定|标注|属于|属)?(?=(?:为)?主动公开的?[\d一二两三四五六七八九十])"
)
# 新收申请中，…: names the figure that is divided.
NAMED = re.compile(r"^(?P<name>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,6}?(?:之?中|里|当中)[，：:]")
# The list ends its sentence, or its bracket.
STOPS = re.compile(r"(?:信息|申请|类)?[。；;）)]?$")
PARTLY = re.compile(
    r"主要|重点|涉及|涵盖|例如|比如|如(?!下)|特别|仅|较多|最多|居多|为主|占大头|大头|突出|靠前|(?<!包)含|有关|部分(?!公开)|抽取|代表"
)
# Items on several subjects count with each.
SUBJECT = re.compile(r"(?:其中)?(?:涉及|关于|有关|围绕|事关|反映|询问|涉(?=[农企水路民法军外]))")
CARRIED = re.compile(r"结转|上年|遗留|转来|跨年|往年|转入")
RECEIVED = re.compile(r"收到|新收|接收|受理|登记|收件|接到|申请")
ANSWERED = re.compile(r"办结|答复|办理完|审结|处理完|作出")
CAME_IN = re.compile(r"(?:共|新)?(?:收到|收|接收|受理|接到|登记)")
SHARED = re.compile(
    r"(?:采[用取]|使用|兼[用有具]|具有|涉及|属于)了?[两二多几]种|重复(?!申请)|交叉|重叠|(?<!文件)(?<!政策)同步|同时|兼有|共管|共同|多个渠道|多渠道|多形式|多种形式|转发|也在|并在"
)
# What an item has or what was done at a meeting: several of it go together.
ATTRIBUTE = re.compile(
    r"(?:其中)?(?:被|配|附|带|可|能|已|实现|获|入选|原创|首发|转载|覆盖|惠及|采[用纳]|参与|邀请|查阅|打印|借阅|复印)"
    r"|.*(?:研究|讨论|审议|听取)"
)
# What a person is beside any office or trade.
PERSONAL = re.compile(r"女性?|妇女|男性?|党员|少数民族|岁|学历|本科|硕士")
CHANNEL = re.compile(
    r"网站|网页|网$|门户|专栏|公众号|微信|微博|抖音|视频号|客户端|头条|小程序|新媒体|平台|公示栏|公开栏|公告栏"
    r"|政府公报|》公报|公报》|广播|电视|报刊|报纸|日报|[大电]?屏|公示系统|信用|渠道|政务栏|栏$"
)
APPLICANTS = re.compile(
    r"自然人|个人|公民|居民|村民|群众|企业|公司|法人|科研|公益|法律服务|律师|律所|组织|机构|合作社|其他"
)
OUTCOMES = re.compile(
    r"公开|提供|不予|不掌握|不存在|不明确|其他处理|其他$|撤回|终止|补正|缴费|重复申请|信访|过程性|内部事务|案卷|第三方"
)
RESULTS = re.compile(r"维持|纠正|其他结果|审结|审理|驳回|撤诉|撤销|确认违法|终止|其他$|撤回|宣判")
WAYS = re.compile(r"直接|未经复议|复议后|经复议")

# 网站200条、公众号80条，共计280条: the sum of what was told.
SUMMED = re.compile(
    r"^(?:[，,；;、。信息申请]|▁)*(?P<all>(?:以上|上述|前述|这)?(?P<many>[两二三四五六七八九])(?:项|者|类|处|路|个渠道|个平台|方面|部分)|以上|上述)?"
    r"(?P<word>合计|共计|总计|相加|并计|加起来|合起来|一共|共)(?:公开|发布)?(?:政府信息|信息|申请)?(?:为|是|有|达)?$"
)
_COUNTS = dict(zip("两二三四五六七八九", (2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))


def many(sign: str | None) -> int | None:
    """三 of 三项合计."""
    return _COUNTS.get(sign or "")


CHANGED = re.compile(
    r"(?:增加|减少|增长|净增|新增加|多出?|少|增|减|提高|下降|压减|相差)了?(?:约|近|超)?$"
)
PAST = re.compile(
    r"(?:上年|去年|上一年|前一年|头一年|往年|前年|同期)(?:度)?(?:同期)?[的为是有共达]{0,2}(?:公开|收到)?(?:约|近)?$"
)
YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年度?(?:同期)?[的为是有共达]{0,2}(?:约|近)?$")
BASE = re.compile(r"(?:[较比与同从由跟]|相比|对比)[^，。；]{0,12}$")
