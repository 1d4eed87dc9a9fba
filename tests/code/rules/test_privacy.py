"""What is never published is seen in the forms that people write it in, and look-alikes are left in peace."""

from __future__ import annotations

import time

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
        "358 40 " + "0000000",
        "358" + "400000000",
        "+358–40–" + "000–0000",
        "040_" + "000_0000",
        "040\u2009" + "000\u20090000",
        "040\u2012" + "000\u20120000",
        "040," + "000,0000",
        "040:" + "0000000",
        "040•" + "000•0000",
        "040 . " + "000 . 0000",
        "050—" + "000—0000",
        "040–" + "000–00–00",
        "040\t" + ZEROS,
        "puh.040-" + "0000000",
        "O40 " + ZEROS,
        "09 - " + "000 0000",
        "+44 20 " + "0000 0000",
        "nolla neljä nolla " + "yksi kaksi kolme neljä viisi",
        "".join(chr(0xFF10 + int(digit)) for digit in "0400000000"),
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
        "a.b " + AT + " c.fi",
        "a.b " + AT + "c.fi",
        "a.b(a)c.fi",
        "a.b%40c.fi",
        "a.b_at_c.fi",
        "a.b -at- c.fi",
        '"a b"' + AT + "c.fi",
        "”a b”" + AT + "c.fi",
        "a.b" + AT + "[10.0.0.1]",
        "a.b" + AT + "c",
        "a.b @ c . fi",
        "a.b &#64; c.fi".replace(" ", ""),
        "a.b miukumauku c.fi",
        "a piste b at c piste fi",
        "a.b*at*c.fi",
        "a.b «at» c.fi",
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
        "kohta (a) 2.3",
        "F2-kerros, E18-tie ja M365",
        "01.01.2023-2024",
        "https://www.esimerkki.fi/home/uutiset",
        "s. 12 ja 4.11.2024",
        "358 401 234 euroa",
        "E10-tie, E18 ja valtatie E75",
        "asiakas ajaa E10-tietä",
        "G3, G20-maat, B12-vitamiini ja C-vitamiini",
        "taulukot A12 ja E11",
        "liite G35, osio F20 ja kohta M54.5",
        "mittaukset T0, T6 ja T12",
        "asiakkaiden mediaani P50 ja P90",
        "R12 ja Q10",
        "tunnus ja salasana ovat henkilökohtaisia",
        "salasana on vaihdettava, pitkä tai käytössä",
        "salasana on 12-merkkinen",
        "salasanan voi vaihtaa",
        "PIN-koodi unohtuu; koodin 1234 asiakasta",
        "kunnat 049,091,092 ja 045, 046",
        "+1 000 000 000 euroa",
        "klo 08 - 15 ja 09 - 12",
        "nolla, yksi, kaksi, kolme, neljä, viisi, kuusi",
        "nolla neljästä",
        "Kivikatu 5, Hallituskatu 1–3 ja Koulutie 5 A",
        "Palvelupolku 12 asiakasta ja työpolku 2 A 3",
        "s. 4.1.2 ja s. 12–14",
        "malli@v2 ja @tyokyky",
        "SE 2020 ja DE 2023 2024",
    ],
)
def test_look_alikes_are_left_in_peace(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "code",
    [
        "F20.0",
        "F32",
        "M54.5",
        "diagnoosi F84.0.",
        "F 20.0",
        "f20.0",
        "F20-F29",
        "F32-diagnoosi",
        "dg G35",
        "ICD-10: E11",
        "G35",
        "E11",
        "E10",
        "F84.5G",
        "M51.1K",
        "I10-potilas",
        "M54",
        "ICPC P76",
        "DSM-5 296.32",
    ],
)
def test_code_of_a_diagnosis_is_found(code: str) -> None:
    assert len(found(f"asiakkaalla {code}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "C:" + "\\Users\\x",
        "K:" + "/yhteiset/x",
        "/home" + "/x/asiakkaat",
        "smb:" + "//palvelin/jako",
        "//palvelin" + "/jako/lista.xlsx",
        "FI00 " + "0000 0000 0000 00",
        "s. " + "1.1.1900",
        "synt. " + "1.1.1900",
        "0101" + "00 999X",
        "01.01." + "1900-999X",
        "pwd" + ": x",
        "tunnus x " + "salasana y",
        "ghp" + "_" + "x" * 20,
        "-----BEGIN " + "PRIVATE KEY-----",
        "Bearer " + "x" * 20,
        "salasana on kissa",
        "Salasana on kesa24",
        "Salasana on: x",
        "tunnus ja salasana: x / y",
        "tunnus ja salasana ovat x ja y1",
        "WLAN-salasana ”x y z”",
        "kirjaudu tunnuksella x salasanalla yyyy1",
        "tunnus x, salasana yyyy1",
        "pw" + ": x",
        "PIN-koodi 0000",
        "oven koodi 0000",
        "tunnuskoodi aaaa1",
        "lösenord: x",
        "secret" + "=x",
        "hetu " + "010100-XXXX",
        "01 01 00" + "-999X",
        "01.01.00" + "-999X",
        "0101" + "00_999X",
        "0101" + "00\u00ad999X",
        "asiakasnumero 00000",
        "syntymäaika " + "1.1.1900",
        "syntynyt " + "1. tammikuuta 1900",
        "kotiosoite: Katu 1",
        "asuu osoitteessa Katu 1",
        "Kuusikuja 0 A 00",
        "Storgatan 0 B 00",
        "FI00-" + "0000-0000-0000-00",
        "SE00 " + "0000 0000 0000 0000 0000",
        "~/lista.csv",
        "%USERPROFILE%" + "\\lista.csv",
        "/mnt" + "/lista.csv",
        "alue-my.sharepoint.com" + "/personal/x",
    ],
)
def test_what_people_paste_is_found(text: str) -> None:
    assert len(found(f"ks. {text}")) == 1


def test_much_of_what_nearly_is_private_takes_no_time() -> None:
    """Work that grows with the square of the length would take minutes."""
    units = [
        "DSM-",
        "A-",
        '"a',
        "G35 ",
        "potilas A12 ",
        "salasana on ",
        "tunnus a ",
        "040,1,",
        "nolla ",
        "a piste b at ",
        "a_at_",
        "a-at-",
        "a@",
        "a%40",
        "a(a)",
        "040",
        "F20.",
        "//a/",
        "s.1.",
        "0101",
        "x.",
        "FI00",
    ]
    for unit in units:
        started = time.process_time()
        found(unit * (20_000 // len(unit)))
        assert time.process_time() - started < 1, unit


def test_mark_of_what_is_public_speaks_of_its_line_or_of_the_next_one() -> None:
    number = "(09) " + ZEROS
    assert found(f"{number}  # julkinen: vaihde") == []
    assert found(f"julkinen: vaihde\n# {number}") == []
    assert found(f"{number}\n# julkinen: vaihde") == [(2, 3)]
    assert found(f"{number}  # julkinen:") == [(2, 3)]


def test_code_of_no_diagnosis_can_be_called_public() -> None:
    assert found("G35") == [(2, 3)]
    assert found("G35  # julkinen: hankkeen numero") == []


def test_code_of_a_person_cannot_be_called_public() -> None:
    assert found("0101" + "00A999X  # julkinen: ei käy") == [(2, 3)]
