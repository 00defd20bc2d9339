"""A changed byte in the frame, the sample or the log is found."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.sampling.record import log
from pipeline.sampling.record.log import Signature
from pipeline.sampling.record.verify import verify
from tests.builders.commands import sample
from tests.builders.sampling import fill, sixty


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    out = tmp_path / "样本"
    call = ["draw", str(sixty(tmp_path / "结果")), "--of", "enterprises", "--size", "12", "--reserves", "3"]
    result = sample([*call, "--seed", "种子", "--out", str(out), "--by", "测试员", "--at", "2026-03-15T09:00:00"])
    assert result.exit_code == 0, result.output
    return out


def test_an_untouched_draw_stands(drawn: Path) -> None:
    assert verify(drawn) == []
    assert sample(["verify", str(drawn)]).exit_code == 0


FILES = ("frame.csv", "sample.csv", "log.jsonl")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A sample with an evaluation in its log, and the bytes of its files."""
    folder = tmp_path_factory.mktemp("抽样")
    out = folder / "样本"
    call = ["draw", str(sixty(folder / "结果")), "--size", "5", "--seed", "种子", "--out", str(out), "--by", "测试员"]
    assert sample(call).exit_code == 0
    assert sample(["evaluate", str(fill(out / "callsheet.xlsx", {"1": "很满意"}))]).exit_code == 0
    return out, {name: (out / name).read_bytes() for name in FILES}


def found(kept: tuple[Path, dict[str, bytes]], name: str, changed: bytes) -> bool:
    folder, original = kept
    (folder / name).write_bytes(changed)
    try:
        return bool(verify(folder))
    finally:
        (folder / name).write_bytes(original[name])


@settings(max_examples=400, deadline=None)
@given(name=st.sampled_from(FILES), data=st.data())
def test_any_changed_byte_is_found(kept: tuple[Path, dict[str, bytes]], name: str, data: st.DataObject) -> None:
    changed = bytearray(kept[1][name])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    assert found(kept, name, bytes(changed))


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(FILES), more=st.binary(min_size=1, max_size=3), data=st.data())
def test_bytes_put_in_or_taken_out_are_found(
    kept: tuple[Path, dict[str, bytes]], name: str, more: bytes, data: st.DataObject
) -> None:
    original = kept[1][name]
    at = data.draw(st.integers(0, len(original)))
    assert found(kept, name, original[:at] + more + original[at:])
    assert found(kept, name, original[: max(0, at - 1)] + original[max(1, at) :])


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("ending", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_other_line_ends_are_found(kept: tuple[Path, dict[str, bytes]], name: str, ending: bytes) -> None:
    assert found(kept, name, kept[1][name].replace(b"\n", ending))


@pytest.mark.parametrize("name", FILES)
def test_a_byte_order_mark_is_found(kept: tuple[Path, dict[str, bytes]], name: str) -> None:
    assert found(kept, name, b"\xef\xbb\xbf" + kept[1][name])


def test_a_log_cut_short_is_found_by_the_hash_that_was_noted(kept: tuple[Path, dict[str, bytes]]) -> None:
    folder, original = kept
    last = json.loads(original["log.jsonl"].splitlines()[-1])["hash"]
    whole = sample(["verify", str(folder), "--hash", last])
    assert whole.exit_code == 0, whole.output
    (folder / "log.jsonl").write_bytes(b"".join(original["log.jsonl"].splitlines(keepends=True)[:-1]))
    short = sample(["verify", str(folder), "--hash", last])
    (folder / "log.jsonl").write_bytes(original["log.jsonl"])
    assert (short.exit_code, "截短" in short.output) == (1, True)


def test_a_log_that_does_not_stand_is_not_written_on(drawn: Path) -> None:
    text = (drawn / "log.jsonl").read_text(encoding="utf-8")
    (drawn / "log.jsonl").write_text(text.replace("测试员", "别的人"), encoding="utf-8", newline="\n")
    result = sample(["evaluate", str(fill(drawn / "callsheet.xlsx", {"1": "很满意"}))])
    assert (result.exit_code, "没有追加" in result.stderr) == (2, True)


def test_a_rewritten_log_with_sound_hashes_but_other_picks_is_found(drawn: Path) -> None:
    frame, draw = [json.loads(line) for line in (drawn / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    (drawn / "log.jsonl").unlink()
    draw["picks"][0], draw["reserves"][0] = draw["reserves"][0], draw["picks"][0]
    for entry in (frame, draw):
        facts = {
            key: value for key, value in entry.items() if key not in ("no", "event", "at", "by", "previous", "hash")
        }
        log.append(drawn / "log.jsonl", entry["event"], Signature(entry["by"], entry["at"]), facts)
    assert any("picks" in problem for problem in verify(drawn))


def test_a_line_taken_out_of_the_log_is_found(drawn: Path) -> None:
    lines = (drawn / "log.jsonl").read_bytes().splitlines(keepends=True)
    (drawn / "log.jsonl").write_bytes(b"".join(lines[1:]))
    result = sample(["verify", str(drawn)])
    assert result.exit_code == 1
    assert "接不上" in result.output


def test_a_missing_frame_is_said(drawn: Path) -> None:
    (drawn / "frame.csv").unlink()
    assert verify(drawn) == ["缺少 frame.csv"]


def test_the_log_says_who_and_when_and_freezes_the_frame_first(drawn: Path) -> None:
    entries, problems = log.read(drawn / "log.jsonl")
    assert problems == []
    assert [(entry["event"], entry["by"], entry["at"]) for entry in entries] == [
        ("frame", "测试员", "2026-03-15T09:00:00"),
        ("draw", "测试员", "2026-03-15T09:00:00"),
    ]
    assert entries[0]["frame_sha256"] == entries[1]["frame_sha256"]
    assert entries[1]["plan"]["size"] == 12


def test_a_folder_without_a_draw_is_wrong_usage(tmp_path: Path) -> None:
    assert sample(["verify", str(tmp_path)]).exit_code == 2
