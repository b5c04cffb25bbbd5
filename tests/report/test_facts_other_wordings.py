"""Decisions, documents and fees told in many grammars."""

from __future__ import annotations

import pytest

from tests.report.telling import decisions, documents, fee


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年作出行政许可决定120件，行政处罚决定8件，行政强制0件。",
            {"licensing": 120, "penalties": 8, "coercion": 0},
        ),
        (
            "2023年办理行政许可1,203件，实施行政处罚57件，采取行政强制措施3件，收取行政事业性收费12.6万元。",
            {"licensing": 1203, "penalties": 57, "coercion": 3, "fees": 126000},
        ),
        (
            "共办结行政许可46件。未作出行政处罚和行政强制决定。",
            {"licensing": 46, "penalties": 0, "coercion": 0},
        ),
        (
            "本年度行政许可、行政处罚、行政强制处理决定数量分别为31件、4件、0件。",
            {"licensing": 31, "penalties": 4, "coercion": 0},
        ),
        (
            "本机关无行政许可、行政处罚、行政强制事项，无行政事业性收费。",
            {"licensing": 0, "penalties": 0, "coercion": 0, "fees": 0},
        ),
        (
            "行政许可16件；行政处罚2件；行政强制无；行政事业性收费无。",
            {"licensing": 16, "penalties": 2, "coercion": 0, "fees": 0},
        ),
        ("依法作出许可决定书88份、处罚决定书11份。", {"licensing": 88, "penalties": 11}),
        (
            "没有作出过行政许可、行政处罚、行政强制决定，也没有收取过行政事业性费用。",
            {"licensing": 0, "penalties": 0, "coercion": 0, "fees": 0},
        ),
        (
            "本年度处理决定数量：行政许可5件，行政处罚0件，行政强制0件。",
            {"licensing": 5, "penalties": 0, "coercion": 0},
        ),
        ("公示行政许可信息54条、行政处罚信息7条。", {}),
        ("受理行政许可申请77件，准予许可75件，不予许可2件。", {}),
        (
            "今年发出行政许可决定书39份，行政处罚决定书6份，没有采取行政强制措施。",
            {"licensing": 39, "penalties": 6, "coercion": 0},
        ),
        ("全年行政处罚立案40起，作出行政处罚决定36件，罚款18万元。", {"penalties": 36}),
        (
            "2023年共实施行政许可2,116件、行政处罚133件、行政强制0件。",
            {"licensing": 2116, "penalties": 133, "coercion": 0},
        ),
        (
            "行政许可处理决定数量22件，行政处罚处理决定数量1件，行政强制处理决定数量0件。",
            {"licensing": 22, "penalties": 1, "coercion": 0},
        ),
        (
            "未作出行政许可决定，未作出行政处罚决定，未采取行政强制措施，未收取行政事业性收费。",
            {"licensing": 0, "penalties": 0, "coercion": 0, "fees": 0},
        ),
        ("全年查处违法案件52起，下达行政处罚决定书50份。", {"penalties": 50}),
        ("我局共作出行政处罚11起，行政许可73项。", {"penalties": 11}),
        (
            "行政许可、行政处罚、行政强制决定均为0件；行政事业性收费0万元。",
            {"licensing": 0, "penalties": 0, "coercion": 0, "fees": 0},
        ),
        (
            "本单位无行政执法权，行政许可、行政处罚、行政强制均无。",
            {"licensing": 0, "penalties": 0, "coercion": 0},
        ),
        (
            "作出行政处罚决定62件，其中简易程序40件、普通程序22件；作出许可决定14件。",
            {"penalties": 62, "licensing": 14},
        ),
        (
            "2023年作出行政许可决定7件，处罚、强制均无，未收取任何费用。",
            {"licensing": 7, "penalties": 0, "coercion": 0, "fees": 0},
        ),
        ("行政事业性收费总额为3,200元。", {"fees": 3200}),
        (
            "2023年共作出行政许可决定书412份；行政处罚决定书33份（其中当场处罚20份）；无行政强制。",
            {"licensing": 412, "penalties": 33, "coercion": 0},
        ),
        (
            "全年办结行政许可类事项2,045件，行政处罚决定71件，收取行政事业性收费41.25万元。",
            {"licensing": 2045, "penalties": 71, "fees": 412500},
        ),
        (
            "本年度无行政处罚，无行政强制，作出行政许可9件，行政事业性收费为0。",
            {"penalties": 0, "coercion": 0, "licensing": 9, "fees": 0},
        ),
        (
            "我局不涉及行政许可、行政处罚和行政强制。",
            {"licensing": 0, "penalties": 0, "coercion": 0},
        ),
    ],
)
def test_decisions(text: str, expected: dict[str, float]) -> None:
    assert decisions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年制定规范性文件3件，废止2件，现行有效14件。",
            ({"issued": 3, "repealed": 2, "in_force": 14}, {}),
        ),
        (
            "2023年未出台行政规范性文件，现行有效行政规范性文件4件。",
            ({"issued": 0, "in_force": 4}, {}),
        ),
        (
            "印发行政规范性文件2件，均已备案；清理失效规范性文件3件。",
            ({"issued": 2, "repealed": 3}, {}),
        ),
        (
            "截至2023年底，我局现行有效规范性文件共9件，当年新增1件。",
            ({"in_force": 9, "issued": 1}, {}),
        ),
        ("本机关没有制发规章和规范性文件。", ({"issued": 0}, {"issued": 0})),
        (
            "废止规范性文件1件、新制定2件，目前有效的11件。",
            ({"repealed": 1, "issued": 2, "in_force": 11}, {}),
        ),
        (
            "年度内本局没有新制定的规范性文件，也没有废止的规范性文件，有效的规范性文件5件。",
            ({"issued": 0, "repealed": 0, "in_force": 5}, {}),
        ),
        ("公开规范性文件8件。", ({}, {})),
        (
            "2023年印发行政规范性文件5件，同步解读5件，年末现行有效规范性文件31件。",
            ({"issued": 5, "in_force": 31}, {}),
        ),
        (
            "今年新制发规章1部，废止2部，现行有效规章15部；行政规范性文件新制发6件，废止4件，现行有效88件。",
            (
                {"issued": 6, "repealed": 4, "in_force": 88},
                {"issued": 1, "repealed": 2, "in_force": 15},
            ),
        ),
        ("本镇未制定规范性文件，无废止文件。", ({"issued": 0, "repealed": 0}, {})),
        ("规章、规范性文件制发数均为0。", ({"issued": 0}, {"issued": 0})),
        ("清理规范性文件20件，保留15件，废止3件，修改2件。", ({"in_force": 15, "repealed": 3}, {})),
        (
            "我局共有现行有效规范性文件12件，今年没有出台新的规范性文件。",
            ({"in_force": 12, "issued": 0}, {}),
        ),
        ("制发文件88份，其中规范性文件2份，均已公开。", ({"issued": 2}, {})),
        ("全年共制定出台规范性文件4个，废止规范性文件1个。", ({"issued": 4, "repealed": 1}, {})),
        (
            "2023年，全县共制发行政规范性文件18件（县政府11件、县政府办7件），废止9件，现行有效107件。",
            ({"issued": 18, "repealed": 9, "in_force": 107}, {}),
        ),
        (
            "公布规章2件，废止0件，有效23件；公布规范性文件31件，废止14件，有效210件。",
            (
                {"issued": 31, "repealed": 14, "in_force": 210},
                {"issued": 2, "repealed": 0, "in_force": 23},
            ),
        ),
        (
            "我局2023年度无新制发规范性文件，废止规范性文件0件，继续有效的规范性文件3件。",
            ({"issued": 0, "repealed": 0, "in_force": 3}, {}),
        ),
        (
            "对本部门规范性文件开展清理，宣布失效2件，继续有效9件，拟修订1件。",
            ({"repealed": 2, "in_force": 9}, {}),
        ),
    ],
)
def test_documents(text: str, expected: tuple[dict[str, float], dict[str, float]]) -> None:
    assert documents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年本机关没有收取信息处理费。", (True, None, None, 0)),
        ("信息处理费：0元。", (True, None, None, 0)),
        ("本年度发出收费通知0件，总金额0元，实际收取0元。", (True, 0, 0, 0)),
        ("全年不存在收取信息处理费的情形。", (True, None, None, 0)),
        (
            "按照《政府信息公开信息处理费管理办法》，2023年共发出收费通知2件，应收取500元，已收取500元。",
            (True, 2, 500, 500),
        ),
        ("本机关2023年度政府信息公开未产生任何费用。", (True, None, None, 0)),
        ("本年度没有向申请人收取任何信息处理费用。", (True, None, None, 0)),
        ("2023年，我局按规定未收取政府信息公开处理费。", (True, None, None, 0)),
        (
            "本年度共向3名申请人发出信息处理费收费通知3份，合计1,260元，全部收缴到位。",
            (True, 3, 1260, 1260),
        ),
        ("本年度收取信息处理费情况：无。", (True, None, None, 0)),
        ("2023年收取信息处理费共计320元。", (True, None, None, 320)),
        ("其他需要报告的事项：本机关信息处理费收取为零。", (True, None, None, 0)),
        ("信息处理费收取情况。2023年，我局没有发生政府信息公开收费事项。", (True, None, None, 0)),
        (
            "2023年度，本机关发出收费通知的件数为0件，总金额为0元，实际收取的总金额为0元。",
            (True, 0, 0, 0),
        ),
        (
            "关于政府信息公开信息处理费：本年度发出收费通知4件，通知金额2,400元，实收1,800元。",
            (True, 4, 2400, 1800),
        ),
        ("依申请公开过程中未收取任何费用。", (True, None, None, 0)),
        ("2023年度收取政府信息公开处理费0元，发出缴费通知0份。", (True, 0, None, 0)),
        ("我镇对申请人一律免费提供信息，没有收费。", (True, None, None, 0)),
        ("信息处理费收费通知发出数、收费金额、实际收取金额均为0。", (True, 0, 0, 0)),
        ("今年没有收信息处理费，也没有减免。", (True, None, None, 0)),
        ("2023年，收取信息处理费0.12万元，涉及申请3件。", (True, None, None, 1200)),
        ("本机关严格执行信息处理费收取规定。", (False, None, None, None)),
        ("全年发出缴费通知书1份，应缴120元，申请人逾期未缴，按撤回处理。", (True, 1, 120, None)),
        ("2023年发出收费通知0件、总金额0元，实际收取信息处理费0元。", (True, 0, 0, 0)),
        ("（二）信息处理费：本年度共收取信息处理费2笔，合计260元。", (True, None, None, 260)),
        ("本年度无信息公开处理费收取情况。", (True, None, None, 0)),
        ("2023年本机关未就信息公开申请收取过费用。", (True, None, None, 0)),
        (
            "我县各级行政机关依申请提供政府信息收取信息处理费共计3,480元，发出收费通知21件。",
            (True, 21, None, 3480),
        ),
    ],
)
def test_fee(text: str, expected: tuple[bool, float | None, float | None, float | None]) -> None:
    assert fee(text) == expected
