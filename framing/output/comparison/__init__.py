"""A comparison, one format a module."""
