# Two commands do everything: `make demo` and `make test`. The others are parts of these, for daily work.

PYTHON ?= python3
PORT ?= 8000
PERSONS ?= 10000 100000 1000000
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Node comes from the locked set too, so that Python and make are all that a machine needs.
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test lint types python-tests browser-tests api-tests app-tests js-checks bench load regels locks clean

help: ## Say what can be made.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

demo: $(VENV)/.runtime ## Set up, load the demonstration register, and serve on http://localhost:$(PORT).
	@PORT=$(PORT) $(BIN)/veldwijzer demo

demo-reset: $(VENV)/.runtime ## Throw the demonstration away and start anew.
	@PORT=$(PORT) $(BIN)/veldwijzer demo --opnieuw

test: lint types js-checks python-tests ## Set up and run every check and every test.

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

# Two at a time: those in a browser mostly wait for it, and one after the other they took half an hour.
python-tests: $(VENV)/.dev $(VENV)/.browser node_modules/.installed
	@$(MAKE) --no-print-directory -j2 browser-tests api-tests app-tests

browser-tests:
	$(WITH_NODE) $(BIN)/pytest tests/browser

api-tests:
	$(WITH_NODE) $(BIN)/pytest tests/api

app-tests: # Everything else.
	$(WITH_NODE) $(BIN)/pytest --ignore=tests/browser --ignore=tests/api

js-checks: node_modules/.installed
	$(WITH_NODE) npm run --silent checks

load: $(VENV)/.dev ## A shift peak against the demonstration that runs: 40 officers for one minute.
	$(BIN)/locust -f loadtests/locustfile.py --headless --users 40 --spawn-rate 4 --run-time 60s --only-summary

bench: $(VENV)/.dev ## Measure the figures in docs/figures.md, an hour or so (PERSONS=10000: one size).
	$(BIN)/python -m loadtests.figures --persons $(PERSONS)

regels: $(VENV)/.dev ## Write down what the rules make of names (tests/app/names/test_regels.py says when).
	$(BIN)/python -m tests.app.names.voorbeelden.vingerafdruk

locks: $(VENV)/.dev ## Write the lock files anew from pyproject.toml.
	$(BIN)/python -m pip install --quiet uv
	for set in runtime dev build; do \
	  case $$set in runtime) from=pyproject.toml ;; dev) from="pyproject.toml --group dev" ;; build) from="--group build" ;; esac; \
	  $(BIN)/uv pip compile $$from --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o locks/$$set.txt || exit 1; \
	done

clean: ## Remove what was installed; the data in var/ stays.
	rm -rf $(VENV) node_modules

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Veldwijzer needs Python 3.11 or newer; choose one with PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The locks hold versions and hashes; --no-deps and --no-build-isolation keep everything else out.
$(VENV)/.runtime: locks/runtime.txt locks/build.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r locks/runtime.txt -r locks/build.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: locks/dev.txt $(VENV)/.runtime
	$(BIN)/pip install --quiet --require-hashes -r locks/dev.txt
	@touch $@

# The system's Chromium when there is one; else the test tool fetches its own.
$(VENV)/.browser: $(VENV)/.dev
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || $(BIN)/playwright install --with-deps chromium
	@touch $@

node_modules/.installed: package.json package-lock.json $(VENV)/.dev
	$(WITH_NODE) npm ci --silent --no-audit --no-fund
	@touch $@
