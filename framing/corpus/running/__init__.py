"""Running records: settings, engines, worker processes, what is left to do."""
