"""Applications told in many grammars: what came, what became of it, what was carried over."""

from __future__ import annotations

import pytest

from tests.report.telling import applications


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023年我局共收到政府信息公开申请16件，其中上年结转2件，均已按时答复。",
            {"received": 16, "carried_in": 2, "answered": 16},
        ),
        ("全年收到申请9件，已全部办结。", {"received": 9, "answered": 9}),
        (
            "收到依申请公开申请30件，结转上年1件，全部办结31件，无结转下年。",
            {"received": 30, "carried_in": 1, "answered": 31, "carried_out": 0},
        ),
        (
            "本年新收申请5件，上年度结转1件，均已办结，予以公开4件，不予公开1件，其他处理1件。",
            {"received": 5, "carried_in": 1, "granted": 4, "refused": 1, "other": 1, "answered": 6},
        ),
        ("没有收到依申请公开事项。", {"received": 0}),
        ("全年未接到公民、法人或者其他组织的公开申请。", {"received": 0}),
        ("依申请公开受理件数为0。", {"received": 0}),
        ("2023年，本机关依申请公开政府信息0件。", {"received": 0}),
        ("本年度无依申请公开事项，无结转件。", {"received": 0, "carried_in": 0}),
        ("今年没有人申请公开。", {"received": 0}),
        (
            "2023年受理申请21件，同意公开11件，占52.4%；不同意公开3件；同意部分公开2件；信息不存在5件。",
            {"received": 21, "granted": 11, "refused": 3, "partial": 2, "unavailable": 5},
        ),
        (
            "共办理依申请公开件12件，予以公开7件，不予公开2件，无法提供3件，上述12件均在法定时限内答复。",
            {"answered": 12, "granted": 7, "refused": 2, "unavailable": 3, "received": 12},
        ),
        (
            "2023年收到申请40件，连同上年结转的3件，应办43件，当年办结41件，尚有2件结转下年度办理。",
            {"received": 40, "carried_in": 3, "answered": 41, "carried_out": 2},
        ),
        (
            "接收申请18件，办复17件，1件待补正结转下一年度。",
            {"received": 18, "answered": 17, "carried_out": 1},
        ),
        (
            "收到信息公开申请3件，1件予以公开，1件因信息不存在无法提供，1件正在办理。",
            {"received": 3, "granted": 1, "unavailable": 1, "carried_out": 1},
        ),
        (
            "全年收到申请6件，其中5件予以公开，剩下1件不属于我局公开，已告知申请人向有关单位咨询。",
            {"received": 6, "granted": 5, "unavailable": 1},
        ),
        (
            "2023年，全县共收到政府信息公开申请88件（自然人70件、法人18件），上年结转4件；已答复90件，其中全部公开44件，部分公开10件，不予公开8件，本机关不掌握20件，不予处理5件，其他处理3件；结转2件。",
            {
                "received": 88,
                "carried_in": 4,
                "answered": 90,
                "granted": 44,
                "partial": 10,
                "refused": 8,
                "not_processed": 5,
                "other": 3,
                "carried_out": 2,
                "unavailable": 20,
            },
        ),
        (
            "收到13件政府信息公开申请，12件已办结，1件在办。",
            {"received": 13, "answered": 12, "carried_out": 1},
        ),
        (
            "本机关今年收到的政府信息公开申请为7件，去年结转来的为0件，结转到明年的为1件。",
            {"received": 7, "carried_in": 0, "carried_out": 1},
        ),
        (
            "2023年共收到政府信息公开申请54件（网上41件、信函13件），比2022年增加6件。办理结果：公开29件、部分公开6件、不予公开4件、无法提供10件、不予处理3件、其他2件。",
            {
                "received": 54,
                "granted": 29,
                "partial": 6,
                "refused": 4,
                "unavailable": 10,
                "not_processed": 3,
                "other": 2,
            },
        ),
        ("全年收到有效申请22件，均由自然人提出，按时答复率100%。", {"received": 22}),
        (
            "申请人主动撤回申请1件，重复申请不予处理2件，其余11件均予以公开。全年共收到申请14件。",
            {"other": 1, "not_processed": 2, "granted": 11, "received": 14},
        ),
        (
            "答复情况：予以公开2件；部分公开0件；不予公开0件；无法提供1件；不予处理0件；其他处理0件；总计3件。",
            {
                "granted": 2,
                "partial": 0,
                "refused": 0,
                "unavailable": 1,
                "not_processed": 0,
                "other": 0,
            },
        ),
        ("2023年新收申请33件，较上年下降10.8%，办结率100%。", {"received": 33}),
        ("收到政府信息公开申请1件，已按规定予以公开。", {"received": 1, "granted": 1}),
        (
            "我局全年收到申请2件，一件公开，一件不予公开。",
            {"received": 2, "granted": 1, "refused": 1},
        ),
        (
            "本年度共收到政府信息公开申请10件，与上年持平，都在规定时间内作了答复，没有结转到下年的。",
            {"received": 10, "carried_out": 0, "answered": 10},
        ),
        (
            "全年受理依申请公开22件，按期办结21件，延期1件，结转下一年度1件。",
            {"received": 22, "answered": 21, "carried_out": 1},
        ),
        (
            "2023年共接到群众提出的信息公开申请4件，全部按期予以答复，其中3件予以公开，1件不予公开。",
            {"received": 4, "granted": 3, "refused": 1, "answered": 4},
        ),
        (
            "本年度收到申请0件，上年结转0件，办理结果总计0件，结转下年度继续办理0件。",
            {"received": 0, "carried_in": 0, "answered": 0, "carried_out": 0},
        ),
        (
            "2023年收到申请5件：2件属于已主动公开信息，告知获取途径；2件部分公开；1件不予公开。",
            {"received": 5, "partial": 2, "refused": 1},
        ),
        (
            "截至2023年底，县本级收到信息公开申请15件，答复15件，答复率100%。",
            {"received": 15, "answered": 15},
        ),
        (
            "全市共收到政府信息公开申请1,125件，其中市政府办公室收到124件，市直部门收到601件，县区收到400件。",
            {"received": 1125},
        ),
        (
            "2023年全局共办理依申请公开件6件，较去年减少2件，答复率、按时办结率均为100%。",
            {"answered": 6},
        ),
        (
            "年内收到政府信息公开申请书19份，17份已答复，2份在法定期限内办理中。",
            {"received": 19, "answered": 17, "carried_out": 2},
        ),
        (
            "2023年度收到依申请公开14件，其中自然人12件，法人2件。予以公开9件，占64%；无法提供5件，占36%。",
            {"received": 14, "granted": 9, "unavailable": 5},
        ),
        (
            "新收28件，结转5件，共33件；答复30件，其中公开14件、不予公开5件、无法提供9件、不予处理2件；3件结转次年。",
            {
                "received": 28,
                "carried_in": 5,
                "answered": 30,
                "granted": 14,
                "refused": 5,
                "unavailable": 9,
                "not_processed": 2,
                "carried_out": 3,
            },
        ),
        ("我委今年没有接到一件公开申请。", {"received": 0}),
        ("全年零申请。", {"received": 0}),
        ("未收到申请，也没有需要结转的申请。", {"received": 0, "carried_out": 0}),
        (
            "全年收到申请2件，内容均为征地补偿，答复均为予以公开。",
            {"received": 2, "answered": 2, "granted": 2},
        ),
        (
            "2023年我局收到1件政府信息公开申请，经检索未找到相关信息，依法告知申请人信息不存在。",
            {"received": 1, "unavailable": 1},
        ),
        (
            "收到申请31件，依法作出答复31件。从结果看，公开类16件，不公开类4件，无法提供类8件，不予处理类3件。",
            {
                "received": 31,
                "answered": 31,
                "granted": 16,
                "refused": 4,
                "unavailable": 8,
                "not_processed": 3,
            },
        ),
        (
            "全年收到申请12件，公开10件，2件转下年。",
            {"received": 12, "granted": 10, "carried_out": 2},
        ),
        (
            "收到政府信息公开申请7件（含上年结转1件），已全部答复。",
            {"received": 7, "carried_in": 1, "answered": 7},
        ),
        (
            "共有15件申请，其中13件当年办结，2件跨年办理。",
            {"received": 15, "answered": 13, "carried_out": 2},
        ),
        (
            "予以公开12件、部分公开3件、不予公开2件、无法提供4件、不予处理1件、其他处理1件，合计答复23件；全年新收申请24件，上年结转0件，结转下年1件。",
            {
                "granted": 12,
                "partial": 3,
                "refused": 2,
                "unavailable": 4,
                "not_processed": 1,
                "other": 1,
                "answered": 23,
                "received": 24,
                "carried_in": 0,
                "carried_out": 1,
            },
        ),
        (
            "我局全年收到6件申请，4件给予公开，2件告知申请人向乡镇人民政府提出。",
            {"received": 6, "granted": 4},
        ),
        (
            "全年共处理政府信息公开申请18件，其中上年结转1件、本年新收17件，均依法答复。",
            {"received": 17, "carried_in": 1, "answered": 18},
        ),
        ("当年申请总量为9件，与2022年相同，按期答复9件。", {"received": 9, "answered": 9}),
        (
            "2023年收到依申请公开申请8件，因申请人撤回终止1件，其余7件按期答复。",
            {"received": 8, "other": 1},
        ),
        (
            "2023年，全局共收到政府信息公开申请29件，同比增长16%，上年结转1件，全年办结28件，结转2024年2件。",
            {"received": 29, "carried_in": 1, "answered": 28, "carried_out": 2},
        ),
        (
            "本年度收到政府信息公开申请7件，分别为予以公开4件、部分公开1件、不予公开0件、无法提供2件。",
            {"received": 7, "granted": 4, "partial": 1, "refused": 0, "unavailable": 2},
        ),
        (
            "当年收到并办结公开申请11件，上年无结转。",
            {"received": 11, "answered": 11, "carried_in": 0},
        ),
        (
            "2023年新收到政府信息公开申请共计46件，已办理完毕44件（含2022年结转1件），3件转至2024年办理。",
            {"received": 46, "answered": 44, "carried_in": 1, "carried_out": 3},
        ),
        (
            "收到信息公开申请9件，其中通过网络提交6件，信函提交3件；办理结果为：公开5件，部分公开1件，不公开1件，非本机关负责公开2件。",
            {"received": 9, "granted": 5, "partial": 1, "refused": 1, "unavailable": 2},
        ),
        ("全年没有群众申请公开政府信息，也没有历年结转的。", {"received": 0, "carried_in": 0}),
        (
            "本机关全年共收到政府信息公开申请3条，均为网上申请，已全部按时答复申请人。",
            {"received": 3, "answered": 3},
        ),
        (
            "2023年县教体局依申请公开政府信息6件，均已在规定时限内办理答复。",
            {"received": 6, "answered": 6},
        ),
        (
            "依法办理政府信息公开申请13件，其中公开6件、部分公开2件、不予公开1件、不掌握4件。",
            {"answered": 13, "granted": 6, "partial": 2, "refused": 1, "unavailable": 4},
        ),
        ("收到申请20件、办结20件、结转0件。", {"received": 20, "answered": 20, "carried_out": 0}),
        (
            "共收到申请24件，办结23件；其中，本机关不掌握相关信息7件、没有现成信息需另行制作1件、补正后仍不明确1件，予以公开10件，不予公开（属于内部事务信息）2件，信访类申请2件。",
            {
                "received": 24,
                "answered": 23,
                "granted": 10,
                "refused": 2,
                "unavailable": 9,
                "not_processed": 2,
            },
        ),
        (
            "我局2023年受理政府信息公开申请的数量为12件，2022年结转的数量为0件，结转2024年的数量为1件。",
            {"received": 12, "carried_in": 0, "carried_out": 1},
        ),
        (
            "全年收到申请5件，办结4件；另有1件因需征求第三方意见，延期至2024年1月答复。",
            {"received": 5, "answered": 4, "carried_out": 1},
        ),
    ],
)
def test_applications(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected
