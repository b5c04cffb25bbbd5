"""Applications told one by one, in everyday words; and tellings that do not add up."""

from __future__ import annotations

import pytest

from tests.report.telling import applications


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到申请三份。第一份要渡口维修的合同，复印给他了；第二份要补偿花名册，别家的账号遮掉以后给了一部分；第三份要旧底册，档案室翻遍了也没有。",
            {"received": 3, "granted": 1, "partial": 1, "unavailable": 1},
        ),
        (
            "收到申请2件：路灯合同那件，公开了；考评打分那件，属于内部管理，没给。",
            {"received": 2, "granted": 1, "refused": 1},
        ),
        (
            "全年收到申请6件，是不同的人交的。给了3件，多是收费标准；没给1件，要的是别人的病历；还有2件东西不在我局手里，没法提供。",
            {"received": 6, "granted": 3, "refused": 1, "unavailable": 2},
        ),
        (
            "收到申请5件。给全了的2件，划掉名字再给的2件，剩下1件街道压根没有那份材料。",
            {"received": 5, "granted": 2, "partial": 2, "unavailable": 1},
        ),
        (
            "收到申请4件。公开2件；涂掉电话号码再给的，也就是部分公开，1件；天天来要同一样东西、不再处理的1件。",
            {"received": 4, "granted": 2, "partial": 1, "not_processed": 1},
        ),
        (
            "收到申请3件，其中，其一为征收方案，已予公开；其二为债务明细，予以部分公开；其三为水库底册，经查无档。",
            {"received": 3, "granted": 1, "partial": 1, "unavailable": 1},
        ),
        (
            "收到申请2件，分别要1998年底册和路灯招标文件。前者查无此档，后者予以公开。",
            {"received": 2, "granted": 1, "unavailable": 1},
        ),
        # Of the three it is not said how many had all of it.
        (
            "收到申请4件。三件问的是补偿表，都给了，其中一件遮掉账号再给，算部分公开；还有一件要旧底册，没找着。",
            {"received": 4, "partial": 1, "unavailable": 1},
        ),
        # 收到申请1件: its one case.
        ("收到申请1件，是一位村民要土地合同，复印给了他。", {"received": 1, "granted": 1}),
        # One is left: 转到明年 counts too.
        (
            "收到申请3件。一件要招标文件，给了；一件要贷款合同，我局没有；一件年底才到，转到2024年办。",
            {"received": 3, "granted": 1, "unavailable": 1, "carried_out": 1},
        ),
        # Three cases do not make five: nothing is trusted.
        (
            "收到申请5件。一件要招标文件，复印给他了；一件要贷款合同，查了没有找到；其余的还没说。",
            {"received": 5},
        ),
        # Two outcomes of a group: how many had which is not said.
        ("收到申请2件。两份都答了，图给了，账遮掉名字给了一部分。", {"received": 2, "answered": 2}),
        # What it was about, the paper that went back, and habits are no outcomes.
        ("收到申请2件，1件涉及村务公开，1件涉及财务公开。", {"received": 2}),
        ("收到申请1件，内容为项目撤回情况，答复书已邮寄给申请人。", {"received": 1, "answered": 1}),
        ("收到申请1件，已按时答复，不存在逾期情况。", {"received": 1, "answered": 1}),
        ("收到申请1件。对不予公开的，严格把关。", {"received": 1}),
        ("收到申请1件。此外，主动公开了20条信息。", {"received": 1}),
        # What is denied is no outcome of the one that came.
        ("收到申请1件，无不予公开情况。", {"received": 1, "refused": 0}),
        ("收到申请1件，逾期不补正即视为撤回。", {"received": 1, "other": 1}),
        # A figure that names all of them, behind a single case, is none of the cases.
        (
            "收到申请8件，因申请人撤回终止1件，其余7件按期答复。",
            {"received": 8, "other": 1},
        ),
    ],
)
def test_one_by_one(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一共来了三位。3件都在年内答复。", {"received": 3, "answered": 3}),
        ("有人来要信息的，今年是4个。", {"received": 4}),
        ("今年有四个人到镇里来申请看材料，交了四份申请表。", {"received": 4}),
        ("学校受理信息公开申请9人次，9人次全部答复。", {"received": 9, "answered": 9}),
        ("新来的申请37封，答了37封。", {"received": 37, "answered": 37}),
        # Callers who only ask are no applicants.
        ("窗口来了三位咨询的群众。", {}),
        ("接待来访群众12人次，未收到申请。", {"received": 0}),
        ("每户一份申请，计26件。", {}),
        ("假如一天来了3件以上申请，由副主任坐窗口。全年收到申请1件。", {"received": 1}),
        # A rule in front does not hide the year's figure behind it.
        ("凡申请当日登记，全年收到申请12件。", {"received": 12}),
    ],
)
def test_who_came(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收公民申请三件，悉于年内办结。", {"received": 3, "answered": 3}),
        ("办结60件。予以公开超过半数，为31件。", {"answered": 60, "granted": 31}),
        ("能公开的都公开了，有30余件；不予公开2件。", {"granted": 30, "refused": 2}),
        (
            "收到申请9件，公开类（予以公开）4件，部分公开5件。",
            {"received": 9, "granted": 4, "partial": 5},
        ),
        (
            "收到申请45件，当年办了43件，压下2件到2024年。",
            {"received": 45, "answered": 43, "carried_out": 2},
        ),
        ("收到申请9件，尚在办理、转入2024年的4件。", {"received": 9, "carried_out": 4}),
        (
            "收到申请5件，5件均作不予公开处理并全部按时办结。",
            {"received": 5, "refused": 5, "answered": 5},
        ),
        ("予以公开、部分公开、不予公开：均为0件。", {"granted": 0, "partial": 0, "refused": 0}),
        (
            "收到申请2件，予以公开1件，不予处理1件，其余各项都是0。",
            {
                "received": 2,
                "granted": 1,
                "not_processed": 1,
                "partial": 0,
                "refused": 0,
                "unavailable": 0,
                "other": 0,
            },
        ),
        ("结转数上年、下年均为0。", {"carried_in": 0, "carried_out": 0}),
        (
            "收到申请3件，去年没欠账，今年也没往后欠。",
            {"received": 3, "carried_in": 0, "carried_out": 0},
        ),
        ("收到申请5件，3件撞上企业改制历史遗留，均依法延长了20个工作日。", {"received": 5}),
        (
            "收到申请8件。2件要的是正在办的案卷，1件转到执法中队办。没有结转下年的。",
            {"received": 8, "carried_out": 0},
        ),
        ("移交未办结申请1件，年报中列为上年结转。", {"carried_in": 1}),
        ("去年报告里写结转1件，后来核对有误，今年没有结转来的。", {"carried_in": 0}),
        ("全年没人申请，没有答复件。", {"received": 0, "answered": 0}),
        ("问：有没有人申请公开？答：有，4件。", {"received": 4}),
        ("依申请公开件数不多，全年仅2件。", {"received": 2}),
        ("收到申请2件，都给了。", {"received": 2, "granted": 2}),
        ("申请量升至64件（2022年51件）。", {"received": 64}),
        ("今年没有压箱底的旧申请，新申请倒有4件。", {"received": 4}),
        ("收到申请6件，其中4件内容相近，合并作一份答复。", {"received": 6}),
        # How soon some were answered, not how many.
        ("收到的8件申请里，有3件当天就给了答复，5件在十日内给了答复。", {"received": 8}),
        (
            "收到申请17件，14件已答复，3件在答复期内。",
            {"received": 17, "answered": 14, "carried_out": 3},
        ),
        (
            "收到申请9件，办结6件，剩余3件将于2024年1月办结。",
            {"received": 9, "answered": 6, "carried_out": 3},
        ),
        ("办结12件，上述12件均为当年新收。", {"answered": 12, "received": 12, "carried_in": 0}),
    ],
)
def test_manners(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The office's own beside those of the system that it leads.
        ("全省人社系统收到申请2914件，其中厅机关新收186件。", {"received": 186}),
        ("全市系统共收到申请320件，其中市局本级收到80件。", {"received": 80}),
        ("全县各级行政机关共收到申请213件，我局占52件。", {"received": 52}),
        (
            "分局收到申请18件，其中1件当天移交市局；自行登记的为17件，即本年新收17件。",
            {"received": 17},
        ),
        ("2022年收到申请11件，2023年9件。", {"received": 9}),
        ("三年来共收到申请31件，其中2021年12件、2022年10件、2023年9件。", {"received": 9}),
        ("自施行以来累计受理申请316件，今年受理18件。", {"received": 18}),
        ("我局3月挂牌，挂牌以来新收申请5件。", {"received": 5}),
        ("春天收到申请26件；秋天又收到4件。全年共30件。", {"received": 30}),
        ("今年收申请8件.8件全部在时限内答复.", {"received": 8, "answered": 8}),
    ],
)
def test_whose_and_when(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected
