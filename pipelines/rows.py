"""Values of extraction as rows of the core tables (column to value)."""

from dataclasses import fields
from typing import Any

from pipelines import ids
from pipelines.extraction.metrics.metrics import Metric
from pipelines.extraction.values import Claim, Extraction, Phrase
from pipelines.version import code_version

Row = dict[str, Any]
ROLES = ("subject", "actor", "target", "place", "attribution", "period")
# What a claim has in columns of another shape, or in a table of its own.
RESHAPED = ("quantity", "part_of", "denies", "previous", "cue_start", "cue_end", "links", *ROLES)


def of_extraction(article_id: str, extraction: Extraction) -> dict[str, list[Row]]:
    """The rows of one article, by core table."""
    return {
        "sentences": [
            {
                "article_id": article_id,
                "sentence_no": number,
                **_place(sentence),
                "is_quote": sentence.is_quote,
            }
            for number, sentence in enumerate(extraction.sentences)
        ],
        "quantities": [
            {
                "quantity_id": ids.quantity_id(article_id, quantity.start, quantity.end),
                **_common(article_id, quantity),
            }
            for quantity in extraction.quantities
        ],
        "claims": _claims(article_id, extraction),
        "attributions": _attributions(article_id, extraction),
        "mentions": [
            {
                "mention_id": ids.mention_id(article_id, mention.start, mention.end),
                **_common(article_id, mention, leave=("could_be",)),
                "could_be": " or ".join(mention.could_be) or None,
            }
            for mention in extraction.mentions
        ],
    }


def of_metric(metric: Metric) -> Row:
    """The row of a metric's definition."""
    return {
        "metric": metric.name,
        "unit": metric.unit,
        "meaning": metric.means,
        "example": metric.example.text,
        "plausible_low": metric.low,
        "plausible_high": metric.high,
        "plausible_reason": metric.reason,
    }


def _claims(article_id: str, extraction: Extraction) -> list[Row]:
    claim_ids = [
        ids.claim_id(article_id, claim.metric, claim.start, claim.end)
        for claim in extraction.claims
    ]
    rows = []
    for claim_id, claim in zip(claim_ids, extraction.claims, strict=True):
        quantity = extraction.quantities[claim.quantity]
        rows.append(
            _common(article_id, claim, leave=RESHAPED)
            | {
                "claim_id": claim_id,
                "quantity_id": ids.quantity_id(article_id, quantity.start, quantity.end),
                "part_of_claim_id": None if claim.part_of is None else claim_ids[claim.part_of],
                "previous_claim_id": None if claim.previous is None else claim_ids[claim.previous],
                "denies_claim_id": None if claim.denies is None else claim_ids[claim.denies],
                "cue_start_char": claim.cue_start,
                "cue_end_char": claim.cue_end,
                "extractor_version": code_version(),
            }
            | _roles(claim)
        )
    return rows


def _attributions(article_id: str, extraction: Extraction) -> list[Row]:
    return [
        {
            "claim_id": ids.claim_id(article_id, claim.metric, claim.start, claim.end),
            "article_id": article_id,
            "link_no": number,
            "words": link.words.quote,
            **_place(link.words),
            "kind": link.kind,
            "relation": link.relation,
            "n_sources": link.n_sources,
        }
        for claim in extraction.claims
        for number, link in enumerate(claim.links)
    ]


def _roles(claim: Claim) -> Row:
    row: Row = {}
    for role in ROLES:
        phrase: Phrase | None = getattr(claim, role)
        if phrase:
            row |= {
                role: phrase.quote,
                f"{role}_start_char": phrase.start,
                f"{role}_end_char": phrase.end,
            }
    return row


def _common(article_id: str, value: Any, leave: tuple[str, ...] = ()) -> Row:
    """The fields that value and table share, under the table's names."""
    left = ("start", "end", "sentence", *leave)
    own = {
        field.name: getattr(value, field.name) for field in fields(value) if field.name not in left
    }
    return {"article_id": article_id, "sentence_no": value.sentence, **_place(value), **own}


def _place(value: Any) -> Row:
    return {"start_char": value.start, "end_char": value.end}
