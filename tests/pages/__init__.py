"""Golden pages: a small made-up catalogue, and what a reader hears on every page and finds in every file."""
