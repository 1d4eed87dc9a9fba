# Kaksi komentoa riittää: `make serve` ja `make test`. Kumpikin asentaa ensin, mitä puuttuu.
# Toinen Python: make test PYTHON=python3.12. Toinen portti: make serve PORT=8080.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
INPUTS ?= 1000
SEED ?= 0
BIN := .venv/bin
READY := .venv/ready
NODE_READY := node_modules/.package-lock.json
DESK := .cache/desk/megatavuja
DESK_READY := $(if $(shell command -v npm),$(DESK))
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve test js kopio pictures statement coverage durations fuzz same golden mutate build check links schema format bench search-eval search-bench lock bom audit clean

help: ## Näytä komennot
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: $(READY) $(DESK_READY) ## Rakenna sivusto ja näytä se; muutokset näkyvät heti
	@echo "Sivusto avautuu osoitteeseen http://$(HOST):$(PORT)/ (lopeta: Ctrl+C)"
	@SITE_URL=http://$(HOST):$(PORT)/ $(BIN)/mkdocs serve --dev-addr $(HOST):$(PORT)

test: $(READY) $(DESK_READY) ## Kaikki tarkistukset: ruff, mypy, aineisto, testit (myös selaimessa)
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy
	$(BIN)/mallit check
	.ci/test

js: $(NODE_READY) ## Tarkista selaimen ohjelmat ja tyylit: muoto (prettier), tyypit (tsc), puhtaat osat (node --test); vaatii Noden
	node_modules/.bin/prettier --log-level warn --check content/assets hooks/editor tests/js
	node_modules/.bin/tsc
	node --test tests/js/*.test.js

build: $(READY) $(DESK_READY) ## Rakenna julkaistava sivusto kansioon site/ (kesken jäänyt ei korvaa ehjää)
	@rm -rf site-kesken
	$(BIN)/mkdocs build --strict --clean --site-dir site-kesken
	@rm -rf site && mv site-kesken site

kopio: build ## Tee sivustosta zip, jota voi lukea ilman verkkoa: tyokykymallit-sivusto.zip
	$(BIN)/mallit kopio site tyokykymallit-sivusto.zip

pictures: $(READY) $(DESK_READY) ## Ota ohjeen kuvat uudelleen oikeista sivuista (selain)
	PYTHONPATH=hooks:tests $(BIN)/python -m pictures

statement: $(READY) ## Kirjoita saavutettavuusselosteeseen, mitä testit testaavat
	PYTHONPATH=hooks:tests $(BIN)/python -m statement

coverage: $(READY) ## Näytä, mitä riviä mikään testi ei aja (ilman selainta)
	.ci/test -m "not browser" --cov --cov-report=term-missing:skip-covered

durations: $(READY) ## Luettele hitaimmat testit ja valmistelut
	.ci/test --durations=50 --durations-min=0.5

fuzz: $(READY) ## Riko aineistoa satunnaisesti ja katso, ettei mikään kaadu (INPUTS=1000 SEED=0)
	PYTHONPATH=hooks:tests $(BIN)/python -m fuzz $(INPUTS) $(SEED)

same: $(READY) ## Rakenna viidessä ympäristössä ja vertaa tavut (oikea aineisto: SAME=--real)
	PYTHONPATH=hooks:tests $(BIN)/python -m reproducible $(SAME)

golden: $(READY) ## Kirjoita sivujen odotetut tekstit uudelleen (lue sitten git diff tests/pages)
	PYTHONPATH=hooks:tests $(BIN)/python -m pages

mutate: $(READY) ## Istuta virheitä koodiin ja pohjiin: huomaako mikään testi ne? (noin 20 min)
	PYTHONPATH=hooks:tests $(BIN)/python -m mutation

check: $(READY) ## Tarkista vain aineisto (models/)
	$(BIN)/mallit check

links: $(READY) ## Tarkista ulkoiset linkit (vaatii verkon)
	$(BIN)/mallit links

schema: $(READY) ## Päivitä editorien skeemat (models/schema/) kenttien määrittelyistä
	$(BIN)/mallit schema

format: $(READY) ## Muotoile koodi: Python (ruff) ja, jos Node on, selaimen ohjelmat ja tyylit (prettier)
	$(BIN)/ruff check --fix hooks tests
	$(BIN)/ruff format hooks tests
	! command -v npm >/dev/null || { $(MAKE) --no-print-directory $(NODE_READY) && node_modules/.bin/prettier --log-level warn --write content/assets hooks/editor tests/js; }

bench: $(READY) ## Mittaa rakentamisen nopeus tavalliseen Materialiin verrattuna (noin 25 min; SIZES="100 1000" nopeammin)
	PYTHONPATH=tests $(BIN)/python -m benchmarks $(if $(SIZES),--sizes $(SIZES))

search-eval: $(READY) ## Mittaa haku: mitä arvioidut kyselyt löytävät (oikeassa selaimessa)
	PYTHONPATH=hooks:tests $(BIN)/python -m search

search-bench: $(READY) ## Mittaa haku 3 000 keksityllä mallilla: hakemisto, ensimmäinen osuma ja seuraavat kyselyt (MODELS=3000)
	PYTHONPATH=hooks:tests $(BIN)/python -m search.bench $(if $(MODELS),--models $(MODELS))

lighthouse: $(READY) ## Mittaa sivulajit Lighthousella puhelimen nopeudella; vaatii Noden ja verkon (minuutteja)
	PYTHONPATH=hooks:tests $(BIN)/python -m lighthouse

lock: $(READY) ## Lukitse riippuvuudet uudelleen (muutettuasi pyproject.toml-tiedostoa)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-annotate --no-header --quiet --output-file requirements.lock

bom: $(READY) ## Kirjoita ohjelman osaluettelo (CycloneDX) lukituista kirjastoista
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --output-file osaluettelo.cdx.json

audit: $(READY) ## Vertaa lukitut kirjastot tunnettuihin haavoittuvuuksiin (vaatii verkon)
	$(BIN)/pip-audit --requirement requirements.lock --require-hashes --disable-pip --strict

clean: ## Poista asennettu ja rakennettu
	rm -rf .venv node_modules site site-kesken osaluettelo.cdx.json .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis build hooks/*.egg-info

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tarvitaan Python 3.11 tai uudempi: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The programs of the writing page: fetched where Node is; without them the page says that this build lacks them.
$(DESK): $(NODE_READY) requirements.lock $(wildcard hooks/editor/*) | $(READY)
	$(BIN)/python hooks/editor/gather.py .cache/desk || { echo "KIRJOITUSSIVUN OSIA EI SAATU: sivusto rakentuu ilman niitä." >&2; [ "$${CI:-}" != true ]; }

$(NODE_READY): package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@
