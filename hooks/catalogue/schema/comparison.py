"""A comparison: which question, which models, which figures and fields side by side."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .ids import IndicatorId, ProgrammeId, RegionId, StatusId, TypeId
from .result import Cites
from .scalars import Base, Line, Number, Text

FieldName = Literal["status", "status_date", "decision", "staffing", "process", "target_groups", "municipalities",
                    "pilot", "place", "instruments", "partners", "enablers", "barriers", "aims", "summary", "conditions"]


class Filter(Base):
    """Which models stand in the comparison; empty means all."""

    types: tuple[TypeId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    regions: tuple[RegionId, ...] = ()
    states: tuple[StatusId, ...] = ()


class Column(Base):
    """A column: an indicator or a field of the model."""

    indicator: IndicatorId | None = None
    field: FieldName | None = None
    label: Text | None = None


class Reference(Base):
    """A line for context, never a target."""

    value: Number
    label: Text
    population: Text
    sources: Cites


class Comparison(Base):
    """One page of `/vertailu/`."""

    title: Text = Field(description="Kysymys, johon vertailu vastaa.")
    short: Text = Field(description="Lyhyt nimi valikkoon.")
    summary: Text = Field(description="Yksi virke: mitä vertailu sisältää.")
    kind: Literal["table", "matrix"] = "table"
    models: Filter = Filter()
    columns: tuple[Column, ...] = ()
    chart: IndicatorId | None = None
    references: tuple[Reference, ...] = ()
    notes: tuple[Text, ...] = ()
    order: Line | None = None
