"""Lacks between commas that the measures tell apart, and such that are one."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "by number": (
        "（一）存在问题。{p:水价公示与单据对不上}，{p:停水通知只发了半天}，{p:答复书的落款常常漏写}。\n"
        "（二）改进措施。{n>0,2:针对第一、第三个问题，将逐户核对水价并统一答复模板}。"
    ),
    "by name": (
        "不足主要表现为：{p:渔船补贴的标准公开不细}，{p:海域审批的进度查不到}，{p:渔港巡查的公开还处于起步阶段}。"
        "{d:对渔船补贴，已按船逐笔公示}；{d:对渔港巡查，已把记录全部上网}。"
    ),
    "sayings": (
        "老人们说得最多的有两句话：“{p:电话换了，公告没换}”“{p:食堂到底几点开门}”。\n"
        "{d>0:听了第一句，已当天更新公告}。{d>1:听了第二句，已把时间贴在门口}。"
    ),
    "counted as one": (
        "存在问题：{p:水价公示更新慢，有的站一季度才换一次，群众意见较大}。\n"
        "改进措施：{n:针对第一季度、第三季度的漏贴，将由供水股逐站补齐}。"
    ),
    "nothing refers to them": (
        "存在问题：{p:水价公示与单据对不上，停水通知只发了半天，答复书的落款常常漏写}。\n"
        "改进措施：{n:将逐户核对水价并统一答复模板}。"
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_told_apart(name: str) -> None:
    marked = CASES[name]
    assert_items(marked, read_issues(plain(marked)))
