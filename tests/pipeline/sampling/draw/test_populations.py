"""The frame: every unit once, in an order of its own, whatever the order of the list."""

from pathlib import Path

import pytest

from pipeline.sampling.draw.frame import from_csv
from pipeline.sampling.draw.populations import population
from pipeline.sampling.draw.screening_results import read_results
from schemas.errors import UsageError
from tests.builders.sampling import enterprise, results, screening, voucher


def enterprises(folder: Path, rows: list[dict[str, object]]):
    return population(read_results(results(folder, screening(enterprises=rows))), "enterprises")


def test_the_order_of_the_list_does_not_matter(tmp_path: Path) -> None:
    rows = [enterprise(number) for number in range(1, 31)]
    first = enterprises(tmp_path / "a", rows)
    assert enterprises(tmp_path / "b", [*rows[17:], *reversed(rows[:17])]).as_csv() == first.as_csv()
    assert [unit.key for unit in first.units] == sorted(unit.key for unit in first.units)


@pytest.mark.parametrize(
    ("name", "more", "folded"),
    [
        pytest.param("示例001环保有限公司 ", {}, True, id="the-same-but-for-space"),
        pytest.param("示例001环保有限责任公司", {"phone": "1"}, True, id="another-legal-form"),
        pytest.param("示例001环呆有限公司", {"contact": "联系1"}, True, id="one-character-and-the-same-contact"),
        pytest.param("示例001环呆有限公司", {"contact": "别人"}, False, id="one-character-but-nothing-else"),
        pytest.param("示例001环保科技有限公司", {"contact": "联系1"}, False, id="another-name-and-the-same-contact"),
    ],
)
def test_near_duplicates_are_one_unit(tmp_path: Path, name: str, more: dict[str, object], folded: bool) -> None:
    rows = [enterprise(1), enterprise(2), {**enterprise(99), "name": name, **more}]
    frame = enterprises(tmp_path, rows)
    assert len(frame.units) == (2 if folded else 3)


def test_a_folded_unit_keeps_all_its_names(tmp_path: Path) -> None:
    frame = enterprises(tmp_path, [enterprise(1), {**enterprise(99), "name": "示例001环保有限责任公司"}])
    assert frame.units[0].values["names"] == "示例001环保有限公司；示例001环保有限责任公司"


def test_what_the_cross_checks_found_is_told_as_risk(tmp_path: Path) -> None:
    record = screening(enterprises=[enterprise(1), enterprise(2)])
    place = {"file": "名单.xlsx", "text": "19900000001"}
    record["findings"] = [
        {"rule": "crosscheck.shared_phones", "status": "review", "disposition": "verify", "evidence": [place]}
    ]
    frame = population(read_results(results(tmp_path, record)), "enterprises")
    assert [unit.values["risk"] for unit in frame.units] == ["多家同一电话", ""]


def test_a_frame_reads_back_as_it_was_written(tmp_path: Path) -> None:
    rows = [enterprise(1, service='一行\n两行,“引号”"'), enterprise(2)]
    frame = enterprises(tmp_path, rows)
    assert from_csv("enterprises", frame.as_csv()) == frame


def test_lines_of_one_voucher_are_added_up(tmp_path: Path) -> None:
    rows = [voucher(1, 100.5), voucher(1, 200, fee_name="差旅费"), voucher(2, "看不清")]
    frame = population(read_results(results(tmp_path, screening(vouchers=rows))), "vouchers")
    assert [(unit.key, unit.values["amount"], unit.values["lines"]) for unit in frame.units] == [
        ("00000001 2025-03-05", "300.5", "2"),
        ("00000002 2025-03-05", "", "1"),
    ]


def test_namesakes_stay_apart(tmp_path: Path) -> None:
    rows = [{"name": "甲 一", "age": 30, "evidence": {}}, {"name": "甲一", "age": 50, "evidence": {}}]
    frame = population(read_results(results(tmp_path, screening(staff=rows))), "staff")
    assert [unit.key for unit in frame.units] == ["甲一#1", "甲一#2"]


def test_dossiers_know_their_county(tmp_path: Path) -> None:
    found = read_results(results(tmp_path, screening("卷1"), screening("卷2")))
    frame = population(found, "dossiers")
    assert [(unit.key, unit.values["county"]) for unit in frame.units] == [("卷1", "东昌府区"), ("卷2", "东昌府区")]


def test_an_empty_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="空"):
        enterprises(tmp_path, [])


def test_a_dossier_must_be_named_where_there_are_two(tmp_path: Path) -> None:
    found = read_results(results(tmp_path, screening("卷1"), screening("卷2")))
    with pytest.raises(UsageError, match="--dossier"):
        population(found, "enterprises")
    with pytest.raises(UsageError, match="没有卷宗“卷3”"):
        population(found, "enterprises", "卷3")


def test_a_folder_without_results_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"batch\.json"):
        read_results(tmp_path)
