"""Queries asked of the search page, and how good what it shows is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Page

    from search.judged import Query

SHOWN = 5
# Each query is a step, as Back and Forward are; what the page then shows is read.
ASK = """async (queries) => {
  const showings = () => performance.getEntriesByName("haku-naytetty").length;
  const shown = async (before) => { while (showings() <= before) await new Promise((ready) => setTimeout(ready, 2)); };
  const told = [];
  await shown(0);
  for (const query of queries) {
    const before = showings();
    history.pushState(null, "", `?q=${encodeURIComponent(query)}`);
    dispatchEvent(new PopStateEvent("popstate"));
    await shown(before);
    const links = document.querySelectorAll("[data-search-results] .place__county a, .hit__title a");
    told.push([...links].map((link) => link.href));
  }
  return told;
}"""


@dataclass(frozen=True)
class Answer:
    """The addresses that the page shows, in the order in which they are read."""

    query: Query
    links: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Of the first five places, how many are filled with what is relevant; of fewer, where fewer is relevant."""
        found = len(set(self.links[:SHOWN]) & self.query.relevant)
        return found / min(SHOWN, len(self.query.relevant))

    @property
    def rank(self) -> float:
        """One over the place of the first that answers."""
        places = (at for at, link in enumerate(self.links, 1) if link in self.query.best)
        return 1 / next(places, float("inf"))


@dataclass(frozen=True)
class Score:
    queries: int
    recall: float
    rank: float
    unanswered: int


def ask(page: Page, base: str, queries: Sequence[Query]) -> list[Answer]:
    """Ask on the search page, one after another, and read what it shows of each."""
    page.goto(f"{base}haku/?q=alku")
    told: list[list[str]] = page.evaluate(ASK, [query.text for query in queries])
    return [
        Answer(query, tuple(dict.fromkeys(link.removeprefix(base) for link in links)))
        for query, links in zip(queries, told, strict=True)
    ]


def score(answers: Iterable[Answer]) -> Score:
    told = list(answers)
    many = len(told) or 1  # of no queries the score is nothing
    return Score(
        len(told),
        sum(one.recall for one in told) / many,
        sum(one.rank for one in told) / many,
        sum(not one.links for one in told),
    )


def table(answers: Iterable[Answer], held: str = "koepuoli") -> str:
    """Recall@5, MRR and unanswered of each kind, tuned and held."""
    rows: dict[tuple[str, bool], list[Answer]] = defaultdict(list)
    for one in answers:
        for kind in (one.query.kind, "kaikki"):
            rows[kind, one.query.held].append(one)
    lines = [f"{'':16}{'säätöpuoli':^32}{held:^32}"]
    head = f"{'kyselyjä':>10}{'recall@5':>9}{'MRR':>6}{'ei os.':>7}"
    lines.append(f"{'laji':16}{head}{head}")
    for kind in dict.fromkeys(kind for kind, _ in rows if kind != "kaikki") | {"kaikki": None}:
        cells = (score(rows[kind, half]) for half in (False, True))
        told = "".join(
            f"{one.queries:>10}{one.recall:>9.2f}{one.rank:>6.2f}{one.unanswered:>7}"
            for one in cells
        )
        lines.append(f"{kind:16}{told}")
    return "\n".join(lines)
