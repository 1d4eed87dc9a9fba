"""What MkDocs or ProperDocs is told of the catalogue's site; `mkdocs_hooks` holds the events that call it."""
