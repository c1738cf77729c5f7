"""Why a claim can be defended, for the command line: its words in the article, and all that made a figure of them."""

import json
from collections.abc import Iterator
from typing import Final

from rich.table import Table
from rich.text import Text

from pipelines import console
from pipelines.evidence import evidence
from pipelines.passages import Mark, marked, printable
from pipelines.settings import Settings
from pipelines.warehouse import Row, open_edition

WIDEST = 104
_STYLES: Final = {"claim": "bold yellow", "cue": "bold cyan"}
_FORMS: Final = {
    "past": "a past form",
    "ing": "an -ing form",
    "base": "the base form",
    "singular": "singular",
    "plural": "plural",
    "fixed": "as it stands",
}


def show(claim_id: str, settings: Settings, *, as_json: bool) -> None:
    """Print what a claim of the edition rests on. Raises WarehouseError for an id that names no one claim."""
    with open_edition(settings) as connection:
        found = evidence(connection, claim_id, users=settings.lexicon)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    console.output.print(_headline(found))
    for line in _passage(found["passage"], width=console.output.width):
        console.output.print(line, no_wrap=True, overflow="ignore", crop=False)
    console.output.print(_details(found, width=min(console.output.width, WIDEST)))


def _headline(found: Row) -> Text:
    figure = found["figure"]
    words = f"{figure['metric']}: {figure['in_words']}"
    return Text.assemble(("claim ", "dim"), found["claim_id"], "\n", (words, "bold"), "\n")


def _passage(sentences: list[Row], *, width: int) -> Iterator[Text]:
    """The sentences with their marks; a line with dots where others stand between them."""
    last = sentences[0]["sentence_no"]
    for sentence in sentences:
        if sentence["sentence_no"] > last + 1:
            yield Text("  …", "dim")
        last = sentence["sentence_no"]
        start = sentence["start_char"]
        marks = [
            Mark(
                said["start_char"] - start,
                said["end_char"] - start,
                said["is"],
                _STYLES.get(said["is"], "green"),
                heavy=said["is"] == "claim",
            )
            for said in sentence["marks"]
        ]
        yield from marked(sentence["text"], marks, width=width)
    yield Text()


def _details(found: Row, *, width: int) -> Table:
    """Everything else, a line or a few for each."""
    grid = Table.grid(padding=(0, 2), pad_edge=False)
    grid.width = width
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    lines = {
        "article": _article(found["article"]),
        "figure": _figure(found["figure"]),
        "rule": _rule(found["rule"]),
        "cue": _cue(found["cue"]),
        "bounds": _bounds(found["bounds"]),
        "confidence": _confidence(found["rule"]),
        "versions": _versions(found["versions"]),
    }
    for name, told in lines.items():
        grid.add_row(name, Text(printable_lines(told)))
    return grid


def printable_lines(lines: Iterator[str]) -> str:
    """Lines as one text; what a source wrote into them cannot break them."""
    return "\n".join(printable(line) for line in lines)


def _article(article: Row) -> Iterator[str]:
    yield article["title"] or "(without a title)"
    yield ", ".join((article["outlet"] or "outlet unknown", article["published_date"] or "undated"))
    if article["url"]:
        yield article["url"]
    record = "" if article["record"] is None else f", record {article['record']}"
    yield f"{article['path']}{record}"
    if not article["is_current"]:
        yield f"version {article['version_no']}, which a later one has replaced"


def _figure(figure: Row) -> Iterator[str]:
    yield f"{figure['metric']}: {figure['metric_means'] or 'a metric that the lexicon lacks today'}"
    yield f"{figure['in_words']}; hedge {figure['hedge']}, unit {figure['unit']}"
    yield f"{figure['scope']}: {figure['scope_means']}"
    if figure["part_of"]:
        yield f"part of “{figure['part_of']['quote']}” ({figure['part_of']['claim_id']})"
    yield f"{figure['modality']}: {figure['modality_means']}"


def _rule(rule: Row) -> Iterator[str]:
    yield f"{rule['method']}: {rule['means'] or 'a frame that the lexicon lacks today'}"
    yield f"lexicon/{rule['file']}"


def _cue(cue: Row) -> Iterator[str]:
    form = _FORMS[cue["form"]] if cue["form"] else "which the lexicon lacks today"
    before = (
        "" if cue["start_char"] is not None else "; the claim goes on from where it was last said"
    )
    gap = " (* is any word)" if "*" in cue["words"] else ""
    yield f"“{cue['words']}”{gap}, {form}{before}"
    if cue["file"]:
        yield f"lexicon/{cue['file']}, under {cue['frame']}"


def _bounds(bounds: Row) -> Iterator[str]:
    yield bounds["reads"]
    yield f"lexicon/{bounds['file']}, row {bounds['rule']} of profile {bounds['profile']} version {bounds['version']}"


def _confidence(rule: Row) -> Iterator[str]:
    hundred = f"{rule['confidence'] * 100:.0f}"
    yield f"{rule['confidence']}: an estimate that {hundred} of 100 claims by this rule are right"


def _versions(versions: Row) -> Iterator[str]:
    yield f"tallywire {versions['extractor']}, code and lexicon {versions['fingerprint']}"
    yield f"extracted {versions['extracted_at'][:16].replace('T', ' ')} UTC, edition {versions['edition_id']}"
    if not versions["made_by_this_version"]:
        yield "made by other code or another lexicon than today's, whose rules stand above; `tallywire run` renews it"
