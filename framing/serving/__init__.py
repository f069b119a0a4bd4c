"""A web application on this machine: paste, drop or send an article, get its page and its JSON."""
