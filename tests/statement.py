"""`make statement`: the part of the accessibility statement that tells what is tested, written from the tests themselves."""

from __future__ import annotations

import json
import re
import sys

from axe_playwright_python.base import AXE_SCRIPT

from accessibility import TAGS
from built import ROOT
from data.test_focus import PAGES, STEPS
from data.test_matrix import LIGHTER, REQUESTS, SHIFT, WEIGHT
from kinds import BY_HAND, KINDS, SIZES

PAGE = ROOT / "content" / "saavutettavuus.md"
PART = re.compile(r"(<!-- testit: [^>]*-->\n).*?(<!-- /testit -->)", re.DOTALL)


def told() -> str:
    """What every run of the tests looks at, in Finnish."""
    axe = re.search(r"axe v([\d.]+)", AXE_SCRIPT)
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    vnu = lock["packages"]["node_modules/vnu-jar"]["version"]
    assert axe and "wcag22aa" in TAGS
    *others, last = sorted(width for width, _ in SIZES.values())
    widths = f"{', '.join(map(str, others))} ja {last} pikseliä"
    shift, weight, model = f"{SHIFT:g}".replace(".", ","), WEIGHT // 1000, LIGHTER["model"] // 1000
    return f"""
- Axe-core {axe[1]}: {len(KINDS) + len(BY_HAND)} sivulajia, leveydet {widths}, vaalea ja tumma teema; WCAG 2.0–2.2, tasot A ja AA.
- Nu Html Checker {vnu}: jokaisen sivulajin HTML on virheetöntä.
- Mikään ei leikkaudu eikä vieri sivusuunnassa 320 pikselin levyisenä (sama kuin 400 prosentin suurennus), eikä luku leikkaudu tekstin väljennyksessäkään.
- Näppäimistö: kohdistus ei jää ylälaidan alle kumpaankaan suuntaan kuljettaessa ({len(PAGES)} sivua, {STEPS} askelta suuntaansa), ja kohdistuksen kehys erottuu vähintään suhteessa 3:1 kummassakin teemassa. Ohituslinkki, valikko, haku ja vertailu toimivat ilman hiirtä.
- Mikään ei hyppää ladattaessa (siirtymä alle {shift}); sivu painaa enintään {weight} kilotavua ({model}, kun sivu on malli) ja pyytää enintään {REQUESTS} tiedostoa. Vain haun vastaus on suurempi.
- Lukeminen ilman JavaScriptiä. Mitään ei haeta kolmansilta osapuolilta.

"""  # noqa: E501


def with_tests(page: str) -> str:
    return PART.sub(lambda found: f"{found[1]}{told()}{found[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_tests(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(told())
