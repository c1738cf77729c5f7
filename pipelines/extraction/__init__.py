"""Text to quantities, claims and mentions. Pure: values in, frozen values out."""

from pipelines.extraction.article import extract

__all__ = ["extract"]
