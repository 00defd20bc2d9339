"""The tests stand where the modules stand: a module's test file has its path and its name.

``modules_without_tests.txt`` lists the modules that have no test file of their own (others' tests go through them).
It may only shrink: a new module comes with its test file, and one that gains its file leaves the list.
"""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("schemas", "extractors", "validators", "pipeline", "console")
LIST = Path(__file__).with_name("modules_without_tests.txt")
LISTED = LIST.read_text(encoding="utf-8").split()
# Tests of more than one module, beside those that stand straight in tests/.
BESIDE = {
    "tests/pipeline/rulebook/test_law_rows.py",
    "tests/console/test_in_a_browser.py",
    "tests/console/test_by_keyboard_in_a_browser.py",
    "tests/console/test_every_page_in_a_browser.py",
    "tests/console/test_ledger_in_a_browser.py",
    "tests/console/test_killed.py",
    "tests/console/test_no_network.py",
    "tests/golden/test_drafts.py",
    "tests/console/test_rounds_in_a_browser.py",
    "tests/console/test_incoming_in_a_browser.py",
    "tests/console/test_review_in_a_browser.py",
    "tests/console/test_settings_in_a_browser.py",
    "tests/golden/test_golden.py",
    "tests/golden/test_rehearsals.py",
    "tests/pipeline/test_hostile.py",
    "tests/pipeline/test_privacy.py",
    "tests/pipeline/test_same_bytes.py",
    "tests/pipeline/test_unheld.py",
    "tests/pipeline/demo/test_demo.py",
    "tests/pipeline/rulebook/test_language.py",
    "tests/pipeline/rulebook/test_mutations.py",
    "tests/pipeline/rulebook/test_other_hands.py",
    "tests/schemas/test_bounded_yaml.py",
    "tests/pipeline/decisions/test_corrections.py",
    "tests/pipeline/reports/test_in_a_browser.py",
    "tests/pipeline/sampling/statistics/test_published_tables.py",
    "tests/extractors/statements/test_vouchers.py",
    "tests/extractors/vocabulary/test_strict.py",
    "tests/extractors/read/test_crossed_out_blanks.py",
}


def modules():
    found = (
        path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if path.parent.name != "migrations"
    )
    return {path.relative_to(ROOT).as_posix() for path in found if path.name != "__init__.py"}


def its_test(module):
    path = Path(module)
    return Path("tests") / path.parent / f"test_{path.name}"


def test_a_module_without_a_test_file_is_on_the_list():
    lacking = {module for module in modules() if not (ROOT / its_test(module)).is_file()}
    assert lacking <= set(LISTED), "a new module comes with its test file"


@pytest.mark.parametrize("module", LISTED)
def test_the_list_only_shrinks(module):
    assert module in modules(), "the module is gone: take it off the list"
    assert not (ROOT / its_test(module)).is_file(), "the module has its test file: take it off the list"


def test_the_list_is_in_order_and_names_each_once():
    assert sorted(set(LISTED)) == LISTED


def test_every_test_file_stands_where_its_module_stands():
    folders = {path.parent for path in map(Path, modules())}
    packages = {folder / "__init__.py" for folder in folders}
    scripts = {path.relative_to(ROOT) for beside in ("scripts", "fuzz") for path in (ROOT / beside).rglob("*.py")}
    known = {its_test(module).as_posix() for module in modules()}
    known |= {its_test(script.as_posix()).as_posix() for script in scripts}
    known |= {(Path("tests") / init.parent.parent / f"test_{init.parent.name}.py").as_posix() for init in packages}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*/test_*.py")}
    assert there - known <= BESIDE, "a test file has the path and the name of its module"


def test_builders_stand_in_one_place():
    there = (ROOT / "tests").rglob("*.py")
    helpers = {path.relative_to(ROOT) for path in there if not path.name.startswith("test_") and path.stat().st_size}
    allowed = {Path("tests/builders"), Path("tests/golden")}
    beside = {Path("tests/conftest.py"), Path("tests/console/conftest.py")}
    assert {path for path in helpers if not allowed & set(path.parents)} == beside
