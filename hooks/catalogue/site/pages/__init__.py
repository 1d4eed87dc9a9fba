"""One module a template, of the same name."""
