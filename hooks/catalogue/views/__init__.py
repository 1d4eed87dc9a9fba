"""Exactly what a template prints: frozen dataclasses with ready labels, addresses and formatted numbers."""
