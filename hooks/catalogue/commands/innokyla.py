"""`mallit import innokyla FILE` and `mallit export innokyla MODEL`."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogue.answers.meant import answer, meant
from catalogue.authoring.innokyla import day_of, exported, found_in, to_be_written
from catalogue.authoring.skeleton import Wanted, files
from catalogue.load import read_folder

if TYPE_CHECKING:
    import argparse

    from catalogue.authoring.innokyla import Found


def add(commands: Any) -> None:
    """Add `mallit import innokyla`."""
    into = commands.add_parser("import", help="tee pohja tallennetusta Innokylä-sivusta")
    into.add_argument("form", choices=["innokyla"], help="mistä")
    into.add_argument("page", type=Path, help="tallennettu sivu (HTML) tai liitetty teksti")
    into.add_argument("--alue", default="", help="alue (oletus: sivulta)")
    into.add_argument("--tyyppi", default="", help="mallityyppi, jos nimi ei kerro sitä")
    into.add_argument("--folder", type=Path, default=Path("models"), help="datakansio")
    into.set_defaults(run=_import)
    out = commands.add_parser("export", help="tulosta malli Innokylän otsikoin")
    out.add_argument("form", choices=["innokyla"], help="mihin")
    out.add_argument("model", help="mallin tunnus <alue>/<malli>")
    out.add_argument("--folder", type=Path, default=Path("models"), help="datakansio")
    out.set_defaults(run=_export)


def _import(given: argparse.Namespace) -> int:
    """Print the skeleton: facts filled, texts left to be written."""
    found = found_in(given.page.read_text(encoding="utf-8", errors="replace"))
    catalogue = read_folder(given.folder)
    name = " ".join(found.facts.get("name", ())[:1])
    if not name:
        print("Sivulta ei löydy kohtaa ”Toimintamallin nimi”. Tallenna koko sivu.", file=sys.stderr)
        return 1
    told = {
        "region": given.alue or " ".join(found.facts.get("area", ())),
        "type": given.tyyppi or name,
    }
    ids: dict[str, str] = {}
    for kind, text in told.items():
        candidates = meant(catalogue, kind, text)
        if text in catalogue.known(kind):
            ids[kind] = text
        elif len(candidates) == 1:
            ids[kind] = candidates[0].id
        else:
            option = "--alue" if kind == "region" else "--tyyppi"
            print(f"{answer(catalogue, kind, text)} Anna {option}.", file=sys.stderr)
            return 1
    wanted = Wanted(
        ids["region"], name, ids["type"], "", f"Innokylä: {name}", "Perustiedot", "Innokylä"
    )
    today = datetime.datetime.now(datetime.UTC).date()
    for path, text in files(catalogue, wanted, today).items():
        print(f"# ---- {given.folder.as_posix()}/{path}")
        print(_filled(text, found) if path.endswith(".yml") and "sections:" in text else text)
    return 0


def _filled(text: str, found: Found) -> str:
    """The model's skeleton with the facts of the page, and its headings as comments."""
    facts = found.facts
    if place := " ".join(facts.get("place", ())):
        text = text.replace("# place: Toteutuspaikka", f"place: {_plain(place)}")
    days = [
        f"{name}: {day_of(facts[name][0])}"
        for name in ("created", "edited")
        if name in facts and day_of(facts[name][0])
    ]
    if days:
        text = text.replace("\nsections:", f"\npage: {{{', '.join(days)}}}\n\nsections:", 1)
    return text.replace("#  idea:\n", f"{to_be_written(found)}\n#  idea:\n", 1)


def _plain(text: str) -> str:
    return '"' + text.replace("\\", "").replace('"', "”") + '"'


def _export(given: argparse.Namespace) -> int:
    catalogue = read_folder(given.folder)
    model = catalogue.models.get(given.model)
    if model is None:
        print(answer(catalogue, "model", given.model), file=sys.stderr)
        return 1
    print("\n".join(exported(model)))
    return 0
