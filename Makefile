# Each target does its own set-up: .venv, made once from requirements.txt (pinned, with hashes).
# The first Python that runs and is new enough; a name on the PATH may be a shim of a version manager.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help site serve check links test lighthouse bench picture clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1	/' | expand -t 14

site: $(STAMP) ## build the site, strictly, into site/
	@$(BIN)/python scripts/build_site.py

serve: $(STAMP) ## show the site at http://127.0.0.1:8000/ while you edit
	@$(BIN)/mkdocs serve

check: $(STAMP) ## lint, types, workflows and the links of the corpus, offline
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy --strict scripts
	$(BIN)/actionlint -color=false .github/workflows/*.yml
	$(BIN)/zizmor --offline --quiet .github/workflows
	$(BIN)/python scripts/check_links.py
	$(BIN)/python scripts/check_parity.py

links: $(STAMP) ## ask the UN whether every link is what it says (needs a network; polite, so slow)
	@$(BIN)/python scripts/check_links.py --online

test: $(STAMP) ## run all tests
	$(BIN)/python -m pytest

lighthouse: $(STAMP) ## print axe's findings and Lighthouse's scores; fails below the limits (needs Node.js and Chromium)
	@! command -v npm >/dev/null || npm ci --prefix tests/lighthouse --ignore-scripts --no-audit --no-fund --loglevel=error
	@PYTHONPATH=scripts $(BIN)/python tests/lighthouse.py

bench: $(STAMP) ## print how the checks grow with the corpus
	$(BIN)/python tests/bench_links.py
	PYTHONPATH=scripts $(BIN)/python tests/bench_online.py

picture: $(STAMP) ## take the README's picture from site/
	@$(BIN)/python scripts/take_picture.py

clean: ## remove the site and the environment
	rm -rf site $(VENV)

$(STAMP): requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and none was found / 需要 Python 3.11 或更新版本"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is too old: Python 3.11 or newer is needed / 需要 Python 3.11 或更新版本"; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) has no venv: on Debian, apt install python3-venv / 缺少 venv：Debian 上请 apt install python3-venv"; exit 2; }
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $(STAMP)
