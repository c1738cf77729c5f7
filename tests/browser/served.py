"""A warehouse with its user interface, as a user has it: the command in a process of its own, on a free port."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.settings import Settings

TALLYWIRE = str(Path(sys.executable).parent / "tallywire")
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))

RUNS = "query { runsOrError(limit: 20) { ... on Runs { results { runId pipelineName status } } } }"
LAUNCH = """mutation ($job: String!) {
  launchRun(executionParams: {mode: "default", selector: {
    repositoryLocationName: "pipelines.definitions", repositoryName: "__repository__", jobName: $job
  }}) { __typename ... on LaunchRunSuccess { run { runId } } }
}"""
TERMINATE = "mutation ($run: String!) { terminateRun(runId: $run) { __typename } }"


@dataclass(frozen=True, slots=True)
class Served:
    """A served warehouse and where its user interface is."""

    settings: Settings
    url: str

    def ask(self, query: str, **variables: str) -> Any:
        """The data of a GraphQL answer, which is how the pages talk to the server."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        kind = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.url}/graphql", body, kind)  # noqa: S310  our own server
        with NO_PROXY.open(request, timeout=60) as response:
            answer = json.load(response)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def runs(self, job: str) -> dict[str, str]:
        """The status of each run of a job, by its id, the newest first."""
        runs = self.ask(RUNS)["runsOrError"]["results"]
        return {run["runId"]: run["status"] for run in runs if run["pipelineName"] == job}

    def launch(self, job: str) -> str:
        """Launch a job as a button of the pages does, and give the run's id."""
        answer = self.ask(LAUNCH, job=job)["launchRun"]
        assert answer["__typename"] == "LaunchRunSuccess", answer
        return str(answer["run"]["runId"])

    def terminate(self, run: str) -> None:
        """Terminate a run as the button of its page does."""
        answer = self.ask(TERMINATE, run=run)["terminateRun"]
        assert answer["__typename"] == "TerminateRunSuccess", answer


@contextmanager
def serve(settings: Settings) -> Iterator[Served]:
    """Serve a warehouse until Ctrl-C, which must end every process that serving it has started."""
    port = free_port()
    server = subprocess.Popen(
        [TALLYWIRE, "ui", "--port", str(port), *places(settings)], start_new_session=True
    )
    try:
        served = Served(settings, f"http://127.0.0.1:{port}")
        until(lambda: answers(served), "the user interface answers")
        yield served
        assert (
            len(processes_of(settings)) > 1
        )  # the servers and the daemon, or the next line says nothing
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=60) == 0
        assert not processes_of(settings)
    finally:
        server.kill()
        for process in processes_of(settings):
            os.kill(process, signal.SIGKILL)
        server.wait()


def run_tallywire(settings: Settings) -> "subprocess.CompletedProcess[str]":
    """`tallywire run`, as typed."""
    command = [TALLYWIRE, "run", *places(settings)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def places(settings: Settings) -> list[str]:
    """The options that name the inbox and the warehouse."""
    return ["--raw", str(settings.raw), "--warehouse", str(settings.warehouse)]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answers(served: Served) -> bool:
    """Whether the server is up and has loaded the definitions."""
    query = "{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }"
    try:
        return bool(served.ask(query)["repositoriesOrError"].get("nodes"))
    except (urllib.error.URLError, ConnectionError):
        return False


def processes_of(settings: Settings) -> list[int]:
    """The living processes that were started with this warehouse as theirs, whatever session they are in."""
    mark = f"TALLYWIRE_WAREHOUSE={settings.warehouse}\0".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes():
                found.append(int(process.name))
        except OSError:  # it is gone, or another user's
            continue
    return found


def until(condition: Callable[[], bool], what: str, *, seconds: float = 120.0) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds:.0f} seconds: {what}"
        time.sleep(0.1)
