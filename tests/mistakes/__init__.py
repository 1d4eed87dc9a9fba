"""Mistakes that maintainers make, and whether what the checker says of each helps them."""
