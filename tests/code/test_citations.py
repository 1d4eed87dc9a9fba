"""Citations: the Finnish way in plain text, and files that real parsers read back."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
import rispy  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string  # type: ignore[import-untyped]

from catalogue.facts import Build, Facts
from catalogue.schema.edtf import Day
from catalogue.site.parts.citation import Citation, Person, citations, people
from catalogue.site.parts.reference import LATEX, bibtex, csl, forms, ris, texts

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue

PAGE = Citation(
    "tyokykymallit-mallit-koivula-valmennus",
    "Tämä sivu",
    "webpage",
    "Valmennus & tuki 50 %, Koivula",
    "Työkykymallit",
    Day(2026, 11, 22),
    "https://koivula.fi/mallit/koivula/valmennus/",
    version="abc123",
    holder="Toimintamallit",
)
STUDY = Citation(
    "tyokykymallit-lahde-bond-2012",
    "Asiakirja",
    "article-journal",
    "Validation of the {IPS-25} scale",
    "Psychiatric Services",
    Day(2012),
    "https://doi.org/10.1176/a_b",
    "10.1176/a_b",
    holder="Psychiatric Services 63(8)",
    language="en",
    people=(Person("Bond", "G. R."), Person("Drake", "R. E.")),
)


def test_plain_text() -> None:
    assert PAGE.plain == (
        "Työkykymallit 2026. Valmennus & tuki 50 %, Koivula. Toimintamallit. Tietojen versio abc123, 22.11.2026. "
        "Saatavilla: https://koivula.fi/mallit/koivula/valmennus/"
    )
    assert STUDY.plain == (
        "Bond, G. R. & Drake, R. E. 2012. Validation of the {IPS-25} scale. Psychiatric Services 63(8). https://doi.org/10.1176/a_b"
    )


def test_document_without_date_or_address() -> None:
    bare = Citation("a", "Asiakirja", "document", "Mikä jäi?", "Koivulan alue", None)
    assert bare.plain == "Koivulan alue s.a. Mikä jäi?"
    assert "issued" not in csl(bare)
    assert rispy.loads(ris(bare))[0] == {
        "type_of_reference": "GEN",
        "authors": ["Koivulan alue"],
        "title": "Mikä jäi?",
        "publisher": "Koivulan alue",
        "language": "fi",
    }


def test_bibtex_is_read_back_by_pybtex() -> None:
    read = parse_string(bibtex(PAGE) + "\n" + bibtex(STUDY), "bibtex").entries
    page, study = read[PAGE.key], read[STUDY.key]
    assert page.fields["title"] == r"{Valmennus \& tuki 50 \%, Koivula}"
    assert page.fields["note"] == "Tietojen versio abc123, 22.11.2026"
    assert page.fields["url"] == PAGE.url
    assert (page.fields["year"], page.fields["month"]) == ("2026", "11")
    assert [str(person) for person in study.persons["author"]] == ["Bond, G. R.", "Drake, R. E."]
    assert study.fields["doi"] == "10.1176/a_b"
    assert study.type == "article"


def test_ris_is_read_back_by_rispy() -> None:
    assert rispy.loads(ris(PAGE) + ris(STUDY)) == [
        {
            "type_of_reference": "ELEC",
            "authors": ["Työkykymallit"],
            "title": PAGE.title,
            "secondary_title": "Toimintamallit",
            "publisher": "Työkykymallit",
            "year": "2026",
            "date": "2026/11/22/",
            "edition": "abc123",
            "language": "fi",
            "urls": [PAGE.url],
        },
        {
            "type_of_reference": "JOUR",
            "authors": ["Bond, G. R.", "Drake, R. E."],
            "title": STUDY.title,
            "secondary_title": "Psychiatric Services 63(8)",
            "publisher": "Psychiatric Services",
            "year": "2012",
            "date": "2012///",
            "language": "en",
            "doi": "10.1176/a_b",
            "urls": [STUDY.url],
        },
    ]


def test_csl() -> None:
    assert csl(PAGE) == {
        "id": PAGE.key,
        "type": "webpage",
        "title": PAGE.title,
        "publisher": "Työkykymallit",
        "language": "fi",
        "author": [{"literal": "Työkykymallit"}],
        "issued": {"date-parts": [[2026, 11, 22]]},
        "container-title": "Toimintamallit",
        "version": "abc123",
        "URL": PAGE.url,
    }
    assert csl(STUDY)["author"] == [
        {"family": "Bond", "given": "G. R."},
        {"family": "Drake", "given": "R. E."},
    ]


def test_braces_of_an_address_do_not_break_the_entry() -> None:
    one = replace(PAGE, url="https://esimerkki.fi/{a}")
    read = parse_string(bibtex(one), "bibtex").entries[one.key].fields["url"]
    assert read == "https://esimerkki.fi/%7Ba%7D"


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_title_survives(title: str) -> None:
    title = " ".join("".join(c for c in title if c.isprintable()).split()) or "a"
    one = Citation("avain", "", "webpage", title, "Työkykymallit", Day(2026))
    read = parse_string(bibtex(one), "bibtex").entries["avain"].fields["title"]
    for character, escaped in sorted(LATEX.items(), key=lambda pair: -len(pair[1])):
        read = read.replace(escaped, f"\0{ord(character)}\0")
    for character in LATEX:
        read = read.replace(f"\0{ord(character)}\0", character)
    assert read == f"{{{title}}}"
    assert rispy.loads(ris(one))[0]["title"] == title


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Bond, G. R. & Drake, R. E.", (("Bond", "G. R."), ("Drake", "R. E."))),
        ("Öhman, Å.", (("Öhman", "Å."),)),
        (
            "Bond, G. R., Peterson, A. E. & Drake, R. E.",
            (("Bond", "G. R."), ("Peterson", "A. E."), ("Drake", "R. E.")),
        ),
        ("VanderWeele, T. J.", (("VanderWeele", "T. J."),)),
        ("Tuomaala", ()),
        ("Koivulan alue ja kumppanit", ()),
        ("", ()),
    ],
)
def test_people(authors: str, names: tuple[tuple[str, str], ...]) -> None:
    assert people(authors) == names


def test_every_source_can_be_cited(catalogue: Catalogue) -> None:
    facts = Facts(catalogue, Build(datetime.date(2026, 11, 22), "abc123", "https://koivula.fi/"))
    keys = set()
    for key, source in catalogue.sources.items():
        path = f"lahteet/{key}/"
        cited = citations(facts, "source.html", path, source.data.title.fi)
        assert [one.heading for one in cited] == ["Asiakirja", "Tämä sivu"]
        assert [one.title for one in cited] == [
            source.data.title.fi,
            f"Lähde: {source.data.title.fi}",
        ]
        made = texts(cited)
        entries = parse_string(made["bib"], "bibtex").entries
        assert len(entries) == len(rispy.loads(made["ris"])) == len(json.loads(made["json"])) == 2
        keys |= set(entries)
    assert len(keys) == 2 * len(catalogue.sources)
    assert citations(facts, "models.html", "mallit/", "Mallit") == ()


def test_site_offers_citations_where_they_belong(site: Path, catalogue: Catalogue) -> None:
    graves = Facts(catalogue, Build(datetime.date(2026, 1, 1))).where.graves
    removed = {name.rpartition("/")[2] for _, name in graves}
    for folder, pattern in (
        ("mallit", "*/*/index.html"),
        ("lahteet", "*/index.html"),
        ("vertailu", "*/index.html"),
    ):
        pages = [
            page
            for page in (site / folder).glob(pattern)
            if page.parent.name not in ("tila", "oma", *removed)
            and 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")
        ]
        cited = [page for page in pages if 'id="viittaa"' in page.read_text(encoding="utf-8")]
        assert cited, folder
        offering = [
            page for page in pages if "data:application/x-bibtex" in page.read_text("utf-8")
        ]
        assert offering == cited
        assert len(cited) == len(pages) or folder == "vertailu"


def test_a_link_holds_the_whole_file() -> None:
    for form in forms((STUDY, PAGE)):
        head, _, body = form.url.partition(",")
        assert head.startswith("data:application/") and head.endswith(";charset=utf-8")
        assert unquote(body) == texts((STUDY, PAGE))[form.ending]
        assert not set(form.url) & set(' \n"<>&#')
