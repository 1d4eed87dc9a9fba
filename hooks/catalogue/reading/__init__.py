"""YAML text -> plain data with places, and what is said of what cannot be read."""
