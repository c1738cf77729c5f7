"""Who, where, and whose word, in the words of the sentence."""
