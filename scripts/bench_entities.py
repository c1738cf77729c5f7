"""Measure the step from names to entities on made-up mentions, and how its time grows with the number of articles.

Every article brings new names, a few of them spelled like older ones, so that the number of entities grows as fast
as that of the articles: the hard case. Making the mentions is left out of the time.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pipelines import resolving, settings
from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import gazetteer
from pipelines.warehouse import Build, Row, open_build

SIZES = (10_000, 30_000, 100_000)
MENTIONS = 12  # an article
NEW = 0.15  # share of the mentions that are of somebody new
VARIED = 0.1  # share of the new that are an old name spelled otherwise
KNOWN = 0.6  # share of the mentions that the lexicon knows
BATCH = 50_000
SEED = 20251121

CLAIMS = """
insert into core.claims by name
select
    md5(mention_id) as claim_id,
    md5(mention_id) as quantity_id,
    article_id,
    0 as sentence_no,
    0 as start_char,
    1 as end_char,
    '1' as quote,
    'deaths' as metric,
    'exact' as hedge,
    'exact' as hedge_rule,
    'person' as unit,
    'incident' as scope,
    'asserted' as modality,
    quote as subject,
    start_char as subject_start_char,
    end_char as subject_end_char,
    '' as cue,
    '' as method,
    1 as confidence,
    '' as extractor_version
from core.mentions
where sentence_no % 4 = 0
"""


def main() -> None:
    """Resolve each size in a warehouse of its own, and print seconds and their growth."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    columns = ("articles", "mentions", "entities", "suggested", "seconds", "CPU s")
    print("".join(f"{column:>12}" for column in columns))
    measured = [(size, _measure(size)) for size in sizes]
    (few, fast), (many, slow) = measured[0], measured[-1]
    print(f"{many / few:.1f} times the articles take {slow / fast:.1f} times the CPU seconds")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory: {peak:,.0f} MB")


def _measure(size: int) -> float:
    """Print one size. Returns the CPU seconds of all threads."""
    with tempfile.TemporaryDirectory() as folder:
        place = settings.load(raw=Path(folder), warehouse=Path(folder) / "bench.duckdb")
        with open_build(place, run_id="bench") as build:
            _fill(build, size)
            began, busy = time.perf_counter(), time.process_time()
            resolving.resolve_entities(build)
            seconds, cpu = time.perf_counter() - began, time.process_time() - busy
            tables = ("core.mentions", "core.entities", "core.entity_suggestions")
            counts = (size, *map(build.count, tables))
    print("".join(f"{count:12,}" for count in counts) + f"{seconds:12.1f}{cpu:12.1f}", flush=True)
    return cpu


def _fill(build: Build, size: int) -> None:
    rows = _mentions(size, random.Random(SEED))
    while batch := list(islice(rows, BATCH)):
        build.insert("core.mentions", batch)
    build.execute(CLAIMS)


def _mentions(size: int, chance: random.Random) -> Iterator[Row]:
    known = [(each.kind, each.name) for each in gazetteer().values()]
    people: list[str] = ["Ada Osei"]
    for article in range(size):
        for number in range(MENTIONS):
            kind, name = "person", chance.choice(people)
            drawn = chance.random()
            if drawn < KNOWN:
                kind, name = chance.choice(known)
            elif drawn < KNOWN + NEW:
                name = _varied(name, chance) if chance.random() < VARIED else _new(chance)
                people.append(name)
            yield _mention(article, number, kind, name)


def _mention(article: int, number: int, kind: str, name: str) -> Row:
    return {
        "mention_id": f"{article}-{number}",
        "article_id": str(article),
        "sentence_no": number,
        "start_char": 100 * number,
        "end_char": 100 * number + len(name),
        "quote": name,
        "kind": kind,
        "name": name,
        "link": "full_name",
        "rule": "full_name",
    }


def _new(chance: random.Random) -> str:
    """A given name of the lexicon and a surname of two to four syllables."""
    groups = list(load("given_names")["given"].values())
    syllables = [
        chance.choice("bdfghjklmnprstvz") + chance.choice("aeiou") + chance.choice(["", "n", "r"])
        for _ in range(chance.randint(2, 4))
    ]
    return f"{chance.choice(chance.choice(groups))} {''.join(syllables).title()}"


def _varied(name: str, chance: random.Random) -> str:
    """An older name with a vowel changed, a letter doubled, or a middle initial."""
    first, _, last = name.partition(" ")
    return chance.choice(
        [f"{first} {last}{last[-1]}", f"{first} K. {last}", name.replace("a", "e")]
    )


if __name__ == "__main__":
    main()
