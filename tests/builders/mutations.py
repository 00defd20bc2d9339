"""Every way in which one change makes a sound rulebook wrong, for measuring whether the check notices."""

from __future__ import annotations

from collections.abc import Iterator

from tests.builders.mutation import Mutation, Original
from tests.builders.mutations_of_conditions import of_conditions
from tests.builders.mutations_of_functions import of_functions
from tests.builders.mutations_of_language import of_language
from tests.builders.mutations_of_materials import of_materials
from tests.builders.mutations_of_the_rest import of_the_rest

__all__ = ["Mutation", "mutations"]


def mutations(text: str) -> Iterator[Mutation]:
    """All mutations of the rulebook that this YAML text holds."""
    original = Original(text)
    yield from of_conditions(original)
    yield from of_functions(original)
    yield from of_materials(original)
    yield from of_the_rest(original)
    yield from of_language(original)
