PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
OFFICE := $(VENV)/.office

.PHONY: demo console test check lint types imports golden fuzz lock clean

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
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

lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet pip-tools
	$(VENV)-lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-options --no-header --extra dev --extra console --output-file requirements.lock pyproject.toml
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
