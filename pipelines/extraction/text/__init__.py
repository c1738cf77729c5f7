"""Texts into sentences, tokens and phrases of the lexicon, and what each word is."""
