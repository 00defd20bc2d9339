"""Which commands are there, and how does a call end (contract §1)?"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from pipeline.cli import unheard
from pipeline.cli.chinese import ChineseGroup, plain_usage
from pipeline.cli.deferred import add_commands, group
from pipeline.cli.options.cache import ClearCacheOptions, ShowCacheOptions
from pipeline.cli.options.compare import CompareOptions
from pipeline.cli.options.decide import DecideOptions
from pipeline.cli.options.demo import DemoOptions
from pipeline.cli.options.doctor import DoctorOptions
from pipeline.cli.options.experts import DrawExpertsOptions, RankOptions
from pipeline.cli.options.extract import ExtractOptions
from pipeline.cli.options.letter import LetterOptions
from pipeline.cli.options.rulebook import (
    CheckRulebookOptions,
    DiffRulebooksOptions,
    ListRulebooksOptions,
    NewRulebookOptions,
    RehearseRulebookOptions,
    SchemaOptions,
    ShowRulebookOptions,
    WordsOptions,
)
from pipeline.cli.options.sample import (
    DigitsOptions,
    DrawOptions,
    EvaluateOptions,
    InspectorsOptions,
    PlanOptions,
    VerifyOptions,
)
from pipeline.cli.options.screen import ScreenOptions
from pipeline.cli.options.standing import (
    AddTitlesOptions,
    DueOptions,
    ImportTitlesOptions,
    PublishOptions,
    RecordOptions,
    ShowLedgerOptions,
    StandingLettersOptions,
    VerifyLedgerOptions,
    VoidOptions,
)
from pipeline.cli.options.watch import WatchOptions
from pipeline.cli.text_encoding import in_utf8
from pipeline.workers import explained
from schemas.process import garbage, release

# A further command is a line here: its name is that of its module, in this package or in that of its group.
COMMANDS: Mapping[str, type] = {
    "screen": ScreenOptions,
    "extract": ExtractOptions,
    "decide": DecideOptions,
    "compare": CompareOptions,
    "watch": WatchOptions,
    "letter": LetterOptions,
    "demo": DemoOptions,
    "doctor": DoctorOptions,
}
RULEBOOK: Mapping[str, type] = {
    "list": ListRulebooksOptions,
    "show": ShowRulebookOptions,
    "check": CheckRulebookOptions,
    "diff": DiffRulebooksOptions,
    "new": NewRulebookOptions,
    "rehearse": RehearseRulebookOptions,
    "words": WordsOptions,
    "schema": SchemaOptions,
}
CACHE: Mapping[str, type] = {
    "show": ShowCacheOptions,
    "clear": ClearCacheOptions,
}
SAMPLE: Mapping[str, type] = {
    "plan": PlanOptions,
    "draw": DrawOptions,
    "verify": VerifyOptions,
    "evaluate": EvaluateOptions,
    "inspectors": InspectorsOptions,
    "digits": DigitsOptions,
}
EXPERTS: Mapping[str, type] = {
    "draw": DrawExpertsOptions,
    "rank": RankOptions,
}
STANDING: Mapping[str, type] = {
    "import": ImportTitlesOptions,
    "publish": PublishOptions,
    "add": AddTitlesOptions,
    "record": RecordOptions,
    "void": VoidOptions,
    "show": ShowLedgerOptions,
    "due": DueOptions,
    "letters": StandingLettersOptions,
    "verify": VerifyLedgerOptions,
}

app = typer.Typer(
    cls=ChineseGroup,
    name="dossier",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="中小企业公共服务（示范）平台申报材料初审：对照认定办法，指出缺什么、哪里对不上、哪里不符合，并注明条款、数字和位置。",
    epilog="示例：dossier screen 收件夹 --as-of 2026-03-15",
)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dossier-intake {release.version()}")
        raise typer.Exit


@app.callback()
def _of_the_program(
    _: Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="显示程序的版本")] = False,
) -> None:
    """What may be asked before any command."""


add_commands(app, "pipeline.cli", COMMANDS)
app.add_typer(
    group("pipeline.cli.rulebook", "查看、检查、比较、起草和演练各部认定办法（规则文件）。", RULEBOOK),
    name="rulebook",
)
app.add_typer(
    group("pipeline.cli.sample", "抽样：计算样本量、抽取、打印核实表、复核、评价。", SAMPLE),
    name="sample",
)
app.add_typer(
    group("pipeline.cli.experts", "专家评审：抽取专家、打印评审卷和评分表、汇总评分。", EXPERTS),
    name="experts",
)
app.add_typer(
    group("pipeline.cli.cache", "以前读取的结果：查看存放处和大小、删除。", CACHE),
    name="cache",
)
app.add_typer(
    group("pipeline.cli.standing", "认定之后：台账、期限、到期事项、文书。", STANDING),
    name="standing",
)


def main() -> None:
    """Run the command; end with 0, 1 or 2, and one line where it went wrong."""
    in_utf8()
    for stream in (sys.stdout, sys.stderr):
        # A redirected stream on Chinese Windows is GBK; a name it cannot hold must not end the run.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    _own_ways()
    garbage.look_seldom()
    sys.exit(_status())


def _own_ways() -> None:
    """What is written is its owner's; being told to end is like Ctrl-C, so that nothing is left behind."""
    os.umask(0o077)
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # Under nohup the command is to outlive its terminal.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def _status() -> int:
    try:
        return plain_usage(app)
    except KeyboardInterrupt:
        typer.echo("已中断。", err=True)
        return 1
    except BrokenPipeError:
        unheard.said()
        return 1
    except Exception as error:  # noqa: BLE001  a clerk is shown one line, not a traceback
        typer.echo(explained(error), err=True)
        return 1
