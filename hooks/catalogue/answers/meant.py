"""Which record or word an author meant: by id, by any of its names, by a term's synonym; never one of another region."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.answers.alike import FAR, INFLECTED, PART, WIDER, nearness, words
from catalogue.finnish.nicknames import called
from catalogue.links.address import trivial
from catalogue.records import PLURALS, home_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.records import Catalogue

KINDS = {  # what there is none of, and where all of them are
    "region": ("aluetta", "Alueet: models/vocabulary/regions.yml"),
    "type": ("mallityyppiä", "Mallityypit: models/vocabulary/types.yml"),
    "programme": ("ohjelmaa", "Ohjelmat: models/vocabulary/programmes.yml"),
    "indicator": ("mittaria", "Mittarit: models/vocabulary/indicators/"),
    "instrument": ("mittaristoa", "Mittaristot: models/vocabulary/instruments.yml"),
    "status": ("tilaa", "Tilat: models/vocabulary/statuses.yml"),
    "reason": ("syytä", "Syyt: models/vocabulary/reasons.yml"),
    "target_group": ("kohderyhmää", "Kohderyhmät: models/vocabulary/target_groups.yml"),
    "population": ("perusjoukkoa", "Perusjoukot: models/vocabulary/populations.yml"),
    "source": ("lähdettä", "Lisää se kansioon models/sources/"),
    "model": ("mallia", "Mallit ovat alueiden kansioissa: models/<alue>/"),
    "result": ("tulosta", "Tuloksen tunnus on <alue>/<malli>/<mittari>[/<avain>]"),
}
ODD = {"\u00a0": "sitova väli (U+00A0)", "\u202f": "kapea sitova väli (U+202F)"}
PAGE = "osallistu/tunnukset/"
FEW = 3  # candidates that are named
SHORT, LONG = (
    12,
    20,
)  # a vocabulary that may be named as a whole: beside a guess, and where there is none
ENDING = re.compile(
    r"(?i)\.(?:pdf|docx?|pptx?|xlsx?|ya?ml|html?)$"
)  # the id of a file that was meant
REGIONAL = ("model", "result", "source")
NAME_FIELDS = ("name", "short", "plural", "brand", "genitive", "inessive", "title")
MORE_FIELDS = ("summary", "definition")


@dataclass(frozen=True)
class Meant:
    """A candidate: its id, what it is called, and how near it is (see `alike`)."""

    id: str
    name: str
    near: int


def answer(catalogue: Catalogue, kind: str, given: str, home: str = "") -> str:
    """What to say of `given`, which is no id of `kind`: the id that was meant, or where ids are. `home`: the file's region."""
    found = meant(catalogue, kind, given, home)
    what, where = KINDS[kind]
    if kind == "source" and "://" in given:
        return _address(catalogue, given)
    if kind in ("model", "result") and "/" in given:
        return f"Ei ole {what} ”{_clean(given)}”.{_moved(catalogue, kind, given, found)}"
    odd = next((letter for letter in given if letter in ODD), "")
    told = f" Arvossa on {ODD[odd]}: kirjoita se uudelleen." if odd else ""
    if found:
        sure = found[0].near <= INFLECTED
        others = "" if sure or kind in REGIONAL else _all_of(catalogue, kind)
        return f"Ei ole {what} ”{_clean(given)}”.{told} {_suggestion(found)}{others}"
    told = _sources_of(catalogue, home) if kind == "source" else ""
    told = told or (_all_of(catalogue, kind, LONG) if kind not in REGIONAL else "")
    listed = f"{where}; tunnukset nimineen: sivu {PAGE}" if kind not in REGIONAL else where
    return f"Ei ole {what} ”{_clean(given)}”.{told} {listed}."


def _address(catalogue: Catalogue, given: str) -> str:
    """An address where the id of its source belongs."""
    known = {trivial(one.data.url): key for key, one in catalogue.sources.items() if one.data.url}
    found = known.get(trivial(given))
    told = (
        f"Osoite on jo lähteellä: kirjoita ”{found}”."
        if found
        else "Lisää osoite lähteeksi kansioon models/sources/ ja kirjoita tähän sen tunnus."
    )
    return f"Tähän kuuluu lähteen tunnus, ei osoite. {told}"


def _moved(catalogue: Catalogue, kind: str, given: str, found: tuple[Meant, ...]) -> str:
    """What was meant, or what to do when the model was renamed or is gone."""
    model = "/".join(given.split("/")[:2])
    is_there = model in catalogue.models or f"model:{model}" in catalogue.broken
    told = f" {_suggestion(found)}" if found else f" {KINDS[kind][1]}."
    if is_there:
        return told
    if not found:
        return f"{told} Jos malli poistettiin, poista viittaus."
    new = "/".join(found[0].id.split("/")[:2])
    slug = model.split("/")[1] if "/" in model else model
    return f"{told} Jos malli sai uuden tunnuksen, lisää tiedostoon {new}.yml former_ids: [{slug}]."


def meant(catalogue: Catalogue, kind: str, given: str, home: str = "") -> tuple[Meant, ...]:
    """The nearest candidates, all equally near; none where too many are."""
    if kind in ("model", "result"):
        return _models(catalogue, kind, given, home)
    given = ENDING.sub("", given)
    records = getattr(catalogue.with_faulty(), PLURALS[kind])
    if kind == "source":
        records = {
            key: one
            for key, one in records.items()
            if _is_at_home(catalogue, key, one.data, given, home)
        }
    pairs = [(key, name) for key, record in records.items() for name in (key, *names(record.data))]
    if kind == "region":
        pairs += [(key, name) for key in records if (name := called(key, None))]
    found = _nearest(pairs, (given,))
    if not found or found[0].near > INFLECTED:
        others = _nearest(pairs, tuple(_synonyms(catalogue, given)))
        found = others if others and (not found or others[0].near < found[0].near) else found
    if not found:
        more = [(key, text) for key, one in records.items() for text in _texts(one.data)]
        found = _nearest(more, (given,), at_most=PART)
    shown = {key: str(_first_name(record.data)) for key, record in records.items()}
    return (
        tuple(Meant(one.id, shown[one.id], one.near) for one in found) if len(found) <= FEW else ()
    )


def names(data: Any) -> Iterator[str]:
    """Every name of a record in every language."""
    for field in NAME_FIELDS:
        value = getattr(data, field, None)
        if isinstance(value, str):
            yield value
        elif value is not None:
            yield from (text for text in (value.fi, value.sv, value.en) if text)
    yield from getattr(data, "abbreviations", None) or ()


def word_meant(given: str, words_of: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The fixed words that `given` may mean, by the word itself and what it is called."""
    pairs = [(key, name) for key, more in words_of.items() for name in (key, *more)]
    found = _nearest(pairs, (given,), at_most=WIDER)
    return tuple(one.id for one in found) if len(found) <= FEW else ()


def _nearest(
    pairs: Iterable[tuple[str, str]], given: Iterable[str], at_most: int = WIDER
) -> tuple[Meant, ...]:
    best: dict[str, tuple[int, int]] = {}
    for key, name in pairs:
        for one in given:
            near = nearness(one, name)
            if near <= at_most:
                extra = abs(len(words(name)) - len(words(one)))
                best[key] = min((near, extra), best.get(key, (FAR, 0)))
    least = min(best.values(), default=(FAR, 0))
    return tuple(Meant(key, "", rank[0]) for key, rank in best.items() if rank == least)


def _synonyms(catalogue: Catalogue, given: str) -> Iterator[str]:
    """The other names of a term that is called `given`."""
    for term in catalogue.terms.values():
        data = term.data
        all_names = (*names(data), *data.synonyms)
        if any(nearness(given, name) <= INFLECTED for name in all_names):
            yield from all_names


def _models(catalogue: Catalogue, kind: str, given: str, home: str) -> tuple[Meant, ...]:
    """Models or results of the region that is named, or of the file's own where none is: never of another."""
    parts = given.split("/")
    region = _region(catalogue, parts[0]) if len(parts) > 1 else home
    if not region:
        return ()
    rest = "/".join(parts[1:]) if len(parts) > 1 else given
    models = {
        key: record
        for key, record in catalogue.with_faulty("model").models.items()
        if key.split("/")[0] == region
    }
    if kind == "model":
        pairs = [
            (key, name)
            for key, one in models.items()
            for name in (key.split("/")[1], *names(one.data))
        ]
        found = _nearest(pairs, (rest,))
    else:
        found = _results(catalogue, region, rest)
    if len(found) > FEW:
        return ()
    shown = {key: str(_first_name(one.data)) for key, one in models.items()}
    return tuple(
        Meant(one.id, shown.get("/".join(one.id.split("/")[:2]), ""), one.near) for one in found
    )


def _results(catalogue: Catalogue, region: str, rest: str) -> tuple[Meant, ...]:
    """Results of the same model with another indicator, or of the same indicator in a model of the like name."""
    model, _, indicator = rest.partition("/")
    own = [key for key in catalogue.results if key.startswith(f"{region}/")]
    same = [(key, key.split("/", 2)[2]) for key in own if key.split("/")[1] == model]
    if same:
        return _nearest(same, (indicator,))
    return _nearest(
        [(key, key.split("/")[1]) for key in own if key.split("/", 2)[2] == indicator], (model,)
    )


def _region(catalogue: Catalogue, given: str) -> str:
    if given in catalogue.regions:
        return given
    found = meant(catalogue, "region", given)
    return found[0].id if len(found) == 1 and found[0].near <= INFLECTED else ""


def _is_at_home(catalogue: Catalogue, key: str, data: Any, given: str, home: str) -> bool:
    """Whether a source may be the one that was meant: of the region that is named, or of the file's, or of no county."""
    whole = {one for one, region in catalogue.regions.items() if region.data.kind == "national"}
    own = _regions_in(catalogue, f"{key} {_first_name(data)}") - whole
    return own <= (_regions_in(catalogue, given) - whole or {home})


def _regions_in(catalogue: Catalogue, text: str) -> set[str]:
    told = words(text)
    found = set()
    for key, record in catalogue.regions.items():
        own = words(key)
        places = [told[start : start + len(own)] for start in range(len(told))]
        brand = words(called(key, getattr(record.data, "brand", None)) or key)
        if own in places or brand in [
            told[start : start + len(brand)] for start in range(len(told))
        ]:
            found.add(key)
    # Pohjanmaa stands inside Pohjois-Pohjanmaa
    return {key for key in found if not any(key != other and key in other for other in found)}


def _suggestion(found: tuple[Meant, ...]) -> str:
    told = [f"”{one.id}” ({one.name})" if one.name else f"”{one.id}”" for one in found]
    if len(found) == 1:
        sure = found[0].near <= INFLECTED
        return f"Kirjoita {told[0]}." if sure else f"Tarkoititko {told[0]}?"
    return f"Tarkoititko jotakin näistä: {', '.join(told)}?"


def _all_of(catalogue: Catalogue, kind: str, most: int = SHORT) -> str:
    records = getattr(catalogue, PLURALS[kind])
    if not records or len(records) > most:
        return ""
    return f" Vaihtoehdot: {', '.join(records)}."


def _sources_of(catalogue: Catalogue, home: str) -> str:
    """The sources of the file's own region, where they are few."""
    own = [key for key, one in catalogue.sources.items() if home_of(one.document.path) == home]
    return f" Alueen lähteet: {', '.join(own)}." if home and own and len(own) <= LONG else ""


def _first_name(data: Any) -> object:
    return getattr(data, "name", None) or getattr(data, "title", None) or ""


def _texts(data: Any) -> Iterator[str]:
    for field in MORE_FIELDS:
        value = getattr(data, field, None)
        if value is not None:
            yield str(value)


def _clean(given: str) -> str:
    return given if len(given) <= 80 else f"{given[:79]}…"
