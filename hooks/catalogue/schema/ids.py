"""References between records, one type a vocabulary: what a value points at is known from its type."""

from __future__ import annotations

from .scalars import ID, Id


class RegionId(Id):
    kind = "region"


class TypeId(Id):
    kind = "type"


class ProgrammeId(Id):
    kind = "programme"


class IndicatorId(Id):
    kind = "indicator"


class InstrumentId(Id):
    kind = "instrument"


class StatusId(Id):
    kind = "status"


class ReasonId(Id):
    kind = "reason"


class TargetGroupId(Id):
    kind = "target_group"


class PopulationId(Id):
    kind = "population"


class SourceId(Id):
    kind = "source"


class ModelId(Id):
    kind = "model"
    form = rf"{ID}/{ID}"
    how = "Mallin tunnus on <alue>/<malli>, esimerkiksi pohjanmaa/tyokyvyn-tuen-tiimi."


class ResultId(Id):
    kind = "result"
    form = rf"{ID}/{ID}/{ID}(/{ID})?"
    how = "Tuloksen tunnus on <alue>/<malli>/<mittari> tai <alue>/<malli>/<mittari>/<avain>."
