"""Place names in every case and words in their parts, as Finnish has them: typed by hand, not printed by the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalogue.finnish.inflection import case_forms
from catalogue.finnish.morphology import Analysis, Morphology, base_forms
from catalogue.writing import remember, remembered

if TYPE_CHECKING:
    from pathlib import Path

# The genitive, the inessive, the partitive and the illative decide the rest of a paradigm.
NAMES = {
    "Ikaalinen": "ikaalisen ikaalisessa ikaalista ikaaliseen ikaalisissa ikaalisiin",
    "Virrat": "virroilla virroilta virroille virroissa",
    "Kannus": "kannuksen kannuksessa kannusta kannukseen",
    "Pihtipudas": "pihtiputaan pihtiputaalla pihtipudasta pihtiputaalle",
    "Muhos": "muhoksen muhoksella muhosta muhokselle",
    "Keitele": "keiteleen keiteleella keiteletta keiteleelle",
    "Lahti": "lahden lahdessa lahtea lahteen lahdet lahtena",
    "Helsinki": "helsingin helsingissa helsinkia helsinkiin helsingiksi helsingit helsinkina",
    "Rautalampi": "rautalammin rautalammilla rautalampea rautalammille",
    "Iitti": "iitin iitissa iittia iittiin",
    "Loppi": "lopen lopella loppea lopelle",
    "Seinäjoki": "seinajoen seinajoella seinajokea seinajoelle seinajoelta",
    "Turku": "turun turussa turusta turulla turulta turulle turuksi turut turkuna turkua turkuun",
    "Hanko": "hangon hangossa hankoa hankoon",
    "Lappeenranta": "lappeenrannan lappeenrannassa lappeenrantaa lappeenrantaan",
    "Leppävirta": "leppavirran leppavirralla leppavirtaa leppavirralle",
    "Harjavalta": "harjavallan harjavallassa harjavaltaa harjavaltaan",
    "Outokumpu": "outokummun outokummussa outokumpua outokumpuun",
    "Kotka": "kotkan kotkassa kotkaa kotkaan",
    "Vaasa": "vaasan vaasassa vaasaa vaasaan",
    "Kurikka": "kurikan kurikassa kurikkaa kurikkaan",
    "Jalka": "jalan jalassa jalkaa jalkaan",
    "Nahka": "nahan nahassa nahkaa nahkaan",
    "Rauta": "raudan raudassa rautaa rautaan",
    "Apu": "avun avussa apua apuun",
    "Puku": "puvun puvussa pukua pukuun",
    "Kurki": "kurjen kurjessa kurkea",
    "Kulku": "kulun kulussa kulkua kulkuun",
    "Varkaus": "varkauden varkaudessa varkautta",
    "Terveys": "terveyden terveydessa terveytta",
    "Kallis": "kalliin kalliissa kallista",
    "Sairas": "sairaan sairaassa sairasta",
    "Uusikaupunki": "uudenkaupungin uudessakaupungissa uuteenkaupunkiin uudestakaupungista",
    "Isokyrö": "isonkyron isossakyrossa isoonkyroon isostakyrosta",
}
WORDS = {
    "työhönvalmennus": Analysis(
        ("tyohonvalmennus",), (("valmennus", 60), ("tyo", 40), ("tyohon", 40))
    ),
    "valmennettava": Analysis(("valmennettava",), (("valmentaa", 80),)),
    "työttömyys": Analysis(("tyottomyys",), (("tyo", 35), ("tyoton", 35))),
    "nuorisotyöpaja": Analysis(
        ("nuorisotyopaja",),
        (("paja", 60), ("nuoriso", 40), ("tyo", 40), ("nuorisotyo", 55), ("tyopaja", 55)),
    ),
    "ihmisten": Analysis(("ihminen",)),
    "kuopiossa": Analysis(("kuopio",)),
    "xyzzy": Analysis(("xyzzy",)),
    "abc1": Analysis(("abc1",)),
}


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.mark.parametrize("name", NAMES)
def test_town_is_found_in_every_case(morphology: Morphology, name: str) -> None:
    assert {*NAMES[name].split()} - {*morphology.case_forms(name)} == set()


def test_forms_of_a_name_are_few_and_end_as_finnish_does() -> None:
    made = case_forms("turku", lambda form: {"turku"} if form in ("turun", "turkuun") else set())
    assert " ".join(made) == (
        "turku turun turussa turusta turulla turulta turulle turuksi turut "
        "turkuna turkua turkuta turkuseen turkuun turkuhun"
    )


def test_name_that_nobody_knows_is_inflected_as_it_is() -> None:
    assert {"korsnasin", "korsnasissa", "korsnasiin"} <= {*case_forms("korsnäs", lambda _: ())}
    assert {"kannan", "kantan", "kantaan"} <= {*case_forms("kanta", lambda _: ())}


@pytest.mark.parametrize("word", WORDS)
def test_word_is_taken_to_its_parts(morphology: Morphology, word: str) -> None:
    assert morphology.analysis(word) == WORDS[word]


def test_basic_form_keeps_its_letters_and_tells_no_joints() -> None:
    assert base_forms("työhönvalmennuksen") == {"työhönvalmennus"}
    assert "isokyrö" in base_forms("isoonkyröön") and base_forms("xyzzy") == frozenset()


def test_what_was_analysed_is_remembered_and_what_is_spoilt_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "muisti"
    first = Morphology(path)
    word, town = first.analysis("nuorisotyöpaja"), first.case_forms("Turku")
    first.save()
    lines = remembered(path).splitlines()
    assert len(lines) == 3
    again = Morphology(path)
    assert (again.known, again.new) == (first.known, False)
    assert (again.analysis("nuorisotyöpaja"), again.case_forms("turku")) == (word, town)
    assert not again.new
    path.write_bytes(path.read_bytes()[:-1])
    assert Morphology(path).known == {}
    remember(path, "\n".join([lines[0], "spoilt"]))
    assert Morphology(path).known == {}
    remember(path, "\n".join(["other rules", *lines[1:]]))
    assert Morphology(path).known == {}
