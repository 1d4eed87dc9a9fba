"""What every claim carries: where it is said, who concluded it, and whom it concerns."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .ids import SourceId
from .scalars import Base, Line


class Cite(Base):
    """Where a claim or a figure comes from."""

    id: SourceId = Field(description="Lähteen tunnus, ks. models/sources/.")
    at: Line = Field(description="Kohta lähteessä: luku, sivu tai dia, esimerkiksi ”luku 2.3”.")


Cites = Annotated[
    tuple[Cite, ...],
    Field(min_length=1, description="Lähteet kohtineen; ensimmäinen on ensisijainen."),
]
MoreCites = Annotated[
    tuple[Cite, ...],
    Field(description="Lähteet kohtineen, jos ne ovat muut kuin ylemmän tason lähteet."),
]
BasisWord = Literal["said", "inferred"]
ScopeWord = Literal["own", "national"]
Basis = Annotated[
    BasisWord,
    Field(description=("Kuka sanoo: said lähde, inferred toimitus päättelee, ja sivu kertoo sen.")),
]
Scope = Annotated[
    ScopeWord,
    Field(
        description=(
            "Mistä lähde puhuu: own juuri tästä mallista, national koko maasta yleisesti, "
            "ja sivu kertoo sen."
        )
    ),
]
