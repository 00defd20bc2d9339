"""Somebody is added, given other roles, a new password, or an end of his sessions; disabled, and enabled again.

Nobody is ever deleted: what he did bears his name. The last administrator stays one.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence

from django.db import transaction

from console import events
from console.access import sessions
from console.events import Actor
from console.models import LoginTry, Person
from console.models.people import ROLE_TITLES, Role
from schemas.errors import UsageError

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 3, 4
_LONGEST = 60


def added(by: Actor, login: str, name: str, roles: Sequence[str]) -> tuple[Person, str]:
    """The person, and the password that is good for one login. UsageError where something is missing or taken."""
    login, name = login.strip(), name.strip()
    if not login or not name or max(len(login), len(name)) > _LONGEST:
        raise UsageError("请填写用户名和姓名。")
    if any(each.isspace() for each in login):
        raise UsageError("用户名中不能有空格。")
    held = _known(roles)
    word = _one_time()
    with transaction.atomic():
        if Person.objects.filter(login=login).exists():
            raise UsageError(f"已有用户名“{login}”。请另取一个。")
        person = Person.objects.create_user(login, name, word, *held)
        Person.objects.filter(pk=person.pk).update(must_change=True)
        events.noted(by, "添加人员", person=name, login=login, roles=[ROLE_TITLES[one] for one in held])
    person.refresh_from_db()
    return person, word


def done(by: Actor, person: Person, act: str, form: Mapping[str, Sequence[str]]) -> str:
    """What was done, in words. UsageError where there is no such act, or it may not be."""
    if act not in _ACTS:
        raise UsageError("请选择要做什么。")
    with transaction.atomic():
        now = Person.objects.select_for_update().get(pk=person.pk)
        told = _ACTS[act](by, now, form)
    person.refresh_from_db()
    return told


def _roles(by: Actor, person: Person, form: Mapping[str, Sequence[str]]) -> str:
    held = _known(form.get("roles", ()))
    name = (form.get("name") or [""])[0].strip()[:_LONGEST] or person.name
    if Role.ADMINISTRATOR not in held:
        _not_the_last(person)
    before, called = person.role_titles, person.name
    for role in Role:
        setattr(person, role, role in held)
    person.name = name
    person.save()
    events.noted(by, "修改人员", person=name, before=f"{called}：{before}", after=f"{name}：{person.role_titles}")
    return f"{name} 现在是：{person.role_titles}。"


def _password(by: Actor, person: Person, _: Mapping[str, Sequence[str]]) -> str:
    word = _one_time()
    person.set_password(word)
    person.must_change = True
    person.save()
    ended = sessions.end(person)
    LoginTry.objects.filter(login=person.login).delete()
    events.noted(by, "给出新密码", person=person.name, sessions=ended)
    return f"{person.name} 的新密码：{word}。只显示这一次，请当面告知；登录后须改成自己的。"


def _disable(by: Actor, person: Person, _: Mapping[str, Sequence[str]]) -> str:
    _not_the_last(person)
    person.is_active = False
    person.save()
    ended, left = sessions.end(person), person.assigned.exclude(state__startswith="closed").count()
    events.noted(by, "停用人员", person=person.name, sessions=ended, dossiers=left)
    return f"{person.name} 已停用。" + (f"其经办的 {left} 个卷宗请在批次中另行分派。" if left else "")


def _enable(by: Actor, person: Person, _: Mapping[str, Sequence[str]]) -> str:
    person.is_active = True
    person.save()
    events.noted(by, "恢复人员", person=person.name)
    return f"{person.name} 已恢复。"


def _sessions(by: Actor, person: Person, _: Mapping[str, Sequence[str]]) -> str:
    ended = sessions.end(person)
    events.noted(by, "结束登录", person=person.name, sessions=ended)
    return f"{person.name} 的 {ended} 处登录已结束。"


def _unlock(by: Actor, person: Person, _: Mapping[str, Sequence[str]]) -> str:
    LoginTry.objects.filter(login=person.login).delete()
    events.noted(by, "解除登录锁定", person=person.name)
    return f"{person.name} 可以重新登录。"


_ACTS: Mapping[str, Callable[[Actor, Person, Mapping[str, Sequence[str]]], str]] = {
    "roles": _roles,
    "password": _password,
    "disable": _disable,
    "enable": _enable,
    "sessions": _sessions,
    "unlock": _unlock,
}


def _known(roles: Sequence[str]) -> tuple[Role, ...]:
    held = tuple(role for role in Role if str(role) in roles)
    if not held:
        raise UsageError("请至少选择一种角色。")
    return held


def _not_the_last(person: Person) -> None:
    others = Person.objects.select_for_update().filter(administers=True, is_active=True).exclude(pk=person.pk)
    if person.administers and not list(others):
        raise UsageError("至少要有一位管理员。请先让另一位担任管理员。")


def _one_time() -> str:
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
