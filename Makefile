# The front door. Needs python3 (3.11 or newer) with pip, and make; everything else goes into .venv.

PYTHON ?= python3
PORT   ?= 8000
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --disable-pip-version-check --no-input

export OMP_NUM_THREADS = 1

.DEFAULT_GOAL := help
.PHONY: help serve test lint format evaluate train bench load soak fuzz audit pages lock clean
.DELETE_ON_ERROR:

help:  ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/run  ## install what is needed and serve on port 8000 (PORT=8080 for another)
	@echo "==> Serving on http://127.0.0.1:$(PORT) (Ctrl-C stops)"
	@$(BIN)/dateline serve --port $(PORT)

test: $(VENV)/dev $(VENV)/browser $(VENV)/timelinejs lint  ## install the test tools too, then ruff, mypy and pytest
	@echo "==> pytest"
	@$(BIN)/python -m pytest

lint: $(VENV)/dev  ## ruff and mypy
	@echo "==> ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "==> mypy"
	@$(BIN)/mypy

format: $(VENV)/dev  ## put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

evaluate: $(VENV)/dev  ## accuracy against the corpora in ../shared, each document unseen (10 minutes)
	@$(BIN)/python -m evaluation --unseen

train: $(VENV)/dev  ## train on the corpora in ../shared what the engine has learned, and keep it
	@$(BIN)/python -m training --write

bench: $(VENV)/dev  ## speed against the stock pipeline and peers, into docs/benchmarks.md (5 minutes)
	@$(BIN)/python -m venv $(VENV)/recognizers
	@$(VENV)/recognizers/bin/python -m pip install --disable-pip-version-check --quiet recognizers-text-suite 'emoji<2' \
	  && peers="--recognizers $(VENV)/recognizers/bin/python" || echo "Recognizers-Text cannot be installed: not measured."; \
	$(BIN)/python -m evaluation.bench $$peers --write docs/benchmarks.md

load: $(VENV)/dev  ## twice the load the service can carry, workers killed and replaced (5 minutes)
	@$(BIN)/python -m operations.load

soak: $(VENV)/dev  ## 5,000 different articles through one worker: its memory (5 minutes)
	@$(BIN)/python -m operations.soak

fuzz: $(VENV)/fuzz  ## 100,000 odd texts through the rooms that read text first (10 minutes; CASES=1000 for fewer)
	@$(BIN)/python -m operations.fuzz --cases $(or $(CASES),100000)

audit: $(VENV)/audit/bin/pip-audit  ## the locked dependencies against known weaknesses (needs pypi.org)
	@failed=0; for lock in requirements*.txt; do \
	  echo "==> $$lock"; \
	  $< --strict --disable-pip --require-hashes --progress-spinner off --requirement "$$lock" || failed=1; \
	done; exit $$failed

pages: $(VENV)/dev  ## write the generated files anew: the OpenAPI document, the printed grammar
	@$(BIN)/dateline openapi > schemas/openapi.json
	@$(BIN)/python -m dateline.timex.page > docs/grammar/en.md

lock: $(VENV)/dev  ## write the hashed requirements anew from pyproject.toml
	@set -e; lock() { \
	  echo "==> $$1"; \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --only-binary :all: --emit-build-options --no-emit-index-url --custom-compile-command "make lock" --output-file "$$@"; \
	}; \
	lock requirements.txt pyproject.toml --extra server --extra model; \
	lock requirements-dev.txt pyproject.toml --extra server --extra model --extra dev --constraint requirements.txt; \
	printf 'atheris>=3,<3.1\n' | lock requirements-fuzz.txt -; \
	printf 'pip-audit>=2.9,<3\n' | lock requirements-audit.txt -; \
	printf 'hatchling\neditables\n' | lock requirements-build.txt - --constraint requirements-dev.txt

clean:  ## remove what was made
	rm -rf $(VENV) node_modules dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what is installed: a stamp each, so that nothing is done twice -------------------------------------------------

$(VENV)/python:
	@command -v $(PYTHON) >/dev/null \
	  || { echo "There is no $(PYTHON). Name one of 3.11 or newer: make PYTHON=/path/to/python3 ..."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Dateline needs Python 3.11 or newer, and $(PYTHON) is older: make PYTHON=/path/to/python3 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "==> Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: requirements.txt requirements-build.txt pyproject.toml | $(VENV)/python
	@echo "==> Installing Dateline, what it needs and the language model (100 MB; a minute or two the first time)"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --quiet --require-hashes -r requirements-build.txt
	@$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/run
	@echo "==> Installing the test tools"
	@$(PIP) --quiet --require-hashes -r requirements-dev.txt
	@touch $@

# Apart: it has wheels for a few systems only.
$(VENV)/fuzz: requirements-fuzz.txt $(VENV)/dev
	@$(PIP) --quiet --require-hashes -r requirements-fuzz.txt
	@touch $@

# Apart: what looks at the others must not change what they are.
$(VENV)/audit/bin/pip-audit: requirements-audit.txt | $(VENV)/python
	@$(VENV)/bin/python -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip install --disable-pip-version-check --no-input --quiet --require-hashes -r $<
	@touch $@

# Only browser tests need it, and they skip without it.
$(VENV)/browser: $(wildcard tests/browser) | $(VENV)/python
	@if ! ls tests/browser >/dev/null 2>&1; then :; \
	elif command -v chromium >/dev/null; then echo "==> Chromium is there"; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "==> Installing Chromium for the browser tests"; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends chromium; } >/dev/null \
	    || echo "    That failed: browser tests will be skipped."; \
	else echo "==> No Chromium: browser tests will be skipped. On Debian: apt-get install chromium"; fi
	@touch $@

# Only one file of browser tests needs it: the library itself opens what we write for it.
$(VENV)/timelinejs: | $(VENV)/python
	@if command -v npm >/dev/null; then \
	  echo "==> Installing TimelineJS3 for the browser tests"; \
	  npm install --prefix . --no-save --ignore-scripts --no-audit --no-fund --loglevel=error @knight-lab/timelinejs@3.9.11 >/dev/null \
	    || echo "    That failed: its tests will be skipped."; \
	else echo "==> No npm: the tests with TimelineJS3 will be skipped."; fi
	@touch $@
