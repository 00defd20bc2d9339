"""Every value that the card offers for correction is one that the command takes."""

from console.results.read_back import screening_at
from console.review.correctable import correctable
from console.review.places import places_of
from tests.builders.commands import dossier as command
from tests.builders.console import screened


def test_the_command_takes_them(tmp_path):
    results = screened(tmp_path)
    folder = sorted(child for child in results.iterdir() if child.is_dir())[1]
    read = screening_at(folder)
    finding = read.finding("crosscheck.enterprises_served")
    offered = correctable(finding, read, places_of(finding, read))
    assert "figures.enterprises_served.roster" in {one.what for one in offered}
    for one in offered:
        words = ("correct", "--value", one.read, "--name", "王五", "--reason", "按原件", "--later")
        done = command("decide", results, read.screening.id, one.what, *words)
        assert done.exit_code == 0, (one.what, done.output)
