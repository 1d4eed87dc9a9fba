"""Addresses of the site are made in one place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from catalogue.site.parts import addresses

MODULE = Path(addresses.__file__)
HOOKS = MODULE.parents[2]
TEMPLATES = HOOKS.parents[1] / "overrides" / "catalogue"
FOLDERS = {
    value.split("/")[0]
    for name, value in vars(addresses).items()
    if name.isupper() and isinstance(value, str) and value
}
HAND_WRITTEN = re.compile(rf"(?:{'|'.join(sorted(FOLDERS))})/")


def test_no_module_writes_an_address_by_hand() -> None:
    found = []
    for path in HOOKS.rglob("*.py"):
        if path == MODULE:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and HAND_WRITTEN.match(str(node.value)):
                found.append(f"{path.relative_to(HOOKS)}:{node.lineno}: {node.value!r}")
    assert found == []


def test_no_template_writes_an_address_by_hand() -> None:
    found = [
        f"{path.name}: {address}"
        for path in sorted(TEMPLATES.glob("*.html"))
        for address in re.findall(r'"~/([a-z][^"]*)"', path.read_text(encoding="utf-8"))
        if not address.startswith("assets/")
    ]
    assert found == []


def test_addresses_are_those_of_the_design() -> None:
    """They never change: what is here once is bookmarked."""
    made = (
        addresses.model("niemi/tiimi"),
        addresses.model_status("niemi/tiimi"),
        addresses.model_aims("niemi/tiimi"),
        addresses.model_file("niemi/tiimi"),
        addresses.models_that("jai"),
        addresses.region("niemi"),
        addresses.model_type("tiimi"),
        addresses.programme("ohjelma"),
        addresses.indicator("asiakkaat"),
        addresses.instrument("jana"),
        addresses.source("raportti"),
        addresses.comparison("miksi"),
        addresses.side_by_side(["niemi/a", "niemi/b"]),
        addresses.result("niemi/tiimi/asiakkaat"),
        addresses.result("niemi/tiimi/asiakkaat/vuosi-2023"),
        addresses.discrepancy("summa"),
        addresses.discrepancies_of_kind("sum"),
        addresses.discrepancies_of_region("niemi"),
        addresses.discrepancies_of_result("niemi/tiimi/asiakkaat"),
        addresses.part_of_fields("Aim"),
    )
    assert made == (
        "mallit/niemi/tiimi/",
        "mallit/niemi/tiimi/#juurtuminen",
        "mallit/niemi/tiimi/#tavoite",
        "api/v1/models/niemi/tiimi.json",
        "mallit/?lopputulos=jai",
        "alueet/niemi/",
        "tyypit/tiimi/",
        "ohjelmat/ohjelma/",
        "mittarit/asiakkaat/",
        "mittarit/#jana",
        "lahteet/raportti/",
        "vertailu/miksi/",
        "vertailu/omat/?mallit=niemi/a,niemi/b",
        "mallit/niemi/tiimi/#tulos-asiakkaat",
        "mallit/niemi/tiimi/#tulos-asiakkaat-vuosi-2023",
        "ristiriidat/#summa",
        "ristiriidat/?laji=sum",
        "ristiriidat/?alue=niemi",
        "ristiriidat/?luku=niemi/tiimi/asiakkaat",
        "osallistu/kentat/#osa-aim",
    )
