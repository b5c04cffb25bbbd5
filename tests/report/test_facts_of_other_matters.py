"""Figures of other matters beside those of applications and disputes, and near misses."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, disputes, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Applied for at a counter, with what became of it.
        (
            "受理采砂许可申请41件，办结39件，不予许可2件；受理政府信息公开申请3件，办结3件。",
            {"received": 3, "answered": 3},
        ),
        (
            "收到助学金申请210份、转学申请14份；信息公开申请收到2件，已答复。",
            {"received": 2, "answered": 2},
        ),
        ("大厅收到办事申请3.4万件，办结3.3万件。未收到政府信息公开申请。", {"received": 0}),
        # Near: an application about permits is one of ours.
        ("收到要求公开采砂许可名单的申请4件，均予以公开。", {"received": 4, "granted": 4}),
        ("收到关于低保申请审批情况的信息公开申请3件，予以公开3件。", {"received": 3, "granted": 3}),
        ("收到申请7件，其中咨询建议类2件。", {"received": 7}),
        ("收到投诉举报类申请4件，不予处理4件。", {"received": 4, "not_processed": 4}),
        # Hotline calls, proposals, case books.
        (
            "全年热线转来工单88件，办结86件。收到政府信息公开申请1件，办结1件。",
            {"received": 1, "answered": 1},
        ),
        ("未收到政府信息公开申请。同期办理人大建议4件，答复结果全部公开4件。", {"received": 0}),
        (
            "编印案例集，收录案例12件，其中予以公开5件、不予公开7件。收到申请2件，予以公开2件。",
            {"received": 2, "granted": 2},
        ),
        (
            "办理答复70件，其中人大代表建议40件、政协提案26件、政府信息公开申请4件。",
            {"received": 4},
        ),
        ("收到各类申请90件，其中政府信息公开申请5件，其余为审批类申请。", {"received": 5}),
        # Said not to be counted.
        (
            "收到病历复印申请520份，均按规定提供，不计入信息公开申请。信息公开申请为0件。",
            {"received": 0},
        ),
        (
            "前后来了三十多位，问的多是医保，都不是信息公开申请。正式的申请一件没有。",
            {"received": 0},
        ),
        # What came to the district, and the street office's share; a government's own is the whole.
        (
            "区里一共收了64件，我们街道分到2件，都按时答复了，全部公开。",
            {"received": 2, "answered": 2, "granted": 2},
        ),
        ("全县收到申请64件，其中转到我镇的2件，均予以公开。", {"received": 2, "granted": 2}),
        ("全县9个乡镇共收到申请64件，其中我镇2件，均予以公开。", {"received": 2, "granted": 2}),
        ("全区收到申请64件，其中区政府本级20件，镇街44件。", {"received": 64}),
        (
            "市局及各分局共收到申请64件，其中市局收到20件，各分局收到44件；"
            "系统全年办结60件，其中市局办结19件。",
            {"received": 20, "answered": 19},
        ),
        # Pieces of information, one applicant's, any one of them.
        ("收到申请5件。5件申请涉及信息18条，不予公开3条。", {"received": 5}),
        ("收到申请5件，不予公开3件。", {"received": 5, "refused": 3}),
        ("申请人李某先后提交了9件申请，占全部20件的45%。", {}),
        ("办理一件申请平均要花8天。收到申请6件。", {"received": 6}),
        # How soon, by which rule, in which manner some were answered.
        ("收到申请9件，提前办结4件。", {"received": 9}),
        ("收到申请9件，全部提前办结。", {"received": 9, "answered": 9}),
        ("依据《条例》第三十六条第五项答复1件，全年收到3件。", {"received": 3}),
        ("收到申请12件，其中因内容重复合并答复4件。", {"received": 12}),
        ("提出处理意见，建议公开2件、建议不予公开1件。收到申请3件。", {"received": 3}),
        ("收到申请9件，办结9件，一件不剩。", {"received": 9, "answered": 9}),
        # 均 behind a row speaks of the row.
        (
            "收到申请11件，办结11件，其中信访件1件，举报件2件，均不予处理。",
            {"received": 11, "answered": 11},
        ),
        ("收到申请3件，其中网上1件，信函2件，均予以公开。", {"received": 3, "granted": 3}),
        # None of one kind of applicants.
        (
            "收到自然人申请14件，没有收到法人或其他组织的申请，全年合计收到14件。",
            {"received": 14},
        ),
        ("没有收到公民、法人或其他组织的申请。", {"received": 0}),
        # A date in the year behind the report's.
        (
            "截至2024年1月15日，结转的2件已全部办结。2023年收到申请16件。",
            {"received": 16, "carried_out": 2},
        ),
        ("上年结转和结转下年度继续办理的申请均为0件。", {"carried_in": 0, "carried_out": 0}),
        (
            "收到申请3件，予以公开2件，因本机关未制作也未获取该信息无法提供1件。",
            {"received": 3, "granted": 2, "unavailable": 1},
        ),
        ("3件申请均在收到之日起20个工作日内作出书面答复。", {"received": 3, "answered": 3}),
        (
            "答复件中予以公开（含部分公开）10件，其中予以公开8件、部分公开2件。",
            {"granted": 8, "partial": 2},
        ),
        (
            "收到以县政府为义务机关的申请52件，以县政府办公室为义务机关的申请10件，合计新收62件。",
            {"received": 62},
        ),
        ("办理答复依申请公开政府信息10件，其中予以公开10件。", {"answered": 10, "granted": 10}),
    ],
)
def test_only_our_applications_are_counted(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


def test_documents_by_attribute_are_no_applications() -> None:
    told = facts("公文公开属性认定：主动公开150件，依申请公开43件，不予公开22件。")
    assert not told.applications


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "举报人不服处理结果申请行政复议9件，维持8件。政府信息公开行政复议0件、行政诉讼0件。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "行政诉讼2件，一审均驳回原告诉讼请求，其中1件原告上诉，二审维持原判。",
            {"suit.total": 2, "suit.upheld": 2},
        ),
        (
            "行政诉讼3件，其中1件维持，1件纠正，1件未审结。",
            {"suit.total": 3, "suit.upheld": 1, "suit.corrected": 1, "suit.pending": 1},
        ),
        (
            "被申请行政复议2件，其中1件涉及征地信息，1件涉及补偿信息，均维持。",
            {"review.total": 2, "review.upheld": 2},
        ),
        (
            "全市政府信息公开行政复议23件，其中以我局为被申请人的2件，均维持。",
            {"review.total": 2, "review.upheld": 2},
        ),
        (
            "被申请行政复议3件，其中1件涉及征地信息，维持，其余2件纠正。",
            {"review.total": 3, "review.upheld": 1, "review.corrected": 2},
        ),
        (
            "办理以县政府为复议机关的行政复议案件74件，其中涉及政府信息公开的11件。"
            "以本局为被申请人的政府信息公开行政复议案件1件，维持。",
            {"review.total": 1, "review.upheld": 1},
        ),
        (
            "被申请行政复议4件，维持3件，驳回复议申请1件（按其他结果统计）。",
            {"review.total": 4, "review.upheld": 3, "review.other": 1},
        ),
        (
            "支队本级被申请行政复议1件，结果维持；各大队被申请行政复议1件，尚未审结。",
            {"review.total": 1, "review.upheld": 1},
        ),
    ],
)
def test_only_our_disputes_are_counted(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


def test_a_dispute_of_another_cause_beside_applications() -> None:
    told = facts("因土地确权纠纷，村民李某到县政府申请复议，县政府维持。", aspect="applications")
    assert not told.disputes
    told = facts("因对答复不满，村民李某到县政府申请复议，县政府维持。", aspect="applications")
    assert told.dispute("review", "total") is not None


def test_a_title_of_its_own_says_what_the_disputes_are_about() -> None:
    told = facts("（三）行政复议和行政诉讼\n被申请行政复议4件，维持2件，纠正2件。")
    upheld = told.dispute("review", "upheld")
    assert upheld is not None
    assert upheld.value == 2
    told = facts("（三）行政复议和行政诉讼\n因行政处罚被申请行政复议4件，维持2件。")
    assert told.dispute("review", "total") is None
