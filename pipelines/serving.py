"""Dagster's own servers, for one warehouse, on this machine only, leaving nothing behind when they stop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from pipelines import running
from pipelines.console import output
from pipelines.settings import Settings

GRACE = 15.0  # seconds between asking and forcing


def ui(settings: Settings, *, port: int) -> int:
    """Serve the user interface with its daemon on 127.0.0.1 until interrupted. Returns the exit status."""
    output.print(f"Dagster for {settings.warehouse}\n  http://127.0.0.1:{port}  (Ctrl-C ends it)")
    at = ("--host", "127.0.0.1", "--port", str(port), "--log-level", "warning")
    return _serve(settings, "dagster", "dev", "--module-name", "pipelines.definitions", *at)


def daemon(settings: Settings) -> int:
    """Run schedule and sensors until interrupted. Returns the exit status."""
    output.print(
        f"Schedule and sensors for {settings.warehouse}, watching {settings.raw}  (Ctrl-C ends it)"
    )
    return _serve(settings, "dagster-daemon", "run", "--module-name", "pipelines.definitions")


def _serve(settings: Settings, command: str, *arguments: str) -> int:
    running.enter(settings)
    # Where a shell started this in the background, interrupts are ignored, here and in all children.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    # A session of its own, so that all its children can be ended together.
    server = subprocess.Popen(
        [str(Path(sys.executable).parent / command), *arguments],
        start_new_session=True,
        # `dg dev`, which the warning asks for, would make every user install the developers' tools.
        env=os.environ | {"PYTHONWARNINGS": "ignore:Function `dev_command` is superseded"},
    )
    try:
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(server)


def _end(server: "subprocess.Popen[bytes]") -> None:
    """Interrupt the whole session, and kill what is left of it after some seconds."""
    _signal(server.pid, signal.SIGINT)
    deadline = time.monotonic() + GRACE
    while time.monotonic() < deadline and _signal(server.pid, 0):
        server.poll()
        time.sleep(0.1)
    _signal(server.pid, signal.SIGKILL)


def _signal(group: int, number: int) -> bool:
    """Send a signal to a process group; whether it still has members."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True
