"""How a claim cites the entry of the lexicon that typed it: ``deaths/done_to/killed``."""

from pathlib import Path

from pipelines.extraction.lexicon import load, names
from pipelines.extraction.metrics.metrics import Entry, metrics


def citation(entry: Entry) -> str:
    """The entry as metric, frame and words. It stays the same while the lexicon grows around it."""
    return f"{entry.metric}/{entry.frame}/{' '.join(entry.words)}"


def cited(cue: str, extra: Path | None = None) -> Entry | None:
    """The entry that a citation names, None where the lexicon does not hold it any more."""
    metric = metrics(extra).get(cue.split("/", 1)[0])
    entries = metric.entries if metric is not None else ()
    return next((entry for entry in entries if citation(entry) == cue), None)


def file_of(metric: str, extra: Path | None = None) -> str:
    """The file of the lexicon that defines a metric: ``metrics/deaths.yaml``."""
    found = (name for name in names("metrics", extra) if load(name, extra)["metric"] == metric)
    return f"{next(found)}.yaml"
