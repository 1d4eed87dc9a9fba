"""What machines find: structured data, catalogues of data, the sitemap, and a fork that is itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import rdflib
from rdflib.compare import isomorphic

from built import ROOT
from catalogue.facts import Build, Facts
from catalogue.files.all import files
from catalogue.site.found import HOME, WHAT, Crumb, Told, by_hand, head
from catalogue.site.sitemap import pages
from pages.harness import TODAY

if TYPE_CHECKING:
    from catalogue.records import Catalogue

SITE = "https://mallit.esimerkki.fi/"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SHAPES = Path(__file__).parents[1] / "dcat-ap"


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> dict[str, str]:
    facts = Facts(catalogue, Build(TODAY, "0123456789ab", SITE))
    return {name: text for name, text in files(facts) if isinstance(text, str)}


def graph_of(text: str, form: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format=form)


def test_description_of_the_data_conforms_to_the_profile(made: dict[str, str]) -> None:
    import pyshacl  # slow to load

    turtle = graph_of(made["avoin-data/dcat.ttl"], "turtle")
    shapes = rdflib.Graph()
    for path in SHAPES.glob("*.ttl"):
        shapes.parse(path)
    conforms, _, words = pyshacl.validate(turtle, shacl_graph=shapes)
    assert conforms, words
    without = graph_of(
        made["avoin-data/dcat.ttl"].replace("dct:title", "dct:alternative"), "turtle"
    )
    assert not pyshacl.validate(without, shacl_graph=shapes)[0]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader of JSON-LD
def test_both_forms_say_the_same_in_three_languages(made: dict[str, str]) -> None:
    turtle = graph_of(made["avoin-data/dcat.ttl"], "turtle")
    assert isomorphic(turtle, graph_of(made["avoin-data/dcat.jsonld"], "json-ld"))
    titles = turtle.objects(rdflib.URIRef(f"{SITE}avoin-data/#aineisto"), rdflib.DCTERMS.title)
    assert {one.language for one in titles if isinstance(one, rdflib.Literal)} == {"fi", "sv", "en"}


def test_page_for_language_models_leads_to_files_that_are_there(made: dict[str, str]) -> None:
    text = made["llms.txt"]
    assert text.startswith("# Työkykymallit\n\n> ")
    for address in re.findall(r"\]\((.*?)\)", text):
        assert address.startswith(SITE)
        name = address.removeprefix(SITE)
        assert name in made or name.endswith("/"), name


def test_every_page_says_where_it_is_and_what_holds_its_data(site: Path) -> None:
    datasets = 0
    for path in site.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        if "location.replace(to.pathname" in html:
            continue
        where = path.parent.relative_to(site).as_posix().removeprefix(".")
        for name in ("og:title", "og:type", "og:image", "og:site_name", "og:description"):
            assert html.count(f' property="{name}" content="') == 1, (where, name)
        assert html.count('<link rel="canonical" property="og:url" href="') == 1, where
        nodes = graph(html)
        kinds = [node["@type"] for node in nodes]
        assert "BreadcrumbList" in kinds or not where, where
        for node in nodes:
            assert "Person" not in json.dumps(node)
            if node["@type"] == "Dataset":
                datasets += 1
                assert 50 <= len(node["description"]) <= 5000 and node["license"]
                for file in node["distribution"]:
                    name = file["contentUrl"].partition("/tyokykymallit/")[2]
                    assert (site / name).is_file(), name
            if node["@type"] == "BreadcrumbList":
                places = [one["position"] for one in node["itemListElement"]]
                assert places == [*range(1, len(places) + 1)] and len(places) > 1
                ways = [
                    one["item"].partition("/tyokykymallit/")[2]
                    for one in node["itemListElement"]
                    if "item" in one
                ]
                assert len(ways) >= len(places) - 1
                assert all((site / way / "index.html").is_file() for way in ways), where
    assert datasets > 20
    assert {node["@type"] for node in graph((site / "index.html").read_text(encoding="utf-8"))} == {
        "WebSite",
        "Organization",
    }


def graph(html: str) -> list[dict[str, Any]]:
    found = SCRIPT.findall(html)
    told = [json.loads(text) for text in found]
    return [node for one in told for node in one.get("@graph", [one])]


def test_text_cannot_leave_its_place_in_the_head() -> None:
    told = Told("x/", '</script><b>"', 'a"b<c>', (HOME,), ("x.csv",))
    made = head(told, SITE)
    assert made.count("</script>") == 1 and "<b>" not in made
    assert graph(made)[0]["itemListElement"][1]["name"] == '</script><b>"'


def test_head_of_a_page_of_data_says_each_thing_in_its_place() -> None:
    told = Told(
        "mallit/a/b/",
        "Nimi",
        "Kuvaus. " * 8,
        (HOME, Crumb("Mallit", "mallit/"), Crumb("Alue", "alueet/a/")),
        ("a.json", "b.xlsx", "c.csv", "d.zip"),
        listed=False,
    )
    made = head(told, SITE)
    assert made.startswith('<meta name="robots" content="noindex">')
    assert dict(re.findall(r'<meta property="(.*?)" content="(.*?)">', made)) == {
        "og:type": "website",
        "og:site_name": "Työkykymallit",
        "og:title": "Nimi",
        "og:image": f"{SITE}jako.png",
    }
    media = (
        "application/json",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "application/zip",
    )
    steps = (("Mallit", f"{SITE}mallit/"), ("Alue", f"{SITE}alueet/a/"))
    assert json.loads(SCRIPT.findall(made)[0])["@context"] == "https://schema.org"
    assert graph(made) == [
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                *(
                    {"@type": "ListItem", "position": place, "name": name, "item": url}
                    for place, (name, url) in enumerate(steps, 1)
                ),
            ],
        },
        {
            "@type": "Dataset",
            "name": "Nimi",
            "description": "Kuvaus. " * 8,
            "url": f"{SITE}mallit/a/b/",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "inLanguage": "fi",
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": "Työkykymallit", "url": SITE},
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": SITE + name}
                for kind, name in zip(media, told.files, strict=True)
            ],
        },
    ]


@pytest.mark.parametrize(
    ("crumbs", "steps"),
    [
        ((HOME,), [("Etusivu", SITE), ("Nimi", None)]),
        ((HOME, Crumb("A", "a/")), [("Etusivu", SITE), ("A", f"{SITE}a/")]),
        (
            (HOME, Crumb("A", "a/"), Crumb("B", "b/")),
            [("A", f"{SITE}a/"), ("B", f"{SITE}b/")],
        ),
    ],
)
def test_way_to_a_page_has_two_steps_at_least(
    crumbs: tuple[Crumb, ...], steps: list[tuple[str, str | None]]
) -> None:
    (way,) = graph(head(Told("x/", "Nimi", "", crumbs), SITE))
    told = way["itemListElement"]
    assert [(one["name"], one.get("item")) for one in told] == steps
    assert [one["position"] for one in told] == [*range(1, len(told) + 1)]


def test_front_page_says_what_the_site_is_and_whose() -> None:
    made = graph(head(Told("", "Työkykymallit", "x", ()), SITE))
    assert made == [
        {
            "@type": "WebSite",
            "@id": f"{SITE}#sivusto",
            "name": "Työkykymallit",
            "description": WHAT,
            "url": SITE,
            "inLanguage": "fi",
            "publisher": {"@id": f"{SITE}#julkaisija"},
        },
        {
            "@type": "Organization",
            "@id": f"{SITE}#julkaisija",
            "name": "Työkykymallit",
            "url": SITE,
        },
    ]


def test_page_tells_of_files_that_are_there(catalogue: Catalogue, made: dict[str, str]) -> None:
    facts = Facts(catalogue, Build(TODAY, "0123456789ab", SITE))
    templates = set()
    for page in pages(facts):
        for node in graph(page.head):
            if node["@type"] == "Dataset":
                templates.add(page.template)
                files = [one["contentUrl"].removeprefix(SITE) for one in node["distribution"]]
                assert files and not [name for name in files if name not in made], page.path
    assert templates == {"comparison.html", "indicator.html", "model.html"}


@pytest.mark.parametrize(("length", "added"), [(49, True), (50, False)])
def test_short_description_of_data_is_filled_up_to_what_search_engines_ask(
    length: int, added: bool
) -> None:
    told = Told("x/", "Nimi", "a" * length, (HOME,), ("x.csv",))
    (data,) = [node for node in graph(head(told, SITE)) if node["@type"] == "Dataset"]
    assert (data["description"] == "a" * length + f" {WHAT}") is added
    assert (data["description"] == "a" * length) is not added
    assert data["name"] == "Nimi"


def test_page_of_open_data_is_a_dataset_with_its_files_and_other_written_pages_are_not() -> None:
    (data,) = [
        node
        for node in graph(by_hand("avoin-data/", "Avoin data", "Tiedostot.", SITE))
        if node["@type"] == "Dataset"
    ]
    assert [one["contentUrl"].removeprefix(SITE) for one in data["distribution"]] == [
        "avoin-data/tyokykymallit.zip",
        "avoin-data/tyokykymallit.xlsx",
        "avoin-data/csv/results.csv",
        "api/v1/results.json",
    ]
    other = graph(by_hand("tietoa/", "Tietoa", "Tästä.", SITE))
    assert {node["@type"] for node in other} == {"BreadcrumbList"}
    assert [one["name"] for one in other[0]["itemListElement"]] == ["Etusivu", "Tietoa"]


def test_picture_of_a_shared_link_is_there_and_light(site: Path) -> None:
    raw = (site / "jako.png").read_bytes()
    assert raw.startswith(b"\x89PNG") and len(raw) < 60_000


def test_sitemap_lists_pages_once_and_none_that_was_taken_out(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", text)
    addresses = [address for address, _ in found]
    assert len(set(addresses)) == len(addresses) > 50
    assert not [one for one in addresses if "kutomo" in one]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for _, day in found)
    gone = (site / "mallit" / "koivula" / "kutomo" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in gone


def test_nothing_of_a_fork_points_to_the_original() -> None:
    """Whatever names the original's address is told once, in the settings that a fork changes."""
    kept = {"mkdocs.yml"}
    original = re.compile(r"tyokykymallit\.github\.io|github\.com/tyokykymallit")
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("hooks", "overrides", "content")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".html", ".md", ".js", ".yml", ".txt")
        and original.search(path.read_text(encoding="utf-8"))
    }
    assert found - kept == set()
