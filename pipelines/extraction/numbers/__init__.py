"""The ledger: every number expression of a text, with its bounds, hedge and kind."""
