"""The rules, one a file; ``framing.checking.registry`` lists them."""
