"""The reader's own comparison."""
