"""Which articles of a regulation are about what: basic conditions, functions, the checklist, the re-check?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.drafting.prose_items import prose_items
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, unmarked
from pipeline.rulebook.checks.named_papers import item_text, text_of_item
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import quantities

_HEAD_LENGTH = 60
# 第七条（一）, 第七条·首, 二（一）2, 末款: what stands inside an article or section.
_INSIDE = re.compile(r"[·（]|末款|\d|^附件")
_MOST = 2
_REVIEW_PAPERS = frozenset({"work_summary_years", "review_form"})


def articles(regulation: Regulation) -> tuple[str, ...]:
    """Every article, whole, in the order of the text."""
    return tuple(key for key in regulation.pieces if not _INSIDE.search(key))


def head_of(regulation: Regulation, article: str) -> str:
    """What stands before the first item, or the beginning of an article without items."""
    piece = regulation.pieces.get(f"{article}·首") or regulation.pieces[article]
    return piece.text[:_HEAD_LENGTH]


def pieces_of(regulation: Regulation, article: str) -> Iterator[str]:
    """The article piece by piece: its head, each item, the paragraph behind them."""
    yield from regulation.leaves(article)


def function_articles(regulation: Regulation) -> tuple[str, ...]:
    """Articles whose items are service functions with numbers."""
    return tuple(article for article in condition_chapter(regulation) if _functions_in(regulation, article))


def condition_articles(regulation: Regulation) -> tuple[str, ...]:
    """Articles of the basic conditions."""
    functions = function_articles(regulation)
    return tuple(one for one in condition_chapter(regulation) if one not in functions)


def condition_chapter(regulation: Regulation) -> tuple[str, ...]:
    """The articles of the chapters on 条件; where no chapter is so called, those whose head speaks of conditions."""
    if regulation.conditions:
        return regulation.conditions
    words = draft_words().articles
    found = [
        article
        for article in articles(regulation)
        if regulation.items(article)
        and words["conditions"].search(head_of(regulation, article))
        and not words["checklist"].search(head_of(regulation, article))
    ]
    relaxing = (article for article in articles(regulation) if _relaxes(regulation, article, found))
    return tuple(one for one in articles(regulation) if one in {*found, *relaxing})


def _relaxes(regulation: Regulation, article: str, conditions: Sequence[str]) -> bool:
    """Whether the article says of whom the items of another are not asked (第二条第4项……不作要求)."""
    text = regulation.pieces[article].text
    return article not in conditions and any(
        rule_words().relaxing.search(text) and f"{one}第" in text for one in conditions
    )


def _functions_in(regulation: Regulation, article: str) -> bool:
    items = regulation.items(article)
    named = [one for one in items if function_of(regulation, one)]
    return len(named) >= _MOST and len(named) * 2 > len(items)


def function_of(regulation: Regulation, citation: str) -> str:
    """The function that the item is headed with: （一）信息服务。; empty where it is none, or has no number."""
    text = unmarked(regulation.pieces[citation].text)
    heading = re.split(r"[。:;,]", text, maxsplit=1)[0]
    found = [name for name, words in rule_words().functions.items() if words.fullmatch(heading.removesuffix("功能"))]
    return found[0] if len(found) == 1 and any(True for _ in quantities(text)) else ""


def checklist_articles(regulation: Regulation) -> tuple[str, ...]:
    """Articles that list the papers of an application: their head says so, and their items name papers."""
    words = draft_words().articles
    return tuple(
        article
        for article in articles(regulation)
        if (regulation.items(article) or prose_items(regulation, article))
        and article not in regulation.conditions
        and (_headless(article) or words["checklist"].search(head_of(regulation, article)))
        and _papers_in(regulation, article)
    )


def _headless(article: str) -> bool:
    """二、申报材料: the heading of a section is not among its words."""
    return not article.startswith("第")


def _papers_in(regulation: Regulation, article: str) -> bool:
    items = [item_text(regulation, one) for one in regulation.items(article)]
    items += [text_of_item(regulation, one.text) for one in prose_items(regulation, article)]
    said = draft_words().articles["papers"]
    return sum(bool(one and (one.named or said.search(one.text))) for one in items) * 2 > len(items)


def review_article(regulation: Regulation) -> str:
    """The article on the re-check that names its papers; empty where there is none."""
    for article in articles(regulation):
        told = item_text(regulation, article) if rule_words().review.search(regulation.pieces[article].text) else None
        if told is not None and told.kinds >= _REVIEW_PAPERS:
            return article
    return ""
