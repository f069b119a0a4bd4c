"""Trained models: what they read of a text, how they are stored and how they score."""
