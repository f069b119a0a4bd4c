"""Scorers: each finds one thing in an article and knows no other scorer."""
