"""The static API, version 1: what its rows are, how records become rows, and what the rows' schemas are."""
