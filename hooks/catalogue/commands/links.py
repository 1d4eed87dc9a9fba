"""`mallit links`: visit the register's addresses, or check the built site's own links."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.linkcheck.polite import Manners
from catalogue.links.register import owners, references
from catalogue.links.state import changes, merged, of_run, without_network
from catalogue.links.store import MAX_BYTES, Refused, of_register, written
from catalogue.load import load
from catalogue.problems import InvalidCatalogue, as_github, as_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from catalogue.links.state import State

DESCRIPTION = """Ilman valitsinta --site käydään lähderekisterin ulkoiset osoitteet läpi. Yksi epäonnistuminen on vasta
epäily; osoite merkitään kuolleeksi vasta, kun se ei ole vastannut eri päivinä. Ulkoinen linkki ei koskaan kaada komentoa."""


class Unreachable(Exception):
    """The previous state may exist but cannot be had now."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the sub-command."""
    parser = commands.add_parser(
        "links",
        description=DESCRIPTION,
        help="tarkista ulkoiset osoitteet tai rakennetun sivuston linkit",
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path("models"), help="datakansio (oletus: models)"
    )
    parser.add_argument(
        "--site",
        type=Path,
        metavar="KANSIO",
        help="tarkista vain rakennetun sivuston omat linkit ja kohdat",
    )
    parser.add_argument(
        "--github", action="store_true", help="--site: tulosta GitHubin merkintöinä"
    )
    parser.add_argument(
        "--previous", metavar="TIEDOSTO|OSOITE", help="edellisen tarkistuksen links.json"
    )
    parser.add_argument(
        "--only-read",
        action="store_true",
        help="lue ja tarkista vain edellinen tila, älä käy osoitteissa",
    )
    parser.add_argument("--out", type=Path, metavar="TIEDOSTO", help="kirjoita uusi tila")
    parser.add_argument(
        "--report",
        type=Path,
        metavar="TIEDOSTO",
        help="kirjoita muutokset Markdownina; tyhjä, jos niitä ei ole",
    )
    parser.add_argument(
        "--fix", action="store_true", help="kirjoita pysyvät siirrot YAML-tiedostoihin"
    )
    parser.add_argument(
        "--delay",
        type=float,
        default=1.0,
        metavar="S",
        help="tauko saman palvelimen pyyntöjen välillä (1)",
    )
    parser.add_argument(
        "--timeout",
        type=float,
        default=20.0,
        metavar="S",
        help="kuinka kauan vastausta odotetaan (20)",
    )
    parser.add_argument(
        "--retries",
        type=int,
        default=2,
        metavar="N",
        help="uudet yritykset ohimenevän vian jälkeen (2)",
    )
    parser.add_argument(
        "--days",
        type=float,
        default=1.0,
        metavar="N",
        help="kuinka monta päivää epäonnistumisten välillä on, ennen kuin osoite on kuollut (1)",
    )
    parser.add_argument(
        "--now",
        type=_moment,
        default=None,
        metavar="AIKA",
        help="tarkistuksen aika, esimerkiksi 2026-11-20T04:00:00Z",
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """The exit status: 0, or 1 for a broken link of the site, an invalid catalogue or a state that cannot be read."""
    if given.site:
        return _site(given.site, github=given.github)
    now = given.now or datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    try:
        catalogue = load(given.folder)
    except InvalidCatalogue as error:
        sys.stdout.write(as_text(error.problems))
        return 1
    register = references(catalogue)
    known = {reference.url for reference in register}
    try:
        before = previous(given.previous, now, known)
    except Unreachable as error:
        print(f"Aiempaa tilaa ei saatu ({error}): mitään ei muuteta.")
        return 1 if given.only_read else 0
    after = before if given.only_read else _visited(before, known, now, given)
    if given.out:
        given.out.write_text(written(after, known, given.days), encoding="utf-8")
    taken = owners(catalogue)
    if given.report:
        from catalogue.linkcheck.report import markdown

        given.report.write_text(
            markdown(changes(before, after, given.days), register, taken, now), encoding="utf-8"
        )
    if given.fix:
        from catalogue.linkcheck.fix import fix, moves

        for told in fix(
            moves(register, after, taken), lambda name: given.folder.resolve().parent / name
        ):
            sys.stdout.write(told)
    return 0


def previous(where: str | None, now: datetime.datetime, known: Collection[str]) -> State:
    """The state to go on from; empty, with a word of why, when there is none or it must not be believed."""
    raw = _raw(where) if where else None
    if raw is None:
        print("Aiempaa tilaa ei ole: aloitetaan alusta.")
        return {}
    try:
        return of_register(raw, now, known)
    except Refused as error:
        print(f"Aiempaa tilaa ei käytetä: {error}. Aloitetaan alusta.")
        return {}


def _raw(where: str) -> bytes | None:
    """What a file or an address holds, at most a little over what is accepted; None when there is nothing."""
    if not where.startswith(("http://", "https://")):
        path = Path(where)
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    import requests

    try:
        with requests.get(
            where, headers={"User-Agent": Manners().agent}, timeout=20, stream=True
        ) as response:
            if response.status_code == 404:
                return None
            response.raise_for_status()
            found = b""
            for part in response.iter_content(65536):
                found += part
                if len(found) > MAX_BYTES:
                    break
            return found
    except requests.RequestException as error:
        raise Unreachable(type(error).__name__) from None


def _visited(
    before: State, known: Collection[str], now: datetime.datetime, given: argparse.Namespace
) -> State:
    from catalogue.linkcheck.report import summary
    from catalogue.linkcheck.visitor import visit

    found = of_run(
        visit(
            known, now, Manners(delay=given.delay, timeout=given.timeout, retries=given.retries)
        ).items()
    )
    if without_network(found):
        print("Yksikään osoite ei vastannut: verkkoa ei ole, joten mitään ei muuteta.")
        return before
    print(summary(found, len(known) - len(found)))
    return merged(before, found)


def _site(site: Path, *, github: bool) -> int:
    from catalogue.linkcheck.internal import inspect

    if not (site / "index.html").is_file():
        print(
            f"Kansiossa {site} ei ole rakennettua sivustoa (index.html puuttuu).", file=sys.stderr
        )
        return 2
    found = inspect(site)
    sys.stdout.write(as_github(found.problems) if github else as_text(found.problems))
    print(
        f"{found.pages} sivua, {found.links} linkkiä: {len(found.problems)} rikki", file=sys.stderr
    )
    return 1 if found.problems else 0


def _moment(text: str) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("no time zone")
    return moment.astimezone(datetime.UTC).replace(microsecond=0)
