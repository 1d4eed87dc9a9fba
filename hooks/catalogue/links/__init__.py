"""References that do not rot: visiting addresses, remembering what was found, and telling readers and maintainers."""
