"""The index finds the same groups as holding every dossier against every other."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from validators.across.groups import WHOLE
from validators.across.met_again import KeyIndex, number_of

dossiers = st.lists(st.sets(st.integers(0, 12), max_size=6), max_size=12)


def at_least(least):
    return lambda common, _mine, _theirs: common >= least


def groups(held, least):
    index = KeyIndex()
    for keys in held:
        index.add(number_of(str(key)) for key in keys)
    return list(index.groups(at_least(least), lambda *_: True).links())


@given(dossiers, st.integers(1, 3))
def test_every_pair_of_a_small_batch_is_found(held, least):
    plainly = [(a, b) for a, b in combinations(range(len(held)), 2) if len(held[a] & held[b]) >= least]
    assert sorted(link for links in groups(held, least) for link in links) == plainly


@given(st.lists(st.sets(st.integers(0, 3), max_size=3), min_size=WHOLE, max_size=WHOLE * 3))
def test_in_a_large_batch_every_dossier_is_in_its_group(held):
    joined = [set(range(len(held)))]
    joined = [{number} for number in range(len(held))]
    for a, b in combinations(range(len(held)), 2):
        if held[a] & held[b]:
            one, other = (next(group for group in joined if number in group) for number in (a, b))
            if one is not other:
                joined = [group for group in joined if group not in (one, other)] + [one | other]
    expected = sorted(sorted(group) for group in joined if len(group) > 1)
    assert sorted(sorted({number for link in links for number in link}) for links in groups(held, 1)) == expected


def test_how_much_is_asked_of_the_sizes_of_both_lists():
    seen = []

    def enough(common, mine, theirs):
        seen.append((common.tolist(), mine, theirs.tolist()))
        return np.ones(len(common), dtype=bool)

    index = KeyIndex()
    for keys in ((1, 2, 3), (3, 4), (2, 3)):
        index.add(keys)
    index.groups(enough, lambda *_: True)
    assert seen[1:] == [([1], 2, [3]), ([2, 1], 2, [3, 2])]


def test_a_pair_that_is_not_alike_when_looked_at_is_none():
    index = KeyIndex()
    for _ in range(2):
        index.add([7])
    assert list(index.groups(at_least(1), lambda *_: False).links()) == []


def test_nothing_at_all():
    assert groups([], 1) == []
    assert groups([set(), set()], 1) == []


@given(st.data())
def test_put_in_order_it_is_the_index_of_that_order(data):
    held = data.draw(dossiers)
    order = data.draw(st.permutations(range(len(held))))
    index = KeyIndex()
    for keys in held:
        index.add((number_of(str(key)) for key in keys), len(keys) + 1)
    ordered = index.in_order(order).groups(at_least(1), lambda *_: True)
    assert list(ordered.links()) == groups([held[at] for at in order], 1)
