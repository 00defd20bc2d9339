"""The command `dossier rulebook check`: does a rulebook say what its regulation says?"""

from __future__ import annotations

from pathlib import Path

import typer

from pipeline.cli.options.rulebook import CheckRulebookOptions
from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import find
from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError, UsageError


def run(asked: CheckRulebookOptions) -> None:
    """Every problem with its line; status 1 where there is one."""
    path = find(asked.which)
    beside = _text_of(path, asked.text)
    try:
        parsed = parse(path)
    except RulebookError as error:
        typer.echo(str(error))
        raise typer.Exit(1) from None
    problems = check(parsed, None if beside is None else read_regulation(beside.read_text(encoding="utf-8-sig")))
    for problem in problems:
        typer.echo(f"{path} 第 {problem.line} 行：{problem.message}")
    typer.echo(_conclusion(len(problems), beside))
    if problems:
        raise typer.Exit(1)


def _text_of(path: Path, given: Path | None) -> Path | None:
    """The regulation's text: as given, else of the same name beside the file or in a regulations folder."""
    if given is not None:
        if not given.is_file():
            raise UsageError(f"找不到办法文本 {given}，请检查路径")
        return given
    places = (path.with_suffix(".txt"), path.parent.parent / "regulations" / f"{path.stem}.txt")
    return next((place for place in places if place.is_file()), None)


def _conclusion(count: int, text: Path | None) -> str:
    against = (
        "没有办法文本，只检查了用词；请用 --text 给出正文以核对条款和数字"
        if text is None
        else f"已与 {text.name} 逐条核对"
    )
    return f"{f'发现 {count} 个问题' if count else '没有发现问题'}。{against}。"
