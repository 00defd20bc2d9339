"""Which service functions does the file ask about, and how many must be met?"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.rulebook.parsing.conditions import ConditionReader
from schemas.rulebook import FunctionsRule, ServiceFunction
from schemas.strict_yaml import Marked


@dataclass(frozen=True, slots=True)
class FunctionsReader:
    """Reads the section ``functions``, noting the line of each."""

    conditions: ConditionReader

    def functions(self, marked: Marked) -> FunctionsRule:
        """The whole section."""
        fields = marked.fields("article asks each", "at_least by_type claimed")
        if sum(key in fields for key in ("at_least", "by_type", "claimed")) != 1:
            marked.amiss(
                "须写且只写一个：at_least（至少几项）、by_type（按平台类型）或 claimed（申报的都要达到）", None
            )
        by_type = {kind: count.whole() for kind, count in fields["by_type"].pairs()} if "by_type" in fields else None
        self.conditions.lines["functions"] = marked.line
        return FunctionsRule(
            article=fields["article"].text(),
            asks=fields["asks"].text(),
            functions=tuple(self._function(one) for one in fields["each"].list()),
            at_least=fields["at_least"].whole() if "at_least" in fields else None,
            claimed=fields["claimed"].truth() if "claimed" in fields else False,
            by_type=by_type,
        )

    def _function(self, marked: Marked) -> ServiceFunction:
        fields = marked.fields("id article", "title all_of any_of manual")
        if sum(key in fields for key in ("all_of", "any_of", "manual")) != 1:
            says = "须写且只写一个：all_of（都要达到）、any_of（几组要求达到一组即可）或 manual（由人核对，照抄要求）"
            marked.amiss(says, None)
        name, article = fields["id"].text(), fields["article"].text()
        paths = (
            fields["any_of"].list()
            if "any_of" in fields
            else tuple(fields[key] for key in ("all_of",) if key in fields)
        )
        read = tuple(
            tuple(self.conditions.condition(one, f"function.{name}.", article) for one in path.list()) for path in paths
        )
        title = fields["title"].text() if "title" in fields else ""
        manual = fields["manual"].text() if "manual" in fields else ""
        function = ServiceFunction(name, title, article, read, manual)
        self.conditions.lines[function] = marked.line
        return function
