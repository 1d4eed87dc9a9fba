"""Visits external addresses and reads the built site. The only package that uses the network."""
