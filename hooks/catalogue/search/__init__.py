"""What search finds: documents of the catalogue, the index of their words, and the small files that a browser reads."""
