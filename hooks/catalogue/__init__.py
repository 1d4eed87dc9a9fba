"""The catalogue of operating models: load, check, derive, print. Knows nothing of MkDocs."""
