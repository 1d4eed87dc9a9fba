"""`mallit links`: visit the register's addresses, or check the built site's own links."""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.linkcheck.polite import Manners
from catalogue.links.register import owners, references
from catalogue.links.state import changes, merged, of_run, without_network
from catalogue.links.store import written
from catalogue.load import load
from catalogue.problems import InvalidCatalogue, as_github, as_text
from catalogue.reading.disk import no_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from catalogue.linkcheck.previous import Previous
    from catalogue.links.state import State

DESCRIPTION = """Ilman valitsinta --site käydään lähderekisterin ulkoiset osoitteet läpi. Yksi epäonnistuminen on vasta
epäily; osoite merkitään kuolleeksi vasta, kun se ei ole vastannut eri päivinä. Ulkoinen linkki ei koskaan kaada komentoa."""


SLEEPY = datetime.timedelta(days=21)  # three weekly runs


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the sub-command."""
    parser = commands.add_parser(
        "links",
        description=DESCRIPTION,
        help="tarkista ulkoiset osoitteet tai rakennetun sivuston linkit",
    )
    parser.add_argument(
        "models", nargs="?", type=Path, default=Path("models"), help="datakansio (oletus: models)"
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
        "--previous",
        metavar="TIEDOSTO|OSOITE",
        action="append",
        default=[],
        help="edellisen tarkistuksen links.json; monta yhdistetään",
    )
    parser.add_argument(
        "--only-read",
        action="store_true",
        help="lue ja tarkista vain edellinen tila, älä käy osoitteissa",
    )
    parser.add_argument("--out", type=_target, metavar="TIEDOSTO", help="kirjoita uusi tila")
    parser.add_argument(
        "--report",
        type=_target,
        metavar="TIEDOSTO",
        help="kirjoita muutokset Markdownina; tyhjä, jos niitä ei ole",
    )
    parser.add_argument(
        "--fix", action="store_true", help="kirjoita pysyvät siirrot YAML-tiedostoihin"
    )
    parser.add_argument(
        "--delay",
        type=_seconds_or_none,
        default=1.0,
        metavar="S",
        help="tauko saman palvelimen pyyntöjen välillä (1)",
    )
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=20.0,
        metavar="S",
        help="kuinka kauan vastausta odotetaan uudelleenohjauksineen (20)",
    )
    parser.add_argument(
        "--deadline",
        type=_seconds,
        default=40 * 60.0,
        metavar="S",
        help="minkä ajan jälkeen uusia osoitteita ei enää aloiteta (2400)",
    )
    parser.add_argument(
        "--retries",
        type=int,
        choices=range(11),
        default=2,
        metavar="N",
        help="uudet yritykset ohimenevän vian jälkeen (2)",
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
    """The exit status.

    0; 1 for a broken link of the site, an invalid catalogue, an earlier state that cannot be read or had, or a file that
    cannot be written; 2 without a folder; 130 where the run was interrupted: what it found is written then, too.
    """
    if given.site:
        return _site(given.site, github=given.github)
    from catalogue.writing import Unwritable

    if not given.models.is_dir():
        print(no_folder(given.models), file=sys.stderr)
        return 2
    try:
        return _external(given)
    except InvalidCatalogue as error:
        sys.stdout.write(as_text(error.problems))
    except Unwritable as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:  # before or after the visits
        print("Keskeytettiin: mitään ei muutettu.", file=sys.stderr)
        return 130
    return 1


def _external(given: argparse.Namespace) -> int:
    from catalogue.linkcheck.previous import previous
    from catalogue.writing import replace

    now = given.now or datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    catalogue = load(given.models)
    register = references(catalogue)
    known = {reference.url for reference in register}
    manners = Manners(
        delay=given.delay,
        timeout=given.timeout,
        retries=given.retries,
        run=given.deadline,
        site=os.environ.get("REPO_URL", ""),
    )
    had = previous(given.previous, now, known, manners, given.out)
    for words in had.words:
        print(words)
    stopped = _cannot_go_on(had, given)
    if stopped is not None:
        return stopped
    before = had.state
    after, status = (before, 0) if given.only_read else _visited(before, known, now, manners)
    if given.only_read:
        _tell_age(before, now)
    if given.out:
        replace(given.out, written(after, known))
    taken = owners(catalogue)
    if given.report:
        from catalogue.linkcheck.report import markdown

        looked = {one.url: one.looked for one in register if one.looked}
        told = markdown(changes(before, after, looked), register, taken, now)
        replace(given.report, told)
    if given.fix:
        from catalogue.linkcheck.fix import fix, moves

        for told in fix(
            moves(register, after, taken), lambda name: given.models.resolve().parent / name
        ):
            sys.stdout.write(told)
    return status


def _cannot_go_on(had: Previous, given: argparse.Namespace) -> int | None:
    """The exit status where the earlier state stands as it is; None where there is one to go on from."""
    if had.broken:
        print("Mitään ei muuteta: julkaistu tila jää voimaan, kunnes joku on katsonut asian.")
        return 1
    if had.unreachable and not had.found:
        if not given.only_read:
            print("Mitään ei muuteta, jotta osoitteiden historia ei katoa.")
            return 1
        if given.out and given.out.exists():
            print(f"Käytetään entistä tilaa: {given.out}")
            return 0
        print("Osoitteet näytetään tarkistamattomina seuraavaan tarkistukseen asti.")
    return None


def _tell_age(state: State, now: datetime.datetime) -> None:
    """A schedule that has fallen asleep is told by whatever is published."""
    last = max((link.last.at for link in state.values()), default=None)
    if last and now - last > SLEEPY:
        print(
            f"::warning::Linkkejä ei ole tarkistettu {(now - last).days} päivään. "
            "Onko linkkien viikkotarkistus (links.yml) pois päältä?"
        )


def _visited(
    before: State, known: Collection[str], now: datetime.datetime, manners: Manners
) -> tuple[State, int]:
    """The new state and the exit status; also where the run was interrupted or broke off."""
    from catalogue.linkcheck.polite import Turns
    from catalogue.linkcheck.report import summary
    from catalogue.linkcheck.visitor import visit

    turns = Turns(manners.delay)
    with _signals(turns.stop) as interrupted:
        found = of_run(visit(known, now, manners, turns, before).items())
    if interrupted:
        print("Tarkistus keskeytettiin: se, mitä ehdittiin nähdä, otetaan talteen.")
    elif turns.broken:
        print("Tarkistus katkesi omaan vikaan: se, mitä ehdittiin nähdä, otetaan talteen.")
    status = 130 if interrupted else int(turns.broken)
    if without_network(found):
        print("Yksikään osoite ei vastannut: verkkoa ei ole, joten mitään ei muuteta.")
        return before, status
    print(summary(found, sorted({*known} - {*found}), before))
    return merged(before, found), status


@contextmanager
def _signals(stop: threading.Event) -> Iterator[list[int]]:
    """Ctrl+C and a request to end set `stop` for the time of the block; the list holds what came."""
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield came
        return

    def heard(number: int, _: object) -> None:
        came.append(number)
        stop.set()

    kept = {number: signal.signal(number, heard) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


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


def _target(text: str) -> Path:
    """A file to write: told before the visits where its folder is missing."""
    path = Path(text)
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"kansiota {path.parent} ei ole")
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{path} on kansio")
    return path


def _seconds_or_none(text: str) -> float:
    """Seconds, none included."""
    number = float(text)
    if not 0 <= number <= 86_400:
        raise argparse.ArgumentTypeError(f"{text} ei ole sekunteja väliltä 0–86400")
    return number


def _seconds(text: str) -> float:
    """Seconds, some."""
    number = _seconds_or_none(text)
    if number < 0.001:
        raise argparse.ArgumentTypeError("aikaa pitää olla enemmän kuin 0 sekuntia")
    return number
