"""What an author may write: pydantic types of the files. Only types; rules across fields live in `rules`."""
