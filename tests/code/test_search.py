"""Search: words and their forms, what means the same, the index and its memory, and the files that a browser reads."""

from __future__ import annotations

import datetime
import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

from catalogue.cache import Cache
from catalogue.facts import Build, Facts
from catalogue.finnish.morphology import Analysis, Morphology
from catalogue.finnish.tokens import folded, words
from catalogue.search import files as search
from catalogue.search.concepts import MARK, Concept, Meanings, concepts
from catalogue.search.document import Document
from catalogue.search.entries import Entry, Making
from catalogue.search.everyday import EVERYDAY
from catalogue.search.index import FULL, LARGEST, Reader, Segment, segments
from catalogue.search.shards import LARGEST as SHARD
from catalogue.search.shards import Lines, Postings, lines, shards
from pages.cases import files_of
from pages.harness import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.cache import Shelf
    from catalogue.records import Catalogue

TOKENS = Path(__file__).parents[1] / "search" / "tokens.json"
BUILD = Build(datetime.date(2026, 12, 1))


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return Facts(catalogue, BUILD)


# Words.


@pytest.mark.parametrize(("text", "cut", "plain"), json.loads(TOKENS.read_text(encoding="utf-8")))
def test_words_are_those_that_the_browser_cuts(text: str, cut: list[str], plain: list[str]) -> None:
    """`tests/js/tokens.test.js` reads the same file."""
    assert words(text) == cut
    assert [folded(word) for word in words(text)] == plain


@pytest.mark.parametrize(
    ("word", "bases"),
    [
        ("työhönvalmennuksessa", ("tyohonvalmennus",)),
        ("tiimeille", ("tiimi",)),
        ("terveystarkastuksiin", ("terveystarkastus",)),
        ("jobbcoachning", ("jobbcoachning",)),  # no Finnish word is its own basic form
        ("3x10d", ("3x10d",)),
    ],
)
def test_a_form_leads_to_its_basic_form(
    morphology: Morphology, word: str, bases: tuple[str, ...]
) -> None:
    assert morphology.analysis(word).bases == bases


def test_parts_of_a_compound_are_found_and_its_last_is_the_most_of_it(
    morphology: Morphology,
) -> None:
    parts = dict(morphology.analysis("terveystarkastus").parts)
    assert parts["tarkastus"] > parts["terveys"] > 0
    assert "tyokykykoordinaattori" in dict(
        morphology.analysis("työkykykoordinaattorikoulutus").parts
    )
    assert dict(morphology.analysis("valmennus").parts)["valmentaa"] > 0
    for word in ("työkykykoordinaatiota", "koordinaattorille", "koordinointi"):
        assert dict(morphology.analysis(word).parts)["koordinoida"] > 0


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("turku", {"turku", "turun", "turussa", "turkuun", "turusta", "turulla"}),
        ("lahti", {"lahden", "lahdessa", "lahteen"}),
        ("pori", {"porin", "porissa", "poriin"}),
        ("uusikaupunki", {"uudenkaupungin", "uudessakaupungissa", "uuteenkaupunkiin"}),
        ("imatra", {"imatralla", "imatralle", "imatralta"}),
        ("jakobstad", {"jakobstadissa", "jakobstadin"}),
    ],
)
def test_towns_are_known_in_every_case(morphology: Morphology, name: str, forms: set[str]) -> None:
    assert forms <= set(morphology.case_forms(name))


def test_what_was_analysed_is_remembered_and_a_broken_memory_is_none(tmp_path: Path) -> None:
    path = tmp_path / "sanat.tsv"
    first = Morphology(path)
    first.analysis("tiimeille")
    first.save()
    again = Morphology(path)
    assert again.known == {"tiimeille": Analysis(("tiimi",))}
    assert not again.new
    for broken in (b"\xff\xfe", b"x\ny", path.read_bytes() + b"\nno tabs"):
        path.write_bytes(broken)
        assert Morphology(path).known == {}


# What means the same.


class Plain(Morphology):
    """Every word is its own basic form: what is tested is not the morphology."""

    def analysis(self, word: str) -> Analysis:
        return Analysis((folded(word),))


def concept(key: str, *names: str) -> Concept:
    return Concept(key, key, tuple(tuple((one,) for one in name.split()) for name in names))


def analyses(text: str) -> list[Analysis]:
    return [Analysis((word,)) for word in text.split()]


def test_a_text_means_what_it_says_by_any_name_and_only_as_a_phrase() -> None:
    told = Meanings([concept("tiimi=", "tuki tiimi", "team"), concept("tuki=", "tuki", "stod")])

    def found(text: str) -> list[str]:
        said = analyses(text)
        return [*told.in_text(said, map(told.beginning, said))]

    assert found("uusi tuki tiimi ja team") == ["tuki=", "tiimi=", "tiimi="]
    assert found("tiimi tuki") == ["tuki="]
    assert told.of_name(analyses("tuki tiimi")) == ["tiimi="]
    assert told.of_name(analyses("tuki")) == ["tuki="]
    assert told.of_name(analyses("uusi tuki")) == []


def test_everyday_names_join_the_term_that_has_one_of_them(facts: Facts) -> None:
    told = {one.key: one for one in concepts(facts, Plain())}
    assert all(key.endswith(MARK) for key in told)
    named = [
        [one for one in told.values() if ((folded(names[0]),),) in one.names] for names in EVERYDAY
    ]
    assert all(len(one) == 1 for one in named if one), "no name is of two everyday meanings"


def test_everyday_meanings_have_no_name_twice() -> None:
    first = [names[0] for names in EVERYDAY]
    assert len(first) == len(set(first))
    assert all(len(names) > 1 and all(names) for names in EVERYDAY)


# The index.


def document(number: int, name: str = "", **told: str) -> Document:
    fields = {"name": name or f"nimi{number}", **told}
    return Document(kind="malli", url=f"m/{number}/", title=name, words=tuple(fields.items()))  # type: ignore[arg-type]


def weights(document: Document) -> Mapping[str, int]:
    """Of one document, the weight of each term."""
    reader = Reader(Plain(), Meanings([concept("tiimi=", "tiimi", "team")]))
    (made,) = segments(listed([document]), reader, Cache().shelf(""))
    return {term: json.loads(told)[1] for term, told in made.postings.items()}


def test_a_name_tells_more_than_a_summary_and_that_more_than_a_text() -> None:
    told = weights(document(1, "yksi", about="kaksi", body="kolme"))
    assert told["yksi"] > told["kaksi"] > told["kolme"] > 0
    often = weights(document(1, about="usein usein usein usein", body="kerran"))
    assert often["usein"] < FULL


def test_a_record_of_the_very_name_has_the_greatest_weight() -> None:
    term = Document(kind="termi", url="s/", title="Team", words=(("name", "Team"),))
    assert weights(term)["tiimi="] == FULL
    assert weights(document(1, "Team"))["tiimi="] < FULL


def many(count: int) -> list[Document]:
    return [document(number, about=f"sana{number % 7} yhteinen") for number in range(count)]


def listed(documents: list[Document]) -> list[Entry]:
    making = Making(lambda: documents)
    return [
        Entry(one.kind, one.url, "", {}, "", repr(one), making, number)
        for number, one in enumerate(documents)
    ]


def segments_of(
    documents: list[Document], morphology: Morphology | None = None, shelf: Shelf | None = None
) -> list[Segment]:
    reader = Reader(morphology or Plain(), Meanings([]))
    return [*segments(listed(documents), reader, shelf or Cache().shelf(""))]


def made_of(documents: list[Document], folder: Path) -> int:
    """How many segments had to be made."""
    shelf = Cache(folder).shelf("koe")
    before = {*shelf.known}
    segments_of(documents, shelf=shelf)
    shelf.save()
    return len({*shelf.known} - before)


def test_segments_are_remembered_and_a_new_document_moves_only_its_own(tmp_path: Path) -> None:
    documents = many(2_000)
    assert made_of(documents, tmp_path) > 20
    assert made_of(documents, tmp_path) == 0
    changed = [*documents[:500], document(5_000, about="uusi"), *documents[500:]]
    assert 1 <= made_of(changed, tmp_path) <= 2


def test_segments_count_their_documents_and_none_is_too_large() -> None:
    documents = many(1_000)
    made = segments_of(documents)
    assert sum(one.size for one in made) == len(documents)
    assert max(one.size for one in made) <= LARGEST


def test_work_grows_with_the_documents_and_each_word_is_analysed_once() -> None:
    """Counts, not times: twice the documents have twice the postings and no new analyses."""

    class Counting(Plain):
        asked: ClassVar[Counter[str]] = Counter()

        def analysis(self, word: str) -> Analysis:
            self.asked[word] += 1
            return super().analysis(word)

    def postings(count: int) -> int:
        made = segments_of(many(count), counting)
        return sum(told.count(",") + 1 for one in made for told in one.postings.values())

    counting = Counting()
    half, whole = postings(500), postings(1_000)
    assert whole == 2 * half
    counting.asked.clear()
    assert postings(500) == half
    assert len(counting.asked) > 500 and {*counting.asked.values()} == {1}


# The files.


def terms_of(shard: str) -> Iterator[str]:
    for told in json.loads(shard).values():
        yield from told


def test_a_word_is_in_the_shard_of_its_longest_beginning_and_shards_are_small() -> None:
    keys = [f"{a}{b}{c}" for a in "abc" for b in "xyz" for c in range(200)]
    told = Lines(dict.fromkeys(keys, "[0,[0,1]]" + " " * 40), {}, {})
    cut = dict(shards(told))
    assert sorted(key for shard in cut.values() for key in terms_of(shard)) == sorted(keys)
    for prefix, shard in cut.items():
        assert len(shard) <= SHARD + 20 * len(keys)
        for key in terms_of(shard):
            assert prefix == max((one for one in cut if key.startswith(one)), key=len)


def test_forms_lead_to_terms_and_a_term_that_is_its_own_form_is_not_said_twice() -> None:
    postings = Postings()
    for segment in segments_of([document(1, "talo")]):
        postings.add(segment)
    told = lines(
        postings,
        ["talo"],
        Plain(),
        [("talossa", ("talo",)), ("talo", ("talo",)), ("muu", ("muu",))],
    )
    assert told.forms == {"talossa": '["talo"]', "muu": '["muu"]'}


def test_nothing_is_in_the_first_file_that_grows_with_the_text(facts: Facts) -> None:
    """What comes before the first result: the first file, a shard a word, and the texts of the hits that are shown."""
    told = {Path(address).stem: one.text for address, one in search.files(facts, Cache())}
    first = json.loads(told["alku"])
    assert sum(first["lohkot"]) == first["maara"] == sum(first["laji"][1::2])
    assert {f"sanat-{prefix.replace('/', '_') or '_'}" for prefix in first["sanat"]} <= told.keys()
    assert {f"tekstit-{start}" for start in first["tekstit"]} <= told.keys()
    texts = [json.loads(told[f"tekstit-{start}"]) for start in sorted(first["tekstit"])]
    assert sum(map(len, texts)) == first["maara"]
    largest = max(
        len(told[f"sanat-{prefix.replace('/', '_') or '_'}"]) for prefix in first["sanat"]
    )
    heaviest = max(len(text) for name, text in told.items() if name.startswith("tekstit-"))
    assert len(told["alku"]) + 4 * largest + 8 * heaviest < 500_000


# What a model is made of by itself, and one by one what many are made of.
CHANGES = (
    (
        ("koivula/valmennus.yml", "summary: {fi: ", "summary: {fi: Nyt "),
        ("sources/asiakirjat.yml", "publisher: ", "publisher: Uusi "),
    ),
    (("vocabulary/indicators/luvut.yml", "name: ", "name: Uusi "),),
    (("vocabulary/terms.yml", "name: {fi: ", "name: {fi: Toinen "),),
)


def test_index_of_a_changed_catalogue_is_the_one_made_anew(facts: Facts, tmp_path: Path) -> None:
    """Byte by byte, whichever file changed, and where what was remembered is spoilt."""
    texts, kept = files_of(), tmp_path / "kept"

    def compare(facts: Facts, *spoilt: Path) -> None:
        anew = Path(tempfile.mkdtemp(dir=tmp_path))
        if (kept / search.WORDS).exists():  # analysing a word again and again is not what is asked
            shutil.copy(kept / search.WORDS, anew)
        for path in spoilt:
            path.write_bytes(b"{")
        cache = Cache(kept)
        assert dict(search.files(facts, cache)) == dict(search.files(facts, Cache(anew)))
        assert [notice.split()[2] for notice in cache.notices] == [*map(str, spoilt)]

    compare(facts)
    for changes in CHANGES:
        for name, old, new in changes:
            assert old.encode() in texts[name], name
            texts[name] = texts[name].replace(old.encode(), new.encode(), 1)
        changed = facts_of(texts)
        compare(changed)
    names = (search.WORDS, "haettavat.json", "hakemisto.json")
    compare(changed, *(kept / name for name in names))
