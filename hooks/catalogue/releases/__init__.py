"""Published versions of the data: how one is frozen, what changed since the one before, and which fit the site."""
