"""Pages of `/vertailu/`."""
