"""Findings in an editor while one writes, over the Language Server Protocol; imported only by ``framing lsp``."""
