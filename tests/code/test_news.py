"""The history of the data in plain words, read from a real repository; what was taken away is not told again."""

from __future__ import annotations

import datetime
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from catalogue.changes.news import Edit, news_of
from catalogue.facts import Build, Facts
from catalogue.files.feed import files
from catalogue.history import history
from catalogue.site.pages.model import model_view
from catalogue.site.pages.news import news_view
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue

OLD = b"name: Neuvonta\nresults:\n  - {indicator: asiakkaat, count: 3}\n  - {indicator: maara, count: 7}\nplace: Tori\n"
NEW = b"name: Neuvonta\nresults:\n  - {indicator: maara, count: 8}\nplace: Halli\nstatus: {decided: end}\n"


def told(before: bytes, after: bytes) -> tuple[str, ...]:
    (one,) = news_of("2026-01-01", [Edit("mantyla/neuvonta.yml", before, after)])
    return one.told


def test_what_became_of_a_model_is_said_without_the_values_that_are_gone() -> None:
    said = " ".join(told(OLD, NEW))
    assert "Poistettuja lukuja: 1 luku." in said and "Korjattuja lukuja: 1 luku{maara}." in said
    assert "toteutuspaikka" in said and "Tilan tietoja tarkennettiin." in said
    assert not {"3", "7", "Tori", "asiakkaat"} & {*said.replace(".", "").replace("(", "").split()}
    assert told(b"", NEW) == ("Uusi malli.",)
    assert told(OLD, b"") == ("Malli poistettiin luettelosta.",)


def test_a_file_of_no_model_or_of_broken_form_says_nothing() -> None:
    edits = [
        Edit("sources/x.yml", b"", NEW),
        Edit("mantyla/region.yml", b"", NEW),
        Edit("mantyla/rikki.yml", b"name: [", NEW),
        Edit("mantyla/sama.yml", NEW, NEW + b"# huomautus\n"),
    ]
    assert [*news_of("2026-01-01", edits)] == []


def test_history_is_read_from_git_and_remembered_and_its_lack_is_told(tmp_path: Path) -> None:
    assert history(tmp_path) is None
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x"]
    path = tmp_path / "models" / "mantyla" / "neuvonta.yml"
    path.parent.mkdir(parents=True)
    subprocess.run([*git, "init", "-q"], check=True)
    for raw in (OLD, NEW):
        path.write_bytes(raw)
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "-c", "commit.gpgsign=false", "commit", "-qm", "a"], check=True)
    found = history(tmp_path, cache=tmp_path / "muisti")
    assert found and [one.told[0] for one in found] == [
        "Poistettuja lukuja: 1 luku.",
        "Uusi malli.",
    ]
    assert history(tmp_path, cache=tmp_path / "muisti") == found
    (tmp_path / "muisti" / "muutokset.json").write_text("[]", encoding="utf-8")
    assert history(tmp_path, cache=tmp_path / "muisti") == found


def test_page_and_feed_tell_the_same_and_a_build_without_history_says_so(
    catalogue: Catalogue,
) -> None:
    model = next(iter(catalogue.models))
    news = tuple(news_of("2026-01-01", [Edit(f"{model}.yml", b"", b"name: A & B\n")]))
    build = Build(datetime.date(2026, 1, 2), site_url="https://mallit.esimerkki.fi/")
    facts = Facts(catalogue, replace(build, history=news))
    (day,) = news_view(facts).days
    assert (day.day, day.lines[0].told) == ("1.1.2026", ("Uusi malli.",))
    feeds = dict(files(facts))
    own = addresses.feed_of(model.split("/")[0])
    assert [address for address in feeds if "A &amp; B" in feeds[address]] == [addresses.FEED, own]
    shown = model_view(facts, catalogue.models[model]).changed
    assert shown and [(one.day, one.told) for one in shown.changes] == [("1.1.2026", "Uusi malli.")]
    others = [one for key, one in catalogue.models.items() if key != model]
    assert all(model_view(facts, one).changed is None for one in others[:2])
    feed = ElementTree.fromstring(feeds[addresses.FEED])
    assert [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}title")][1] == "A & B"
    assert news_view(Facts(catalogue, build)).known is False
