"""Served as in an office: it says where, makes its own folder, keeps a worker going, and ends when it is told."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

SECONDS = 90


@pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")
def test_from_an_empty_folder(tmp_path):
    command = [sys.executable, "-m", "console.command", "console", str(tmp_path / "data"), "--no-browser"]
    given = {key: value for key, value in os.environ.items() if not key.startswith("DOSSIER_CONSOLE")}
    with subprocess.Popen(
        [*command, "--address", "127.0.0.1:0"], env=given, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            told = server.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/setup\?code=\w{8}", told)[0]
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:
                assert "首次设置" in answer.read().decode()
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(
                    urllib.request.Request(address, headers={"Host": "evil.example"}), timeout=SECONDS
                )
            assert refused.value.code == 400
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(SECONDS) in (0, 1, 130)
    assert (tmp_path / "data" / "console.sqlite3").stat().st_mode & 0o077 == 0
