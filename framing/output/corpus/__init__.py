"""Summaries and comparisons of outlets: one format a module."""
