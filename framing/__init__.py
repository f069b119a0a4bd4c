"""Framing: source bias and framing in news, every figure traced to words on the page."""
