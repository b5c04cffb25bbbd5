"""What became of applications: answered, and by outcome."""

from __future__ import annotations

import pytest

from tests.report.telling import applications


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年，我局共收到政府信息公开申请13件，均按时答复。", {"received": 13, "answered": 13}),
        (
            "本年度共受理依申请公开政府信息12件，办结12件，其中：予以公开8件，部分公开2件，无法提供2件。",
            {"received": 12, "answered": 12, "granted": 8, "partial": 2, "unavailable": 2},
        ),
        (
            "2023年全年收到依申请公开件3件，其中自然人2件，商业企业1件，已全部依法答复。",
            {"received": 3, "answered": 3},
        ),
        (
            "2023年，共办理政府信息公开申请5件，其中予以公开3件、不予公开1件、其他处理1件。",
            {"answered": 5, "granted": 3, "refused": 1, "other": 1},
        ),
        (
            "2023年收到信访件32件，网民留言15条，均已回复；收到政府信息公开申请2件，均已办结。",
            {"received": 2, "answered": 2},
        ),
        (
            "受理12345热线转办件86件，收到政府信息公开申请1件，予以公开。",
            {"received": 1, "granted": 1},
        ),
        (
            "全年共收到依申请公开申请十二件，其中，同意公开八件，同意部分公开一件，不予公开二件，信息不存在一件。",
            {"received": 12, "granted": 8, "partial": 1, "refused": 2, "unavailable": 1},
        ),
        ("予以公开、部分公开、不予公开均为0件。", {"granted": 0, "partial": 0, "refused": 0}),
        (
            "不予公开2件（其中涉及国家秘密1件，属于行政执法案卷1件），无法提供1件（本机关不掌握）。",
            {"refused": 2, "unavailable": 1},
        ),
        (
            "收到申请20件，其中网上申请12件，信函申请5件，当面申请3件；上年结转2件，共办理22件，结转下年度1件。",
            {"received": 20, "carried_in": 2, "answered": 22, "carried_out": 1},
        ),
        (
            "2023年共收到依申请公开申请8件，办结7件，正在办理1件。",
            {"received": 8, "answered": 7, "carried_out": 1},
        ),
        (
            "2023年收到申请8件，已办结6件，剩余2件正在办理中。",
            {"received": 8, "answered": 6, "carried_out": 2},
        ),
        (
            "政府信息公开申请办理情况：新收申请数量5件，上年结转数量1件，予以公开4件，部分公开1件，结转下年度继续办理1件。",
            {"received": 5, "carried_in": 1, "granted": 4, "partial": 1, "carried_out": 1},
        ),
        ("收到依申请公开2起，无不予公开情况。", {"received": 2, "refused": 0}),
        (
            "2023年，我局收到政府信息公开申请1件，申请内容为某村土地征收补偿标准，已按期答复申请人，答复结果为予以公开。",
            {"received": 1, "answered": 1, "granted": 1},
        ),
        (
            "新收政府信息公开申请 7 件 ， 予以公开 4 件 ， 不予公开 3 件 。",
            {"received": 7, "granted": 4, "refused": 3},
        ),
        (
            "全年共收到政府信息公开申请1,234件，办结1,201件，结转下年度继续办理33件。",
            {"received": 1234, "answered": 1201, "carried_out": 33},
        ),
        (
            "2023年新增政府信息公开申请9件，2022年结转2件，办结10件，结转2024年1件。",
            {"received": 9, "carried_in": 2, "answered": 10, "carried_out": 1},
        ),
        (
            "本年度收到政府信息公开申请3件，申请人均为自然人，均已按时答复，其中予以公开2件，不予处理1件。",
            {"received": 3, "granted": 2, "not_processed": 1, "answered": 3},
        ),
        (
            "依申请公开工作规范有序，共收到申请13件，经审查，予以公开7件、部分公开1件、不予公开2件、不予处理2件、其他1件。",
            {
                "received": 13,
                "granted": 7,
                "partial": 1,
                "refused": 2,
                "not_processed": 2,
                "other": 1,
            },
        ),
        ("2023年度未收到政府信息公开申请，故不存在不予公开的情况。", {"received": 0, "refused": 0}),
        (
            "收到政府信息公开申请4件，其中3件为予以公开，1件为无法提供。",
            {"received": 4, "granted": 3, "unavailable": 1},
        ),
        (
            "收到政府信息公开申请4件，予以公开的3件，无法提供的1件。",
            {"received": 4, "granted": 3, "unavailable": 1},
        ),
        (
            "2023年收到政府信息公开申请5件，全部为自然人申请，已全部办结，全部予以公开。",
            {"received": 5, "answered": 5, "granted": 5},
        ),
        (
            "新收申请21件，上年结转3件，合计24件，已全部办结。",
            {"received": 21, "carried_in": 3, "answered": 24},
        ),
        (
            "上年结转2件，本年新收9件，共11件，均在法定期限内办理完毕。",
            {"carried_in": 2, "received": 9, "answered": 11},
        ),
        (
            "予以公开7件，占53.8%；部分公开1件，占7.7%；不予公开2件，占15.4%；无法提供3件，占23.1%。",
            {"granted": 7, "partial": 1, "refused": 2, "unavailable": 3},
        ),
        (
            "本年度办理结果：1.予以公开7件；2.部分公开1件；3.不予公开2件；4.无法提供3件；5.不予处理0件；6.其他处理0件。",
            {
                "granted": 7,
                "partial": 1,
                "refused": 2,
                "unavailable": 3,
                "not_processed": 0,
                "other": 0,
            },
        ),
        (
            "在办结的13件申请中，7件予以公开，1件部分公开，2件不予公开，3件无法提供。",
            {"answered": 13, "granted": 7, "partial": 1, "refused": 2, "unavailable": 3},
        ),
        (
            "2023年，我办通过网络平台收到政府信息公开申请8件，均已答复。",
            {"received": 8, "answered": 8},
        ),
        (
            "收到依申请公开政府信息申请3件，全部按时予以答复，答复率100%，无行政复议和行政诉讼。",
            {"received": 3, "answered": 3},
        ),
        (
            "全年共接收政府信息公开申请11份，结转上年1份，答复10份，转入下年度2份。",
            {"received": 11, "carried_in": 1, "answered": 10, "carried_out": 2},
        ),
        (
            "2023年，全区新收政府信息公开申请1234件，同比增长10%，上年度结转20件。其中，自然人申请1200件，占97.2%；法人申请34件。答复情况：予以公开500件，部分公开100件，不予公开50件，无法提供400件，不予处理100件，其他处理84件，结转下年度继续办理20件。",
            {
                "received": 1234,
                "carried_in": 20,
                "granted": 500,
                "partial": 100,
                "refused": 50,
                "unavailable": 400,
                "not_processed": 100,
                "other": 84,
                "carried_out": 20,
            },
        ),
        (
            "本年度共收到信息公开申请5件，均为自然人提出。其中：当面申请1件、信函申请3件、网络申请1件。从办理结果看：予以公开3件，占60%；无法提供2件，占40%。",
            {"received": 5, "granted": 3, "unavailable": 2},
        ),
        ("2023年受理依申请公开案件3起，已按规定时间予以答复。", {"received": 3, "answered": 3}),
        (
            "2023年，我局依申请公开办结件为6件，结转至2024年办理0件。",
            {"answered": 6, "carried_out": 0},
        ),
        (
            "全年累计收到依申请公开6条，已全部答复；因政府信息公开被提起行政复议1件，行政诉讼0件。",
            {"received": 6, "answered": 6},
        ),
        (
            "2023年度，我局共办理依申请公开12件，其中，2022年结转1件，2023年新收11件。",
            {"answered": 12, "carried_in": 1, "received": 11},
        ),
        (
            "本年度共收到2份政府信息公开申请，1份已答复，1份正在处理中。",
            {"received": 2, "answered": 1, "carried_out": 1},
        ),
        (
            "全年共收到依申请公开信息13件，其中不属于本机关公开职责的3件，已告知申请人；予以公开10件。",
            {"received": 13, "granted": 10, "unavailable": 3},
        ),
        (
            "2023年，县农业农村局共收到依申请公开政府信息申请2起，全部按程序和时限要求作出答复，无超期答复情况。",
            {"received": 2, "answered": 2},
        ),
        ("答复政府信息公开申请13件，平均办理时间8.5个工作日。", {"answered": 13}),
        (
            "我街道共收到政府信息公开申请三件，其中两件予以公开，一件因信息不存在无法提供。",
            {"received": 3, "granted": 2, "unavailable": 1},
        ),
        (
            "2023年度收到政府信息公开申请15件，已办结15件；其中，予以公开6件（含部分公开2件），不予公开1件，不予处理2件，其他处理6件。",
            {
                "received": 15,
                "answered": 15,
                "granted": 6,
                "partial": 2,
                "refused": 1,
                "not_processed": 2,
                "other": 6,
            },
        ),
    ],
)
def test_outcomes(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected
