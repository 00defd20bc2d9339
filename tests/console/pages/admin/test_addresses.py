"""Every page of 设置 is an administrator's alone, whatever is asked of it."""

from console.models.people import Role
from console.pages.admin.addresses import of_settings


def test_all_of_them_are_an_administrators():
    assert {frozenset(one.callback.need.roles) for one in of_settings} == {frozenset({Role.ADMINISTRATOR})}
    assert all(one.name.startswith("admin-") for one in of_settings)
