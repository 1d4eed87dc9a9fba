"""`make statement`: runs the tests of what readers meet, and writes what they found into the accessibility statement.

`python -m statement write` writes it again from the record of the last run (`recording.py`).
"""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from collections import Counter

from accessibility import TAGS
from built import ROOT
from catalogue.finnish.formats import date, number
from data.test_focus import PAGES, STEPS
from data.test_matrix import LIGHTER, REQUESTS, SHIFT, WEIGHT
from kinds import BY_HAND, KINDS, SIZES
from recording import recorded

PAGE = ROOT / "content" / "saavutettavuus.md"
PART = re.compile(r"(<!-- testit: [^>]*-->\n).*?(<!-- /testit -->)", re.DOTALL)
FILES = (
    "code/test_accessibility.py",
    "data/test_matrix.py",
    "data/test_valid.py",
    "data/test_cells.py",
    "data/test_focus.py",
    "data/test_tasks.py",
    "data/test_site_in_browser.py",
    "data/test_copy.py",
)
READERS = {  # of the tests of tasks
    "kehittaja": "kehittäjä vertaa kahden alueen työkyvyn tuen tiimejä",
    "tutkija": "tutkija lataa kaikki työllistymisen luvut",
    "johtaja": "johtaja lukee, miksi toiminta päättyi ja missä se jäi",
    "virkailija": "virkailija hakee valmennusta omasta kunnastaan",
    "ruotsinkielinen": "ruotsinkielinen hakee omilla sanoillaan",
}


def told() -> str:
    """What was tested, when, with what, and how it went, in Finnish."""
    record = recorded()
    tools, found = record["tools"], record["tests"]
    every = sum((Counter(found[file]) for file in FILES), Counter[str]())
    assert "wcag22aa" in TAGS
    *others, last = sorted(width for width, _ in SIZES.values())
    widths = f"{', '.join(map(str, others))} ja {last} pikseliä"
    shift, weight, model = f"{SHIFT:g}".replace(".", ","), WEIGHT // 1000, LIGHTER["model"] // 1000
    day = date(datetime.date.fromisoformat(record["day"]))
    came = [f"{number(every['passed'])} läpi"]
    came += [f"{number(every[how])} {words}" for how, words in BAD.items() if every[how]]
    keys = "; ".join(f"{what}: {record['keys'][who]}" for who, what in READERS.items())
    return f"""
Viimeisin ajo {day}, selain Chromium {tools["Chromium"]}: {number(every.total())} tarkistusta, {", ".join(came)}.

- Axe-core {tools["axe-core"]}: {len(KINDS) + len(BY_HAND)} sivulajia, leveydet {widths}, vaalea ja tumma teema; WCAG 2.0–2.2, tasot A ja AA: {_result(found, "code/test_accessibility.py", "data/test_matrix.py")}.
- Nu Html Checker {tools["Nu Html Checker"]}, jokaisen sivulajin HTML: {_result(found, "data/test_valid.py")}.
- Mikään ei leikkaudu eikä vieri sivusuunnassa 320 pikselin levyisenä (sama kuin 400 prosentin suurennus), eikä luku leikkaudu tekstin väljennyksessäkään: {_result(found, "data/test_cells.py")}.
- Näppäimistö: kohdistus ei jää ylälaidan alle kumpaankaan suuntaan kuljettaessa ({len(PAGES)} sivua, {STEPS} askelta suuntaansa), ja kohdistuksen kehys erottuu vähintään suhteessa 3:1 kummassakin teemassa: {_result(found, "data/test_focus.py")}.
- Viiden lukijan tehtävät etusivulta perille pelkällä näppäimistöllä: {_result(found, "data/test_tasks.py")}. Näppäilyjä kirjoitetut kirjaimet mukaan lukien: {keys}.
- Mikään ei hyppää ladattaessa (siirtymä alle {shift}); sivu painaa enintään {weight} kilotavua ({model}, kun sivu on malli) ja pyytää enintään {REQUESTS} tiedostoa. Vain haun vastaus on suurempi.
- Ohituslinkki, valikko, tuloste ja lukeminen ilman JavaScriptiä: {_result(found, "data/test_site_in_browser.py")}. Lukeminen levyltä ilman verkkoa: {_result(found, "data/test_copy.py")}. Mitään ei haeta kolmansilta osapuolilta.

"""  # noqa: E501


BAD = {"failed": "ei mennyt läpi", "skipped": "jäi ajamatta"}


def _result(found: dict[str, dict[str, int]], *files: str) -> str:
    """`117 tarkistusta, ei virheitä`."""
    counts = sum((Counter(found[file]) for file in files), Counter[str]())
    bad = [f"{counts[how]} {words}" for how, words in BAD.items() if counts[how]]
    return f"{counts.total()} tarkistusta, {', '.join(bad) or 'ei virheitä'}"


def with_tests(page: str) -> str:
    return PART.sub(lambda found: f"{found[1]}{told()}{found[2]}", page)


if __name__ == "__main__":
    if sys.argv[1:] != ["write"]:
        files = [f"tests/{file}" for file in FILES]
        command = [sys.executable, "-m", "pytest", "-n", "2", "-p", "recording", *files]
        subprocess.run(command, cwd=ROOT, check=False)  # a fault is told, too
    PAGE.write_text(with_tests(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(told())
