"""The open data as catalogues of data describe it (DCAT-AP 3), and the site in a page for language models.

Turtle and JSON-LD say the same statements. Ids are addresses of this site that stay; titles are in Finnish, Swedish and
English; nobody is named but the site itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.api import rows
    from catalogue.facts import Build, Facts

EU = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TITLES = {
    "fi": "Työkykymallit: hyvinvointialueiden toimintamallit tuloksineen",
    "sv": "Arbetsförmågemodeller: välfärdsområdenas verksamhetsmodeller med resultat",
    "en": "Work ability models: operating models of wellbeing services counties with results",
}
TEXTS = {
    "fi": (
        "Hyvinvointialueiden toimintamallit työkyvyn tukeen, työllistymiseen ja hyvinvoinnin edistämiseen: "
        "mallit, tulokset nimittäjineen, tavoitteet, syyt ja ristiriidat lähteineen."
    ),
    "sv": (
        "Välfärdsområdenas verksamhetsmodeller för stöd av arbetsförmågan, sysselsättning och främjande av "
        "välfärd: modeller, resultat med nämnare, mål, orsaker och motstridigheter med källor."
    ),
    "en": (
        "Operating models of Finnish wellbeing services counties for work ability, employment and wellbeing: "
        "models, results with denominators, aims, reasons and contradictions, each with its source."
    ),
}
THEMES = {
    f"{EU}data-theme/SOCI": {"fi": "Väestö ja yhteiskunta", "en": "Population and society"},
    f"{EU}data-theme/HEAL": {"fi": "Terveys", "en": "Health"},
}
# The files that a catalogue of data names: address, titles, the EU's and IANA's name of the kind.
FILES = (
    (
        addresses.ARCHIVE,
        "ZIP",
        "application/zip",
        ("Kaikki taulukot", "Alla tabeller", "All tables"),
    ),
    (
        addresses.WORKBOOK,
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ("Excel-työkirja", "Excel-arbetsbok", "Excel workbook"),
    ),
    (
        f"{addresses.MACHINE_CSV}results.csv",
        "CSV",
        "text/csv",
        ("Tulokset (CSV)", "Resultat (CSV)", "Results (CSV)"),
    ),
    (
        f"{addresses.MACHINE_CSV}models.csv",
        "CSV",
        "text/csv",
        ("Mallit (CSV)", "Modeller (CSV)", "Models (CSV)"),
    ),
    (
        addresses.DATAPACKAGE,
        "JSON",
        "application/json",
        ("Taulukot (Data Package)", "Tabeller (Data Package)", "Tables (Data Package)"),
    ),
)
Node = dict[str, Any]


def dcat(build: Build, entries: Mapping[str, rows.FileEntry]) -> list[Node]:
    """The catalogue, its dataset, the files and the service, as JSON-LD nodes."""
    site = build.site_url
    here = f"{site}{addresses.OPEN_DATA}#"
    dataset, service, publisher = f"{here}aineisto", f"{here}rajapinta", f"{here}julkaisija"
    day = {"@value": build.today.isoformat(), "@type": "xsd:date"}
    shared: Node = {
        "dct:title": _texts(TITLES),
        "dct:description": _texts(TEXTS),
        "dct:publisher": _id(publisher),
        "dct:license": _id(f"{EU}licence/CC_BY_4_0"),
        "dct:language": [_id(f"{EU}language/FIN")],
        "dct:modified": day,
    }
    files = [_distribution(build, entries, *file) for file in FILES]
    return [
        {
            "@id": f"{here}luettelo",
            "@type": "dcat:Catalog",
            **shared,
            "foaf:homepage": _id(f"{site}{addresses.OPEN_DATA}"),
            "dcat:dataset": _id(dataset),
            "dcat:service": _id(service),
        },
        {
            "@id": dataset,
            "@type": "dcat:Dataset",
            **{name: value for name, value in shared.items() if name != "dct:license"},
            "dct:identifier": dataset,
            "dct:accrualPeriodicity": _id(f"{EU}frequency/IRREG"),
            "dct:spatial": _id(f"{EU}country/FIN"),
            "dct:accessRights": _id(f"{EU}access-right/PUBLIC"),
            "dcat:theme": [_id(f"{EU}data-theme/SOCI"), _id(f"{EU}data-theme/HEAL")],
            "dcat:keyword": [
                {"@value": "työkyky", "@language": "fi"},
                {"@value": "arbetsförmåga", "@language": "sv"},
                {"@value": "work ability", "@language": "en"},
            ],
            "dcat:version": build.version,
            "dcat:landingPage": _id(f"{site}{addresses.OPEN_DATA}"),
            "dcat:contactPoint": _id(f"{here}yhteys"),
            "dcat:distribution": [_id(file["@id"]) for file in files],
        },
        *files,
        {
            "@id": service,
            "@type": "dcat:DataService",
            "dct:title": _texts({"fi": "Rajapinta", "sv": "Gränssnitt", "en": "API"}),
            "dct:license": _id(f"{EU}licence/CC_BY_4_0"),
            "dct:accessRights": _id(f"{EU}access-right/PUBLIC"),
            "dcat:endpointURL": _id(f"{site}{addresses.API}"),
            "dcat:endpointDescription": _id(f"{site}{addresses.API}openapi.json"),
            "dcat:servesDataset": _id(dataset),
        },
        *_classes(site),
        {"@id": publisher, "@type": "foaf:Agent", "foaf:name": "Työkykymallit"},
        {
            "@id": f"{here}yhteys",
            "@type": ["vcard:Organization", "vcard:Kind"],
            "vcard:fn": "Työkykymallit",
            "vcard:hasURL": _id(f"{site}{addresses.CONTRIBUTE}"),
        },
    ]


def _classes(site: str) -> Iterator[Node]:
    """What the names are that others keep: the profile asks for their classes, and not everybody fetches them."""
    kinds = {
        f"{EU}licence/CC_BY_4_0": "dct:LicenseDocument",
        f"{EU}language/FIN": "dct:LinguisticSystem",
        f"{EU}frequency/IRREG": "dct:Frequency",
        f"{EU}country/FIN": "dct:Location",
        f"{EU}access-right/PUBLIC": "dct:RightsStatement",
        f"{EU}data-theme/SOCI": "skos:Concept",
        f"{EU}data-theme/HEAL": "skos:Concept",
        f"{site}{addresses.OPEN_DATA}": "foaf:Document",
    }
    for _, kind, media, _ in FILES:
        kinds[f"{EU}file-type/{kind}"] = "dct:MediaTypeOrExtent"
        kinds[f"{MEDIA_TYPES}{media}"] = "dct:MediaType"
    for address, name in kinds.items():
        label = {"skos:prefLabel": _texts(THEMES[address])} if address in THEMES else {}
        yield {"@id": address, "@type": name, **label}


def as_turtle(nodes: list[Node]) -> str:
    """The same statements in Turtle."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in CONTEXT.items()]
    for node in nodes:
        told = [f"    a {', '.join(_many(node['@type']))}"]
        told += [
            f"    {name} {', '.join(_term(one) for one in _many(value))}"
            for name, value in node.items()
            if not name.startswith("@")
        ]
        lines.append(f"\n<{node['@id']}>\n" + " ;\n".join(told) + " .")
    return "\n".join(lines) + "\n"


def llms(facts: Facts) -> str:
    """The site in short for language models: what it is, how its numbers may be read, where the data are."""
    site = facts.build.site_url
    counted = f"{len(facts.models)} mallia, {len(facts.figures)} tulosta"
    pages = {
        "Mallit": addresses.MODELS,
        "Alueet": addresses.REGIONS,
        "Vertailut": addresses.COMPARISONS,
        "Mittarit": addresses.INDICATORS,
        "Ristiriidat": addresses.DISCREPANCIES,
        "Mitä ei tiedetä": addresses.GAPS,
    }
    data = {
        "Tiedostojen luettelo": f"{addresses.API}index.json",
        "Rajapinnan kuvaus (OpenAPI)": f"{addresses.API}openapi.json",
        "Tulokset": f"{addresses.API}results.json",
        "Mallit": f"{addresses.API}models.json",
        "Mihin lukua saa verrata": f"{addresses.MACHINE_CSV}comparability.csv",
        "Kentät": addresses.OPEN_FIELDS,
    }
    return "\n".join(
        [
            "# Työkykymallit",
            "",
            f"> {TEXTS['fi']} {counted}. Tiedot CC BY 4.0.",
            "",
            "Lue luku aina nimittäjän, jakson, perusjoukon ja lähteen kanssa. Vertaa vain lukuja, joiden kenttä",
            "`comparable` on sama. Tyhjä ei ole nolla: kenttä `missing` kertoo syyn. Tila on lähteen ajankohdan tila,",
            "ei välttämättä nykyinen. Mainitse tuloksesta sen alkuperäinen lähde ja kohta.",
            "",
            "## Sivut",
            "",
            *(f"- [{name}]({site}{path})" for name, path in pages.items()),
            "",
            "## Tiedot",
            "",
            *(f"- [{name}]({site}{path})" for name, path in data.items()),
            "",
        ]
    )


def _distribution(
    build: Build,
    entries: Mapping[str, rows.FileEntry],
    address: str,
    kind: str,
    media: str,
    titles: tuple[str, str, str],
) -> Node:
    url = build.site_url + address
    return {
        "@id": f"{build.site_url}{addresses.OPEN_DATA}#{address.rpartition('/')[2]}",
        "@type": "dcat:Distribution",
        "dct:title": _texts(dict(zip(("fi", "sv", "en"), titles, strict=True))),
        "dcat:accessURL": _id(url),
        "dcat:downloadURL": _id(url),
        "dct:format": _id(f"{EU}file-type/{kind}"),
        "dcat:mediaType": _id(MEDIA_TYPES + media),
        "dct:license": _id(f"{EU}licence/CC_BY_4_0"),
        "dcat:byteSize": {
            "@value": str(entries[address]["bytes"]),
            "@type": "xsd:decimal",  # so the shapes of the profile have it
        },
        "dct:modified": {"@value": build.today.isoformat(), "@type": "xsd:date"},
    }


def _id(address: str) -> Node:
    return {"@id": address}


def _texts(told: Mapping[str, str]) -> list[Node]:
    return [{"@value": text, "@language": language} for language, text in told.items()]


def _many(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
    else:
        yield value


def _term(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if "@id" in value:
        return f"<{value['@id']}>"
    text = _quoted(value["@value"])
    return f"{text}@{value['@language']}" if "@language" in value else f"{text}^^{value['@type']}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
