"""Which lists and kinds of paper does a rulebook bring along, under which heads and titles?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from extractors.vocabulary.papers import vocabulary
from pipeline.rulebook.parsing.own_measures import KEY
from schemas.papers import Kind
from schemas.regulation.own_words import OwnList, OwnPaper
from schemas.strict_yaml import Marked
from schemas.tables import LISTS, Column, ColumnKind, ListSpec

_COLUMN_KINDS: Mapping[str, ColumnKind] = {
    "日期": "date",
    "年月": "month",
    "年度": "year",
    "整数": "integer",
    "是否": "truth",
    "电话": "phone",
    "名称": "name",
}
_COLUMN = (
    "列写作“表头: 名字”，数量在名字后面空一格写单位（研发费用: rd_cost 万元），"
    f"也可写 {'、'.join(_COLUMN_KINDS)} 之一（授权日期: granted_on 日期）"
)
_ENOUGH = 3
"""So many heads, its key among them, make a row the head of a list; all of them where it has no more."""


def own_lists(marked: Marked | None) -> tuple[OwnList, ...]:
    """The section ``lists``: lists of its own, and further columns of ours."""
    return () if marked is None else tuple(_list(name, one) for name, one in marked.pairs())


def _list(name: str, marked: Marked) -> OwnList:
    if name in LISTS.ours:
        return _extended(LISTS.ours[name], marked)
    if not KEY.fullmatch(name):
        marked.amiss(f"名单的名字“{name}”只能用小写英文字母、数字和下划线，例如 patents", None)
    fields = marked.fields("title columns", "key in_form paper")
    given = [_column(head, one) for head, one in fields["columns"].pairs()]
    columns, keys = _columns(given), [column.key for column, _ in given]
    key = fields["key"].text() if "key" in fields else next((one for one in keys if one != "no"), "")
    if key not in keys:
        fields.get("key", marked).amiss(f"key 是每行必填的那一列，应为：{'、'.join(keys)}", None)
    in_form = "in_form" in fields and fields["in_form"].truth()
    paper = "" if in_form else fields["paper"].text() if "paper" in fields else f"{name}_list"
    spec = ListSpec(name, fields["title"].text(), key, columns, in_form=in_form, paper=paper)
    return OwnList(spec, _heads(given), _needs(key, keys))


def _needs(key: str, keys: list[str]) -> tuple[tuple[str, ...], ...]:
    others = [one for one in dict.fromkeys(keys) if one not in (key, "no")]
    return tuple((key, *group) for group in combinations(others, min(_ENOUGH - 1, len(others))))


def _extended(ours: ListSpec, marked: Marked) -> OwnList:
    fields = marked.fields("columns")
    given = [_column(head, one) for head, one in fields["columns"].pairs()]
    for column, one in zip(given, fields["columns"].entries.values(), strict=True):
        if column[0].key in {known.key for known in ours.columns}:
            one.amiss(f"名单“{ours.title}”已有“{column[0].key}”这一列，不用再写", None)
    spec = replace(ours, columns=(*ours.columns, *_columns(given)))
    return OwnList(spec, _heads(given), extends=True)


def _columns(given: list[tuple[Column, tuple[str, ...]]]) -> tuple[Column, ...]:
    return tuple({column.key: column for column, _ in reversed(given)}.values())[::-1]


def _heads(given: list[tuple[Column, tuple[str, ...]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    heads: dict[str, tuple[str, ...]] = {}
    for column, words in given:
        heads[column.key] = (*heads.get(column.key, ()), *words)
    return tuple(heads.items())


def _column(head: str, marked: Marked) -> tuple[Column, tuple[str, ...]]:
    """One column and the heads that it may have; its title is the head of the form."""
    if marked.kind == "mapping":
        fields = marked.fields("key", "heads unit")
        key, said = fields["key"].text(), fields["unit"].text() if "unit" in fields else ""
        more = fields["heads"].texts() if "heads" in fields else ()
    else:
        key, _, said = marked.text().partition(" ")
        more = ()
    if not KEY.fullmatch(key):
        marked.amiss(_COLUMN, None)
    kind: ColumnKind = _COLUMN_KINDS.get(said.strip(), "number" if said.strip() else "text")
    kind = "integer" if key == "no" else kind
    unit = said.strip() if kind == "number" else ""
    return Column(key, head, kind, unit), (head, *more)


def own_papers(marked: Marked | None, lists: tuple[OwnList, ...]) -> tuple[OwnPaper, ...]:
    """The section ``papers``, and the paper that each list of its own is where it names no other."""
    given = () if marked is None else tuple(_paper(name, one) for name, one in marked.pairs())
    known = {one.kind.id for one in given} | set(vocabulary().kinds)
    unnamed = [one.spec for one in lists if not one.extends and one.spec.paper and one.spec.paper not in known]
    return (*given, *(OwnPaper(_of_list(spec)) for spec in unnamed if spec.paper == f"{spec.name}_list"))


def _of_list(spec: ListSpec) -> Kind:
    return Kind(spec.paper, spec.title, titles=(spec.title,), names=(spec.title,), boundary=True)


def _paper(name: str, marked: Marked) -> OwnPaper:
    if not KEY.fullmatch(name):
        marked.amiss(f"材料种类的名字“{name}”只能用小写英文字母、数字和下划线，例如 patent", None)
    if name in vocabulary().kinds:
        title = vocabulary().kinds[name].title
        marked.amiss(f"“{name}”（{title}）是程序已有的材料种类，直接使用即可；自己的请换一个名字", None)
    fields = marked.fields("title", "titles any_of must must_not names names_not picture single says")
    title = fields["title"].text()

    def words(key: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
        return fields[key].texts() if key in fields else otherwise

    return OwnPaper(
        Kind(
            id=name,
            title=title,
            titles=words("titles", (title,)),
            any_of=words("any_of"),
            must=words("must"),
            must_not=words("must_not"),
            names=words("names", (title,)),
            names_not=words("names_not"),
            picture="picture" in fields and fields["picture"].truth(),
            single="single" in fields and fields["single"].truth(),
        ),
        words("says"),
    )
