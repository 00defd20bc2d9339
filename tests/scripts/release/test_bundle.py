"""What a bureau without internet gets: everything by its hash, starters that its system reads."""

import hashlib
import json
import re
import shutil
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts.release import bundle, locked, sbom
from scripts.release.locked import Pin
from scripts.release.target import TARGETS, Target

WINDOWS, LINUX = TARGETS["windows"], TARGETS["linux"]


def wheel(folder: Path, name: str) -> None:
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr("x.dist-info/licenses/LICENSE", name)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """A bundle for each system, of three packages: one for all, one of machine code, one that Windows alone needs."""
    lock = tmp_path / "requirements.lock"
    pieces = ("rich==15.0.0", "numpy==2.4.6", "colorama==0.4.6 ; sys_platform == 'win32'")
    lock.write_text("".join(f"{one} \\\n    --hash=sha256:{'0' * 64}\n" for one in pieces), encoding="utf-8")
    monkeypatch.setattr(sbom, "LOCK", lock)

    def fetched(pins: Sequence[Pin], target: Target, python: str, wheels: Path, _: Path | None) -> None:
        number = python.replace(".", "")
        native = f"cp{number}-cp{number}-{target.platforms[0]}"
        for pin in pins:
            wheel(wheels, f"{pin.name}-{pin.version}-{native if pin.name == 'numpy' else 'py3-none-any'}.whl")

    def built(folder: Path) -> tuple[Path, Path]:
        name = f"dossier_intake-{sbom.version()}-py3-none-any.whl"
        wheel(folder, name)
        return folder / "x.tar.gz", folder / name

    monkeypatch.setattr(bundle, "download", fetched)
    monkeypatch.setattr(bundle.smoke, "built", built)
    return {name: bundle.make(target, ["3.11", "3.12"], tmp_path / "dist", None) for name, target in TARGETS.items()}


def test_every_wheel_is_asked_for_by_its_hash_and_no_other_is_there(made: dict[str, Path]):
    for folder in made.values():
        asked = {
            digest
            for line in (folder / "bundle" / "requirements.txt").read_text(encoding="utf-8").splitlines()
            for digest in re.findall(r"sha256:([0-9a-f]{64})", line)
        }
        assert asked == {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("wheels/*.whl")}


def test_each_system_gets_what_it_needs(made: dict[str, Path]):
    names = {name: sorted(path.name for path in folder.glob("wheels/*.whl")) for name, folder in made.items()}
    assert [one.partition("-")[0] for one in names["windows"]] == [
        "colorama",
        "dossier_intake",
        "numpy",
        "numpy",
        "rich",
    ]
    assert [one.partition("-")[0] for one in names["linux"]] == ["dossier_intake", "numpy", "numpy", "rich"]
    assert all("win_amd64" in one for one in names["windows"] if one.startswith("numpy"))


def test_a_wheel_that_is_missing_for_one_python_is_told(made: dict[str, Path]):
    folder = made["windows"]
    (folder / "wheels" / "numpy-2.4.6-cp312-cp312-win_amd64.whl").unlink()
    pins = locked.pins(sbom.LOCK)
    assert bundle.lacking(pins, folder / "wheels", WINDOWS, "3.11") == []
    assert bundle.lacking(pins, folder / "wheels", WINDOWS, "3.12") == ["numpy"]


def test_all_files_are_held_against_their_hash(made: dict[str, Path]):
    for folder in made.values():
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        told = {line[66:]: line[:64] for line in lines}
        there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        assert set(there) - {"SHA256SUMS"} == set(told)
        assert all(hashlib.sha256(there[name].read_bytes()).hexdigest() == digest for name, digest in told.items())


def test_windows_reads_every_text_and_starter(made: dict[str, Path]):
    texts = [
        path for path in made["windows"].rglob("*") if path.suffix in {".cmd", ".txt"} and "LICENSES" not in path.parts
    ]
    texts = [path for path in texts if path.name != "requirements.txt"]
    assert {path.name for path in texts} >= {"安装.cmd", "启动.cmd", "说明.txt", "no-python.txt"}
    for path in texts:
        data = path.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n"), path.name
        assert not data.startswith(b"\xef\xbb\xbf"), path.name


@pytest.mark.parametrize("name", ["安装.cmd", "启动.cmd"])
def test_a_starter_reads_the_same_in_every_code_page(made: dict[str, Path], name: str):
    data = (made["windows"] / name).read_bytes()
    assert data.isascii()
    assert data.split(b"\r\n")[0] == b"@echo off"
    assert b"chcp 65001" in data
    labels = set(re.findall(rb"(?m)^:(\w+)", data))
    assert set(re.findall(rb"goto (\w+)", data)) <= labels


@pytest.mark.parametrize("name", ["安装.cmd", "启动.cmd"])
def test_paths_with_spaces_are_quoted(made: dict[str, Path], name: str):
    text = (made["windows"] / name).read_text(encoding="ascii")
    unquoted = re.sub(r'"[^"]*"', "", text)
    assert not re.search(r"%(~dp0|LOCALAPPDATA|DOSSIER_HOME|PLACE|INSTALLER)%?", unquoted)


def test_the_names_in_the_zip_are_utf_8(made: dict[str, Path]):
    with zipfile.ZipFile(made["windows"].with_name(made["windows"].name + ".zip")) as archive:
        (entry,) = (one for one in archive.infolist() if one.filename.endswith("安装.cmd"))
        assert entry.flag_bits & 0x800


def test_the_starters_of_linux_may_be_run(made: dict[str, Path]):
    with tarfile.open(made["linux"].with_name(made["linux"].name + ".tar")) as archive:
        modes = {member.name.rpartition("/")[2]: member.mode for member in archive.getmembers()}
    assert (modes["install.sh"], modes["start.sh"], modes["说明.txt"]) == (0o755, 0o755, 0o644)


def test_the_same_parts_give_the_same_file(made: dict[str, Path]):
    folder = made["linux"]
    before = folder.with_name(folder.name + ".tar").read_bytes()
    shutil.copytree(folder, folder.parent / "other" / folder.name)
    assert bundle.packed(folder.parent / "other" / folder.name, LINUX).read_bytes() == before


def test_the_bundle_says_for_which_python_it_is(made: dict[str, Path]):
    told = json.loads((made["linux"] / "bundle" / "bundle.json").read_text(encoding="utf-8"))
    assert (told["pythons"], told["platform"], told["version"]) == (["3.11", "3.12"], "linux", sbom.version())
    assert "3.11、3.12" in (made["linux"] / "说明.txt").read_text(encoding="utf-8")
