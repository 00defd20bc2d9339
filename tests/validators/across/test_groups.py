"""Pairs that have something in common make groups; a small one tells every pair, a large one what joined it."""

from validators.across.groups import WHOLE, Groups


def links(groups: Groups) -> list[list[tuple[int, int]]]:
    return list(groups.links())


def test_pairs_that_hang_together_are_one_group():
    groups = Groups(6)
    for one, other in ((4, 5), (0, 2), (1, 2)):
        groups.join(one, other)
    assert links(groups) == [[(0, 2), (1, 2)], [(4, 5)]]


def test_two_groups_become_one():
    groups = Groups(4)
    for one, other in ((0, 1), (2, 3), (3, 0)):
        groups.join(one, other)
    assert links(groups) == [[(0, 1), (0, 3), (2, 3)]]


def test_without_pairs_there_is_no_group():
    assert links(Groups(3)) == []


def test_up_to_its_bound_a_group_is_told_whole():
    groups = Groups(WHOLE + 1)
    for number in range(1, WHOLE):
        groups.join(0, number)
    assert groups.told(0) == -1
    groups.join(0, WHOLE)
    assert groups.told(0) == groups.told(WHOLE) >= 0
