"""Which files does a draft leave, and what do they say of it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.drafting.answers import FILE, answered, read_answers
from pipeline.drafting.clauses.own_measures import BLANKS
from pipeline.drafting.draft import Drafted, drafted
from pipeline.drafting.forms import APPLICATION
from pipeline.drafting.loose_blanks import with_own
from pipeline.drafting.page import ReviewedDraft, review_page, reviewed
