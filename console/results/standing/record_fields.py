"""Which fields has the form of each kind of event? The facts of ``dossier standing record``, in a clerk's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.standing.ledger.events import RECHECKED, RESULTS
from pipeline.standing.ledger.platforms import Holder
from schemas.regulation.standing import WHO

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field: the fact it tells, its label, how it is filled in, and what is proposed."""

    key: str
    title: str
    form: str = "text"
    must: bool = False
    options: Options = ()
    hint: str = ""
    value: str = ""


def _each(words: Iterable[str]) -> Options:
    return [(word, word) for word in words]


_NOTE = RecordField("note", "说明")
_DAY = "date"
FIELDS: Mapping[str, Sequence[RecordField]] = {
    "report": (
        RecordField("period", "期间", must=True, hint="如 2026Q1、2026H1、2026"),
        RecordField("received", "收到日期", _DAY, must=True),
        _NOTE,
    ),
    "inspection": (
        RecordField("day", "检查日期", _DAY, must=True),
        RecordField(
            "inspector",
            "由谁检查",
            "select",
            must=True,
            options=[(key, WHO[key]) for key in ("bureau", "recommender", "third_party")],
        ),
        RecordField("result", "结果", "select", must=True, options=_each(RESULTS)),
        _NOTE,
    ),
    "recheck": (
        RecordField("day", "复核日期", _DAY, must=True),
        RecordField("result", "结果", "select", must=True, options=_each(RECHECKED)),
        RecordField("number", "文号"),
        RecordField("round", "批次"),
        _NOTE,
    ),
    "complaint": (
        RecordField("day", "收到日期", _DAY, must=True),
        RecordField("source", "来源", must=True),
        RecordField("proven", "是否查实", "select", options=(("yes", "已查实"), ("no", "不属实")), hint="未定的空着"),
        _NOTE,
    ),
    "penalty": (
        RecordField("day", "决定日期", _DAY, must=True),
        RecordField("source", "决定机关和文号", must=True),
        RecordField("proven", "是否查实", "select", options=(("yes", "已查实"), ("no", "不属实")), hint="未定的空着"),
        _NOTE,
    ),
    "changed": (
        RecordField("since", "变更日期", _DAY, must=True),
        RecordField("name", "变更后的名称"),
        RecordField("code", "变更后的统一社会信用代码"),
        RecordField("county", "变更后的县区"),
        RecordField("address", "变更后的地址"),
        RecordField("legal_representative", "变更后的法定代表人"),
        _NOTE,
    ),
    "known": (
        RecordField("day", "认定文件日期", _DAY, must=True),
        RecordField("number", "文号"),
        RecordField("from", "从哪天算起", _DAY, hint="空着按文件日期推定"),
        RecordField("until", "截止日", _DAY, hint="文件写明的；空着按办法计算"),
        RecordField("type", "类型"),
        _NOTE,
    ),
    "publicity": (
        RecordField("day", "收到日期", _DAY, must=True),
        RecordField("objections", "异议", must=True, hint="没有的写“无”"),
        _NOTE,
    ),
    "lost": (
        RecordField("day", "决定日期", _DAY, must=True),
        RecordField("ground", "情形", "select", must=True),
        RecordField("number", "决定文号", must=True),
        _NOTE,
    ),
}
"""Kind of event → its fields, in the order of the form; a day that cannot be told is asked for, never guessed."""


_OF_NEWCOMERS = {"known": ("name", "county")}
"""What is told besides of a platform that the ledger does not know yet."""


def fields(kind: str, holder: Holder, today: date, periods: Sequence[str] = ()) -> list[RecordField]:
    """The form for this platform: the grounds are those of its regulation, the day is today's until another is told."""
    section = holder.rulebook.standing
    grounds = [(one.id, f"{one.article} {one.asks}（{one.act}）") for one in (section.lost if section else ())]
    filled: dict[str, Options] = {"ground": grounds, "period": _each(periods)}
    made = [replace(one, options=filled.get(one.key, one.options)) for one in FIELDS[kind]]
    return [replace(one, value=today.isoformat()) if one.form == _DAY and one.must else one for one in made]


def facts(kind: str, said: Mapping[str, str]) -> dict[str, object]:
    """What the form tells, as the command would: empty is not told."""
    keys = [*(one.key for one in FIELDS.get(kind, ())), *_OF_NEWCOMERS.get(kind, ())]
    told: dict[str, object] = {key: said.get(key, "").strip() for key in keys}
    if "proven" in told:
        told["proven"] = {"yes": True, "no": False}.get(str(told["proven"]))
    return told
