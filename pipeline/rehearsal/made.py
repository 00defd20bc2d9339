"""What stands in a made-up dossier of any regulation: the facts of the demo, from amounts and forms?"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from extractors.values.cities import Division, divisions_of, every_division
from pipeline.demo import names
from pipeline.demo.facts import Facts, Row, facts
from pipeline.demo.texts import Plain, Texts, load
from pipeline.rehearsal.amounts import ELSEWHERE, FALLING, StatedAmounts, before_growth
from pipeline.rehearsal.own_lists import own_rows
from pipeline.rehearsal.ticked import ticked
from pipeline.rehearsal.words import rehearsal_words
from schemas.application import BLANKS
from schemas.measures import FUNCTION_TITLES
from schemas.rulebook import Procedure, Rulebook
from schemas.tables import LISTS

DAY = date(2026, 3, 9)
"""The day of reckoning: 填报日期 of every dossier."""
_LAST_YEAR = 2025
_STEP = 3
_USUAL_YEAR, _LESS, _HUNDREDTH = Decimal(500), Decimal("0.95"), Decimal("0.01")
"""Of a row of the table of years: what it states where nothing asks for it, and how much less it was a year before."""
_EQUIPMENT = 6
_MACHINE = "检测仪器"
_CENT = Decimal("0.01")
_EVERYWHERE = "全国"
_INVESTORS = ((70,), (30,))


@dataclass(frozen=True, slots=True)
class Made:
    """One dossier before it is written: its facts, and the texts that its papers are made from."""

    facts: Facts
    texts: Texts
    amounts: StatedAmounts


def made(rulebook: Rulebook, procedure: Procedure, amounts: StatedAmounts) -> Made:
    """The dossier that states these amounts on the forms of this rulebook."""
    texts = _texts(rulebook)
    whole = facts(_dossier(rulebook, procedure, amounts), 0, texts)
    tables = {**whole.tables, **_turned(whole, amounts), **own_rows(rulebook, amounts)}
    fields = {**_blanks(rulebook, procedure, amounts), **whole.fields, **_scales(amounts), **_equipped(amounts)}
    texts, ticks = ticked(texts, amounts)
    fields |= ticks
    return Made(replace(whole, tables=tables, fields=fields, words={**whole.words, **fields}), texts, amounts)


def _texts(rulebook: Rulebook) -> Texts:
    base = load()
    forms = {f"{rulebook.id}-application": next(iter(rulebook.forms.values()))} if rulebook.forms else {}
    forms |= dict(rulebook.forms)
    return replace(base, forms={**base.forms, **forms}, places={**base.places, rulebook.id: _place(rulebook)})


def _place(rulebook: Rulebook) -> Plain:
    town = town_of(rulebook)
    return {
        "city": town.city.removesuffix("市"),
        "province": town.province,
        "postcode": "230000",
        "area": "0551",
        "platform": next(iter(rulebook.titles), rulebook.title),
        "whom": "中小",
    }


def town_of(rulebook: Rulebook) -> Division:
    """A city in the regulation's region."""
    region = rehearsal_words().everywhere if rulebook.region == _EVERYWHERE else rulebook.region
    found = divisions_of(region) or divisions_of(rehearsal_words().everywhere)
    return _with_city(found[0])


def _with_city(division: Division) -> Division:
    """The division, or the first city in it where it is a province."""
    if division.city:
        return division
    inside = (one for one in every_division() if division.holds(one) and one.city and not one.county)
    return next(inside, Division(division.province, division.province))


def _dossier(rulebook: Rulebook, procedure: Procedure, amounts: StatedAmounts) -> Plain:
    """The dossier as the demo's YAML would say it."""
    served, staff = amounts.whole("enterprises_served"), amounts.whole("staff_count")
    qualified = _share(staff, amounts, "qualified_staff_share")
    content = _share(served, amounts, "satisfaction")
    form = rulebook.forms[procedure.form]
    columns = {key for table in form.tables if table.table == "operations" for key, _ in table.columns}
    agreements = "agreements_signed" in columns and "total_assets" not in columns
    return {
        "id": "演练",
        "rulebook": rulebook.id,
        "form": "docx",
        "lists": "docx",
        "fields": _fields(rulebook, amounts),
        "investors": _INVESTORS,
        "staff": {"both": qualified, "degree": 0, "neither": staff - qualified},
        "partners": {"signed": amounts.whole("partner_institutions"), "other": 0},
        "equipment": _EQUIPMENT,
        "enterprises": {"dissatisfied": list(range(content + 1, served + 1))},
        "years": _years(amounts, served, with_assets=not agreements),
        "own_years": _own_years(rulebook, amounts, columns),
        **({"total_assets": _money(amounts.of("total_assets"))} if agreements else {}),
        "prose": prose(rulebook, amounts),
    }


def _share(whole: int, amounts: StatedAmounts, measure: str) -> int:
    """How many of the whole: at least the share; where it is just too small, one fewer than the bound asks."""
    share = amounts.of(measure)
    if measure in amounts.exact:
        bound = share + 1
        return int((bound * whole / 100).to_integral_value(ROUND_CEILING)) - 1
    return min(whole, int((share * whole / 100).to_integral_value(ROUND_CEILING)))


def _money(value: Decimal) -> str:
    return f"{value:.2f}"


def _years(amounts: StatedAmounts, served: int, *, with_assets: bool) -> list[list[object]]:
    """Three years, each a little better than the one before; where the number served falls, it falls each year."""
    rows: list[list[object]] = []
    for back in (2, 1, 0):
        less = Decimal(100 - 5 * back) / 100
        count = _served(amounts, served, back)
        figures = [_money(amounts.of(name) * less) for name in ("revenue", "service_revenue")]
        assets = [_money(amounts.of("total_assets") * less)] if with_assets else []
        profit = [_money(amounts.of("total_profit") * less), _money(amounts.of("total_profit") * less / 3)]
        rows.append([_LAST_YEAR - back, *figures, *assets, *profit, count, *([] if with_assets else [count])])
    return rows


def _own_years(rulebook: Rulebook, amounts: StatedAmounts, columns: AbstractSet[str]) -> dict[str, list[str]]:
    """Three years of each row that the rulebook brings along; last year's as stated, grown by what is asked of it."""
    ours = {column.key for column in LISTS.ours["operations"].columns}
    grown = {one.growth_of: one.id for one in rulebook.own.measures if one.growth_of and not one.growth_from}
    found = {}
    for key in sorted(columns - ours):
        last = amounts.of(key) or _USUAL_YEAR
        before = before_growth(amounts.of(grown[key]), last) if key in grown else last * _LESS
        found[key] = [f"{one.quantize(_HUNDREDTH, ROUND_CEILING):f}" for one in (before * _LESS, before, last)]
    return found


def _served(amounts: StatedAmounts, served: int, back: int) -> int:
    """How many were served so many years before: a little fewer; by so many per cent where the growth is asked."""
    rate = amounts.of(FALLING)
    if FALLING in amounts.turned:
        return served + _STEP * back
    if not rate:
        return max(1, served - _STEP * back)
    before = served / (1 + rate / 100) ** back
    return int(before.to_integral_value(ROUND_CEILING if FALLING in amounts.exact else ROUND_FLOOR))


def _fields(rulebook: Rulebook, amounts: StatedAmounts) -> dict[str, str]:
    town = town_of(rulebook)
    if ELSEWHERE in amounts.turned:
        other = next(one for one in rehearsal_words().elsewhere if divisions_of(one)[0] != town)
        town = divisions_of(other)[0]
    city = town_of(rulebook).city.removesuffix("市")
    given = {key: text.format(city=city) for key, text in rehearsal_words().fields.items()}
    area = amounts.of("premises_area")
    if amounts.place:
        town = divisions_of(amounts.place)[0]
    return {
        **given,
        "registered_on": registered_on(amounts).isoformat(),
        "registered_address": f"{_above(town)}{town.city}{town.county}示范路18号",
        "premises_area": f"{area.normalize():f}",
        "premises_leased_area": f"{area.normalize():f}",
    }


def _above(town: Division) -> str:
    """The province; of a municipality nothing, as it is its own."""
    return town.province if town.province != town.city else ""


def registered_on(amounts: StatedAmounts) -> date:
    """So many years before the day of reckoning; where that is just too few, the day after the anniversary."""
    years = int(amounts.of("operating_years"))
    if "operating_years" in amounts.exact:
        return DAY.replace(year=DAY.year - years - 1) + timedelta(days=1)
    return DAY.replace(year=DAY.year - years) - timedelta(days=40)


def _blanks(rulebook: Rulebook, procedure: Procedure, amounts: StatedAmounts) -> dict[str, str]:
    """Something in every blank that the forms print, also in those that the rulebook brings along."""
    keys = [key for form in rulebook.forms.values() for key in form.blanks()]
    kinds = {"number": "12", "date": "2026年3月9日", "phone": "0551-55500012", "mobile": names.phone(9001)}
    filled = {key: kinds.get(BLANKS[key].kind, "按要求填写") for key in keys if key in BLANKS}
    asked = {key: _money(amounts.of(key)).removesuffix(".00") for key in keys if key in amounts.stated}
    return {"_": "", **filled, **asked, "procedure": procedure.title}


def _equipped(amounts: StatedAmounts) -> dict[str, str]:
    """What the form says of the equipment, where a rule asks for what it cost."""
    cost, assets = amounts.of("equipment_cost"), amounts.of("total_assets")
    if not cost or not assets:
        return {}
    return {
        "equipment_count": str(_EQUIPMENT),
        "equipment_cost": _money(cost),
        "equipment_asset_share": f"{cost / assets * 100:.2f}",
    }


def _scales(amounts: StatedAmounts) -> dict[str, str]:
    """The two scales of free and cheap services (聊城), of all that were served."""
    scale = amounts.of("enterprises_served") * amounts.of("free_service_share") / 100
    free = int(scale.to_integral_value(ROUND_CEILING)) - (1 if "free_service_share" in amounts.exact else 0)
    return {"public_benefit_scale": str(max(0, free - free // 2)), "low_fee_scale": str(free // 2)}


def _turned(whole: Facts, amounts: StatedAmounts) -> dict[str, tuple[Row, ...]]:
    """Lists that must agree with what is just too small: free services, and the content of those who were asked."""
    turned: dict[str, tuple[Row, ...]] = {}
    if "free_service_share" in amounts.exact:
        # A list gives a lower bound of the share, and so cannot miss it: the report's own sentence does.
        turned["enterprises"] = tuple({**row, "fee": "0.2"} for row in whole.tables["enterprises"])
    if "equipment_cost" in amounts.stated:
        turned["equipment"] = _priced(whole.tables["equipment"], amounts.of("equipment_cost"))
    asked = whole.tables["survey"]
    content = _share(len(asked), amounts, "satisfaction")
    turned["survey"] = tuple(row if at < content else {**row, "rating": "不满意"} for at, row in enumerate(asked))
    return turned


def _priced(rows: tuple[Row, ...], cost: Decimal) -> tuple[Row, ...]:
    """The list of equipment at this cost in all, one of each kind, none of them software."""
    each = (cost / len(rows)).quantize(_CENT)
    last = cost - each * (len(rows) - 1)
    named = ({**row, "name": f"{_MACHINE}{number}", "quantity": "1"} for number, row in enumerate(rows, 1))
    return tuple({**row, "price": f"{last if number == len(rows) else each}"} for number, row in enumerate(named, 1))


def prose(rulebook: Rulebook, amounts: StatedAmounts) -> list[str]:
    """What the report says: which functions, and every measure of theirs."""
    words, out = rehearsal_words(), []
    functions = rulebook.every_function()
    if functions:
        titles = "、".join(one.title or FUNCTION_TITLES.get(one.id, one.id) for one in functions)
        out.append(words.claim.format(titles=titles))
    if rulebook.functions is not None and rulebook.functions.by_type:
        out.append(words.type.format(type=next(iter(rulebook.functions.by_type))))
    if amounts.focus:
        out.append(words.focus[amounts.focus])
    out += list(_sentences(rulebook, amounts))
    out.append(words.free.format(value=amounts.whole("free_service_share")))
    return out


def _sentences(rulebook: Rulebook, amounts: StatedAmounts) -> dict[str, None]:
    words = rehearsal_words()
    functions = rulebook.every_function()
    found: dict[str, None] = {}
    for function in functions:
        title = function.title or FUNCTION_TITLES.get(function.id, function.id)
        for one in (condition for path in function.paths for condition in path):
            if one.when is not None and one.when[1] != amounts.focus:
                continue
            name = one.measure.rpartition(".")[2]
            value = f"{amounts.of(one.measure).normalize():f}"
            activity = words.activities.get(function.id, f"{title}活动")
            if name in words.sentences:
                found[words.sentences[name].format(title=title, value=value, activity=activity)] = None
    return found
