"""Lexicons: what an entry is, how files are loaded, checked and compiled, and how hits are found."""
