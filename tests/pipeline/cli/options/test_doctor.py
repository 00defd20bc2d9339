"""What may be asked of the doctor."""

from pathlib import Path

from pipeline.cli.options.doctor import DoctorOptions


def test_without_a_word_the_current_folder_and_the_usual_address():
    assert (DoctorOptions().folder, DoctorOptions().address) == (Path(), "127.0.0.1:8470")
