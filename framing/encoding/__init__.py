"""The encoder of the extra ``encoder``: a small transformer that reads an article's symmetric words in context."""
