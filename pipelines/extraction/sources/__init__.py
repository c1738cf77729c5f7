"""Whose word a count is: who can give it, what says so, how far it reaches, and by whom it was passed on."""
