"""Texts into sentences, tokens and phrases of the lexicon."""
