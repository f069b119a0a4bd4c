"""What ``framing check`` found, one format a module."""
