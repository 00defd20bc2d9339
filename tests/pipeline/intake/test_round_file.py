"""What stands in round.yaml, and what is said where it is wrong?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.intake.round_file import load, read
from schemas.days.rounds import NO_ROUND, CallForApplications, ExpertMarks, FilingWindow
from schemas.errors import RulebookError, UsageError

WHOLE = """\
rulebook: zhengzhou
notice: {title: 关于组织申报样例平台的通知, number: 样工信〔2026〕9号, date: 2026-03-01}
window: {from: 2026-03-01, until: 2026-04-15}
received: {D01: 2026-03-12, D02: 2026-03-30}
platform_type: {D01: 综合性}
quota: {示范区: 3}
supplement_days: 5            # working days
experts: {weights: {reputation: 40}, trim: 1, disagreement: 20}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "round.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_of_the_contract_is_read(tmp_path: Path) -> None:
    known = read(written(tmp_path, WHOLE))
    assert known.rulebook == "zhengzhou"
    assert known.notice == CallForApplications("关于组织申报样例平台的通知", "样工信〔2026〕9号", date(2026, 3, 1))
    assert known.window == FilingWindow(date(2026, 3, 1), date(2026, 4, 15))
    assert known.received == {"D01": date(2026, 3, 12), "D02": date(2026, 3, 30)}
    assert known.platform_type == {"D01": "综合性"}
    assert known.quota == {"示范区": 3}
    assert known.supplement_days == 5
    assert known.experts == ExpertMarks({"reputation": 40}, 1, 20)


@pytest.mark.parametrize("line", WHOLE.splitlines(), ids=lambda line: line.partition(":")[0])
def test_every_key_may_stand_alone(tmp_path: Path, line: str) -> None:
    assert read(written(tmp_path, line)) != NO_ROUND


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("recieved: {D01: 2026-03-12}", "是不是“received”", id="misspelt-key"),
        pytest.param("experts: {weights: {reputation: 0}}", "不小于 1", id="no-mark-at-all"),
        pytest.param("experts: {trim: -1}", "应为整数", id="trimmed-by-less-than-none"),
        pytest.param("received: {D01: 3月12日}", "写作 2022-01-01", id="no-date"),
        pytest.param("received: 2026-03-12", "received", id="no-dossiers"),
        pytest.param("notice: {number: 样工信〔2026〕9号}", "title", id="notice-without-title"),
        pytest.param("window: {from: 2026-04-15, until: 2026-04-14}", "早于起始日", id="ends-before-it-begins"),
        pytest.param("quota: {示范区: 三}", "整数", id="quota-in-words"),
        pytest.param("supplement_days: 0", "1 至 250", id="no-days"),
        pytest.param("supplement_days: 251", "1 至 250", id="more-than-a-year"),
        pytest.param("rulebook: nowhere", "没有名为“nowhere”的办法", id="unknown-rulebook"),
        pytest.param("received：{D01: 2026-03-12}", "第 1 行", id="full-width-colon"),
    ],
)
def test_what_is_wrong_names_line_and_remedy(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(RulebookError) as raised:
        read(written(tmp_path, text))
    assert says in str(raised.value)
    assert "round.yaml" in str(raised.value)


def test_a_window_of_one_day_is_one(tmp_path: Path) -> None:
    window = read(written(tmp_path, "window: {from: 2026-04-15, until: 2026-04-15}")).window
    assert window == FilingWindow(date(2026, 4, 15), date(2026, 4, 15))


def test_the_file_beside_the_inbox_counts_and_one_named_instead(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    assert load(inbox) == NO_ROUND
    written(tmp_path, "supplement_days: 5")
    assert load(inbox).supplement_days == 5
    other = tmp_path / "another"
    other.mkdir()
    assert load(inbox, written(other, "supplement_days: 7")).supplement_days == 7


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--round"):
        load(tmp_path, tmp_path / "nothing.yaml")


def test_a_rulebook_file_is_looked_for_beside_round_yaml(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("id: own", encoding="utf-8")
    assert read(written(tmp_path, "rulebook: own.yaml")).rulebook == str(own)
