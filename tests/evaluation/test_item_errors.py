"""In which manner items are misread."""

from evaluation.item_errors import ItemErrors


def _counts(gold: list[str], read: list[str], measures: tuple[list[str], list[str]]) -> str:
    errors = ItemErrors()
    errors.add(
        "d01",
        {"problems": gold, "improvements": measures[0]},
        {"problems": read, "improvements": measures[1]},
    )
    return next(line for line in errors.lines() if line.lstrip().startswith("problems"))


def test_each_manner_has_its_count() -> None:
    line = _counts(
        [
            "栏目更新慢",
            "解读形式单一，图解少",
            "一线人手紧",
            "答复文书不规范",
            "平台旧",
            "业务不熟",
        ],
        ["栏目更新慢的问题", "解读形式单一", "一线人手紧", "仍存在答复文书不", "取得一定成效"],
        (["每周更新栏目", "加强培训"], ["每周更新栏目", "业务不熟悉，加强培训"]),
    )
    #                     exact longer shorter shifted other unread foreign
    assert line.split()[1:] == ["1", "1", "1", "1", "1", "1", "1"]


def test_an_item_read_in_several_formats_counts_once() -> None:
    errors = ItemErrors()
    for _ in range(3):
        errors.add("d01", {"problems": ["更新慢"]}, {"problems": ["栏目更新慢"]})
    errors.add("d02", {"problems": ["更新慢"]}, {"problems": ["更新慢"]})
    assert errors.lines()[1].split() == ["problems", "1", "1", "0", "0", "0", "0", "0"]
