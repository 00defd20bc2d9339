PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
OFFICE := $(VENV)/.office

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

# Versions that the locks name stay as long as pyproject.toml allows them; UPGRADE=--upgrade takes the newest.
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet "uv>=0.9,<1"
	$(VENV)-lock/bin/python scripts/release/lock.py $(UPGRADE)
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
