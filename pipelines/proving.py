"""Cases put to the extractor from the command line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines import console
from pipelines.cases import Attributes, Case, read_cases


def show(paths: Sequence[Path], *, lexicon: Path | None) -> bool:
    """Print the cases that the extractor reads otherwise, and how many hold; whether all of them do."""
    cases = [case for path in paths for case in read_cases(path)]
    failed = 0
    for case in cases:
        found = case.found(lexicon)
        if found != case.wanted:
            failed += 1
            console.output.print(f"{case.file}: {case.text}", markup=False)
            for line in _differences(case, found):
                console.output.print(f"  {line}", markup=False)
    console.output.print(f"{len(cases) - failed:,} of {len(cases):,} cases hold")
    return not failed and bool(cases)


def _differences(case: Case, found: Sequence[Attributes]) -> Iterator[str]:
    """What the claims found have otherwise than those wanted, a line each."""
    wanted = {_name(claim): claim for claim in case.wanted}
    told = {_name(claim): claim for claim in found}
    for name in (*wanted, *(name for name in told if name not in wanted)):
        if name not in told:
            yield f"{name}: not found"
        elif name not in wanted:
            yield f"{name}: found, but not wanted"
        else:
            for key, value in wanted[name].items():
                if told[name][key] != value:
                    yield f"{name}: {key} is {told[name][key]}, not {value}"


def _name(claim: Attributes) -> str:
    return f'{claim["metric"]} "{claim["quote"]}"'
