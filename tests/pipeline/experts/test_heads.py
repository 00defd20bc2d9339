"""The heads of experts' lists and of the panel's table are data."""

from pipeline.experts.heads import KEYS, heads


def test_every_column_has_a_head_and_the_panel_is_that_of_liaocheng() -> None:
    assert set(heads().roster) == set(KEYS)
    assert all(heads().roster.values())
    assert heads().panel == ("专家姓名", "职务/职称", "工作单位", "签字")
