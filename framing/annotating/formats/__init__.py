"""Formats of annotation tools, a module each: ``write`` gives files by name, ``read`` takes what the tool saved."""
