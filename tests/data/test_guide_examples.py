"""The examples of the guide pass the check among the real data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from built import ROOT
from catalogue.load import PROFILE, assemble, checked

if TYPE_CHECKING:
    from golden import Files

GUIDE = (ROOT / "content" / "osallistu" / "index.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
SOURCE = "esimerkkialue-loppuraportti"


def test_examples_of_the_guide_pass_the_check(real_files: Files) -> None:
    correction, source, model, discrepancy = EXAMPLES
    region = "pohjanmaa"
    explained = yaml.safe_load(discrepancy)["esimerkki-asiakkaiden-summa"]
    assert explained["explains"] == ["sum:esimerkkialue/tyokyvyn-tuen-tiimi/asiakkaat"]
    files = real_files | {
        "corrections/esimerkki.yml": correction.encode(),
        "sources/esimerkki.yml": source.encode(),
        f"{region}/esimerkki.yml": model.encode(),
        "discrepancies/esimerkki.yml": re.sub(
            "(?m)^  explains: .*$", f"  models: [{region}/esimerkki]", discrepancy
        ).encode(),
    }
    assert (
        checked(*assemble("models", sorted(files.items())))
        .models[f"{region}/esimerkki"]
        .data.results[0]
        .count
        == 37
    )
    assert f"{region}/{PROFILE}" in files and SOURCE in source
