"""What waits to be received, for whoever may receive it?"""

from __future__ import annotations

from collections.abc import Sequence

from console.models import Arrival, ArrivalState, Person
from console.models.people import Role

_MOST = 50


def waiting(person: Person) -> Sequence[Arrival]:
    """What has come into the watched folder and nobody has taken, the oldest first."""
    if not {Role.CLERK, Role.CHECKER} & person.roles:
        return ()
    return list(Arrival.objects.filter(state=ArrivalState.WAITING).order_by("seen", "pk")[:_MOST])
