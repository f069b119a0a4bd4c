"""Weights of Framing's encoder, and nothing else: ``framing.encoding`` opens them."""
