"""The metrics of the lexicon, and their cue words in a sentence."""
