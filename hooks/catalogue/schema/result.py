"""A result: one figure as its source gives it, with everything needed to read it right."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic import WithJsonSchema as Json
from pydantic_core import PydanticCustomError

from .claim import Cites
from .edtf import Told
from .ids import IndicatorId, PopulationId, ResultId
from .scalars import Base, FormerResult, Line, Name, Number, Text, Title, Whole, decimal_of

Missing = Literal["not_tried", "not_measured", "not_published", "suppressed"]
Bound = Literal["at_least", "over", "nearly", "under", "at_most", "about"]
Conclusion = Literal["improved", "worsened", "unchanged"]
SHAPES = ("count", "value", "before", "least", "reported", "missing")
PAIRS = (("before", "after"), ("least", "most"))
# The same for editors; the printed percentage may stand beside the count that it should follow from.
ONE_SHAPE: dict[str, Any] = {
    "oneOf": [
        {"required": [name], **({"not": {"required": ["count"]}} if name == "reported" else {})}
        for name in SHAPES
    ],
    "dependencies": {
        name: [other] for pair in PAIRS for name, other in (pair, tuple(reversed(pair)))
    },
}


def _scale(value: object) -> tuple[int, int]:
    how = "Kirjoita asteikko muodossa 0-10: pienin, yhdysviiva, suurin."
    parts = value.split("-") if isinstance(value, str) else []
    if (
        len(parts) != 2
        or not all(re.fullmatch("[0-9]{1,4}", part) for part in parts)
        or int(parts[0]) >= int(parts[1])
    ):
        raise PydanticCustomError("scale", "{how}", {"how": how})
    return int(parts[0]), int(parts[1])


Scale = Annotated[
    tuple[int, int], BeforeValidator(_scale), Json({"type": "string", "pattern": r"^\d+-\d+$"})
]


Percent = Annotated[
    Decimal,
    BeforeValidator(decimal_of),
    Json({"type": "number", "minimum": 0, "maximum": 100}),
]


class Variant(Base):
    """The same figure as another source prints it, when the two differ."""

    count: Whole | None = Field(None, description="Lukumäärä toisessa lähteessä.")
    of: Whole | None = Field(None, description="Nimittäjä toisessa lähteessä.")
    value: Number | None = Field(None, description="Luku toisessa lähteessä.")
    reported: Percent | None = Field(None, description="Prosentti toisessa lähteessä.")
    sources: Cites


class Result(Base):
    """Exactly one of: count (with `of` for a share), value, before and after, least and most, reported, missing."""

    model_config = ConfigDict(json_schema_extra=ONE_SHAPE)

    indicator: IndicatorId = Field(
        description="Mittarin tunnus, ks. models/vocabulary/indicators/."
    )
    key: Name | None = Field(
        None, description="Erottaa saman mittarin tulokset toisistaan; tulee tunnukseen."
    )
    label: Title | None = Field(
        None, description="Mitä juuri tällä rivillä lasketaan, kun mittarin nimi ei riitä."
    )
    count: Whole | None = Field(None, description="Lukumäärä; osuudessa osoittaja.")
    of: Whole | None = Field(None, description="Osuuden nimittäjä: kuinka monesta.")
    value: Number | None = Field(None, description="Pistemäärä, keskiarvo, kesto tai muu luku.")
    before: Number | None = Field(None, description="Mittaus ennen (alkumittaus).")
    after: Number | None = Field(None, description="Mittaus jälkeen (loppumittaus).")
    least: Number | None = Field(None, description="Vaihteluvälin pienin arvo.")
    most: Number | None = Field(None, description="Vaihteluvälin suurin arvo.")
    reported: Percent | None = Field(
        None,
        description=(
            "Prosentti sellaisena kuin se on lähteessä, jos lukumäärää ei kerrota; "
            "nimittäjä of, jos se kerrotaan."
        ),
    )
    missing: Missing | None = Field(None, description="Miksi lukua ei ole.")
    n: Whole | None = Field(None, description="Kuinka monen vastauksista keskiarvo on laskettu.")
    scale: Scale | None = Field(None, description="Asteikko, jos se poikkeaa mittarin asteikosta.")
    bound: Bound | None = Field(
        None,
        description=(
            "Lähteen varaus: at_least vähintään, over yli, nearly lähes, under alle, "
            "at_most enintään, about noin."
        ),
    )
    period: Told | None = Field(
        None,
        description=(
            "Ajanjakso, jota luku koskee; ohjelmakausi, jos lähde ei kerro jaksoa. "
            "Pakollinen, jos tuloksessa on luku."
        ),
    )
    follow_up: Whole | None = Field(
        None, description="Kuinka monta kuukautta palvelun päättymisen jälkeen luku on mitattu."
    )
    population: PopulationId | None = Field(
        None, description="Keitä luku koskee. Pakollinen, jos tuloksessa on luku."
    )
    sources: Cites
    note: Text | None = Field(None, description="Mitä lukijan pitää tietää luvusta.")
    sum_of: tuple[ResultId, ...] = Field(
        (), description="Tulokset, joiden summa tämän pitäisi olla."
    )
    part_of: ResultId | None = Field(None, description="Tulos, jonka osa tämä on.")
    printed_name: Line | None = Field(
        None, description="Nimi, jolla lähde lukua kutsuu, jos se harhauttaa."
    )
    printed_population: PopulationId | None = Field(
        None, description="Keitä lähde väittää luvun koskevan."
    )
    conclusion: Conclusion | None = Field(None, description="Mitä lähde sanoo muutoksen suunnasta.")
    front_page: Title | None = Field(
        None,
        description=(
            "Sanat luvun perään etusivulla, esimerkiksi: työllistyi palkkatyöhön. "
            "Tyhjä, jos luku ei ole etusivulla."
        ),
    )
    variants: tuple[Variant, ...] = Field(
        (), description="Sama luku toisessa lähteessä, kun luvut eroavat."
    )
    former_ids: tuple[FormerResult, ...] = Field(
        (),
        description=(
            "Tuloksen aiemmat tunnukset kokonaan, jos mittari tai avain on vaihtunut; "
            "vanhat osoitteet vievät tähän."
        ),
    )

    @property
    def shapes(self) -> tuple[str, ...]:
        """Which of `SHAPES` are given: exactly one in a sound result. A count may have its `reported` percentage."""
        given = tuple(name for name in SHAPES if getattr(self, name) is not None)
        return ("count",) if given == ("count", "reported") else given
