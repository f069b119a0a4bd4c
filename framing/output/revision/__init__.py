"""Two versions of an article, one format a module."""
