"""The commands `dossier rulebook list|show|check|diff`: what rulebooks there are, what they ask, whether they hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="查看、检查和比较各部认定办法（规则文件）。")

_Which = Annotated[str, typer.Argument(metavar="办法", help="办法的 id（见 list），或自己的 YAML 文件的路径")]


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Say a wrong call or a faulty file in one line, and end with status 2."""
    from schemas.errors import RulebookError, UsageError  # noqa: PLC0415  start-up time

    try:
        yield
    except (RulebookError, UsageError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


@app.command("list")
def list_rulebooks() -> None:
    """列出随程序提供的办法。"""
    from pipeline.rulebook.find import load_all  # noqa: PLC0415  start-up time
    from pipeline.rulebook.wording import in_force  # noqa: PLC0415  start-up time

    with _plain_errors():
        for book in load_all():
            typer.echo(f"{book.id}\t{book.title}\t{in_force(book.in_force)}")


@app.command()
def show(which: _Which) -> None:
    """打印一部办法的条件、功能、材料清单，每项都有条款号。"""
    from rich.console import Console  # noqa: PLC0415  start-up time

    from pipeline.rulebook.find import load  # noqa: PLC0415  start-up time
    from pipeline.rulebook.show import show as print_rulebook  # noqa: PLC0415  start-up time

    with _plain_errors():
        print_rulebook(load(which), Console(soft_wrap=False))


@app.command()
def check(
    which: _Which,
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="文本", help="办法正文（UTF-8 文本文件）；不给时在规则文件旁边寻找同名的 .txt"),
    ] = None,
) -> None:
    """检查规则文件：条款是否存在，数字是否在条款里，有没有漏掉的要求。有问题时退出码为 1。"""
    from pipeline.rulebook.find import find  # noqa: PLC0415  start-up time
    from pipeline.rulebook.hold import examine  # noqa: PLC0415  start-up time
    from schemas.errors import RulebookError  # noqa: PLC0415  start-up time

    with _plain_errors():
        path = find(which)
        try:
            problems, conclusion = examine(path, text)
        except RulebookError as error:
            typer.echo(str(error))
            raise typer.Exit(1) from None
    for line in [*problems, conclusion]:
        typer.echo(line)
    if problems:
        raise typer.Exit(1)


@app.command()
def diff(old: _Which, new: _Which) -> None:
    """比较两部办法：改变的数字，增加和减少的条件与材料。"""
    from pipeline.rulebook.diff import differences  # noqa: PLC0415  start-up time
    from pipeline.rulebook.find import load  # noqa: PLC0415  start-up time

    with _plain_errors():
        before, after = load(old), load(new)
        typer.echo(f"《{before.title}》与《{after.title}》相比：")
        for line in differences(before, after) or ["两部办法的要求相同"]:
            typer.echo(f"- {line}")
