"""Rules that look across fields or files. Each is a generator of problems, named for what it forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.rules.aims import contradictory_aims
from catalogue.rules.characters import characters_that_deceive
from catalogue.rules.circles import leading_to_itself, unlike_sums
from catalogue.rules.comments import texts_cut_by_a_comment
from catalogue.rules.comparisons import unfounded_comparisons
from catalogue.rules.dates import (
    dates_to_come,
    figures_of_before_the_trial,
    told_before_it_happened,
    wrong_order_of_dates,
    years_or_a_season,
)
from catalogue.rules.denominators import denominators_of_other_clients, more_than_the_clients
from catalogue.rules.disclosure import (
    derivable_hidden_cells,
    small_guarded_cells,
    told_small_numbers,
)
from catalogue.rules.doubtful import doubtful
from catalogue.rules.expectations import sentences_that_are_so_no_more
from catalogue.rules.known import unfounded_knowledge
from catalogue.rules.links import links_that_must_not_be
from catalogue.rules.municipalities import wrong_municipalities
from catalogue.rules.names import misplaced_or_repeated_names
from catalogue.rules.numbers import (
    impossible_working_time,
    misshapen_results,
    off_the_scale,
    shares_without_words,
)
from catalogue.rules.permanence import corrections_of_nothing, vanished_without_a_word
from catalogue.rules.populations import unfitting_populations
from catalogue.rules.privacy import what_is_never_published
from catalogue.rules.prose import figures_that_no_result_holds
from catalogue.rules.references import unknown_ids
from catalogue.rules.shapes import ambiguous_labels, unclear_relations
from catalogue.rules.sound import sound
from catalogue.rules.texts import (
    long_or_marked_up_texts,
    text_that_is_not_shown_as_written,
    texts_that_say_nothing,
)
from catalogue.rules.twins import twins
from catalogue.rules.unexplained import (
    same_as_variant,
    stale_explanations,
    undisputed_claims,
    unexplained_discrepancies,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue

# First the shape of each record and what it names. Only records without such faults are computed with.
SHAPES = (
    unknown_ids,
    misplaced_or_repeated_names,
    vanished_without_a_word,
    corrections_of_nothing,
    leading_to_itself,
    misshapen_results,
    off_the_scale,
    ambiguous_labels,
    unclear_relations,
)
# What one value may say. Also the sound parts of faulty records are looked at.
VALUES = (
    wrong_municipalities,
    twins,
    unlike_sums,
    denominators_of_other_clients,
    more_than_the_clients,
    contradictory_aims,
    unfitting_populations,
    impossible_working_time,
    shares_without_words,
    texts_that_say_nothing,
    wrong_order_of_dates,
    told_before_it_happened,
    figures_of_before_the_trial,
    years_or_a_season,
    dates_to_come,
    long_or_marked_up_texts,
    text_that_is_not_shown_as_written,
    links_that_must_not_be,
    what_is_never_published,
    characters_that_deceive,
    texts_cut_by_a_comment,
    small_guarded_cells,
    same_as_variant,
    undisputed_claims,
    doubtful,
)
# What needs whole records: sums, comparisons, placeholders.
WHOLES = (
    derivable_hidden_cells,
    told_small_numbers,
    unexplained_discrepancies,
    stale_explanations,
    unfounded_comparisons,
    unfounded_knowledge,
    figures_that_no_result_holds,
    sentences_that_are_so_no_more,
)
RULES = SHAPES + VALUES + WHOLES
# Rules that are told of the sound parts of faulty records, too: those that look at one value at a time,
# and those that look at a result with its indicator, which has to be whole.
OF_PARTS = (
    unknown_ids,
    long_or_marked_up_texts,
    links_that_must_not_be,
)
OF_RESULTS = (
    misshapen_results,
    off_the_scale,
    small_guarded_cells,
)


def computable(catalogue: Catalogue) -> Catalogue:
    """The part of the catalogue that is of the right shape and names only what is there."""
    return sound(catalogue, [problem for rule in SHAPES for problem in rule(catalogue)])


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Every problem that any rule finds; one of a sound part of a faulty record may come twice."""
    faults = [problem for rule in SHAPES for problem in rule(catalogue)]
    yield from faults
    for rule in VALUES:
        yield from rule(catalogue)
    whole = sound(catalogue, faults)
    for rule in WHOLES:
        yield from rule(whole)
    if catalogue.faulty:
        for rules, parts in (
            (OF_PARTS, catalogue.with_faulty()),
            (OF_RESULTS, catalogue.with_faulty("model")),
        ):
            for rule in rules:
                yield from rule(parts)
