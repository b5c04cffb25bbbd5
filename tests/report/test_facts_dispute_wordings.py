"""Disputes told in many grammars, their results in every order."""

from __future__ import annotations

import pytest

from tests.report.telling import disputes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年被复议5件：维持3件，撤销1件，确认违法1件。",
            {"review.total": 5, "review.upheld": 3, "review.corrected": 2},
        ),
        (
            "2023年发生行政复议8件，其中结果维持6件，结果纠正1件，1件尚在审理；发生行政诉讼2件，均判决驳回原告诉讼请求。",
            {
                "review.total": 8,
                "review.upheld": 6,
                "review.corrected": 1,
                "review.pending": 1,
                "suit.total": 2,
                "suit.upheld": 2,
            },
        ),
        (
            "政府信息公开行政复议4件，复议机关维持2件、责令重新答复1件，申请人撤回1件。",
            {"review.total": 4, "review.upheld": 2, "review.corrected": 1, "review.other": 1},
        ),
        (
            "行政诉讼3件，一审胜诉2件，败诉1件。",
            {"suit.total": 3, "suit.upheld": 2, "suit.corrected": 1},
        ),
        (
            "以我局为被申请人的政府信息公开复议案件3件，2件维持，1件终止；以我局为被告的诉讼案件1件，法院裁定驳回起诉。",
            {
                "review.total": 3,
                "review.upheld": 2,
                "review.other": 1,
                "suit.total": 1,
                "suit.other": 1,
            },
        ),
        (
            "有2起行政复议，结果都是维持；没有诉讼。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 0},
        ),
        (
            "本年度共发生行政复议1起，经复议机关审理，维持我局原答复；行政诉讼0起。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 0},
        ),
        (
            "本年度收到行政复议案件6件（维持5件，尚未审结1件），收到行政诉讼案件3件（未经复议直接起诉2件，均维持；复议后起诉1件，尚未审结）。",
            {
                "review.total": 6,
                "review.upheld": 5,
                "review.pending": 1,
                "suit.total": 3,
                "suit.upheld": 2,
                "suit.pending": 1,
                "suit_direct.total": 2,
                "suit_direct.upheld": 2,
                "suit_after_review.total": 1,
                "suit_after_review.pending": 1,
            },
        ),
        ("共办理被复议案件2件，均被纠正。", {"review.total": 2, "review.corrected": 2}),
        (
            "被申请人为我局的行政复议7件，结案6件，维持4件，变更1件，终止1件，未结1件。",
            {
                "review.total": 7,
                "review.upheld": 4,
                "review.corrected": 1,
                "review.other": 1,
                "review.pending": 1,
            },
        ),
        (
            "结果维持3件、结果纠正0件、其他结果1件、尚未审结0件，行政复议合计4件。行政诉讼合计0件。",
            {
                "review.total": 4,
                "review.upheld": 3,
                "review.corrected": 0,
                "review.other": 1,
                "review.pending": 0,
                "suit.total": 0,
            },
        ),
        (
            "维持的有3件、纠错的有1件、尚未审结的有2件，共计6件行政复议。没有行政诉讼。",
            {
                "review.total": 6,
                "review.upheld": 3,
                "review.corrected": 1,
                "review.pending": 2,
                "suit.total": 0,
            },
        ),
        (
            "2023年，我区发生政府信息公开行政复议21件，较上年减少4件；其中维持15件，占比71.4%，纠正2件，占比9.5%，其他4件。",
            {"review.total": 21, "review.upheld": 15, "review.corrected": 2, "review.other": 4},
        ),
        (
            "政府信息公开行政诉讼案件2件，其中1件被法院判决撤销原答复，1件原告撤诉。",
            {"suit.total": 2, "suit.corrected": 1, "suit.other": 1},
        ),
        (
            "1名申请人不服答复提起行政诉讼，法院判决驳回其诉讼请求。无行政复议。",
            {"review.total": 0, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "行政复议2件，1件确认违法，1件驳回申请。行政诉讼1件，二审维持原判。",
            {
                "review.total": 2,
                "review.corrected": 1,
                "review.upheld": 1,
                "suit.total": 1,
                "suit.upheld": 1,
            },
        ),
        (
            "涉及政府信息公开的复议、诉讼案件分别为4件、1件，复议维持3件、纠正1件，诉讼尚未审结。",
            {
                "review.total": 4,
                "review.upheld": 3,
                "review.corrected": 1,
                "suit.total": 1,
                "suit.pending": 1,
            },
        ),
        (
            "全年行政复议3件，全部维持；行政诉讼2件，一胜诉一未判。",
            {"review.total": 3, "review.upheld": 3, "suit.total": 2},
        ),
        (
            "信息公开引发行政争议5起，其中行政复议4起、行政诉讼1起。复议4起中，3起维持、1起申请人自愿撤回；诉讼1起，尚在一审。",
            {
                "review.total": 4,
                "review.upheld": 3,
                "review.other": 1,
                "suit.total": 1,
                "suit.pending": 1,
            },
        ),
        (
            "被复议3件，其中驳回2件、调解结案1件。",
            {"review.total": 3, "review.upheld": 2, "review.other": 1},
        ),
        (
            "全年行政复议案件数为0，行政诉讼案件数为1，结果维持。",
            {"review.total": 0, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "共发生行政复议案件3件，行政诉讼案件2件。行政复议案件中，结果维持2件，尚未审结1件；行政诉讼案件中，结果维持1件，其他结果1件。",
            {
                "review.total": 3,
                "review.upheld": 2,
                "review.pending": 1,
                "suit.total": 2,
                "suit.upheld": 1,
                "suit.other": 1,
            },
        ),
        (
            "行政复议：共4件，全部维持。行政诉讼：共1件，未审结。",
            {"review.total": 4, "review.upheld": 4, "suit.total": 1, "suit.pending": 1},
        ),
        (
            "申请人不服政府信息公开答复申请行政复议2件，一件撤销，一件驳回；提起行政诉讼1件，胜诉。",
            {
                "review.total": 2,
                "review.corrected": 1,
                "review.upheld": 1,
                "suit.total": 1,
                "suit.upheld": 1,
            },
        ),
        (
            "政府信息公开行政复议案件5件，同比减少2件，其中4件维持原答复，1件由我局自行纠正后申请人撤回。",
            {"review.total": 5, "review.upheld": 4, "review.other": 1},
        ),
        (
            "全年收到行政复议12件，已办结10件，其中维持8件、确认违法2件；尚未审结2件。",
            {"review.total": 12, "review.upheld": 8, "review.corrected": 2, "review.pending": 2},
        ),
        (
            "行政复议维持率100%，共2件；行政诉讼无败诉，共1件，已判决维持。",
            {"review.total": 2, "suit.corrected": 0, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "因信息公开产生复议9件：维持7件；纠正1件；其他1件；未审结0件。诉讼0件。",
            {
                "review.total": 9,
                "review.upheld": 7,
                "review.corrected": 1,
                "review.other": 1,
                "review.pending": 0,
                "suit.total": 0,
            },
        ),
        (
            "两件行政复议均以维持结案，一件行政诉讼以原告撤诉告终。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 1, "suit.other": 1},
        ),
        (
            "2023年，本机关收到复议答复通知3件，均为政府信息公开类，2件结果维持，1件被责令重新作出答复。应诉案件0件。",
            {"review.total": 3, "review.upheld": 2, "review.corrected": 1, "suit.total": 0},
        ),
        (
            "全县各级行政机关涉及政府信息公开的行政复议案件11件，其中县政府为被申请人的3件；行政诉讼案件5件。",
            {"review.total": 11, "suit.total": 5},
        ),
        (
            "行政复议1件（结果为维持），行政诉讼1件（结果为驳回原告诉讼请求）。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "被提起行政诉讼3件，3件均未经复议直接起诉，法院均判决驳回。",
            {"suit.total": 3, "suit.upheld": 3, "suit_direct.total": 3, "suit_direct.upheld": 3},
        ),
        (
            "纠错1件、维持2件，行政复议共3件；行政诉讼没有。",
            {"review.total": 3, "review.corrected": 1, "review.upheld": 2, "suit.total": 0},
        ),
        (
            "本年度，我镇被申请政府信息公开行政复议1件，复议结果为撤销并责令重新处理；无行政诉讼。",
            {"review.total": 1, "review.corrected": 1, "suit.total": 0},
        ),
        (
            "全年涉政府信息公开行政复议案件共立案13件，审结11件，其中：维持8件，确认违法2件，终止1件。",
            {"review.total": 13, "review.upheld": 8, "review.corrected": 2, "review.other": 1},
        ),
        (
            "2023年，因政府信息公开发生行政诉讼6件，同比下降14%；已审结的4件中，驳回诉讼请求3件、裁定准予撤诉1件。",
            {"suit.total": 6, "suit.upheld": 3, "suit.other": 1},
        ),
        (
            "收到行政复议申请2件，均已办结，复议机关均维持我局答复意见。未收到行政诉讼。",
            {"review.total": 2, "review.pending": 0, "review.upheld": 2, "suit.total": 0},
        ),
        (
            "今年有人对我们的答复不满意，去县政府申请了一次复议，结果维持。官司没有打过。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 0},
        ),
        (
            "与上年相比，行政复议由5件降为2件，结果均为维持；行政诉讼由2件降为0件。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 0},
        ),
        (
            "行政复议案件4件（其中：维持3件；其他结果1件）。行政诉讼案件1件（其中：结果纠正1件）。",
            {
                "review.total": 4,
                "review.upheld": 3,
                "review.other": 1,
                "suit.total": 1,
                "suit.corrected": 1,
            },
        ),
        (
            "2023年发生3起涉及政府信息公开的行政复议，复议机关作出维持决定2起，驳回复议申请1起。",
            {"review.total": 3, "review.upheld": 3},
        ),
        (
            "因政府信息公开被复议3件、被诉2件，已审结的均获支持。",
            {"review.total": 3, "suit.total": 2},
        ),
        (
            "行政复议结果：维持2、纠正1、其他0、未审结0，总计3。行政诉讼：无。",
            {
                "review.upheld": 2,
                "review.corrected": 1,
                "review.other": 0,
                "review.pending": 0,
                "review.total": 3,
                "suit.total": 0,
            },
        ),
        (
            "2023年，本厅作为被申请人的政府信息公开行政复议案件8件（国务院部门受理2件、省政府受理6件），维持6件，正在审理2件。",
            {"review.total": 8, "review.upheld": 6, "review.pending": 2},
        ),
    ],
)
def test_disputes(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected
