"""How the models are trained; nothing that scores an article imports it."""
