"""What changed between two states of the data: cells, records and figures, and what it means in plain Finnish."""
