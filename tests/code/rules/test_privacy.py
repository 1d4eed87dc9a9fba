"""What is never published is seen in the forms that people write it in, and look-alikes are left in peace."""

from __future__ import annotations

import pytest

from catalogue.reading.source import read
from catalogue.records import Catalogue
from catalogue.rules.privacy import what_is_never_published
from golden import PLACEHOLDERS

AT, ZEROS = "@", "000 0000"


def found(text: str) -> list[tuple[int, int]]:
    catalogue = Catalogue(documents=(read("models/a/b.yml", f"name: x\n# {text}\n".encode()),))
    return [(problem.line, problem.column) for problem in what_is_never_published(catalogue)]


PRIVATE = sorted(set(PLACEHOLDERS) - {b"{BYTE-E4}", b"{BYTE-07}", b"{USERINFO}"})


@pytest.mark.parametrize("placeholder", PRIVATE, ids=bytes.decode)
def test_every_kind_is_found_once_where_it_starts(placeholder: bytes) -> None:
    assert found(f"Ks. {PLACEHOLDERS[placeholder].decode()} tai muu") == [(2, 7)]


@pytest.mark.parametrize(
    "number",
    [
        "040" + "0000000",
        "040-" + "0000000",
        "+358" + "400000000",
        "+358 50 " + ZEROS,
        "(040) " + ZEROS,
        "050 " + ZEROS,
        "020 " + "000000",
        "09-" + "0000000",
        "040." + "000.0000",
        "040/" + "0000000",
        "040\u2011" + "0000000",
        "040\u00a0" + ZEROS,
        "+358" + "(0)40 " + ZEROS,
        "+358 (0) 40 " + ZEROS,
        "+358-40-" + "0000000",
        "00358" + "400000000",
        "00358 40 " + ZEROS,
        "+46 70 " + ZEROS,
    ],
)
def test_phone_number_is_found_in_every_form(number: str) -> None:
    assert len(found(f"soita {number}.")) == 1


@pytest.mark.parametrize(
    "address",
    [
        "nimi (at) b.fi",
        "nimi[at]b.fi",
        "nimi (ät) b piste fi".replace(" piste ", "."),
        "nimi(at)b(piste)fi",
        "nimi\uff20b.fi",
        "a" + AT + "b.fi",
        "a.b-c+d" + AT + "e-f.g.fi",
        "<a" + AT + "b.fi>",
        "A_B" + AT + "c.com,",
    ],
)
def test_email_address_is_found_in_every_form(address: str) -> None:
    assert len(found(f"kysy {address} heti")) == 1


@pytest.mark.parametrize("mark", [*"-+ABCDEFUVWXYa", "–", "—", "\u2011", "\u2010", "\u2212", " - "])
def test_identity_code_is_found_with_every_mark_of_a_century(mark: str) -> None:
    assert len(found("0101" + "00" + mark + "999X")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "1 128 asiakasta",
        "2022–2024",
        "2022-2024",
        "8/2023–9/2024",
        "4.11.2024",
        "0,34",
        "0–10",
        "0-125",
        "020",
        "luku 2.3",
        "10.3233/JVR-150770",
        "978-952-00-1234-5",
        "ISSN 0000-0000",
        "P4 I2",
        "37 + 18 + 25 = 80",
        "00100 Helsinki",
        "käyttäjän profiili",
        "tiedosto: raportti",
        "salasanat vaihdetaan",
        "a @ b",
        "n = 20",
        "12 %",
        "0 %",
        "05 10 15",
        "3206099-8",
        "0116297-6",
        "ISSN 0355-5054",
        "ISBN 0-306-40615-7",
        "0800 " + "00000",
        "116 117",
        "asteikko 0 1 2 3 4 5 6 7 8 9 10",
        "0–10 000 000",
        "01.02.2024–03.04.2024",
        "09/2023–8/2024",
        "P4, B12, A4, F1 ja 5.2.1",
        "tunnukset: ks. sanasto",
        "tiimi (at Kuopio) alkoi",
    ],
)
def test_look_alikes_are_left_in_peace(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("code", ["F20.0", "F32", "M54.5", "diagnoosi F84.0."])
def test_code_of_a_diagnosis_is_found(code: str) -> None:
    assert len(found(f"asiakkaalla {code}")) == 1


def test_mark_of_what_is_public_speaks_of_its_line_or_of_the_next_one() -> None:
    number = "(09) " + ZEROS
    assert found(f"{number}  # julkinen: vaihde") == []
    assert found(f"julkinen: vaihde\n# {number}") == []
    assert found(f"{number}\n# julkinen: vaihde") == [(2, 3)]
    assert found(f"{number}  # julkinen:") == [(2, 3)]


def test_code_of_a_person_cannot_be_called_public() -> None:
    assert found("0101" + "00A999X  # julkinen: ei käy") == [(2, 3)]
