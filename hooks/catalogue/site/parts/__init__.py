"""Parts that many pages print."""
