"""The commands `dossier sample …`: plan a sample, draw it, verify it, say what the answers prove (contract §10)."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.signing import signature

if TYPE_CHECKING:
    from pipeline.sampling.record.folder import Drawn, Task
    from pipeline.sampling.record.prepare import Prepared, Wish
    from pipeline.sampling.statistics.plan import SamplePlan

# Everything heavy (scipy, openpyxl, python-docx) is imported where it is used: ``dossier --help`` answers at once.
app = typer.Typer(no_args_is_help=True, help="抽样：计算样本量、抽取、打印核实表、复核、评价。")

_By = Annotated[str, typer.Option("--by", metavar="姓名", help="经办人，记入抽样记录；默认当前系统用户")]
_At = Annotated[str, typer.Option("--at", metavar="时间", help="记入抽样记录的时间（ISO 8601）；默认现在")]
_Confidence = Annotated[str, typer.Option(metavar="%", help="置信度（百分数）")]


class Of(StrEnum):
    """What is drawn."""

    DOSSIERS = "dossiers"
    ENTERPRISES = "enterprises"
    STAFF = "staff"
    VOUCHERS = "vouchers"
    PLATFORMS = "platforms"


class Allocation(StrEnum):
    """How a sample is shared out over strata."""

    PROPORTIONAL = "proportional"
    NEYMAN = "neyman"


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Say a wrong call or a faulty file in one line, and end with status 2."""
    from schemas.errors import RulebookError, UsageError  # noqa: PLC0415  start-up time

    try:
        yield
    except (RulebookError, UsageError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


@app.command()
def plan(  # noqa: PLR0913, PLR0917  one argument per option
    population: Annotated[int, typer.Option(metavar="N", show_default=False, help="总体有多少个单位")] = 0,
    at_least: Annotated[str, typer.Option(metavar="%", help="要证明的比率（百分数），如满意率 80")] = "",
    confidence: _Confidence = "95",
    expected: Annotated[int, typer.Option(metavar="K", help="预计最多几个不符（不满意）")] = 0,
    expected_rate: Annotated[
        str, typer.Option(metavar="%", show_default=False, help="预计的不符率（百分数）；允许的不符个数随样本增加")
    ] = "",
    endless: Annotated[
        bool, typer.Option("--endless", help="总体没有尽头（二项分布，与 AICPA 属性抽样表一致）；不给 --population")
    ] = False,
    two_stages: Annotated[bool, typer.Option("--two-stages", help="另给出两阶段方案")] = False,
    total: Annotated[str, typer.Option(metavar="金额", help="按金额抽样：总金额")] = "",
    tolerable: Annotated[str, typer.Option(metavar="金额", help="按金额抽样：可容忍的错误金额")] = "",
    expected_error: Annotated[str, typer.Option(metavar="金额", help="按金额抽样：预计的错误金额")] = "0",
) -> None:
    """计算要核实多少个单位。标准输出为 JSON，说明写到标准错误。"""
    from pipeline.sampling.statistics import plan as planning  # noqa: PLC0415  start-up time
    from schemas.errors import UsageError  # noqa: PLC0415  start-up time

    with _plain_errors():
        level = _number("--confidence", confidence)
        if total:
            whole, bearable = _number("--total", total), _number("--tolerable", tolerable)
            money = planning.money_plan(whole, bearable, level, _number("--expected-error", expected_error))
            _print(money.as_json())
            return
        if not at_least or bool(population) == endless:
            raise UsageError(
                "请给出 --at-least，和 --population 与 --endless 中的一个；按金额抽样时给出 --total 和 --tolerable。"
            )
        if expected_rate and expected:
            raise UsageError("--expected（个数）与 --expected-rate（百分数）只能给出一个。")
        bound = _number("--at-least", at_least)
        rate = _number("--expected-rate", expected_rate) if expected_rate else None
        if endless:
            _print(_with_rate(planning.endless_plan(bound, level, expected, rate).as_json(), rate))
            return
        if rate is None:
            single = planning.plan(population, bound, level, expected)
        else:
            single = planning.plan_at_rate(population, bound, level, rate)
        _print({**_with_rate(single.as_json(), rate), **(_stages(single) if two_stages else {})})
        _say_minimum(single)


def _with_rate(record: dict[str, object], rate: Decimal | None) -> dict[str, object]:
    from pipeline.results.as_json import plain  # noqa: PLC0415  start-up time

    return record if rate is None else {**record, "expected_rate": plain(rate)}


def _stages(single: SamplePlan) -> dict[str, object]:
    from pipeline.sampling.statistics.plan import two_stages  # noqa: PLC0415  start-up time

    staged = two_stages(single)
    if staged is None:
        typer.echo("总体太小，没有可行的两阶段方案，请一次抽足。", err=True)
        return {"stages": None}
    typer.echo(
        f"两阶段：先核实 {staged.each} 个，不符的不超过 {staged.expected} 个即可；恰为 {staged.expected + 1} 个时，"
        f"再核实 {staged.each} 个，不得再有不符；更多则不能证明。",
        err=True,
    )
    each = [{"size": staged.each, "contrary_at_most": staged.expected + stage} for stage in (0, 1)]
    return {"stages": each}


def _say_minimum(single: SamplePlan) -> None:
    from pipeline.sampling.callsheet.wording import common  # noqa: PLC0415  start-up time
    from pipeline.sampling.statistics.plan import on_the_minimum  # noqa: PLC0415  start-up time

    for text in on_the_minimum(single, common().calls, common().calls_source):
        typer.echo(text, err=True)


@app.command()
def draw(  # noqa: PLR0913, PLR0917  one argument per option of the contract
    results: Annotated[
        Path, typer.Argument(metavar="初审结果", help="dossier screen 写出的文件夹；抽查平台的给出台账")
    ],
    of: Annotated[Of, typer.Option("--of", help="从什么中抽取")] = Of.ENTERPRISES,
    dossier: Annotated[str, typer.Option(metavar="ID", help="哪个卷宗；结果中只有一个时可不给")] = "",
    size: Annotated[
        int | None, typer.Option(metavar="N", show_default="按办法的满意率计算", help="随机抽取多少个")
    ] = None,
    seed: Annotated[str, typer.Option(metavar="文字", help="种子；不给时由程序产生并记入记录")] = "",
    strata: Annotated[str, typer.Option(metavar="栏", help="按抽样框的哪一栏分层")] = "",
    reserves: Annotated[
        int | None, typer.Option(metavar="N", show_default="不给 --size 时与样本同数，否则 0", help="候补多少个")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="文件夹", show_default="初审结果旁边", help="写到哪里")] = None,
    minimum: Annotated[int, typer.Option(metavar="N", help="每层至少几个")] = 0,
    allocation: Annotated[Allocation, typer.Option(help="各层如何分配")] = Allocation.PROPORTIONAL,
    spread: Annotated[str, typer.Option(metavar="栏", help="neyman 分配所用的数值栏")] = "",
    by_amount: Annotated[str, typer.Option(metavar="栏", help="按该栏金额决定抽中机会（凭证用 amount）")] = "",
    certain: Annotated[
        list[str] | None, typer.Option(metavar="条件", help="必查：栏>=数、栏=值、栏（有内容）；可多次给出")
    ] = None,
    risk: Annotated[list[str] | None, typer.Option(metavar="条件", help="重点核实（非随机），写法同 --certain")] = None,
    at_least: Annotated[
        str, typer.Option(metavar="%", show_default="办法的满意率", help="要证明的比率（百分数）")
    ] = "",
    confidence: _Confidence = "95",
    as_of: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", show_default="今天", help="--of platforms：哪一天有效的平台")
    ] = "",
    by: _By = "",
    at: _At = "",
) -> None:
    """抽取样本，写出抽样框、样本、抽样记录和核实表。"""
    from pipeline.sampling.record.folder import make  # noqa: PLC0415  start-up time
    from pipeline.sampling.record.prepare import Wish, prepare  # noqa: PLC0415  start-up time

    with _plain_errors():
        wish = Wish(
            results=results,
            of=str(of),
            dossier=dossier,
            size=size,
            seed=seed,
            reserves=reserves,
            at_least=_number("--at-least", at_least) if at_least else None,
            confidence=_number("--confidence", confidence),
            strata=strata,
            minimum=minimum,
            allocation=str(allocation),
            spread=spread,
            by_amount=by_amount,
            certain=tuple(certain or ()),
            risk=tuple(risk or ()),
            out=out,
        )
        prepared = _of_platforms(wish, as_of) if of is Of.PLATFORMS else prepare(wish)
        _tell(prepared.task, make(prepared.out, prepared.task, prepared.words, signature(by, at)))


def _of_platforms(wish: Wish, as_of: str) -> Prepared:
    """A spot check of the platforms that hold a title (双随机): the ledger is the frame."""
    from pipeline.sampling.record.prepare import prepared  # noqa: PLC0415  start-up time
    from pipeline.standing.frame import platforms  # noqa: PLC0415  start-up time
    from schemas.errors import UsageError  # noqa: PLC0415  start-up time

    try:
        day = date.fromisoformat(as_of) if as_of else datetime.now().astimezone().date()
    except ValueError:
        raise UsageError(f"--as-of {as_of} 不是日期。请写成 2026-03-15 这样。") from None
    return prepared(wish, platforms(wish.results, day))


def _tell(task: Task, drawn: Drawn) -> None:
    roles = [pick.role for pick in drawn.picks]
    origin = "程序产生" if task.seed_drawn else "指定"
    typer.echo(f"抽样框 {len(task.frame.units)} 个；种子 {task.design.seed}（{origin}）。")
    counts = {"certain": "必查", "picked": "随机", "reserve": "候补", "risk": "重点（非随机）"}
    typer.echo("，".join(f"{word} {roles.count(role)} 个" for role, word in counts.items() if role in roles) + "。")
    if task.design.size == len(task.frame.units):
        typer.echo("总体不大于样本数，已全部抽取。")
    for path in drawn.written:
        typer.echo(f"已写入 {path}")
    typer.echo(f"抽样记录末行校验值 {drawn.log_hash}（可随公告公布，日后据以核对记录没有被截短）")


@app.command()
def verify(
    folder: Annotated[Path, typer.Argument(metavar="抽样文件夹", help="sample draw 写出的文件夹")],
    noted: Annotated[
        str, typer.Option("--hash", metavar="校验值", help="事先公布或记下的记录末行校验值：核对记录没有被截短")
    ] = "",
) -> None:
    """按抽样框和种子重抽一遍，核对样本和记录。一致退出码为 0，否则为 1 并说明哪里不同。"""
    from pipeline.sampling.record.inspectors import recheck  # noqa: PLC0415  start-up time
    from pipeline.sampling.record.verify import last_hash  # noqa: PLC0415  start-up time
    from pipeline.sampling.record.verify import verify as check  # noqa: PLC0415  start-up time

    with _plain_errors():
        problems = [*check(folder, noted), *recheck(folder)]
    for problem in problems:
        typer.echo(problem)
    if problems:
        typer.echo(f"共 {len(problems)} 处不一致，请核实。")
        raise typer.Exit(1)
    typer.echo(f"一致：抽样框、记录与重抽的结果完全相同。记录末行校验值 {last_hash(folder)}")


@app.command()
def evaluate(  # noqa: PLR0913, PLR0917  one argument per option
    callsheets: Annotated[
        list[Path],
        typer.Argument(
            metavar="核实表", help="填好的核实表（XLSX、XLS、ET、ODS、CSV、DOCX）；扩大过样本的，几份一并给出"
        ),
    ],
    at_least: Annotated[str, typer.Option(metavar="%", show_default="抽样时所定", help="要证明的比率（百分数）")] = "",
    confidence: _Confidence = "95",
    endless: Annotated[
        bool, typer.Option("--endless", help="把总体看作没有尽头（二项分布，与 AICPA 属性抽样评价表一致）")
    ] = False,
    two_stages: Annotated[
        bool, typer.Option("--two-stages", help="按事先定好的两阶段方案（plan --two-stages）作结论")
    ] = False,
    expected: Annotated[int, typer.Option(metavar="K", help="两阶段方案的 --expected")] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="文件", show_default="核实表旁边的 evaluation.docx", help="评价表写到哪里")
    ] = None,
    by: _By = "",
    at: _At = "",
) -> None:
    """读回填好的核实表，说明结果能证明什么。标准输出为 JSON，另写一份 DOCX 评价表。"""
    from pipeline.sampling.evaluate.assess import Asked, assess  # noqa: PLC0415  start-up time

    with _plain_errors():
        bound = _number("--at-least", at_least) if at_least else None
        target = out or callsheets[0].with_name("evaluation.docx")
        asked = Asked(bound, _number("--confidence", confidence), endless, expected if two_stages else None)
        record = assess(callsheets, asked, target, signature(by, at))
        _print(record)
        typer.echo(f"评价表已写入 {target}", err=True)


@app.command()
def inspectors(  # noqa: PLR0913, PLR0917  one argument per option
    folder: Annotated[Path, typer.Argument(metavar="抽样文件夹", help="sample draw 写出的文件夹")],
    roster: Annotated[Path, typer.Option(metavar="名单", help="检查人员名单（XLSX 或 CSV，有“姓名”“回避”两栏）")],
    each: Annotated[int, typer.Option(metavar="N", help="每个对象几名检查人员")] = 2,
    seed: Annotated[str, typer.Option(metavar="文字", help="种子；不给时由程序产生并记入记录")] = "",
    by: _By = "",
    at: _At = "",
) -> None:
    """双随机：为抽中的对象随机分派检查人员，应回避的除外。"""
    import secrets  # noqa: PLC0415  start-up time

    from pipeline.sampling.record.inspectors import INSPECTORS, draw_inspectors  # noqa: PLC0415  start-up time

    with _plain_errors():
        chosen = seed or secrets.token_hex(16)
        teams = draw_inspectors(folder, roster, each, chosen, signature(by, at))
    typer.echo(f"种子 {chosen}；{len(teams)} 个对象，每个 {each} 名检查人员。已写入 {folder / INSPECTORS}")


@app.command()
def digits(
    results: Annotated[Path, typer.Argument(metavar="初审结果", help="dossier screen 写出的文件夹")],
    dossier: Annotated[str, typer.Option(metavar="ID", help="哪个卷宗；结果中只有一个时可不给")] = "",
) -> None:
    """凭证金额首位数字检验（仅作线索；金额少或受限时不做）。标准输出为 JSON。"""
    from pipeline.sampling.draw.draw import number_of  # noqa: PLC0415  start-up time
    from pipeline.sampling.draw.populations import population  # noqa: PLC0415  start-up time
    from pipeline.sampling.draw.screening_results import read_results  # noqa: PLC0415  start-up time
    from pipeline.sampling.statistics.first_digits import first_digits  # noqa: PLC0415  start-up time

    with _plain_errors():
        frame = population(read_results(results), "vouchers", dossier)
        amounts = [amount for unit in frame.units if (amount := number_of(unit, "amount")) is not None]
        _print(first_digits(amounts).as_json())


def _number(option: str, text: str) -> Decimal:
    from schemas.errors import UsageError  # noqa: PLC0415  start-up time

    try:
        number = Decimal(text.strip().rstrip("%％").replace(",", "") or "x")
    except InvalidOperation as error:
        raise UsageError(f"{option} “{text}”不是数字。") from error
    if not number.is_finite():
        raise UsageError(f"{option} “{text}”不是数字。")
    return number


def _print(record: Mapping[str, object]) -> None:
    """JSON on standard output, and nothing else."""
    from pipeline.results.as_json import as_bytes  # noqa: PLC0415  start-up time

    sys.stdout.buffer.write(as_bytes(record))
    sys.stdout.buffer.flush()
