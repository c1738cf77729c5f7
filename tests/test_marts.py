import pytest
from conftest import ask

from pipelines import catalog, marts
from pipelines.settings import Settings
from pipelines.warehouse import open_build


def test_dependencies_are_the_tables_that_the_query_reads() -> None:
    query = """with core as (select * from core.claims)
        select * from core join mart.claims using (claim_id) where exists (from core.articles)"""
    assert marts.tables_read(query) == ["core/articles", "core/claims", "mart/claims"]


def test_a_table_that_is_not_there_yet_can_be_depended_on() -> None:
    assert marts.tables_read("select * from mart.tomorrow") == ["mart/tomorrow"]


def test_a_query_that_cannot_be_parsed_is_refused() -> None:
    with pytest.raises(marts.MartError):
        marts.tables_read("select from where")


def test_a_mart_whose_columns_differ_from_its_header_is_refused(place: Settings) -> None:
    mart = catalog.Mart("wrong", "select 1 as a, 2 as b", "purpose", "grain", {"a": "first"})
    with (
        open_build(place, run_id="test") as build,
        pytest.raises(marts.MartError, match="documents"),
    ):
        marts.create(build, mart)


@pytest.mark.parametrize("query", catalog.queries(), ids=lambda query: query.name)
def test_every_ready_query_runs_and_finds_something_in_the_sample(
    sample: Settings, query: catalog.Query
) -> None:
    assert ask(sample.warehouse, query.query)


def test_a_copy_is_marked_and_left_out_of_the_marts_by_metric(sample: Settings) -> None:
    copies = ask(
        sample.warehouse, "select count(*) from mart.claims where is_copy and metric = 'deaths'"
    )
    doubled = ask(
        sample.warehouse,
        "select count(*) from mart.deaths inner join mart.claims using (claim_id) where is_copy",
    )
    assert copies[0][0]
    assert doubled == [(0,)]
