"""The texts of a model's page under Innokylä's headings, each with its sources."""

from __future__ import annotations

from pydantic import Field

from .claim import Basis, Cites, Scope
from .scalars import Base, Prose


class Section(Base):
    """What is said under one heading. Markdown; no figures without source."""

    text: Prose = Field(description="Teksti omin sanoin, Markdownia.")
    sources: Cites
    basis: Basis = "said"
    scope: Scope = "own"


class Sections(Base):
    """Innokylä's headings: first the description, then the development path."""

    idea: Section | None = Field(
        None, title="Ratkaisun perusidea", description="Mikä ratkaisu on ja mitä se tarjoaa."
    )
    environment: Section | None = Field(
        None,
        title="Toimintaympäristö",
        description="Missä ja millaisissa oloissa mallia toteutettiin.",
    )
    target_group: Section | None = Field(
        None,
        title="Kohderyhmä ja asiakasymmärrys",
        description="Kenelle malli on ja mitä heidän tarpeistaan tiedetään.",
    )
    conditions: Section | None = Field(
        None,
        title="Toimivuuden ja käyttöönoton ehdot",
        description="Mitä malli vaatii toimiakseen ja mistä käyttöönotossa pitää huolehtia.",
    )
    evaluation: Section | None = Field(
        None,
        title="Arvioinnin tulokset tiivistettynä",
        description="Arvioinnin tulos muutamalla virkkeellä; luvut myös kohdassa results.",
    )
    starting_point: Section | None = Field(
        None,
        title="Lähtötilanne ja strategiset liittymäkohdat",
        description="Mistä lähdettiin liikkeelle ja mihin työ liittyi.",
    )
    developers: Section | None = Field(
        None,
        title="Kehittäjäjoukon kokoaminen ja yhteiskehittäminen",
        description="Ketkä kehittivät ja miten asiakkaat olivat mukana.",
    )
    intended_change: Section | None = Field(
        None, title="Tavoiteltu muutos", description="Mitä piti muuttua."
    )
    measuring: Section | None = Field(
        None, title="Muutoksen mittaaminen", description="Miten muutosta mitattiin."
    )
    plan: Section | None = Field(
        None,
        title="Toteutussuunnitelma",
        description="Miten ja missä järjestyksessä työ suunniteltiin.",
    )
    trial: Section | None = Field(
        None, title="Kokeilu ja sen tulokset", description="Mitä kokeiltiin ja mitä siitä seurasi."
    )
