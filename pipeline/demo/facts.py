"""What stands in one made-up dossier: the blanks of its form, the rows of its lists, the words of its papers?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.demo import names
from pipeline.demo.texts import Plain, Texts
from schemas.uscc import sound_code

Row = Mapping[str, str]
_PEOPLE_APART = 400
_NUMBERS = ("revenue", "service_revenue", "total_assets", "total_profit", "tax_paid", "enterprises_served")
_NUMBERS_WITHOUT_ASSETS = ("revenue", "service_revenue", "total_profit", "tax_paid", "enterprises_served")
_YUAN = 10_000


@dataclass(frozen=True, slots=True)
class Facts:
    """One dossier before it is written on paper."""

    dossier: Plain
    number: int
    fields: Row
    tables: Mapping[str, tuple[Row, ...]]
    words: Row

    @property
    def rulebook(self) -> str:
        """The regulation it is filed under."""
        return str(self.dossier["rulebook"])


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the rows of one dossier; its numbers begin where no other dossier's do."""

    dossier: Plain
    number: int
    texts: Texts
    city: str

    def person(self, number: int) -> str:
        return names.person(self.number * _PEOPLE_APART + number, self.texts.words)

    def enterprise(self, number: int) -> str:
        return names.enterprise(self.number * _PEOPLE_APART + number, self.city, self.texts.words)

    def turn(self, kind: str, number: int) -> str:
        words = self.texts.words[kind]
        return str(words[number % len(words)])

    def investors(self) -> Iterable[Row]:
        for number, (share,) in enumerate(self.dossier["investors"]):
            yield {"name": self.person(number), "nature": "自然人", "share": str(share)}

    def operations(self) -> Iterable[Row]:
        own = self.dossier.get("own_years", {})
        for at, (year, *values) in enumerate(self.dossier["years"]):
            keys = _NUMBERS
            if "total_assets" in self.dossier:
                keys = (*_NUMBERS_WITHOUT_ASSETS, "agreements_signed")
            known = {key: str(value) for key, value in zip(keys, values, strict=True)}
            yield {"year": str(year)} | known | {key: str(each[at]) for key, each in own.items()}

    def services(self) -> Iterable[Row]:
        last = self.dossier["years"][-1]
        share = Decimal(last[2]) / Decimal(last[1]) * 100
        served = self.served()
        yield {"product": "中小企业综合服务", "scale": f"{served}家", "revenue_share": f"{share:.1f}"}

    def partners(self) -> Iterable[Row]:
        plan = self.dossier["partners"]
        for number in range(plan["signed"] + plan["other"]):
            name = self.enterprise(300 + number).replace("有限公司", "咨询有限公司")
            yield {"name": name, "agreement": "1" if number < plan["signed"] else ""}

    def staff(self) -> Iterable[Row]:
        plan = self.dossier["staff"]
        kinds = ["both"] * plan["both"] + ["degree"] * plan["degree"] + ["neither"] * plan["neither"]
        for number, kind in enumerate(kinds):
            education = self.texts.words["education"]["lower" if kind == "neither" else "higher"]
            titles = self.texts.words["titles"]["middle" if kind == "both" else "lower"]
            yield {
                "name": self.person(number),
                "age": str(28 + number * 7 % 27),
                "education": education[number % len(education)],
                "school": self.turn("schools", number),
                "title": titles[number % len(titles)],
                "duty": "总经理" if number == 0 else self.turn("duties", number),
            }

    def equipment(self) -> Iterable[Row]:
        for number in range(self.dossier["equipment"]):
            yield {
                "no": str(number + 1),
                "name": self.turn("equipment", number),
                "quantity": str(1 + number * 2 % 3),
                "purchased_on": f"{2019 + number % 6}年{1 + number * 5 % 12}月",
                "price": f"{Decimal(12 + 7 * number) / 10 + self.number}",
                "industry_leading": "是" if number % 4 == 1 else "否",
            }

    def enterprises(self) -> Iterable[Row]:
        plan = self.dossier["enterprises"]
        same = plan.get("same", {})
        for number in range(1, self.served() + 1):
            which = same.get(number, number)
            yield {
                "no": str(number),
                "name": self.enterprise(which),
                "headcount": str(8 + which * 11 % 90),
                "is_micro": "是",
                "contact": self.person(50 + which),
                "phone": names.phone(self.number * _PEOPLE_APART + which),
                "service": self.turn("services", which),
                "fee": "0" if which % 3 == 0 else f"0.{1 + which % 8}",
                "contract_signed": "是",
                "satisfied": "" if number in plan["dissatisfied"] else "是",
            }

    def survey(self, enterprises: Iterable[Row]) -> Iterable[Row]:
        for number, row in enumerate(list(enterprises)[:12]):
            rating = "基本满意" if number % 5 == 4 else "很满意"
            position = self.turn("positions", number)
            yield {
                "enterprise": row["name"],
                "interviewee": row["contact"],
                "position": position,
                "phone": row["phone"],
                "service": row["service"],
                "rating": rating,
            }

    def served(self) -> int:
        return int(self.dossier["years"][-1][-2 if "total_assets" in self.dossier else -1])


def facts(dossier: Plain, number: int, texts: Texts) -> Facts:
    """The dossier worked out: what its YAML leaves unsaid follows from what it says."""
    place = texts.places[dossier["rulebook"]]
    maker = _Maker(dossier, number, texts, place["city"])
    kinds = ("investors", "operations", "services", "partners", "staff", "equipment", "enterprises")
    tables = {kind: tuple(getattr(maker, kind)()) for kind in kinds}
    tables["survey"] = tuple(maker.survey(tables["enterprises"]))
    fields = _fields(dossier, place, tables, texts)
    asked = dossier["fields"].get("enterprises_served")
    if asked:
        tables["operations"] = (*tables["operations"][:-1], {**tables["operations"][-1], "enterprises_served": asked})
    return Facts(dossier, number, fields, tables, _words(dossier, place, fields, tables, number))


def _fields(dossier: Plain, place: Plain, tables: Mapping[str, tuple[Row, ...]], texts: Texts) -> Row:
    """Every blank of the form, as the applicant writes it."""
    staff, plan = tables["staff"], dossier["staff"]
    qualified = plan["both"] + plan["degree"]
    assets = Decimal(dossier.get("total_assets") or tables["operations"][-1]["total_assets"])
    cost = sum((Decimal(row["price"]) for row in tables["equipment"]), Decimal(0))
    counted = {
        "filed_on": "2026年3月9日",
        "legal_representative": staff[0]["name"],
        "postcode": place["postcode"],
        "contact_phone": f"{place['area']}-5550{len(staff):04d}",
        "mobile": names.phone(9000 + len(staff)),
        "website": "www.example.com",
        "email": "office@example.com",
        "total_assets": str(assets),
        "equipment_count": str(sum(int(row["quantity"]) for row in tables["equipment"])),
        "equipment_cost": str(cost),
        "equipment_asset_share": f"{cost / assets * 100:.2f}",
        "staff_count": str(len(staff)),
        "qualified_staff_count": str(qualified),
        "qualified_staff_share": f"{Decimal(qualified) / len(staff) * 100:.1f}",
        "fax": f"{place['area']}-5551{len(staff):04d}",
    }
    return {**texts.defaults, **counted, **dossier["fields"]}


def _words(
    dossier: Plain, place: Plain, fields: Row, tables: Mapping[str, tuple[Row, ...]], number: int
) -> dict[str, str]:
    """What the texts of the papers ask for besides the form's blanks."""
    registered = date.fromisoformat(fields["registered_on"])
    return {
        **{key: str(value) for key, value in place.items()},
        **fields,
        "legal": fields["legal_representative"],
        "registered_cn": f"{registered.year}年{registered.month}月{registered.day}日",
        "credit_code": sound_code(f"91000000MA000{number:03d}"),
        "credit_date": "2026年3月6日",
        "product": tables["services"][0]["product"],
        "served": str(len(tables["enterprises"])),
        "first_enterprise": tables["enterprises"][0]["name"],
        "signed_partners": "、".join(row["name"] for row in tables["partners"] if row["agreement"]),
        "prose": "\n".join(dossier["prose"]),
        **_audited(dossier, fields, tables),
        **dossier.get("words", {}),
    }


def _audited(dossier: Plain, fields: Row, tables: Mapping[str, tuple[Row, ...]]) -> dict[str, str]:
    """The amounts of the audit reports, in 元; ``audit`` in the YAML puts others in their place."""
    last, before = tables["operations"][-1], tables["operations"][-2]
    wan = {
        "total_assets": fields["total_assets"],
        "revenue": last["revenue"],
        "service_revenue": last["service_revenue"],
        "total_profit": last["total_profit"],
        "assets_before": before.get("total_assets", str(Decimal(fields["total_assets"]) - 20)),
        "revenue_before": before["revenue"],
        "profit_before": before["total_profit"],
        **dossier.get("audit", {}),
    }
    wan["service_cost"] = str(Decimal(wan["service_revenue"]) * 3 / 5)
    yuan = {f"audit.{key}": f"{Decimal(value) * _YUAN:,.2f}" for key, value in wan.items()}
    return {**yuan, "cash": f"{Decimal(fields['total_assets']) * _YUAN / 5:,.2f}"}
