# Everything sets up what it needs: an environment of its own in .venv, from the locked, hashed requirements.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help run test ui daemon check bench docs screenshots lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY) ## run the pipeline on raw/ and publish an edition
	@$(BIN)/tallywire run

test: $(READY) ## run all tests
	@$(BIN)/pytest

ui: $(READY) ## open Dagster on http://127.0.0.1:3000, until Ctrl-C
	@$(BIN)/tallywire ui

daemon: $(READY) ## run schedule and sensors unattended, without the UI
	@$(BIN)/tallywire daemon

check: $(READY) ## lint, types, SQL style, documentation freshness
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --disable-progress-bar sql
	@$(BIN)/python scripts/data_dictionary.py --check
	@$(BIN)/dg check defs

bench: .venv-bench/.ready ## measure extraction beside spaCy, quantulum3 and a plain scan
	@PYTHONPATH=. PYTHONWARNINGS=ignore .venv-bench/bin/python scripts/bench.py

docs: $(READY) ## write docs/data-dictionary.md anew
	@$(BIN)/python scripts/data_dictionary.py

screenshots: $(READY) ## take the README's pictures anew (needs Chromium)
	@$(BIN)/python scripts/screenshots.py

LOCK = $(BIN)/uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-emit-index-url --custom-compile-command "make lock" --quiet
lock: ## resolve the dependencies of pyproject.toml anew into the two locks
	@$(PYTHON) -m venv .venv && $(BIN)/pip install --quiet uv
	@$(LOCK) --group dev -o requirements.lock
	@$(LOCK) --group bench -o requirements-bench.lock

clean: ## remove the environment and caches; raw/ and warehouse/ stay
	rm -rf .venv .venv-bench dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .tmp_dagster_home_*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is newer than what it was made from, so a second call starts at once.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tallywire needs Python 3.11 or newer.")'
	@echo "Setting up .venv: this takes some minutes, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "  installing the locked requirements ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@echo "  installing tallywire ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q .venv pipelines >/dev/null || true
	@touch $(READY)
	@echo "  ready."

.venv-bench/.ready: requirements-bench.lock
	@echo "Setting up .venv-bench with the other contestants: this takes some minutes, once."
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@
