"""Tallywire: news articles to a warehouse of figures that can be defended."""
