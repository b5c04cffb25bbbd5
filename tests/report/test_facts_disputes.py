"""复议 and 诉讼 about 政府信息公开, and an agency's general business beside them."""

from __future__ import annotations

import pytest

from tests.report.telling import disputes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023年度，我局行政复议案件总数2件，结果维持2件；行政诉讼案件总数0件。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 0},
        ),
        (
            "因政府信息公开工作引起的行政复议为1件，复议结果为维持。",
            {"review.total": 1, "review.upheld": 1},
        ),
        (
            "行政复议：维持3件，纠正1件，其他结果0件，尚未审结1件，总计5件。行政诉讼：无。",
            {
                "review.upheld": 3,
                "review.corrected": 1,
                "review.other": 0,
                "review.pending": 1,
                "review.total": 5,
                "suit.total": 0,
            },
        ),
        (
            "2023年共发生涉及政府信息公开的行政复议和行政诉讼各1件，均为结果维持。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "本年度，以本机关为被申请人的行政复议案件6件，已审结5件，其中维持4件，撤销1件。以本机关为被告的行政诉讼案件2件，一审判决驳回原告诉讼请求2件。",
            {
                "review.total": 6,
                "review.upheld": 4,
                "review.corrected": 1,
                "suit.total": 2,
                "suit.upheld": 2,
            },
        ),
        ("没有发生行政复议、诉讼。", {"review.total": 0, "suit.total": 0}),
        ("复议没有，诉讼也没有。", {"review.total": 0, "suit.total": 0}),
        (
            "我局2023年度无因政府信息公开引发的复议、诉讼案件。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "2023年度，未因信息公开工作产生行政复议及行政诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("行政复议和行政诉讼案件数均为零。", {"review.total": 0, "suit.total": 0}),
        (
            "2023年有两件政府信息公开答复被申请复议，一件维持，一件还没有结果。",
            {"review.total": 2, "review.upheld": 1, "review.pending": 1},
        ),
        (
            "收到行政复议申请2件，结果均为维持；收到行政诉讼1件，法院判决维持。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "2023年，全市共发生政府信息公开行政复议案件120件（其中市本级35件），结果维持80件、纠正15件、其他结果20件、尚未审结5件；行政诉讼案件60件，其中：直接起诉40件，结果维持30件、纠正2件、其他结果5件、尚未审结3件；复议后起诉20件，结果维持15件、纠正1件、其他结果2件、尚未审结2件。",
            {
                "review.total": 120,
                "review.upheld": 80,
                "review.corrected": 15,
                "review.other": 20,
                "review.pending": 5,
                "suit.total": 60,
                "suit.upheld": 45,
                "suit.corrected": 3,
                "suit.other": 7,
                "suit.pending": 5,
                "suit_direct.total": 40,
                "suit_direct.upheld": 30,
                "suit_direct.corrected": 2,
                "suit_direct.other": 5,
                "suit_direct.pending": 3,
                "suit_after_review.total": 20,
                "suit_after_review.upheld": 15,
                "suit_after_review.corrected": 1,
                "suit_after_review.other": 2,
                "suit_after_review.pending": 2,
            },
        ),
        (
            "2023年，被申请行政复议5件，较上年增加2件，结果维持3件，结果纠正1件，其他1件；被提起行政诉讼3件，其中未经复议直接起诉1件，复议后起诉2件，目前结果维持1件，尚未审结2件。",
            {
                "review.total": 5,
                "review.upheld": 3,
                "review.corrected": 1,
                "review.other": 1,
                "suit.total": 3,
                "suit.upheld": 1,
                "suit.pending": 2,
                "suit_direct.total": 1,
                "suit_after_review.total": 2,
            },
        ),
        (
            "2023年县司法局共收到行政复议申请132件，受理118件，没有因本局政府信息公开工作被申请行政复议、提起行政诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "本年度无行政复议案件；行政诉讼案件1件，系复议后起诉，尚未审结。",
            {"review.total": 0, "suit.total": 1, "suit.pending": 1, "suit_after_review.total": 1},
        ),
        (
            "2023年，本机关发生行政复议3起、行政诉讼2起。复议结果：维持2起，纠正1起。诉讼结果：维持1起，尚未审结1起。",
            {
                "review.total": 3,
                "review.upheld": 2,
                "review.corrected": 1,
                "suit.total": 2,
                "suit.upheld": 1,
                "suit.pending": 1,
            },
        ),
        (
            "因政府信息公开引发行政复议案件2件，均被维持；引发行政诉讼案件1件，原告撤诉。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 1, "suit.other": 1},
        ),
        (
            "2023年度，申请人对我局政府信息公开答复不服申请行政复议的1件，复议决定维持；提起行政诉讼的0件。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 0},
        ),
        (
            "全年行政复议3件（维持2件、其他结果1件），行政诉讼1件（未经复议直接起诉，尚未审结）。",
            {
                "review.total": 3,
                "review.upheld": 2,
                "review.other": 1,
                "suit.total": 1,
                "suit.pending": 1,
                "suit_direct.total": 1,
            },
        ),
        (
            "2023年未发生政府信息公开行政复议。发生政府信息公开行政诉讼2件，其中维持1件，未审结1件，均为复议后起诉。",
            {
                "review.total": 0,
                "suit.total": 2,
                "suit.upheld": 1,
                "suit.pending": 1,
                "suit_after_review.total": 2,
            },
        ),
        ("政府信息公开行政复议、诉讼案件数为0。", {"review.total": 0, "suit.total": 0}),
        (
            "涉及行政复议1件，已维持，无行政诉讼。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 0},
        ),
        (
            "全市政府信息公开行政复议案件68件，其中：维持40件，占58.8%；纠正9件，占13.2%；其他结果15件，占22.1%；尚未审结4件。行政诉讼案件33件，其中：维持22件，纠正2件，其他结果4件，尚未审结5件。",
            {
                "review.total": 68,
                "review.upheld": 40,
                "review.corrected": 9,
                "review.other": 15,
                "review.pending": 4,
                "suit.total": 33,
                "suit.upheld": 22,
                "suit.corrected": 2,
                "suit.other": 4,
                "suit.pending": 5,
            },
        ),
        (
            "2023年，县政府作为被申请人的信息公开类行政复议5件，作为被告的信息公开类行政诉讼3件，作为复议机关办理的信息公开类复议12件。",
            {"review.total": 5, "suit.total": 3},
        ),
        ("被复议1次，被诉0次。", {"review.total": 1, "suit.total": 0}),
        (
            "行政复议方面，全年3件，2件维持、1件撤销；行政诉讼方面，全年没有。",
            {"review.total": 3, "review.upheld": 2, "review.corrected": 1, "suit.total": 0},
        ),
        (
            "本年度共发生2起行政复议案件，其中1起被纠正、1起被维持。",
            {"review.total": 2, "review.corrected": 1, "review.upheld": 1},
        ),
        (
            "没有政府信息公开行政复议，行政诉讼有1件，法院一审驳回原告诉讼请求，二审维持原判。",
            {"review.total": 0, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "2023年，因政府信息公开引发的行政复议3件，维持2件、纠正1件。",
            {"review.total": 3, "review.upheld": 2, "review.corrected": 1},
        ),
        ("本年度未发生行政复议、行政诉讼。", {"review.total": 0, "suit.total": 0}),
        (
            "2023年我局未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("行政复议、行政诉讼均为0件。", {"review.total": 0, "suit.total": 0}),
        ("行政复议0件，行政诉讼0件。", {"review.total": 0, "suit.total": 0}),
        ("无", {"review.total": 0, "suit.total": 0}),
        ("本年度无此类情况。", {"review.total": 0, "suit.total": 0}),
        ("无政府信息公开行政复议和行政诉讼案件。", {"review.total": 0, "suit.total": 0}),
        (
            "2023年，我局发生政府信息公开行政复议案件4件，其中结果维持3件，尚未审结1件；行政诉讼案件5件，其中未经复议直接起诉3件（结果维持2件，其他结果1件），复议后起诉2件（结果维持2件）。",
            {
                "review.total": 4,
                "review.upheld": 3,
                "review.pending": 1,
                "suit.total": 5,
                "suit.upheld": 4,
                "suit.other": 1,
                "suit_direct.total": 3,
                "suit_direct.upheld": 2,
                "suit_direct.other": 1,
                "suit_after_review.total": 2,
                "suit_after_review.upheld": 2,
            },
        ),
        (
            "全年办理行政复议案件132件，行政应诉案件30件，其中政府信息公开类行政复议2件，均维持。",
            {"review.total": 2, "review.upheld": 2},
        ),
        ("2023年，市司法局共受理行政复议案件132件，审结120件，维持80件，纠正20件。", {}),
        (
            "行政复议2件、行政诉讼1件，均为维持。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 1, "suit.upheld": 1},
        ),
        ("行政复议、行政诉讼分别为3件和1件。", {"review.total": 3, "suit.total": 1}),
        (
            "被申请行政复议3起，2起维持，1起正在审理；被提起行政诉讼1起，尚未审结。",
            {
                "review.total": 3,
                "review.upheld": 2,
                "review.pending": 1,
                "suit.total": 1,
                "suit.pending": 1,
            },
        ),
        (
            "没有因政府信息公开被申请行政复议，被提起行政诉讼1件，判决维持。",
            {"review.total": 0, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "涉及政府信息公开的行政复议1件，结果为维持；行政诉讼1件，结果为驳回原告诉讼请求。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 1, "suit.upheld": 1},
        ),
        (
            "因政府信息公开被申请行政复议 2 件，结果纠正 1 件，其他结果 1 件，未被提起行政诉讼。",
            {"review.total": 2, "review.corrected": 1, "review.other": 1, "suit.total": 0},
        ),
        (
            "2023年共有3件政府信息公开行政复议，均为结果维持；1件政府信息公开行政诉讼，尚未审结。",
            {"review.total": 3, "review.upheld": 3, "suit.total": 1, "suit.pending": 1},
        ),
        (
            "行政复议情况：总计2件，其中结果维持1件，结果纠正1件。行政诉讼情况：总计0件。",
            {"review.total": 2, "review.upheld": 1, "review.corrected": 1, "suit.total": 0},
        ),
        ("没有引发行政复议和行政诉讼。", {"review.total": 0, "suit.total": 0}),
        (
            "未经复议直接起诉3件，结果维持3件；复议后起诉2件，结果维持1件，尚未审结1件。",
            {
                "suit.total": 5,
                "suit.upheld": 4,
                "suit.pending": 1,
                "suit_direct.total": 3,
                "suit_direct.upheld": 3,
                "suit_after_review.total": 2,
                "suit_after_review.upheld": 1,
                "suit_after_review.pending": 1,
            },
        ),
        ("2023年因政府信息公开引起的行政复议和行政诉讼共3件。", {}),
        (
            "本年度没有行政复议纠错和行政诉讼败诉的情况。",
            {"review.corrected": 0, "suit.corrected": 0},
        ),
        ("2022年行政复议5件，2023年行政复议3件。", {"review.total": 3}),
        (
            "行政复议3件，较上年减少2件；行政诉讼1件，与上年持平。",
            {"review.total": 3, "suit.total": 1},
        ),
        (
            "2023年，本机关被申请行政复议零件，被提起行政诉讼零件。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("全年行政复议为零，行政诉讼为零。", {"review.total": 0, "suit.total": 0}),
        (
            "我镇2023年度未因政府信息公开工作被申请行政复议或被提起行政诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "2023年政府信息公开行政复议案件1件，复议机关维持原答复；未涉及行政诉讼。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 0},
        ),
        ("一审1件、二审1件，均在审理。", {}),
    ],
)
def test_disputes(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected
