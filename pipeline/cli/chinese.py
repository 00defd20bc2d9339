"""How does the command line say its own words (用法, 选项, errors) in Chinese?"""

from __future__ import annotations

import re
from typing import Any

import typer
import typer.core

# typer carries click inside in some versions and beside it in others: its classes have no one name to import.
ClickContext = Any
ClickFormatter = Any
ClickError = Any
_CLICK_ERROR: type[Exception] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
_QUOTED = re.compile("['\"](.*?)['\"]")


class _InChinese:
    """Help texts of a command with Chinese headings."""

    def format_usage(self, ctx: ClickContext, formatter: ClickFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces.replace("[OPTIONS]", "[选项]"), prefix="用法：")

    def format_options(self, ctx: ClickContext, formatter: ClickFormatter) -> None:
        records: dict[str, list[tuple[str, str]]] = {"参数": [], "选项": []}
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            record = parameter.get_help_record(ctx)
            if record is not None:
                kind = "参数" if parameter.param_type_name == "argument" else "选项"
                records[kind].append((record[0], _translated(record[1])))
        for title, rows in records.items():
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


class Command(_InChinese, typer.core.TyperCommand):
    """A command that explains itself in Chinese."""


class ChineseGroup(_InChinese, typer.core.TyperGroup):
    """A group of commands that explains itself in Chinese."""

    def format_options(self, ctx: ClickContext, formatter: ClickFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def collect_usage_pieces(self, ctx: ClickContext) -> list[str]:
        """What stands after the command's name."""
        return [piece.replace("COMMAND [ARGS]...", "命令 …") for piece in super().collect_usage_pieces(ctx)]

    def format_commands(self, ctx: ClickContext, formatter: ClickFormatter) -> None:
        """Each command with the first line of its help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(200)) for name, command in commands if command and not command.hidden]
        if rows:
            with formatter.section("命令"):
                formatter.write_dl(rows)


_WORDS = {
    "Show this message and exit.": "显示本说明",
    "[required]": "[必填]",
    "[default: ": "[默认：",
    "(dynamic)": "",
}


def _translated(text: str) -> str:
    for english, chinese in _WORDS.items():
        text = text.replace(english, chinese)
    return text


def plain_usage(app: typer.Typer, arguments: list[str] | None = None) -> int:
    """Run the application; a wrong call is one Chinese line and status 2."""
    try:
        ended = app(arguments, standalone_mode=False)
    except typer.Abort:
        typer.echo("已中断。", err=True)
        return 1
    except _CLICK_ERROR as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            typer.echo(str(error))
            return 2
        typer.echo(f"{_wrong(error)}。用 --help 查看用法。", err=True)
        return 2
    return ended if isinstance(ended, int) else 0


def _wrong(error: ClickError) -> str:
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    name = "" if parameter is None else parameter.opts[0] if parameter.opts[0].startswith("-") else parameter.metavar
    if kind == "MissingParameter":
        return f"缺少参数 {name}"
    if kind == "NoSuchOption":
        return f"没有 {error.option_name} 这个选项"
    if kind == "BadOptionUsage":
        return f"选项 {error.option_name} 后面缺少内容"
    if kind == "BadParameter":
        return f"参数 {name} 的内容不对：{_expected(str(error.message))}"
    quoted = _QUOTED.search(error.format_message())
    return f"没有 {quoted.group(1)} 这个命令" if quoted and "command" in error.format_message() else "命令写法有误"


def _expected(message: str) -> str:
    if "valid integer" in message:
        return "应为整数"
    choices = _QUOTED.findall(message.partition("is not one of")[2])
    return f"应为 {'、'.join(choices)} 之一" if choices else message.rstrip(".")
