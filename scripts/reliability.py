"""How often claims are right by their method and by their confidence, on gold: what the confidence is set from.

Usage: reliability.py GOLD.jsonl... A gold document has ``doc_id``, ``text`` and ``figures``, each with ``metric``,
``quote``, ``nth``, ``low`` and ``high``; one marked ``optional`` is neither for nor against a claim. A claim is right
when a figure of its metric overlaps it and has its bounds.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.table import Table

from pipelines import console
from pipelines.extraction import extract
from pipelines.extraction.values import Claim

Judged = tuple[Claim, bool]


def judged(path: Path) -> Iterator[Judged]:
    """Every claim of a file of gold that the gold decides, and whether it is right."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        for claim in extract(document["text"]).claims:
            figures = [
                each for each in document["figures"] if _overlaps(claim, each, document["text"])
            ]
            if not any(figure.get("optional") for figure in figures):
                yield claim, any(_agrees(claim, figure) for figure in figures)


def _overlaps(claim: Claim, figure: Mapping[str, Any], text: str) -> bool:
    start = -1
    for _ in range(figure.get("nth", 1)):
        start = text.find(figure["quote"], start + 1)
    return start < claim.end and claim.start < start + len(figure["quote"])


def _agrees(claim: Claim, figure: Mapping[str, Any]) -> bool:
    bounds = (_number(figure["low"]), _number(figure["high"]))
    return claim.metric == figure["metric"] and (claim.low, claim.high) == bounds


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def table(title: str, groups: Mapping[str, list[Judged]]) -> Table:
    """A line a group: how many claims, the mean of their confidence, and the share that is right."""
    drawn = Table(title, "claims", "confidence", "right", title_justify="left")
    for name, group in sorted(groups.items()):
        mean = sum(claim.confidence for claim, _ in group) / len(group)
        right = sum(is_right for _, is_right in group) / len(group)
        drawn.add_row(name, f"{len(group):,}", f"{mean:.3f}", f"{right:.3f}")
    return drawn


def main() -> None:
    """Print both tables over all files of gold that are named."""
    methods: dict[str, list[Judged]] = defaultdict(list)
    bins: dict[str, list[Judged]] = defaultdict(list)
    for path in sys.argv[1:]:
        for claim, is_right in judged(Path(path)):
            methods[claim.method].append((claim, is_right))
            floor = 0.05 * int(claim.confidence / 0.05 + 1e-9)
            bins[f"{floor:.2f} to {floor + 0.05:.2f}"].append((claim, is_right))
    console.output.print(table("method", methods))
    console.output.print(table("confidence", bins))


if __name__ == "__main__":
    main()
