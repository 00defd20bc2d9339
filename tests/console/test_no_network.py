"""The console answers whoever calls it, and calls nobody but itself: no look-up, no connection off this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys

import psutil
import pytest

from tests.builders.console import at_work, kept
from tests.builders.killed import POINT
from tests.builders.served_console import PATIENCE, ServedConsole, Visitor

_CALLS = re.compile(r"(connect|sendto|sendmsg|sendmmsg)\(.*AF_INET")
# It tries its own address to know that it answers, and its database may stand on this machine; a resolver may too.
_HOME = re.compile(r'inet_addr\("127\.0\.0\.1"\)|"::1"')
_RESOLVER = "htons(53)"


def _traces() -> bool:
    try:
        command = ["strace", "-f", "-o", "/dev/null", "true"]
        return subprocess.run(command, capture_output=True, check=False, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


pytestmark = pytest.mark.skipif(sys.platform == "win32" or not _traces(), reason="no strace that may trace here")


def test_a_clerk_at_work_makes_no_call_outside(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        one.hashed_as_served()
        kept(results)
        (one.folder / "office.yaml").write_text("name: 示例局\nsign: 试\n", encoding="utf-8")
        cache, where = os.environ["DOSSIER_CACHE"], f"/b/{batch.pk}"
        dossier = f"{where}/d/{batch.dossiers.order_by('order').last().pk}"
    logs = tmp_path / "log"
    logs.mkdir()
    watch = ("strace", "-ff", "-qq", "-s", "256", "-e", "trace=network", "-o", str(logs / "call"))
    console = ServedConsole(one.folder, environment={"DOSSIER_CACHE": cache}, before=watch)
    console.begin()
    try:
        clerk = Visitor(console)
        assert clerk.login("zhang").status == 302
        for page in ("/", where, f"{where}/letters", dossier):
            assert clerk.get(page).status == 200
        form = clerk.get(f"{dossier}/review?point={POINT}").hidden("/act/accept")
        assert clerk.post(f"{dossier}/act/accept", form | {"reason": "核对无误。"}).status == 302
    finally:
        psutil.Process(console.process.pid).children()[0].send_signal(signal.SIGINT)
        console.process.wait(PATIENCE)
    said = [line for log in logs.iterdir() for line in log.read_text(errors="replace").splitlines()]
    assert any("accept" in line for line in said)
    calls = [line for line in said if _CALLS.search(line)]
    assert [line for line in calls if _RESOLVER in line or not _HOME.search(line)] == []
