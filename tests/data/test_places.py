"""Faults put into real files are told at the line where they were put."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.load import assemble, checked
from catalogue.problems import InvalidCatalogue, Problem
from catalogue.reading.source import Document, Loc, read
from golden import Files, filled, remembered

if TYPE_CHECKING:
    from collections.abc import Callable


class Fault(NamedTuple):
    """`instead` replaces the group `at` of the first match of `where` in a real file under `folder`."""

    name: str
    rule: str
    where: str
    instead: str
    folder: str = "models"
    lines_later: int = 0


INDICATORS = "vocabulary/indicators"
# What is computed over whole records: a record whose neighbours are not there is not computed with.
OF_WHOLES = ("selittamaton-ristiriita", "vanhentunut-selitys")
ROW = r"^  - \{indicator: [^\n]*?"
FAULTS = [
    Fault("syntax", "yaml", r"^name: (?P<at>.*)$", "a: b"),
    Fault("tab", "yaml", r"^(?P<at>)reviewed:", "\t"),
    Fault("anchor", "yaml", r"^type: (?P<at>)", "&tyyppi "),
    Fault("alias", "yaml", r"^type: (?P<at>.*)$", "*tyyppi"),
    Fault("tag", "yaml", r"^type: (?P<at>)", "!tyyppi "),
    Fault("second document", "yaml", r"^(?P<at>)status:", "---\n"),
    Fault("byte that is not UTF-8", "yaml", r"^type: (?P<at>)", "{BYTE-E4}"),
    Fault("control character", "yaml", r"^type: (?P<at>)", "{BYTE-07}"),
    Fault("deep nesting", "yaml", r"^type: (?P<at>.*)$", "[" * 30),
    Fault("key twice", "kaksoisavain", r"^(?P<at>)type: .*$", "type: a\n", lines_later=1),
    Fault("misspelt field", "tuntematon-kentta", r"^(?P<at>reviewed)", "reviewd"),
    Fault(
        "misspelt field of a figure", "tuntematon-kentta", ROW + r"(?P<at>population)", "populaton"
    ),
    Fault(
        "misspelt field of an indicator",
        "tuntematon-kentta",
        r"^  (?P<at>definition): ",
        "definitoin",
        INDICATORS,
    ),
    Fault("missing locator", "puuttuu", r"\{id: [a-z0-9-]+(?P<at>, at: [^}\"]*)\}", ""),
    Fault(
        "figure without source", "puuttuu", ROW + r"(?P<at>, sources: \[\{id: [^{}]*\}\])\}$", ""
    ),
    Fault("figure without period", "puuttuu", ROW + r"(?P<at>period: [0-9/-]+, )", ""),
    Fault("Finnish date", "arvo", r"^reviewed: (?P<at>.*)$", "4.11.2024"),
    Fault("impossible date", "arvo", r"^reviewed: (?P<at>.*)$", "2024-02-30"),
    Fault("words for a number", "arvo", r"\bcount: (?P<at>\d+)", "noin viisi"),
    Fault("decimal comma", "arvo", r"\b(?:before|value): (?P<at>[\d.]+)", '"6,45"'),
    Fault("period that ends before it starts", "arvo", r"\bperiod: (?P<at>[0-9/-]+)", "2024/2023"),
    Fault("id with capitals", "arvo", r"^type: (?P<at>.*)$", "Iso_Tyyppi"),
    Fault("word outside the list", "arvo", r"\beffect: (?P<at>[a-z]+)", "bariier"),
    Fault(
        "word outside the list of a vocabulary",
        "arvo",
        r"^  measure: (?P<at>[a-z]+)",
        "osuuus",
        INDICATORS,
    ),
    Fault("unknown type", "tuntematon-tunnus", r"^type: (?P<at>.*)$", "olematon-tyyppi"),
    Fault("unknown programme", "tuntematon-tunnus", r"^programme: (?P<at>.*)$", "olematon-ohjelma"),
    Fault("unknown decision", "arvo", r"\bdecided: (?P<at>[a-z_]+)$", "kaytossa"),
    Fault("unknown reason", "tuntematon-tunnus", r"\breason: (?P<at>[a-z-]+)", "olematon-syy"),
    Fault("unknown source", "tuntematon-tunnus", r"\{id: (?P<at>[a-z0-9-]+)", "olematon-lahde"),
    Fault(
        "unknown indicator",
        "tuntematon-tunnus",
        r"^  - \{indicator: (?P<at>[a-z0-9-]+)",
        "olematon-mittari",
    ),
    Fault(
        "unknown population",
        "tuntematon-tunnus",
        r"\bpopulation: (?P<at>[a-z0-9-]+)",
        "olematon-joukko",
    ),
    Fault(
        "unknown model",
        "tuntematon-tunnus",
        r"\bmodel: (?P<at>[a-z0-9/-]+)",
        "pohjanmaa/olematon-malli",
    ),
    Fault("unknown municipality", "kunta", r"^municipalities: \[(?P<at>)", "Olematon, "),
    Fault(
        "state before trial",
        "paivat",
        r"(?s:^pilot: .*?^status:\n)  decided: [^\n]*\n  in_use: \{[^\n]*date: (?P<at>[0-9-]+)",
        "1950",
    ),
    Fault(
        "score off its scale",
        "asteikko",
        r"\bbefore: (?P<at>[\d.]+)(?=(?:[^\n]|\n(?!  - ))*?\bscale: )",
        "-500",
    ),
    Fault(
        "two shapes of a figure", "tuloksen-muoto", ROW + r"\bcount: \d+(?P<at>)[,}]", ", value: 5"
    ),
    Fault("share without denominator", "nimittaja", ROW + r"\bcount: \d+(?P<at>, of: \d+)", ""),
    Fault(
        "numerator over denominator",
        "selittamaton-ristiriita",
        ROW + r"\bcount: (?P<at>\d+), of: ",
        "999999",
    ),
    Fault(
        "rate and counts",
        "selittamaton-ristiriita",
        ROW + r"\bcount: \d+, of: \d+(?P<at>), p",
        ", reported: 99",
    ),
    Fault(
        "summary over length", "pituus", r"^summary: (?P<at>>-\n)", ">-\n  " + "sana " * 60 + "\n"
    ),
    Fault("HTML", "html", r"^name: (?P<at>.*)$", "<b>Malli</b>"),
    Fault("address in text", "linkki", r"^name: (?P<at>.*)$", "Ks. https://uusi.fi/a"),
    Fault("scheme of an address", "linkki", r"\burl: \"?(?P<at>https?)://", "ftp", "sources"),
    Fault("e-mail", "yksityisyys", r"^name: (?P<at>.*)$", "{EMAIL}"),
    Fault("phone in a comment", "yksityisyys", r"^type: .*(?P<at>)$", "  # {PHONE}"),
    Fault(
        "figure twice",
        "kaksoistunnus",
        r"(?P<at>)(?P<row>^  - \{indicator: [^\n]*\}\n)",
        r"\g<row>",
        lines_later=1,
    ),
    Fault(
        "vain explanation",
        "vanhentunut-selitys",
        r"^  explains: \[\"(?P<at>[^\"]+)",
        "sum:a/b/c",
        "discrepancies",
    ),
]


@pytest.fixture(scope="module")
def before(real_files: Files) -> Callable[[frozenset[str]], set[Problem]]:
    """What is told of real files as they are, by their names."""
    return cache(lambda names: problems({name: real_files[name] for name in names}))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_in_a_real_file_is_told_at_its_line(
    fault: Fault, real_files: Files, before: Callable[[frozenset[str]], set[Problem]]
) -> None:
    name, found = first_match(fault, real_files)
    text = real_files[name].decode()
    mutated = text[: found.start("at")] + found.expand(fault.instead) + text[found.end("at") :]
    line = text.count("\n", 0, found.start("at")) + 1 + fault.lines_later
    around = real_files if fault.rule in OF_WHOLES else neighbours(name, real_files)
    new = problems(around | {name: filled(mutated.encode())}) - before(frozenset(around))
    assert (f"models/{name}", line, fault.rule) in {
        (one.path, one.line, one.rule) for one in new
    }, sorted(new)


def test_missing_field_points_at_its_mapping(real_files: Files) -> None:
    name, found = first_match(Fault("", "", r"(?P<at>^reviewed: .*\n)", ""), real_files)
    text = real_files[name].decode()
    mutated = neighbours(name, real_files) | {name: text.replace(found.group("at"), "").encode()}
    first_key = next(
        index for index, line in enumerate(text.splitlines(), 1) if re.match("[a-z]", line)
    )
    told = [one for one in problems(mutated) if one.rule == "puuttuu" and "reviewed" in one.message]
    assert [(one.path, one.line, one.column) for one in told] == [(f"models/{name}", first_key, 1)]


@given(st.data())
def test_every_value_of_a_real_file_is_found_where_it_is_written(
    real_files: Files, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(real_files)))
    document = read(name, real_files[name])
    lines = document.text.splitlines()
    for loc, value in scalars(document):
        line, column = document.place(loc)
        written = lines[line - 1][column - 1 :]
        assert written.startswith(
            ("'", '"', ">", "|", value.split()[0] if value.strip() else "")
        ), (loc, written)


def first_match(fault: Fault, files: Files) -> tuple[str, re.Match[str]]:
    """The first real file under the fault's folder where it can be made."""
    of_no_region = ("vocabulary", "sources", "discrepancies", "comparisons")
    for name in sorted(files):
        is_model = not name.startswith(of_no_region) and not name.endswith("/region.yml")
        if is_model if fault.folder == "models" else name.startswith(fault.folder):
            found = re.search(fault.where, files[name].decode(), re.MULTILINE)
            if found:
                return name, found
    raise AssertionError(f"no real file has {fault.where}")


def neighbours(name: str, files: Files) -> Files:
    """The file with the vocabularies, the sources and the profile of its region: enough to check it, and quick."""
    shared = ("vocabulary/", "sources/", f"{name.split('/')[0]}/region.yml")
    return {path: raw for path, raw in files.items() if path == name or path.startswith(shared)}


def problems(files: Files) -> set[Problem]:
    try:
        return set(checked(*assemble("models", sorted(files.items()), remembered)).warnings)
    except InvalidCatalogue as error:
        return set(error.problems)


def scalars(document: Document) -> list[tuple[Loc, str]]:
    found: list[tuple[Loc, str]] = []
    waiting: list[tuple[Loc, object]] = [((), document.said)]
    while waiting:
        loc, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*loc, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*loc, index), inner) for index, inner in enumerate(value)]
        else:
            found.append((loc, str(value)))
    return found
