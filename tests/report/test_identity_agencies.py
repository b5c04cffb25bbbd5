"""Region, level and kind of every kind of agency; - is none."""

from __future__ import annotations

import pytest

from extractor.report.identity.places import parsed
from extractor.report.identity.rank import kind_of, level_of, region_of
from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, identity

AGENCIES = """
锡云盟行政公署 锡云盟 city government
锡云盟教育局 锡云盟 city department
苍河左旗人民政府 苍河左旗 county government
苍河右翼前旗农牧局 苍河右翼前旗 county department
苍河旗白音苏木人民政府 苍河旗 township government
云江傣族自治县水务局 云江傣族自治县 county department
云江傣族自治县石寨彝族乡人民政府 云江傣族自治县 township government
神木坪林区人民政府 神木坪林区 county government
神木坪林区林业局 神木坪林区 county department
沧江新区管理委员会 沧江新区 zone government
沧江新区应急管理局 沧江新区 zone department
云岭经济技术开发区管理委员会 云岭经济技术开发区 zone government
云岭经开区管委会 云岭经开区 zone government
云岭经开区综合行政执法局 云岭经开区 zone department
沧屏市高新技术产业开发区管委会 沧屏市 zone government
沧屏高新技术产业开发区管理委员会科技创新局 沧屏高新技术产业开发区 zone department
新疆生产建设兵团教育局 新疆生产建设兵团 province department
新疆生产建设兵团第九师 新疆生产建设兵团第九师 city government
新疆生产建设兵团第四师财政局 新疆生产建设兵团第四师 city department
新疆生产建设兵团第四师七十七团 新疆生产建设兵团第四师 township government
中华人民共和国云屿海关 - - department
云屿海关 - - department
国家税务总局云岭县税务局 云岭县 county department
国家税务总局沧屏市税务局 沧屏市 city department
国家税务总局澜东省税务局 澜东省 province department
国家税务总局云岭县税务局第二税务分局 云岭县 county department
国家税务总局沧屏经济技术开发区税务局 沧屏经济技术开发区 zone department
国家税务总局北京市海淀区税务局 海淀区 county department
沧屏市公安局鹭汀分局 沧屏市 county department
沧屏市自然资源和规划局鹭汀区分局 鹭汀区 county department
滨澜市生态环境局石亭县分局 石亭县 county department
滨澜市生态环境局石亭分局 滨澜市 county department
南京市规划和自然资源局江北新区分局 江北新区 zone department
滨澜市公安局交通警察支队 滨澜市 city department
云岭县公安局大河派出所 云岭县 county department
云岭县司法局大河司法所 云岭县 county department
云岭县市场监督管理局大河镇市场监督管理所 云岭县 county department
云岭县气象局 云岭县 county department
澜东省地震局 澜东省 province department
中国人民银行云岭县支行 云岭县 county department
中国人民银行澜东省分行 澜东省 province department
国家统计局澜东调查总队 - province department
国家金融监督管理总局澜东监管局 - province department
澜东海事局 - - department
中华人民共和国澜东海事局 - - department
澜东省煤矿安全监察局 澜东省 province department
国家矿山安全监察局澜东局 - - department
国家能源局 - ministry department
国家发展和改革委员会 - ministry department
国务院国有资产监督管理委员会 - ministry department
中国证券监督管理委员会 - ministry department
中国证券监督管理委员会澜东监管局 - province department
财政部 - ministry department
教育部 - ministry department
审计署 - ministry department
国家林业和草原局 - ministry department
国家知识产权局 - ministry department
交通运输部 - ministry department
财政部澜东监管局 - - department
澜东省人民政府 澜东省 province government
澜东省人民政府办公厅 澜东省 province department
澜东省人力资源和社会保障厅 澜东省 province department
澜东省高级人民法院 澜东省 province other
西藏自治区那云地区行政公署 那云地区 city government
云岭地区行署 云岭地区 city government
云岭地区教育局 云岭地区 city department
黔江土家族苗族自治县 黔江土家族苗族自治县 county government
甘孜藏族自治州雅江县人民政府 雅江县 county government
凉山州西昌市人民政府 西昌市 county government
黔东南州住房和城乡建设局 黔东南州 city department
海西州德令哈市 德令哈市 county government
六枝特区人民政府 六枝特区 county government
上海市徐汇区漕云街道办事处 徐汇区 township other
北京市朝阳区望京街道 朝阳区 township other
北京市东城区人民政府 东城区 county government
重庆市云岭县人民政府 云岭县 county government
重庆市云岭区发展和改革委员会 云岭区 county department
天津市滨海新区人民政府 滨海新区 county government
天津市滨海新区新港街道办事处 滨海新区 township other
上海市浦东新区财政局 浦东新区 county department
重庆两江新区管理委员会 重庆两江新区 zone government
四川天府新区管理委员会 四川天府新区 zone government
云岭县大河镇人民政府办公室 云岭县 township department
云岭县大河镇党政办公室 云岭县 township department
云岭县城关镇人民政府 云岭县 township government
云岭县城关街道办事处 云岭县 township other
云岭市城区街道办事处 云岭市 township other
云岭县乡镇企业局 云岭县 county department
云岭县城镇管理局 云岭县 county department
云岭县区划地名办公室 云岭县 county department
云岭县人民政府政务服务中心 云岭县 county other
云岭县行政审批服务局 云岭县 county department
云岭县大数据发展管理局 云岭县 county department
云岭县融媒体中心 云岭县 county other
云岭县供销合作社联合社 云岭县 county other
云岭县疾病预防控制中心 云岭县 county other
云岭县人民医院 云岭县 county other
云岭县第一中学 云岭县 county other
云岭县自来水公司 云岭县 county other
云岭县红十字会 云岭县 county other
云岭县总工会 云岭县 county other
云岭县妇女联合会 云岭县 county other
云岭县档案馆 云岭县 county other
云岭县消防救援大队 云岭县 county department
云岭县消防救援局 云岭县 county department
沧屏市消防救援支队 沧屏市 city department
云岭县城市管理综合行政执法大队 云岭县 county department
云岭县烟草专卖局 云岭县 county department
云岭县退役军人事务局 云岭县 county department
云岭县信访局 云岭县 county department
云岭县人民政府信访局 云岭县 county department
云岭县人民政府国有资产监督管理委员会 云岭县 county department
云岭县机关事务服务中心 云岭县 county other
云岭县委宣传部 云岭县 county other
中共云岭县委统战部 云岭县 county other
中共云岭县委机构编制委员会办公室 云岭县 county other
云岭县民族宗教事务委员会 云岭县 county department
云岭县民族宗教事务局 云岭县 county department
云岭市民族事务委员会 云岭市 city department
云岭市民政局 云岭市 city department
云岭市市场监督管理局 云岭市 city department
云岭市城乡建设局 云岭市 city department
云岭市政务服务管理局 云岭市 city department
云岭市政府 云岭市 city government
云岭市人民政府 云岭市 city government
宁镇区人民政府 宁镇区 county government
镇宁布依族苗族自治县人民政府 镇宁布依族苗族自治县 county government
旗口区教育局 旗口区 county department
乡宁县农业农村局 乡宁县 county department
城区人民政府 城区 county government
晋城市城区人民政府 城区 county government
矿区教育局 矿区 county department
郊区人民政府 郊区 county government
市中区财政局 市中区 county department
枣庄市市中区财政局 市中区 county department
云岭县县城管理局 云岭县 county department
广州市南沙区 南沙区 county government
广州南沙经济技术开发区管理委员会 广州南沙经济技术开发区 zone government
澜东自由贸易试验区沧屏片区管理委员会 澜东自由贸易试验区沧屏片区 zone government
沧屏综合保税区管理委员会 沧屏综合保税区 zone government
云岭山风景名胜区管理委员会 云岭山风景名胜区 zone government
云岭山风景区管理局 云岭山风景区 zone department
云岭工业园区管理委员会 云岭工业园区 zone government
云岭县现代农业产业园管委会 云岭县 zone government
云岭化工园区管委会 云岭化工园区 zone government
云岭国家农业高新技术产业示范区管理委员会 云岭国家农业高新技术产业示范区 zone government
沧屏国家高新技术产业开发区 沧屏国家高新技术产业开发区 zone government
沧屏市鹭汀区高新区管理委员会 鹭汀区 zone government
沧屏市城乡一体化示范区管理委员会 沧屏市 zone government
云岭县石磨管理区管理委员会 云岭县 zone government
云岭县水库管理局 云岭县 county department
省水利厅 - province department
市财政局 - city department
区教育局 - county department
澜东省监狱管理局 澜东省 province department
云岭县人民检察院 云岭县 county other
青岚区人民政府望河街道办事处 青岚区 township other
云岭县石磨民族乡人民政府 云岭县 township government
云岭县开发区建设局 云岭县 zone department
云岭县人民武装部 云岭县 county other
云岭县社会保险事业局 云岭县 county department
云岭县医疗保障局 云岭县 county department
云岭县政府投资项目评审中心 云岭县 county other
云岭县地方金融监督管理局 云岭县 county department
云岭县水旱灾害防御中心 云岭县 county other
北京经济技术开发区管理委员会 北京经济技术开发区 zone government
深圳市前海深港现代服务业合作区管理局 前海深港现代服务业合作区 zone department
云岭县水务局（云岭县水利局） 云岭县 county department
云岭县文化广电和旅游体育局 云岭县 county department
云岭县人民政府驻沧屏办事处 云岭县 county department
云岭县退耕还林办公室 云岭县 county department
郁岭县松涛山风景名胜区管理委员会 郁岭县 zone government
郁岭县化工产业园区管委会 郁岭县 zone government
黎峒州人民政府 黎峒州 city government
黎峒州教育局 黎峒州 city department
民航沧屏地区管理局 - - department
中国民用航空澜东安全监督管理局 - - department
中国铁路沧屏局集团有限公司 - - other
国家能源局澜东监管办公室 - - department
云岭高新区管委会新城街道办事处 云岭高新区 township other
云岭县新区街道办事处 云岭县 township other
云岭县局前街道办事处 云岭县 township other
云岭县东城街道办 云岭县 township other
云岭区东湖办事处 云岭区 township other
新市镇人民政府 - township government
云岭县公安局交通管理大队 云岭县 county department
云岭县城市管理委员会 云岭县 county department
雄安新区管理委员会 雄安新区 zone government
河北雄安新区容城县人民政府 容城县 county government
"""
PLACES = (
    "盐城市 成都市 宜都市 津市市 辉县市 景德镇市 新乡市 晋城市 聊城市 云城市 社旗县 乡宁县"
    " 镇雄县 红旗区 旗口区 市中区 城关区 都安瑶族自治县 东乡族自治县 双江拉祜族佤族布朗族傣族自治县"
    " 莫力达瓦达斡尔族自治旗 阿拉善左旗"
)
BODIES = "教育局 人民政府 市场监督管理局 城市管理局 民政局 乡村振兴局 区划办公室 住房和城乡建设局"


@pytest.mark.parametrize("line", AGENCIES.strip().splitlines())
def test_agencies(line: str) -> None:
    name, region, level, kind = line.split()
    agency = parsed(name)
    found = (region_of(agency) or "-", level_of(agency, "") or "-", kind_of(agency))
    assert found == (region, level, kind)


@pytest.mark.parametrize("place", PLACES.split())
@pytest.mark.parametrize("around", ["", "澜东省"])
def test_names_with_the_signs_of_places_inside(place: str, around: str) -> None:
    for body in BODIES.split():
        agency = parsed(f"{around}{place}{body}")
        assert (agency.places[-1].name, agency.body) == (place, body)


def test_a_branch_whose_district_the_text_names() -> None:
    agency = parsed("沧屏市公安局鹭汀分局")
    assert region_of(agency, "鹭汀区辖区内的信息") == "鹭汀区"
    assert region_of(agency, "辖区内的信息") == "沧屏市"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云岭县", "government"),
        ("云岭县人民政府", "government"),
        ("云岭县人民政府办公室", "department"),
    ],
)
def test_an_office_that_signs_for_its_government(title: str, kind: str) -> None:
    text = f"{title}2023年政府信息公开工作年度报告\n一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
    assert identity(f"{text}\n云岭县人民政府办公室\n2024年1月5日").kind == kind


def test_no_county_out_of_running_words() -> None:
    said = "按月在村务公开栏和县政府网站公布。"
    text = f"大河镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n{said}\n{AFTER_OVERVIEW}"
    assert identity(text).region is None
