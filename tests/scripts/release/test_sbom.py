"""The bill of materials names every part of the lock, with version, licence and who needs it."""

from pathlib import Path

from scripts.release import locked, sbom

PINS = locked.pins(Path(__file__).resolve().parents[3] / "requirements.lock")


def test_every_part_of_the_lock_stands_in_it_once():
    components = sbom.bill(PINS)["components"]
    assert isinstance(components, list)
    assert [(one["name"], one["version"]) for one in components] == [(pin.name, pin.version) for pin in PINS]
    assert all(one["licenses"][0]["expression"] for one in components)


def test_every_reference_has_its_component():
    record = sbom.bill(PINS)
    components, dependencies = record["components"], record["dependencies"]
    assert isinstance(components, list)
    assert isinstance(dependencies, list)
    known = {one["bom-ref"] for one in components} | {f"pkg:pypi/dossier-intake@{sbom.version()}"}
    assert {one["ref"] for one in dependencies} == known
    assert {ref for one in dependencies for ref in one["dependsOn"]} <= known
    ours = next(one for one in dependencies if "dossier-intake" in one["ref"])
    assert [ref for ref in ours["dependsOn"] if ref.startswith("pkg:pypi/typer@")]


def test_the_same_lock_gives_the_same_bytes():
    assert sbom.as_text(sbom.bill(PINS)) == sbom.as_text(sbom.bill(PINS))


def test_the_files_that_are_shipped_stand_with_their_hash():
    record = sbom.bill(PINS[:1], {PINS[0].name: [("a.whl", "0" * 64)]})
    components = record["components"]
    assert isinstance(components, list)
    assert components[0]["components"][0]["hashes"] == [{"alg": "SHA-256", "content": "0" * 64}]
