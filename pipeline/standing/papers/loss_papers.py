"""What is written when a title is to be lost, or was? Only on a person's proposal, or a decision that was entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.standing.ledger.platforms import Holder, code_of
from pipeline.standing.overview import Overview
from pipeline.standing.papers.paper import BLANK_DAY, StandingPaper, numbered, row
from pipeline.standing.papers.wording import chinese_day, numeral_of
from schemas.errors import UsageError
from schemas.names import enterprise_key
from schemas.regulation.standing import Ground
from schemas.rulebook import Rulebook


def revoked(seen: Overview, own: Sequence[Holder]) -> Iterator[StandingPaper]:
    """撤销（取消）名单公告: the losses of the year that people entered."""
    rows, acts = [], []
    for holder in own:
        loss = holder.loss_on(seen.as_of)
        if loss is not None and loss.day.year == seen.as_of.year:
            article = loss.ground.article if loss.ground else ""
            acts += [loss.ground.act] if loss.ground else []
            decision = f"{loss.event.text('number')}\n{loss.day}"
            barred = str(loss.barred_until or "—")
            rows.append({**row(holder), "article": article, "decision": decision, "barred": barred})
    if rows:
        fields = {"act": "、".join(dict.fromkeys(acts)) or "撤销", "rows": numbered(rows)}
        yield StandingPaper("revoked.docx", f"{seen.as_of.year}年撤销（取消）名单公告", fields)


def proposals(
    seen: Overview, book: Rulebook, own: Sequence[Holder], proposed: Mapping[str, str]
) -> Iterator[StandingPaper]:
    """拟撤销（取消）事先告知书, one for each that a person proposes; facts and evidence are left to people."""
    for said, name in proposed.items():
        for holder in (one for one in own if _is_meant(one, said)):
            ground = _ground(book, name)
            title = holder.title_on(seen.as_of)
            if title is None or not holder.in_force(seen.as_of):
                raise UsageError(f"“{holder.name}”在 {seen.as_of} 没有有效的称号，不能拟{ground.act}。")
            years = numeral_of(ground.bar_years) if ground.bar_years else ""
            fields = {
                "name": holder.name,
                "code": holder.code or "【                  】",
                "number": title.number or "【文号】",
                "day": chinese_day(title.day) if title.day else BLANK_DAY,
                "article": ground.article,
                "asks": ground.asks,
                "act": ground.act,
                "what": "资格" if ground.act == "取消" else "称号",
                "barred": f"，自决定之日起{years}年内不得再次申报" if years else "",
            }
            yield StandingPaper("proposal.docx", f"拟{ground.act}告知书-{holder.name}", fields)


def _ground(book: Rulebook, name: str) -> Ground:
    section = book.standing
    ground = section.ground(name) if section else None
    if ground is None:
        known = "；".join(f"{one.id} {one.article} {one.asks}" for one in (section.lost if section else ()))
        raise UsageError(f"“{name}”不是《{book.title}》所列的情形。可用的有：{known}。")
    return ground


def check_proposed(seen: Overview, proposed: Mapping[str, str]) -> None:
    """UsageError where somebody is meant who is not in the ledger."""
    for said in proposed:
        if not any(_is_meant(holder, said) for holder in seen.holders):
            raise UsageError(f"台账中没有“{said}”。请写统一社会信用代码或全称。")


def _is_meant(holder: Holder, said: str) -> bool:
    return (code_of(said) == holder.code != "") or enterprise_key(said) == enterprise_key(holder.name)
