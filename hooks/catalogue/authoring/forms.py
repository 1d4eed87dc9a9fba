"""Issue forms: made of the vocabularies, and what somebody wrote in one becomes files. Text stays text.

A form's answer is data from a stranger: it is looked up among what is known, or quoted into a value; it never becomes
a path, a field or a command. Files of the writing page are taken whole, each only where a file of the catalogue may be.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from catalogue.answers.meant import answer, meant
from catalogue.authoring.skeleton import Wanted, files, without_notes
from catalogue.load import place_of_file

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from catalogue.records import Catalogue, Record

PUBLIC = (
    "Ilmoitus on julkinen: ei henkilöiden nimiä, yhteystietoja eikä asiakkaiden tietoja. "
    "Ylläpitäjä tekee siitä muutosehdotuksen, jonka kone tarkistaa."
)
DRAFT = re.compile(
    r"^--- models/(\S+) ---\n", re.MULTILINE
)  # of the writing page, before each file
OF_DATA = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+){1,2}\.yml")
HEADING = re.compile(r"^### +(.+?)\s*$", re.MULTILINE)
EMPTY = "_No response_"
NUMBERS = ("count", "of", "value", "before", "after", "least", "most", "reported", "n")
MOST = 2000  # characters of one answer
LONGEST = 60_000  # characters of one file; GitHub takes about as many of a notice


class Unusable(Exception):
    """A form from which no file can be made; says why, in Finnish."""


def templates(catalogue: Catalogue) -> dict[str, str]:
    """The forms by file name, as YAML that is also JSON where it matters."""
    regions = [one.data.short.fi for one in catalogue.regions.values()]
    types = [one.data.name.fi for one in catalogue.types.values()]
    programmes = [
        "Oma työ, ei ohjelmaa",
        *(one.data.name.fi for one in catalogue.programmes.values()),
    ]
    return {
        "uusi-malli.yml": _form(
            "Uusi malli",
            "Ehdota mallia, palvelua, välinettä tai koulutusta, joka luettelosta puuttuu.",
            ["uusi malli"],
            _input("nimi", "Mallin nimi"),
            _choice("alue", "Alue", sorted(regions)),
            _choice("tyyppi", "Mallityyppi", sorted(types)),
            _choice("ohjelma", "Ohjelma", programmes),
            _area("kuvaus", "Mikä malli on?", "Enintään 250 merkkiä, omin sanoin."),
            _input(
                "lahde",
                "Julkinen lähde",
                "Loppuraportti, Innokylän sivu tai muu julkinen asiakirja.",
            ),
            _input("kohta", "Kohta lähteessä", "Luku, sivu tai dia, esimerkiksi luku 2.3."),
        ),
        "virhe-luvussa.yml": _form(
            "Korjaa luku",
            "Kerro, mikä luku on väärin, mitä siinä pitäisi lukea ja mistä sen voi tarkistaa.",
            ["korjaa luku"],
            _input(
                "tulos",
                "Luvun tunnus",
                "<alue>/<malli>/<mittari>, luvun osoitteesta tai tunnusluettelosta.",
            ),
            _choice("kentta", "Mikä luvussa on väärin?", list(NUMBERS)),
            _input("arvo", "Oikea arvo"),
            _input("kohta", "Kohta lähteessä", "Ilman kohtaa lukua ei voi muuttaa."),
        ),
        "linkki.yml": _form(
            "Linkki ei toimi",
            "Kerro, mikä lähteen osoite ei avaudu ja mikä on uusi osoite.",
            ["linkki"],
            _input("lahde", "Lähteen tunnus", "Lähteen sivun lopussa lukee Tunnus tiedostoissa."),
            _input("osoite", "Uusi osoite", "https://…"),
        ),
    }


def answers(body: str) -> dict[str, str]:
    """What was written under each heading of an issue that a form made."""
    parts = HEADING.split(body.replace("\r\n", "\n"))[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {label: _cut(text) for label, text in pairs if text.strip() != EMPTY}


def drafted(body: str) -> dict[str, str]:
    """The files that the writing page put into a notice. Raises `Unusable` for what is no file of the catalogue."""
    parts = DRAFT.split(body.replace("\r\n", "\n"))[1:]
    made = dict(zip(parts[::2], parts[1::2], strict=True))
    for path, text in made.items():
        place = place_of_file(PurePosixPath(path))
        if isinstance(place, str) or not OF_DATA.fullmatch(path):
            raise Unusable(f"{path}: {place if isinstance(place, str) else 'polku ei kelpaa.'}")
        if len(text) > LONGEST:
            raise Unusable(f"{path}: tiedosto on liian pitkä.")
    return {path: text.rstrip() + "\n" for path, text in made.items()}


def proposal(catalogue: Catalogue, told: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    """The files that the form asks for, whole, by path under the data folder. Raises `Unusable`."""
    if "Mallin nimi" in told:
        return _new_model(catalogue, told, today)
    if "Luvun tunnus" in told:
        return _figure(catalogue, told)
    if "Lähteen tunnus" in told:
        return _link(catalogue, told)
    raise Unusable("Lomake ei ole mikään näistä: Uusi malli, Korjaa luku, Linkki ei toimi.")


def _new_model(
    catalogue: Catalogue, told: Mapping[str, str], today: datetime.date
) -> dict[str, str]:
    programme = told.get("Ohjelma", "")
    wanted = Wanted(
        _id(catalogue, "region", _needed(told, "Alue")),
        _line(_needed(told, "Mallin nimi")),
        _id(catalogue, "type", _needed(told, "Mallityyppi")),
        ""
        if programme.startswith("Oma työ") or not programme
        else _id(catalogue, "programme", programme),
        _line(_needed(told, "Julkinen lähde")),
        _line(_needed(told, "Kohta lähteessä")),
    )
    made = {path: without_notes(text) for path, text in files(catalogue, wanted, today).items()}
    summary = json.dumps(_line(told.get("Mikä malli on?", ""))[:250], ensure_ascii=False)
    path, text = next(iter(made.items()))
    if path.removesuffix(".yml") in catalogue.models:
        raise Unusable(f"Malli {path.removesuffix('.yml')} on jo luettelossa.")
    text = re.sub(
        r"^summary: .*$", lambda _: f"summary: {summary}", text, count=1, flags=re.MULTILINE
    )
    made[path] = text
    added = f"sources/{wanted.region}.yml"
    if added in made:
        present = next((one.text for one in catalogue.documents if one.path.endswith(added)), "")
        made[added] = present + made[added]
    return made


def _figure(catalogue: Catalogue, told: Mapping[str, str]) -> dict[str, str]:
    result = _line(_needed(told, "Luvun tunnus"))
    located = catalogue.results.get(result)
    if located is None:
        raise Unusable(answer(catalogue, "result", result))
    field, value = (
        _line(_needed(told, "Mikä luvussa on väärin?")),
        _line(_needed(told, "Oikea arvo")),
    )
    if field not in NUMBERS or getattr(located.data, field) is None:
        raise Unusable(f"Luvulla ei ole kenttää {field}: lisää se tiedostoon itse.")
    value = value.replace(",", ".")
    if not re.fullmatch(r"-?\d{1,9}(?:\.\d{1,6})?", value):
        raise Unusable("Oikea arvo kirjoitetaan numeroin, esimerkiksi 37 tai 34.1.")
    loc = ("results", located.index)
    first = located.data.sources[0]
    place = json.dumps(_line(_needed(told, "Kohta lähteessä")), ensure_ascii=False)
    text = _with(located.model, (*loc, field), value)
    if place != json.dumps(first.at, ensure_ascii=False):
        text = _with(located.model, (*loc, "sources", 0, "at"), place, text)
    return {_under_folder(located.model.document.path): text}


def _link(catalogue: Catalogue, told: Mapping[str, str]) -> dict[str, str]:
    source = catalogue.sources.get(_id(catalogue, "source", _needed(told, "Lähteen tunnus")))
    url = _line(_needed(told, "Uusi osoite"))
    if source is None or source.data.url is None:
        raise Unusable("Lähteellä ei ole osoitetta: lisää se tiedostoon itse.")
    if not re.fullmatch(r"https?://[^\s<>\"']+", url):
        raise Unusable("Uusi osoite alkaa https:// ja on yksi osoite.")
    text = _with(source, ("url",), json.dumps(url))
    return {_under_folder(source.document.path): text}


def _with(record: Record[Any], loc: tuple[Any, ...], value: str, text: str = "") -> str:
    """The file with one single value in place of another. Later places come first, or lie on other lines."""
    document = record.document
    line, column = document.place((*record.loc, *loc))
    nodes = (node for node in document.nodes() if node.start_mark.line == line - 1)
    node = next(one for one in nodes if one.start_mark.column == column - 1)
    lines = (text or document.text).split("\n")
    own = lines[line - 1]
    old = document.text.split("\n")[line - 1][node.start_mark.column : node.end_mark.column]
    start = own.find(old, min(node.start_mark.column, len(own)) if not text else 0)
    lines[line - 1] = own[:start] + value + own[start + len(old) :]
    return "\n".join(lines)


def _id(catalogue: Catalogue, kind: str, given: str) -> str:
    if given in catalogue.known(kind):
        return given
    found = meant(catalogue, kind, given)
    if len(found) != 1:
        raise Unusable(answer(catalogue, kind, given))
    return found[0].id


def _needed(told: Mapping[str, str], label: str) -> str:
    if not told.get(label):
        raise Unusable(f"Lomakkeen kohta ”{label}” on tyhjä.")
    return told[label]


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    return text.strip()[:MOST]


def _under_folder(path: str) -> str:
    return path.partition("/")[2]


def _form(name: str, description: str, labels: list[str], *parts: str) -> str:
    head = f"name: {name}\ndescription: {description}\nlabels: {json.dumps(labels, ensure_ascii=False)}\nbody:\n"
    intro = f"  - type: markdown\n    attributes:\n      value: {json.dumps(PUBLIC, ensure_ascii=False)}\n"
    return head + intro + "".join(parts)


def _part(kind: str, key: str, label: str, description: str, more: str = "") -> str:
    told = (
        f"      description: {json.dumps(description, ensure_ascii=False)}\n" if description else ""
    )
    return (
        f"  - type: {kind}\n    id: {key}\n    attributes:\n      label: {json.dumps(label, ensure_ascii=False)}\n"
        f"{told}{more}    validations: {{required: true}}\n"
    )


def _input(key: str, label: str, description: str = "") -> str:
    return _part("input", key, label, description)


def _area(key: str, label: str, description: str = "") -> str:
    return _part("textarea", key, label, description)


def _choice(key: str, label: str, options: list[str]) -> str:
    listed = "".join(f"        - {json.dumps(one, ensure_ascii=False)}\n" for one in options)
    return _part("dropdown", key, label, "", f"      options:\n{listed}")
