"""YAML of strangers: bounded before anything is made of it, and never more than text, lists and mappings."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas import strict_yaml
from schemas.errors import RulebookError

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(BOMB, "引用", id="each-refers-twice-to-the-one-before"),
        pytest.param("a: &a [*a]", "引用", id="refers-to-itself"),
        pytest.param("[" * 1_000_000, "层数", id="deep"),
        pytest.param("- " * 100_000, "层数", id="deep-in-one-line"),
        pytest.param("- x\n" * 200_001, "条目", id="many"),
        pytest.param("# " + "x" * (2 << 20), "MB", id="large"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(strict_yaml.Unbounded, match=said):
        strict_yaml.plain(text.encode())
    (tmp_path / "甲.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError, match=said):
        strict_yaml.read_marked(tmp_path / "甲.yaml")


@pytest.mark.parametrize("depth", [strict_yaml.MOST_DEPTH, strict_yaml.MOST_DEPTH + 1])
def test_on_both_sides_of_the_depth(depth: int) -> None:
    text = ("[" * depth + "]" * depth).encode()
    if depth > strict_yaml.MOST_DEPTH:
        with pytest.raises(strict_yaml.Unbounded):
            strict_yaml.plain(text)
    else:
        assert isinstance(strict_yaml.plain(text), list)


def test_nothing_runs_and_nothing_is_guessed() -> None:
    text = b"a: !!python/object/apply:os.system ['exit 1']\nb: 013\nc: 2025-03\nd: no\n"
    assert strict_yaml.plain(text) == {"a": ["exit 1"], "b": "013", "c": "2025-03", "d": "no"}


def test_an_empty_text() -> None:
    assert strict_yaml.plain(b"") is None
