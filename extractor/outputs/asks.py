"""What a return sheet asks an agency to do about a finding.

The finding tells what is wrong; this tells whose move it is. Nothing here names a right value:
which of two figures is true only the agency knows.
"""

from __future__ import annotations

from extractor.checks.model import Said

_FAMILY = {
    "P": Said("请重新提供可以读取的文件。", "Provide a file that can be read."),
    "S": Said("请按规定格式补正。", "Complete the report as the form prescribes."),
    "T": Said("请核对台账，更正表格。", "Check the register and correct the table."),
    "C": Said("请核对台账，使文字与表格一致。", "Check the register; make text and table agree."),
    "Y": Said("请核对年份，改写为本年度的内容。", "Check the year; tell this year's work."),
    "B": Said("请结合本单位实际重写。", "Rewrite it from the agency's own work."),
    "L": Said("请校对更正。", "Proof-read and correct."),
}
_CODE = {
    "P107": Said("请确认以哪一份为准。", "Say which of them counts."),
    "S101": Said(
        "请补写缺少的部分；没有的事项也要写明。", "Add the missing section; say so if nil."
    ),
    "S102": Said(
        "请补写缺少的方面；没有的也要写明情况。", "Add the missing aspects; say so if nil."
    ),
    "S103": Said("请删去重复的部分，并确认以哪一处为准。", "Remove the repeated part."),
    "S104": Said("请改用现行格式重新编制。", "Use the form now in force."),
    "S105": Said("请理顺标题序号。", "Put the heading numbers in order."),
    "S106": Said("请写明信息处理费收取情况，没有收取也要写明。", "Report the fee, also when nil."),
    "S107": Said("请补上落款单位和日期。", "Add the signature and the date."),
    "S109": Said("请补上缺少的法定表格。", "Add the missing statutory table."),
    "T205": Said("请填数字，没有的填 0。", "Put a number; 0 for none."),
    "T206": Said("请恢复法定的行，删去多出的行。", "Restore the statutory rows."),
    "C304": Said("请核对各分项和总数。", "Check the parts and the total."),
    "C305": Said("请确认以哪个数为准，全文统一。", "Say which figure is right; use it throughout."),
    "C306": Said("请核实是否漏报申请或误报复议诉讼。", "Check for applications left out."),
    "C307": Said("请核实情况，改正其中一处。", "Check the facts and correct one of the two."),
    "C308": Said("请重新计算百分比。", "Compute the percentage again."),
    "C309": Said("请核实收费情况，改正其中一处。", "Check the fee and correct one of the two."),
    "Y402": Said("请更正统计期限。", "Correct the statistical period."),
    "Y403": Said("请核对落款日期和发布日期。", "Check the dates of signature and publication."),
    "L602": Said("请改为本单位名称，并检查是否照抄他处。", "Put the agency's own name."),
    "L603": Said(
        "请立即撤下并删去个人信息后重新发布。", "Take it down and remove the data at once."
    ),
    "L604": Said("请更正文号或法规名称。", "Correct the document number or law title."),
    "L607": Said("请删去模板文字，填写实际内容。", "Replace the template text."),
    "B503": Said("请改写与上年相同的内容。", "Rewrite what repeats last year's report."),
    "B504": Said("请改写与其他单位相同的内容。", "Rewrite what repeats another agency's report."),
    "B506": Said("请为每个问题写明改进措施。", "Give a measure for each problem."),
}


def asked(code: str) -> Said:
    return _CODE.get(code) or _FAMILY[code[0]]
