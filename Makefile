# Two commands: `make run` serves the site, `make test` checks everything.
# Settings come from the environment; the README has the table.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
CHROMIUM ?= /usr/bin/chromium
# Neighbours share what they set up, so that each of the workers gets a piece of the whole.
IN_PARALLEL := -q -n auto --dist worksteal --ignore=tests/browser
MEASURES := tests/browser/node_modules
VAR := $(or $(VAR_DIR),var)
KEY_FILE := $(if $(SECRET_KEY),,$(or $(SECRET_KEY_FILE),$(VAR)/secret-key))

.PHONY: run test lint types templates messages sqlite postgres browser measures lock

run: export VAR_DIR := $(VAR)
run: export SITE_URL := $(or $(SITE_URL),http://127.0.0.1:$(PORT))
run: export BIND := $(or $(BIND),127.0.0.1:$(PORT))
run: export SECRET_KEY_FILE := $(KEY_FILE)
run: $(VENV)/installed $(KEY_FILE)
	@$(BIN)/python manage.py prepare $(if $(filter 1,$(EXAMPLE)),--example)
	@echo "Borås Hälsa: $$SITE_URL/ (staff: $$SITE_URL/admin/). Stop with Ctrl+C."
	@exec $(BIN)/gunicorn

test: lint types templates messages sqlite postgres browser
	@echo "All parts passed."

$(VENV)/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null \
	  || { echo "Missing: Python 3.11 or later, as '$(PYTHON)'. Another one: make PYTHON=/path/to/python"; exit 1; }
	@echo "Python: making the virtual environment $(VENV)."
	@$(PYTHON) -m venv $(VENV) || { echo "Missing: Python's venv module (Debian: python3-venv)."; exit 1; }
	@touch $@

$(VENV)/installed: requirements.lock | $(VENV)/python
	@echo "Packages: installing what the site needs, checked against requirements.lock."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/tested: requirements-dev.lock | $(VENV)/python
	@echo "Packages: installing what the tests need, checked against requirements-dev.lock."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/installed

$(VAR)/secret-key: | $(VENV)/python
	@mkdir -p $(VAR) && umask 077 && $(BIN)/python -c "import secrets; print(secrets.token_urlsafe(50))" > $@

lint: $(VENV)/tested
	@echo "Code: ruff."
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .

types: $(VENV)/tested
	@echo "Types: mypy."
	@DEBUG=1 $(BIN)/mypy --no-error-summary .

templates: $(VENV)/tested
	@echo "Templates: djlint."
	@$(BIN)/djlint --quiet --lint templates

messages: $(VENV)/tested
	@echo "Interface texts: compared with the code."
	@if command -v xgettext >/dev/null; then DEBUG=1 $(BIN)/python manage.py check_catalogues; \
	elif [ -n "$$CI" ]; then echo "Missing: GNU gettext."; exit 1; \
	else echo "Missing: GNU gettext, so new texts in the code can't be found. The catalogues themselves are tested."; fi

sqlite: $(VENV)/tested
	@echo "Tests: SQLite."
	@env -u DATABASE_URL $(BIN)/pytest $(IN_PARALLEL)

postgres: $(VENV)/tested
	@if [ -n "$$DATABASE_URL" ]; then echo "Tests: PostgreSQL."; $(BIN)/pytest $(IN_PARALLEL); \
	elif [ -n "$$CI" ]; then echo "Missing: DATABASE_URL of a PostgreSQL."; exit 1; \
	else echo "PostgreSQL: not tested. DATABASE_URL=postgres://… make test does it."; fi

browser: $(VENV)/tested
	@missing=""; \
	command -v "$(CHROMIUM)" >/dev/null || missing="$$missing Chromium"; \
	command -v npm >/dev/null || missing="$$missing npm"; \
	command -v java >/dev/null || missing="$$missing Java"; \
	if [ -z "$$missing" ]; then $(MAKE) --no-print-directory measures; \
	elif [ -n "$$CI" ]; then echo "Missing:$$missing."; exit 1; \
	else echo "Missing:$$missing, so the pages are not measured in a browser."; fi

measures: $(MEASURES)/installed
	@echo "Tests: a browser, axe, Lighthouse and the Nu HTML checker."
	@env -u DATABASE_URL CHROMIUM="$(CHROMIUM)" $(BIN)/pytest -q tests/browser

$(MEASURES)/installed: tests/browser/package-lock.json
	@echo "Packages: installing the measures, checked against package-lock.json."
	@cd tests/browser && npm ci --loglevel=error
	@touch $@

lock:
	@uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	@uv pip compile -q pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-dev.lock
