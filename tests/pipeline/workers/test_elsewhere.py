"""Work done by other processes through a scheduler: each unit once, a machine lost in the middle, bytes alone."""

from __future__ import annotations

import os
import queue
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.workers import Carried, Lost, WorkPlan, elsewhere, outcomes
from schemas.errors import UsageError
from tests.builders.cluster import Cluster, certificates, cluster

pytest.importorskip("distributed", reason="the extra dask is not installed")

UNITS = [f"卷{number}" for number in range(12)]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("dask")) as made:
        yield made


def _twice(unit: str) -> str:
    if unit == "错误":
        raise ValueError("13800000000")
    if unit == "用法":
        raise UsageError("没有这个文件夹。")
    if unit == "崩溃":
        os.abort()
    time.sleep(0.05)
    return unit * 2


def _unpacked(data: bytes) -> str:
    return data.decode("utf-8")


CARRIED = Carried(str.encode, _unpacked)


class _Code:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.mkdir, ("stranger",))


def _strange(_: str) -> object:
    return _Code()


def done(units: list[str], plan: WorkPlan) -> dict[str, str | Lost]:
    return dict(outcomes(units, _twice, plan, carried=CARRIED))


def test_each_unit_is_done_and_an_accident_is_its_own(two: Cluster) -> None:
    found = done([*UNITS, "错误", "崩溃"], WorkPlan(executor=two.executor))
    assert {unit: found[unit] for unit in UNITS} == {unit: unit * 2 for unit in UNITS}
    assert isinstance(found["错误"], Lost)
    assert isinstance(found["崩溃"], Lost)
    assert all(process.poll() is None for process in two.workers), "what ends a process ends one of ours, not Dask's"


def test_wrong_usage_ends_the_run(two: Cluster) -> None:
    with pytest.raises(UsageError, match="没有这个文件夹"):
        done(["用法"], WorkPlan(executor=two.executor))


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(tmp_path: Path) -> None:
    with cluster(tmp_path / "dask") as made:
        found: dict[str, str | Lost] = {}
        for unit, result in outcomes(UNITS, _twice, WorkPlan(executor=made.executor), carried=CARRIED):
            if not found:
                made.workers[0].kill()
            found[unit] = result
        assert found == {unit: unit * 2 for unit in UNITS}


def test_a_result_that_is_no_bytes_is_not_unpickled(two: Cluster) -> None:
    finished: queue.SimpleQueue[object] = queue.SimpleQueue()
    with elsewhere._client(two.executor) as client:  # noqa: SLF001  how it is connected is what is tested
        future = client.submit(_strange, "甲", pure=False)
        future.add_done_callback(finished.put)
        found = elsewhere._fetched(finished.get(), CARRIED)  # noqa: SLF001  as above
    assert isinstance(found, Lost)
    assert not Path("stranger").exists()


@pytest.mark.parametrize("address", ["10.0.0.1:8786", "scheduler:8786"])
def test_another_machine_without_certificates_is_not_spoken_to(address: str) -> None:
    with pytest.raises(UsageError, match="TLS"):
        done(UNITS, WorkPlan(executor=f"dask://{address}"))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates are made by openssl")
def test_with_certificates_of_ones_own_everything_is_sealed(tmp_path: Path) -> None:
    from dask import config

    made = certificates(tmp_path / "tls")
    files = {"ca-file": "authority.pem", "client.cert": "machine.pem", "client.key": "machine.key"}
    told = {f"distributed.comm.tls.{key}": str(made / name) for key, name in files.items()}
    with cluster(tmp_path / "dask", workers=1, tls=made) as sealed:
        with config.set(told):
            assert done(UNITS[:2], WorkPlan(executor=sealed.executor)) == {unit: unit * 2 for unit in UNITS[:2]}
        with pytest.raises(UsageError, match="证书"):
            done(UNITS[:1], WorkPlan(executor=sealed.executor))
