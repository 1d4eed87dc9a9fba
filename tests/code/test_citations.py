"""Citations: the Finnish way in plain text, and files that real parsers read back.

The browser works the files out of what a page says: what it makes of these citations stands in `tests/js/references.json`,
which `tests/js/references.test.js` holds it to, and real parsers read that here.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rispy  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string  # type: ignore[import-untyped]

from catalogue.facts import Build, Facts
from catalogue.schema.edtf import Day
from catalogue.site.parts.citation import Citation, Person, citations, people
from reference import ris, text

if TYPE_CHECKING:
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
    "Psychiatric Services 63(8)",
    Day(2012),
    "https://doi.org/10.1176/a_b",
    "10.1176/a_b",
    holder="Psychiatric Services 63(8)",
    language="en",
    accessed=Day(2024, 3),
    people=(Person("Bond", "G. R."), Person("Drake", "R. E.")),
)
ODD = Citation(
    "tyokykymallit-lahde-outo",
    "Asiakirja",
    "report",
    r"50 % & 1_a #2 {b} $c ~d ^e \f <g>",
    "Koivulan alue, tiimi",
    None,
    "https://esimerkki.fi/{a}",
    language="sv",
)
FORMS = json.loads((Path(__file__).parents[1] / "js" / "references.json").read_text("utf-8"))


def test_plain_text() -> None:
    assert PAGE.plain == (
        "Työkykymallit 2026. Valmennus & tuki 50 %, Koivula. Toimintamallit. Tietojen versio abc123, 22.11.2026. "
        "Saatavilla: https://koivula.fi/mallit/koivula/valmennus/"
    )
    assert STUDY.plain == (
        "Bond, G. R. & Drake, R. E. 2012. Validation of the {IPS-25} scale. "
        "Psychiatric Services 63(8). https://doi.org/10.1176/a_b Luettu 3/2024."
    )


def test_document_without_date_or_address() -> None:
    bare = Citation("a", "Asiakirja", "document", "Mikä jäi?", "Koivulan alue", None)
    assert bare.plain == "Koivulan alue s.a. Mikä jäi?"
    assert rispy.loads(ris(bare))[0] == {
        "type_of_reference": "GEN",
        "id": "a",
        "authors": ["Koivulan alue"],
        "title": "Mikä jäi?",
        "publisher": "Koivulan alue",
        "language": "fi",
    }


def test_the_browser_is_held_to_these_very_citations() -> None:
    assert [one["ris"] for one in FORMS] == [*map(ris, (PAGE, STUDY, ODD))]


def test_bibtex_is_read_back_by_pybtex() -> None:
    read = parse_string("\n".join(one["bibtex"] for one in FORMS), "bibtex").entries
    page, study, odd = (read[one.key] for one in (PAGE, STUDY, ODD))
    assert page.fields["title"] == r"{Valmennus \& tuki 50 \%, Koivula}"
    assert page.fields["note"] == "Tietojen versio abc123, 22.11.2026"
    assert page.fields["url"] == PAGE.url
    assert (page.fields["year"], page.fields["month"]) == ("2026", "11")
    assert [str(person) for person in study.persons["author"]] == ["Bond, G. R.", "Drake, R. E."]
    assert study.fields["doi"] == "10.1176/a_b"
    assert study.type == "article"
    assert odd.fields["title"] == (
        r"{50 \% \& 1\_a \#2 \textbraceleft{}b\textbraceright{} \$c \textasciitilde{}d "
        r"\textasciicircum{}e \textbackslash{}f <g>}"
    )
    assert odd.fields["url"] == "https://esimerkki.fi/%7Ba%7D"
    assert [str(person) for person in odd.persons["author"]] == ["{Koivulan alue, tiimi}"]
    assert (odd.type, odd.fields["langid"]) == ("techreport", "swedish")
    assert "year" not in odd.fields


def test_ris_is_read_back_by_rispy() -> None:
    assert rispy.loads(ris(PAGE) + ris(STUDY)) == [
        {
            "type_of_reference": "ELEC",
            "id": PAGE.key,
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
            "id": STUDY.key,
            "authors": ["Bond, G. R.", "Drake, R. E."],
            "title": STUDY.title,
            "secondary_title": "Psychiatric Services 63(8)",
            "publisher": "Psychiatric Services 63(8)",
            "year": "2012",
            "date": "2012///",
            "access_date": "2024/03//",
            "language": "en",
            "doi": "10.1176/a_b",
            "urls": [STUDY.url],
        },
    ]


def test_csl() -> None:
    page, study, odd = (one["csl"] for one in FORMS)
    assert page == {
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
    assert study["author"] == [
        {"family": "Bond", "given": "G. R."},
        {"family": "Drake", "given": "R. E."},
    ]
    assert study["accessed"] == {"date-parts": [[2024, 3]]}
    assert odd["author"] == [{"literal": "Koivulan alue, tiimi"}]
    assert odd["title"] == ODD.title
    assert "issued" not in odd


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_title_survives(title: str) -> None:
    title = " ".join("".join(c for c in title if c.isprintable()).split()) or "a"
    one = Citation("avain", "", "webpage", title, "Työkykymallit", Day(2026))
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
        read = rispy.loads(text(cited))
        assert [one["title"] for one in read] == [one.title for one in cited]
        keys |= {one["id"] for one in read}
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
        assert len(cited) == len(pages) or folder == "vertailu"
