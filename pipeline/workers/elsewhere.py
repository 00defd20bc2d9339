"""How is the work done by other machines, through Dask?

Each machine has this program, in the same version, and sees the inbox under the same path. A dossier goes to whoever
is free; where that machine is lost, it goes to another one. What comes back are bytes (``carried``). Only so many
dossiers are given out as are worked on soon, so that results do not heap up where nobody has fetched them yet.

Dask's own messages are pickled: whoever may speak with its scheduler may run code on every machine. So a scheduler
elsewhere is spoken to with TLS and certificates of one's own alone.
"""

from __future__ import annotations

import importlib
import ipaddress
import queue
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Protocol, Self, TypeVar

from pipeline.workers import resident
from pipeline.workers.carried import Carried, raised
from pipeline.workers.plan import Lost, WorkPlan
from schemas.errors import RulebookError, UsageError

Unit = TypeVar("Unit")
Result = TypeVar("Result")

DASK = "dask://"
_TLS = "distributed.comm.tls"
_CONNECTING = 10
"""Seconds until a scheduler must have answered."""
_FIRST_WORKER = 60
"""Seconds until a worker must have come to it."""
_AHEAD = 2
"""Dossiers that are given out for each that is worked on."""
_KILLED = "承担处理的机器先后意外退出或出错，没有得到结果，请人工核看，或减少各机器上的进程数后重试"


class DaskFuture(Protocol):
    """What we ask of a future of Dask, which has no types."""

    status: str

    def result(self) -> object:
        """What the work returned."""

    def add_done_callback(self, call: Callable[[DaskFuture], None]) -> None:
        """Whom to tell once it is done."""

    def release(self) -> None:
        """Nobody needs the result any more."""


class DaskClient(Protocol):
    """What we ask of its client."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...
    def nthreads(self) -> Mapping[str, int]:
        """Worker → how many tasks it does at once."""

    def submit(self, work: Callable[..., bytes], *given: object, pure: bool) -> DaskFuture:
        """Give this out."""


def elsewhere(
    units: Sequence[Unit], work: Callable[[Unit], Result], plan: WorkPlan, carried: Carried[Result]
) -> Iterator[tuple[Unit, Result | Lost]]:
    """Each unit with what came of it. UsageError where there is no such scheduler, or nobody who works for it."""
    run = uuid.uuid4().hex
    waiting = list(reversed(units))
    finished: queue.SimpleQueue[DaskFuture] = queue.SimpleQueue()
    running: dict[DaskFuture, Unit] = {}
    with _client(plan.executor) as client:
        while waiting or running:
            at_work = max(1, sum(client.nthreads().values()))
            while waiting and len(running) < _AHEAD * at_work:
                unit = waiting.pop()
                future = client.submit(_there, unit, work, plan, run, carried, pure=False)
                running[future] = unit
                future.add_done_callback(finished.put)
            future = finished.get()
            outcome: Result | Lost = _fetched(future, carried)
            yield running.pop(future), outcome
            future.release()


def _there(unit: Unit, work: Callable[[Unit], Result], plan: WorkPlan, run: str, carried: Carried[Result]) -> bytes:
    """On the other machine: what comes of this unit, as bytes."""
    try:
        return carried.written(resident.outcome(unit, work, plan, run))
    except (UsageError, RulebookError) as error:
        return raised(error)


def _fetched(future: DaskFuture, carried: Carried[Result]) -> Result | Lost:
    if future.status != "finished":
        return Lost(_KILLED)
    try:
        return carried.read(future.result())
    except TypeError:
        return carried.read(None)  # it would have had to be unpickled


def _client(executor: str) -> DaskClient:
    try:
        # An extra: whoever works on one machine does not have it.
        config, distributed = (importlib.import_module(name) for name in ("dask.config", "distributed"))
    except ImportError as error:
        raise UsageError("--executor dask:// 需要另行安装：pip install 'dossier-intake[dask]'。") from error
    address = executor.removeprefix(DASK)
    sealed = bool(config.get(f"{_TLS}.ca-file", None))
    if not sealed and not _this_machine(address):
        raise UsageError(
            f"与其他机器上的 Dask 调度器（{address}）通信必须加密并验证证书：请按 docs/scale.md 配置 TLS 证书后重试。"
        )
    try:
        # What is not plain bytes, text or numbers is refused instead of unpickled.
        client = distributed.Client(
            f"{'tls' if sealed else 'tcp'}://{address}",
            timeout=_CONNECTING,
            set_as_default=False,
            deserializers=["dask", "msgpack"],
        )
    except (OSError, ValueError) as error:
        raise UsageError(f"连接不上 Dask 调度器 {address}。请检查地址、网络和证书。") from error
    try:
        client.wait_for_workers(1, timeout=_FIRST_WORKER)
    except TimeoutError as error:
        client.close()
        raise UsageError(f"Dask 调度器 {address} 没有可用的工作进程。请先在各机器上启动 dask worker。") from error
    made: DaskClient = client
    return made


def _this_machine(address: str) -> bool:
    host = address.rpartition(":")[0].strip("[]")
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"
