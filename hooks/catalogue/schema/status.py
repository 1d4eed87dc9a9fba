"""Where a model stood when the sources were written: what was decided, and what was in use. Two facts, no label."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from .claim import Basis, Cites, Scope
from .edtf import Date
from .ids import ReasonId
from .scalars import Base, Text
from .vocabulary import Decided, InUse

ReasonEffect = Literal["enabler", "barrier", "either"]


def _short(value: object) -> Any:
    """`decided: adopt` is short for `decided: {what: adopt}`."""
    return {"what": value} if isinstance(value, str) else value


class DecidedFact(Base):
    """What was decided of the model's future."""

    what: Decided = Field(
        description=(
            "Mitä päätettiin: adopt otetaan käyttöön, continue jatketaan hankkeena, end lopetetaan, "
            "not_told lähde ei kerro päätöstä."
        )
    )
    by: Text | None = Field(None, description="Toimielin, joka päätti, jos lähde sen kertoo.")
    date: Date | None = Field(None, description="Milloin päätettiin, jos lähde sen kertoo.")


class InUseFact(Base):
    """How far the model was in use."""

    what: InUse = Field(
        description=(
            "Missä määrin: fully kokonaan, partly osin, not ei enää, never_begun ei alkanut, "
            "done kertatyö tehtiin loppuun, not_told lähde ei kerro."
        )
    )
    date: Date | None = Field(None, description="Minkä ajankohdan tilanne tämä on.")


DecidedField = Annotated[
    DecidedFact, BeforeValidator(_short, json_schema_input_type=DecidedFact | Decided)
]
InUseField = Annotated[InUseFact, BeforeValidator(_short, json_schema_input_type=InUseFact | InUse)]


class StatusReason(Base):
    """Why something stayed or ended, where the source gives it as the reason."""

    reason: ReasonId = Field(description="Syy sanastosta.")
    effect: ReasonEffect = Field(
        description=(
            "Mihin suuntaan: enabler edisti jatkumista, barrier esti sitä, either lähde sanoo asian "
            "vaikuttavan mutta ei kerro, kumpaan suuntaan."
        )
    )
    text: Text = Field(description="Syy yhdellä virkkeellä.")
    sources: Cites
    basis: Basis = "said"
    scope: Scope = "own"


class Check(Base):
    """What somebody found later, after the sources were written."""

    date: Date = Field(description="Milloin tarkistettiin.")
    what: InUse = Field(description="Missä määrin malli oli silloin käytössä; sanat kuten in_use.")
    text: Text | None = Field(None, description="Mitä selvisi, yhdellä virkkeellä.")
    sources: Cites


class Status(Base):
    """Two facts; the label (Käytössä, Juurtumassa …) is derived from them in `models/vocabulary/statuses.yml`."""

    decided: DecidedField = Field(
        description="Mitä jatkosta päätettiin: sana tai {what, by, date}."
    )
    in_use: InUseField = Field(description="Missä määrin käytössä: sana tai {what, date}.")
    text: Text | None = Field(None, description="Tilanne yhdellä tai kahdella virkkeellä.")
    reasons: tuple[StatusReason, ...] = Field(
        (), description="Miksi malli jäi tai päättyi, lähteen mukaan."
    )
    sources: Cites
    basis: Basis = "said"
    scope: Scope = "own"
    checks: tuple[Check, ...] = Field(
        (), description="Myöhemmät tarkistukset päivineen ja lähteineen."
    )


class ShortStatus(Base):
    """The two facts of something that is only mentioned."""

    decided: DecidedField = Field(
        description="Mitä jatkosta päätettiin: sana tai {what, by, date}."
    )
    in_use: InUseField = Field(description="Missä määrin käytössä: sana tai {what, date}.")
