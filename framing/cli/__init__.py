"""The command line: a command a module, each found by its name when it is asked for."""
