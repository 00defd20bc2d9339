PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
OFFICE := $(VENV)/.office

.PHONY: demo console test check lint types imports golden fuzz dist smoke sbom bundle audit docs coverage matrix lock clean

# requirements.lock: what a bureau runs, for every system and Python we support; requirements-dev.lock: that and our tools.
$(STAMP): requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $(STAMP)

# Tried once: where it cannot be installed, the formats that need it are reported and all others work.
$(OFFICE): $(STAMP)
	@sh scripts/office.sh
	@touch $(OFFICE)

demo: $(STAMP) $(OFFICE)
	$(BIN)/dossier demo

console: $(STAMP) $(OFFICE)
	$(BIN)/dossier console

test: $(STAMP) $(OFFICE)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports

check: lint types imports test

golden: $(STAMP)
	$(BIN)/python -m tests.golden.rewrite

# Broken files thrown at every reader, a minute a kind; FUZZ="pdf --seconds 3600" for an hour of one.
fuzz: $(STAMP)
	$(BIN)/python -m fuzz $(FUZZ)

dist: $(STAMP) sbom
	$(BIN)/python -m hatchling build -d dist

# The release installed and tried where there is no checkout; SMOKE=python3.13 for another Python.
smoke: $(STAMP)
	$(BIN)/python -m scripts.release.smoke $(SMOKE)

sbom: $(STAMP)
	$(BIN)/python -m scripts.release.sbom dist/sbom.cdx.json

# What a bureau without internet installs from (docs/installing.md); needs a registry or pip's cache, once.
bundle: $(STAMP)
	$(BIN)/python -m scripts.release.bundle linux $(BUNDLE)
	$(BIN)/python -m scripts.release.bundle windows $(BUNDLE)

# Known vulnerabilities of what a bureau runs. Asks a service on the internet, and is therefore no part of check.
# A part that could not be looked up fails it: AUDIT="--vulnerability-service osv" asks another service.
audit:
	$(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install --quiet "pip-audit>=2.7,<3"
	$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock $(AUDIT)

docs: $(STAMP)
	$(BIN)/mkdocs build --strict

# The share of lines and branches that the tests go through, processes of workers included. Two tests of what is
# written where (test_privacy, test_extract) see the files of coverage itself: a failure does not end it.
coverage: $(STAMP) $(OFFICE)
	$(BIN)/coverage erase
	-$(BIN)/coverage run -m pytest -n 0
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered --sort=cover

# The tests under every Python that is here, each in an environment of its own from the lock; TESTS names fewer of them.
PYTHONS ?= python3.11 python3.12 python3.13
matrix:
	@for python in $(PYTHONS); do \
		echo "== $$python" && $$python -m venv --clear $(VENV)-$$(basename $$python) && \
		$(VENV)-$$(basename $$python)/bin/python -m pip install --quiet --require-hashes -r requirements-dev.lock && \
		$(VENV)-$$(basename $$python)/bin/python -m pip install --quiet --no-deps --no-build-isolation -e . && \
		$(VENV)-$$(basename $$python)/bin/python -m pytest $(TESTS) || exit 1; \
	done

# Versions that the locks name stay as long as pyproject.toml allows them; UPGRADE=--upgrade takes the newest.
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet "uv>=0.9,<1"
	$(VENV)-lock/bin/python scripts/release/lock.py $(UPGRADE)
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-* .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* build dist site
