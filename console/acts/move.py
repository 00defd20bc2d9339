"""A dossier goes one step on its way through the office: one function, and the table of the steps there are."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from console import events, house
from console.events import Actor
from console.models import DossierWork, Person, WorkState
from console.models.people import Role
from schemas.errors import UsageError

_CLOSED = (
    WorkState.CLOSED_PROPOSED,
    WorkState.CLOSED_NOT_PROPOSED,
    WorkState.CLOSED_WITHDRAWN,
    WorkState.CLOSED_RETURNED,
)
STEPS: dict[WorkState, tuple[WorkState, ...]] = {
    WorkState.NEW: (WorkState.SCREENING,),
    WorkState.SCREENING: (WorkState.TO_REVIEW,),
    WorkState.TO_REVIEW: (WorkState.TO_CHECK, WorkState.CLOSED_WITHDRAWN),
    WorkState.RETURNED: (WorkState.TO_CHECK, WorkState.CLOSED_WITHDRAWN),
    WorkState.TO_CHECK: (WorkState.RETURNED, WorkState.TO_SEND, *_CLOSED),
    WorkState.TO_SEND: (WorkState.SUPPLEMENTING, WorkState.RETURNED, *_CLOSED),
    WorkState.SUPPLEMENTING: (WorkState.SUPPLEMENTED, WorkState.CLOSED_WITHDRAWN, WorkState.CLOSED_RETURNED),
    WorkState.SUPPLEMENTED: (WorkState.TO_CHECK, WorkState.CLOSED_WITHDRAWN),
    **dict.fromkeys(_CLOSED, (WorkState.RETURNED,)),
}
CHECKED = frozenset({WorkState.TO_SEND, *_CLOSED, WorkState.RETURNED})
"""What only somebody who checks may do, and with a dossier that he prepared himself only where 自核 is allowed."""

_BY_PROGRAM = frozenset({WorkState.SCREENING})
_CLERKS_OWN = frozenset({WorkState.CLOSED_WITHDRAWN})


def allowed(dossier: DossierWork, person: Person) -> list[WorkState]:
    """The steps that this person may take with it now."""
    steps = STEPS[WorkState(dossier.state)]
    return [step for step in steps if step not in _BY_PROGRAM and not _refused(dossier, person, step)]


@dataclass(frozen=True, slots=True)
class WantedStep:
    """The state that is wanted, the version of the row that was seen, and why."""

    to: str
    version: str
    why: str = ""


def moved(by: Actor, person: Person, dossier: DossierWork, wanted: WantedStep) -> None:
    """The step taken. UsageError where it is none, the person may not, or somebody else was first."""
    with transaction.atomic():
        now = DossierWork.objects.select_for_update().get(pk=dossier.pk)
        if str(now.version) != wanted.version:
            raise UsageError("其间另有人改动过这个卷宗的状态。请看过现在的状态再操作。")
        step = next((one for one in STEPS[WorkState(now.state)] if one.value == wanted.to), None)
        if step is None:
            raise UsageError(f"“{now.get_state_display()}”的卷宗不能这样办理。")
        refused = _refused(now, person, step)
        if refused:
            raise UsageError(refused)
        if step is WorkState.RETURNED and not wanted.why:
            raise UsageError("退回须写明理由。")
        before = now.state
        now.state, now.version = step, now.version + 1
        if step in CHECKED:
            now.reviewer = person
        now.save(update_fields=["state", "version", "reviewer"])
        own = {"own_check": "本人自核"} if step in CHECKED and now.assignee_id == person.pk else {}
        events.noted(by, "办理", now, before=before, after=str(step), reason=wanted.why, **own)
    dossier.refresh_from_db()


def _refused(dossier: DossierWork, person: Person, step: WorkState) -> str:
    """Why this person may not take this step; empty where he may."""
    if not person.roles & {Role.CLERK, Role.CHECKER}:
        return "须由经办人或复核人办理。"
    if step in _CLERKS_OWN and Role.CLERK in person.roles:
        return ""
    if step in CHECKED:
        if Role.CHECKER not in person.roles:
            return "须由复核人办理。"
        if dossier.assignee_id == person.pk and not house.of(settings.DATA.root).own_check:
            return "复核须由经办人以外的人进行。"
    return ""
