"""Faults planted one at a time in what the site says, and whether the golden texts see them (`make mutate`).

Our own planter, not mutmut or cosmic-ray: most of what a page says stands in mappings, dataclasses and templates.
mutmut mutates bodies of functions only, and neither mutates a template or swaps two words of a mapping; both start a
test run for every fault, where a fork of a warm process needs half a second.
"""
