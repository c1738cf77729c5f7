"""Write pipelines/lexicon/rigour_territories.yaml anew from the table that the package rigour ships.

rigour needs a C++ compiler and ICU to install, which nobody should need to run Tallywire: so the few columns
that are used are derived once. Run it with rigour beside the environment:

    pip install rigour==2.6.1 && python scripts/derive_territories.py
"""

from pathlib import Path

from rigour.territories import Territory, get_territories

PATH = Path(__file__).parent.parent / "pipelines" / "lexicon" / "rigour_territories.yaml"
HEADER = """\
# Countries, their parts, and states that are no more: code, name, country (ISO 3166-1), Wikidata id.
# Derived from the table of rigour 2.6.1 (MIT licence, https://github.com/opensanctions/rigour) by
# scripts/derive_territories.py; do not edit it here, corrections belong in territories.yaml.
"""


def main() -> None:
    """Write the file."""
    rows = sorted(get_territories(), key=lambda row: row.code)
    PATH.write_text(HEADER + "".join(map(_line, rows)), encoding="utf-8")


def _line(row: Territory) -> str:
    country = row.ftm_country.upper() if row.ftm_country and len(row.ftm_country) == 2 else "null"
    name = row.name.replace("'", "''")
    return (
        f"{row.code!r}: {{name: '{name}', country: '{country}', wikidata_id: {row.qid}}}\n".replace(
            "'null'", "null"
        )
    )


if __name__ == "__main__":
    main()
