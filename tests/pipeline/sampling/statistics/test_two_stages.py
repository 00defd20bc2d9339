"""Two stages are judged by the rule that was fixed beforehand, and by nothing that was seen since."""

import json
from pathlib import Path

import docx
import pytest

from tests.builders.commands import sample
from tests.builders.sampling import fill, sixty


def draw(folder: Path, size: int, *more: str) -> Path:
    inbox = folder / "r" if (folder / "r").exists() else sixty(folder / "r")
    call = ["draw", str(inbox), "--size", str(size), "--seed", "s", "--out", str(folder / "s"), *more]
    assert sample(call).exit_code == 0
    return folder / "s" / ("callsheet.xlsx" if size == 12 else "callsheet-2.xlsx")


def agreeing(first: int, last: int, **others: str) -> dict[str, str]:
    answers = {str(number): "很满意" for number in range(first, last + 1)}
    return answers | {label.removeprefix("n"): head for label, head in others.items()}


def evaluated(*paths: Path) -> dict:
    result = sample(["evaluate", *map(str, paths), "--two-stages"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("answers", "worst", "conclusion", "go_on"),
    [
        pytest.param(agreeing(1, 12), [0], "supported", False, id="none-contrary"),
        pytest.param(agreeing(1, 12, n3="不满意"), [1], "undecided", True, id="one-too-many"),
        pytest.param(agreeing(1, 12, n3="空号"), [1], "undecided", True, id="one-silent"),
        pytest.param(agreeing(1, 12, n3="不满意", n4="不满意"), [2], "undecided", False, id="two-too-many"),
        pytest.param(agreeing(1, 12, n3="空号", n4="拒访"), [2], "undecided", False, id="two-silent"),
    ],
)
def test_the_first_stage(
    tmp_path: Path, answers: dict[str, str], worst: list[int], conclusion: str, go_on: bool
) -> None:
    record = evaluated(fill(draw(tmp_path, 12), answers))
    staged = record["two_stages"]
    assert (staged["each"], staged["contrary"]["worst"]) == (12, worst)
    assert (record["conclusion"], staged["second_stage_needed"]) == (conclusion, go_on)


@pytest.mark.parametrize(
    ("second", "conclusion"),
    [
        pytest.param(agreeing(13, 24), "supported", id="no-further-one"),
        pytest.param(agreeing(13, 24, n20="不满意"), "undecided", id="one-more"),
        pytest.param(agreeing(13, 24, n20="拒访"), "undecided", id="one-that-may-be-one-more"),
    ],
)
def test_the_second_stage(tmp_path: Path, second: dict[str, str], conclusion: str) -> None:
    first = fill(draw(tmp_path, 12), agreeing(1, 12, n3="不满意"))
    first = first.rename(first.with_name("第一阶段.xlsx"))
    assert evaluated(first)["two_stages"]["second_stage_needed"]
    record = evaluated(first, fill(draw(tmp_path, 24), second))
    assert (record["conclusion"], record["two_stages"]["contrary"]["worst"][0]) == (conclusion, 1)
    # The look between the stages was part of the plan: it is not held against the sample.
    assert len(record["notes"]) == 1
    text = "\n".join(one.text for one in docx.Document(str(first.with_name("evaluation.docx"))).paragraphs)
    assert "两阶段方案：先核实 12 个" in text


def test_a_sample_that_is_no_stage_of_the_plan_is_refused(tmp_path: Path) -> None:
    sheet = fill(draw(tmp_path, 15).with_name("callsheet.xlsx"), agreeing(1, 15))
    result = sample(["evaluate", str(sheet), "--two-stages"])
    assert (result.exit_code, "应为 12 或 24 个" in result.stderr) == (2, True)


def test_strata_have_no_two_stage_rule(tmp_path: Path) -> None:
    sheet = fill(draw(tmp_path, 12, "--strata", "micro"), agreeing(1, 12))
    result = sample(["evaluate", str(sheet), "--two-stages"])
    assert (result.exit_code, "不分层" in result.stderr) == (2, True)
