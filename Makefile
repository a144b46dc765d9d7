# The commands a person needs. Each creates what it needs by itself.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARTICLES ?= $(wildcard ../shared/data/news_sample/articles.jsonl)

.PHONY: audit test check bench docs clean

audit: $(VENV)/.installed
	$(BIN)/provenance audit --fail-on never seeds

test: check
	$(BIN)/pytest -n auto --dist loadfile

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/provenance rules check

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/speed.py $(if $(ARTICLES),--articles $(ARTICLES))

docs: $(VENV)/.dev
	$(BIN)/python docs/build.py

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q provenance
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
