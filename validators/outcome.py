"""What follows from the figures: does every one meet the bound, none, or some? (contract §7)"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from schemas.figures import Figure
from schemas.locator import Locator
from schemas.status import Reason, Status
from schemas.trust import Doubt, is_sure
from validators.interpretations import Interpretation, interpretations

# True: the figure meets the bound; False: it misses it; None: what is stated does not decide it.
Meets = Callable[[Figure], bool | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a rule ends, and why where a person must look."""

    status: Status
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """How a rule ends, in words, with what was read and where."""

    outcome: Outcome
    message: str
    actual: str = ""
    evidence: tuple[Locator, ...] = ()


PASS = Outcome(Status.PASS)
FAIL = Outcome(Status.FAIL)
NOT_APPLICABLE = Outcome(Status.NOT_APPLICABLE)


def review(reason: Reason) -> Outcome:
    """A person must look, for this reason."""
    return Outcome(Status.REVIEW, reason)


def under_each(figures: Sequence[Figure], meets: Meets) -> tuple[Outcome, list[tuple[Interpretation, Outcome]]]:
    """The outcome under every admissible reading; the same under all, else review."""
    told = [(world, _with_partial(world.figures, meets)) for world in interpretations(figures)]
    if not told:
        return review(Reason.NOT_FOUND), []
    return same_or_review([outcome for _, outcome in told]), told


def same_or_review(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcome that all readings share; review where they differ."""
    if len({outcome.status for outcome in outcomes}) == 1:
        return outcomes[0]
    return review(Reason.AMBIGUOUS_RULE)


def _with_partial(figures: Sequence[Figure], meets: Meets) -> Outcome:
    """A list of the main part only may be taken for the whole or set aside: two readings."""
    kept = [figure for figure in figures if not _may_be_set_aside(figure, meets)]
    if len(kept) == len(figures):
        return _plainly(figures, meets)
    return same_or_review([_plainly(figures, meets), _plainly(kept, meets)])


def _may_be_set_aside(figure: Figure, meets: Meets) -> bool:
    """A part that already meets a count settles it; a share of a part settles nothing."""
    return Doubt.MAIN_PART in figure.doubts and (figure.unit == "%" or meets(figure) is not True)


def _plainly(figures: Sequence[Figure], meets: Meets) -> Outcome:
    told = _telling(figures, meets)
    answers = {met for _, met in told}
    if not told:
        return review(Reason.NOT_FOUND)
    if answers == {True}:
        return PASS
    if answers == {False}:
        # What a recogniser alone has read is never held against the applicant.
        return FAIL if any(is_sure(figure.doubts) for figure, _ in told) else review(Reason.UNREADABLE)
    return review(Reason.CONFLICT if {True, False} <= answers else Reason.NOT_FOUND)


def _telling(figures: Sequence[Figure], meets: Meets) -> list[tuple[Figure, bool | None]]:
    """The figures with what each answers, without those that are only bounds here, or less full dates."""
    told = [(figure, meets(figure)) for figure in figures]
    told = [(figure, met) for figure, met in told if not (Doubt.LOWER_BOUND in figure.doubts and met is False)]
    told = [(figure, met) for figure, met in told if not (Doubt.UPPER_BOUND in figure.doubts and met is None)]
    return [(figure, met) for figure, met in told if met is not None or not _dated_elsewhere(figure, told)]


def _dated_elsewhere(figure: Figure, told: Sequence[tuple[Figure, bool | None]]) -> bool:
    """2024-03 says no more than the 2024-03-10 beside it."""
    return any(met is not None and str(other.value).startswith(f"{figure.value}-") for other, met in told)
