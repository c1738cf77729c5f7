"""The words of the product: YAML with a reason for every entry; read by extraction.lexicon."""
