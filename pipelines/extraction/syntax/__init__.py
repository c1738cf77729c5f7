"""A shallow parse over closed lists and endings: no model, linear in the sentence."""
