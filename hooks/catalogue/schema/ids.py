"""References between records, one type a vocabulary: what a value points at is known from its type."""

from __future__ import annotations

from .scalars import ID, Id


class RegionId(Id):
    """The id of a region."""

    kind = "region"


class TypeId(Id):
    """The id of a type."""

    kind = "type"


class ProgrammeId(Id):
    """The id of a programme."""

    kind = "programme"


class IndicatorId(Id):
    """The id of an indicator."""

    kind = "indicator"


class InstrumentId(Id):
    """The id of an instrument."""

    kind = "instrument"


class StatusId(Id):
    """The id of a state."""

    kind = "status"


class ReasonId(Id):
    """The id of a reason."""

    kind = "reason"


class TargetGroupId(Id):
    """The id of a target group."""

    kind = "target_group"


class PopulationId(Id):
    """The id of a population."""

    kind = "population"


class SourceId(Id):
    """The id of a source."""

    kind = "source"


class ModelId(Id):
    """The id of a model: `region/model`."""

    kind = "model"
    form = rf"{ID}/{ID}"
    how = "Mallin tunnus on <alue>/<malli>, esimerkiksi pohjanmaa/tyokyvyn-tuen-tiimi."


class ResultId(Id):
    """The id of a result: `region/model/indicator` or with a key after it."""

    kind = "result"
    form = rf"{ID}/{ID}/{ID}(/{ID})?"
    how = "Tuloksen tunnus on <alue>/<malli>/<mittari> tai <alue>/<malli>/<mittari>/<avain>."
