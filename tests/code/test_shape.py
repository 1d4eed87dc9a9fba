"""Types as schemas and records as rows: word for word, of a made-up row and a made-up record."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypedDict

from pydantic import BaseModel, Field

from catalogue.api.shape import Schemas, flat, number, plain
from catalogue.schema.claim import Cite
from catalogue.schema.edtf import Day
from catalogue.schema.scalars import Localised


class Part(TypedDict):
    """Osa jostakin."""

    count: Annotated[int | None, "Luku"]
    word: Literal["a", "b"] | None
    amount: int | float
    many: list[str]
    named: dict[str, bool]


class Inner(BaseModel):
    text: Localised


class Written(BaseModel):
    name: Localised = Field(description="Nimi")
    note: Localised | None = None
    since: Day | None = None
    share: Decimal | None = None
    inner: Inner | None = None
    also: tuple[Localised, ...] = ()
    sources: tuple[Cite, ...] = ()


BOTH = Localised(fi="Nimi", sv="Namn")
RECORD = Written(
    name=BOTH,
    since=Day(2024, 5),
    share=Decimal("2.50"),
    inner=Inner(text=Localised(fi="Teksti")),
    also=(Localised(fi="Toinen", en="Other"),),
)
TEXT = {"type": "string"}
BY_LANGUAGE = {
    "type": "object",
    "required": ["fi"],
    "additionalProperties": False,
    "properties": {"fi": TEXT, "sv": TEXT, "en": TEXT},
}


def translated(name: str) -> dict[str, Any]:
    return {
        f"{name}_sv": {"type": ["string", "null"], "description": "Sama ruotsiksi"},
        f"{name}_en": {"type": ["string", "null"], "description": "Sama englanniksi"},
    }


def test_row_is_an_object_of_just_its_fields() -> None:
    made = Schemas()
    assert made.of(Part) == {"$ref": "#/components/schemas/Part"}
    assert made.named == {
        "Part": {
            "type": "object",
            "description": "Osa jostakin.",
            "properties": {
                "count": {"type": ["integer", "null"], "description": "Luku"},
                "word": {"type": ["string", "null"], "enum": ["a", "b", None]},
                "amount": {"type": "number"},
                "many": {"type": "array", "items": TEXT},
                "named": {"type": "object", "additionalProperties": {"type": "boolean"}},
            },
            "required": ["count", "word", "amount", "many", "named"],
            "additionalProperties": False,
        }
    }


def test_record_as_a_row_has_its_other_languages_beside_it_and_its_sources_as_cites() -> None:
    made = Schemas()
    assert made.record(Written, "Row", {"page": str | None}) == {"$ref": "#/components/schemas/Row"}
    row = made.named["Row"]
    assert list(row) == ["type", "properties", "required", "additionalProperties"]
    assert (row["type"], row["additionalProperties"]) == ("object", False)
    assert row["required"] == list(row["properties"])
    cites = row["properties"].pop("cites")
    assert cites == {"type": "array", "items": {"$ref": "#/components/schemas/Cite"}}
    assert row["properties"] == {
        "id": {"type": "string", "description": "Tunnus"},
        "name": {"type": "string", "description": "Nimi"},
        **translated("name"),
        "note": {"type": ["string", "null"]},
        **translated("note"),
        "since": {"type": ["string", "null"]},
        "share": {"type": ["number", "null"]},
        "inner": {"anyOf": [{"$ref": "#/components/schemas/Inner"}, {"type": "null"}]},
        "also": {"type": "array", "items": TEXT},
        "page": {"type": ["string", "null"]},
    }
    assert made.named["Inner"]["required"] == ["text", "text_sv", "text_en"]


def test_record_as_it_was_written_has_texts_by_language_and_what_may_miss() -> None:
    made = Schemas()
    assert made.of(Written, flat=False) == {"$ref": "#/components/schemas/WrittenWritten"}
    told = made.named["WrittenWritten"]
    assert told["required"] == ["name"]
    assert told["properties"]["name"] == {**BY_LANGUAGE, "description": "Nimi"}
    assert told["properties"]["also"] == {"type": "array", "items": BY_LANGUAGE}
    assert told["properties"]["sources"] == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/WrittenCite"},
    }


def test_record_becomes_a_row_and_what_was_written() -> None:
    assert flat(RECORD) == {
        "name": "Nimi",
        "name_sv": "Namn",
        "name_en": None,
        "note": None,
        "note_sv": None,
        "note_en": None,
        "since": "2024-05",
        "share": 2.5,
        "inner": {"text": "Teksti", "text_sv": None, "text_en": None},
        "also": ["Toinen"],
        "cites": [],
    }
    assert plain(RECORD) == {
        "name": {"fi": "Nimi", "sv": "Namn"},
        "since": "2024-05",
        "share": 2.5,
        "inner": {"text": {"fi": "Teksti"}},
        "also": [{"fi": "Toinen", "en": "Other"}],
    }


def test_whole_number_has_no_point() -> None:
    assert [number(one) for one in (None, Decimal("5.0"), Decimal("5.25"))] == [None, 5, 5.25]
    assert isinstance(number(Decimal("5.0")), int)
