"""The command line: what was asked, whom to call, how it ended (contract §1)."""

from __future__ import annotations

import os
import signal
import sys
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.chinese import ChineseGroup, in_chinese, plain_usage
from pipeline.cli.compare import compare
from pipeline.cli.decide import decide
from pipeline.cli.rulebook import app as rulebook_app
from pipeline.cli.sample import app as sampling_app
from pipeline.results.audience import Audience
from schemas.errors import NotWritten, RulebookError, UsageError

if TYPE_CHECKING:
    from pipeline.results.batch import Batch
    from pipeline.screen import Settings
    from pipeline.workers import WorkPlan

# Everything heavy is imported where it is used: ``dossier --help`` answers at once.

EPILOG = "示例：dossier screen 收件夹 --as-of 2026-03-15"
app = typer.Typer(
    cls=ChineseGroup,
    name="dossier",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="中小企业公共服务（示范）平台申报材料初审：对照认定办法，指出缺什么、哪里对不上、哪里不符合，并注明条款、数字和位置。",
    epilog=EPILOG,
)
app.add_typer(in_chinese(rulebook_app), name="rulebook")
app.add_typer(in_chinese(sampling_app), name="sample")
app.command()(decide)
app.command()(compare)


class ExtractFormat(StrEnum):
    """How extracted tables are given."""

    JSON = "json"
    XLSX = "xlsx"


@app.command()
def screen(  # noqa: PLR0913, PLR0917  one argument per option of the contract
    inbox: Annotated[Path, typer.Argument(metavar="收件夹", help="文件夹；其中每个文件夹、压缩包或文档是一个卷宗")],
    rulebook: Annotated[
        str, typer.Option(metavar="ID", help="办法的 id 或 YAML 文件；auto 按各卷宗的表格自动识别")
    ] = "auto",
    procedure: Annotated[
        str, typer.Option(metavar="程序", help="application 认定申请；review 复核测评")
    ] = "application",
    as_of: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="以哪一天为准计算年限、年度等；默认今天")] = "",
    out: Annotated[Path | None, typer.Option(metavar="文件夹", help="结果存放处；默认在收件夹旁边")] = None,
    jobs: Annotated[int, typer.Option(metavar="N", show_default="处理器核数", help="同时处理几个卷宗")] = 0,
    executor: Annotated[str, typer.Option(metavar="SPEC", help="local 本机；dask://地址:端口 多机")] = "local",
    timeout: Annotated[int, typer.Option(metavar="秒", help="单个卷宗的时间上限")] = 1800,
    audience: Annotated[
        Audience, typer.Option(help="结果给谁看：internal 经办人；applicant、public 隐去电话、证件号等")
    ] = Audience.INTERNAL,
    since: Annotated[
        Path | None, typer.Option(metavar="前次结果", help="补正后再次初审：指出前次已有材料、前次未告知的事项")
    ] = None,
) -> None:
    """初审一批卷宗。"""
    from pipeline.intake.inbox import default_out  # noqa: PLC0415  start-up time
    from pipeline.screen import Settings  # noqa: PLC0415  start-up time
    from pipeline.workers import WorkPlan, checked  # noqa: PLC0415  start-up time

    day = _day(as_of)
    if jobs < 0 or timeout < 1:
        raise UsageError("--jobs 和 --timeout 须为正整数。")
    plan = WorkPlan(jobs or os.cpu_count() or 1, checked(executor), timeout, contained=True)
    _screen(inbox, out or default_out(inbox), Settings(day, rulebook, procedure, audience=audience, since=since), plan)


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(metavar="文件", help="DOCX、XLSX、PDF 等")],
    form: Annotated[
        ExtractFormat, typer.Option("--format", help="json 打印到标准输出；xlsx 写成工作簿")
    ] = ExtractFormat.JSON,
    out: Annotated[Path | None, typer.Option(metavar="文件", help="xlsx 写到哪里；默认在当前文件夹")] = None,
) -> None:
    """查看程序从一个文件中读到了什么：段落、表格及其位置。"""
    from pipeline.extract import apart, as_workbook  # noqa: PLC0415  start-up time
    from pipeline.results.as_json import as_bytes  # noqa: PLC0415  start-up time
    from pipeline.results.files import write  # noqa: PLC0415  start-up time

    record, document = apart(file)
    if form is ExtractFormat.JSON:
        sys.stdout.buffer.write(as_bytes(record))
        sys.stdout.buffer.flush()
    elif document is not None:
        target = out or Path(f"{file.stem}-tables.xlsx")
        write(target, as_workbook(document))
        typer.echo(f"表格已写入 {target}", err=True)
    if document is None:
        typer.echo(f"{record['file']}：{record['note']}", err=True)
        raise typer.Exit(1)


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="演示材料和结果放在哪里")] = Path("demo"),
) -> None:
    """写出一个虚构的小收件夹并初审，展示结果。"""
    from pipeline.demo import AS_OF, write  # noqa: PLC0415  start-up time
    from pipeline.screen import Settings  # noqa: PLC0415  start-up time
    from pipeline.workers import WorkPlan  # noqa: PLC0415  start-up time

    inbox = folder / "inbox"
    write(inbox)
    _screen(inbox, folder / "screening-inbox", Settings(AS_OF), WorkPlan(os.cpu_count() or 1, contained=True))


def _screen(inbox: Path, out: Path, settings: Settings, plan: WorkPlan) -> None:
    from pipeline import batch  # noqa: PLC0415  start-up time
    from pipeline.cli.summary import show  # noqa: PLC0415  start-up time
    from pipeline.progress import fitting  # noqa: PLC0415  start-up time

    try:
        screened = batch.run(inbox, out, settings, plan, fitting(sys.stderr))
    except KeyboardInterrupt:
        typer.echo(f"已中断。中断前完成的卷宗，结果在 {out}。", err=True)
        raise typer.Exit(1) from None
    show(screened, out)
    if _incomplete(screened):
        raise typer.Exit(1)


def _incomplete(screened: Batch) -> bool:
    return any(screening.verdict.status == "unreadable" for screening in screened.screenings)


def _day(text: str) -> date:
    if not text:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--as-of {text} 不是日期。请写成 2026-03-15 这样。") from error


in_chinese(app)


def main() -> None:
    """Run the command; end with 0, 1 or 2, and one line where it went wrong."""
    for stream in (sys.stdout, sys.stderr):
        # A redirected stream on Chinese Windows is GBK; a name it cannot hold must not end the run.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    _own_ways()
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
    from pipeline.workers import explained  # noqa: PLC0415  start-up time

    try:
        return plain_usage(app)
    except (UsageError, RulebookError) as error:
        typer.echo(str(error), err=True)
        return 1 if isinstance(error, NotWritten) else 2
    except KeyboardInterrupt:
        typer.echo("已中断。", err=True)
        return 1
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001  a clerk is shown one line, not a traceback
        typer.echo(explained(error), err=True)
        return 1
