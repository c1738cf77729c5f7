"""Counts typed by a metric, with scope and modality, and the last word of the ledger."""
