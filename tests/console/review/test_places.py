"""The places of a point: each once, numbered, what its readings rest on first."""

from console.results.read_back import screening_at
from console.review.places import places_of
from tests.builders.console import screened


def test_places_and_readings(tmp_path):
    results = screened(tmp_path)
    read = screening_at(sorted(child for child in results.iterdir() if child.is_dir())[1])
    for finding in read.screening.findings:
        found = places_of(finding, read)
        positions = [place.at.position for place in found.places]
        assert len(positions) == len(set(positions))
        assert [place.number for place in found.places] == list(range(1, len(positions) + 1))
        named = {place.number for reading in found.readings for place in reading.places}
        assert named | {place.number for place in found.beside_readings()} == set(range(1, len(positions) + 1))
    compared = places_of(read.finding("crosscheck.enterprises_served"), read)
    assert len(compared.readings) > 1
    assert all(reading.places for reading in compared.readings)
