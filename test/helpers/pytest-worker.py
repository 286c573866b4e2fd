"""Says which tests a pytest command line would run, without running one.

Reads one JSON object per line, {"id", "args", "cwd", "environment", "isModule"}, and answers
{"id", "status", "tests"}. Each is answered by a fork of this process, which has pytest and its
plug-ins imported already: real pytest parses, collects and selects; only the loop that would run
the tests is replaced.
"""

import atexit
import gc
import importlib.metadata
import json
import os
import shutil
import sys
import tempfile

import _pytest.unraisableexception
import pytest

# Everything here is speed: what every fork would do again is done once.
for entry in importlib.metadata.entry_points(group="pytest11"):
    entry.load()
import pytest_codspeed.instruments.walltime  # noqa: E402, F401

plugin_distributions = [
    distribution
    for distribution in importlib.metadata.distributions()
    if any(entry.group == "pytest11" for entry in distribution.entry_points)
]
importlib.metadata.distributions = lambda **_: plugin_distributions
_pytest.unraisableexception.gc_collect_harder = lambda *_: None
sys.dont_write_bytecode = False
sys.pycache_prefix = tempfile.mkdtemp(prefix="tapegate-pycache-")


class Selection:
    """Takes the place of the loop that runs tests."""

    def __init__(self, request, out):
        self.request = request
        self.out = out
        self.tests = []

    def finish(self, status):
        answer = {"id": self.request["id"], "status": status, "tests": self.tests}
        os.write(self.out, (json.dumps(answer) + "\n").encode())
        os._exit(0)

    @pytest.hookimpl(tryfirst=True)
    def pytest_cmdline_main(self, config):
        option = config.option
        # Workers of xdist and its endless loop would collect in processes that this one cannot see.
        for name, value in (("numprocesses", None), ("dist", "no"), ("tx", []), ("looponfail", False), ("distload", False)):
            if hasattr(option, name):
                setattr(option, name, value)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session):
        option = session.config.option
        if option.collectonly or getattr(option, "setupplan", False):
            self.finish(0)
        if session.testsfailed and not option.continue_on_collection_errors:
            self.finish(2)
        for item in session.items:
            skips = [mark.kwargs.get("reason", "") for mark in item.iter_markers("skip")]
            if not any("benchmark-only" in reason for reason in skips):
                marks = sorted({mark.name for mark in item.iter_markers()})
                self.tests.append({"path": os.path.realpath(item.path), "name": item.name, "marks": marks})
        self.finish(0 if self.tests else 5)


def answer(request, out):
    os.chdir(request["cwd"])
    for name in [name for name in os.environ if name.startswith(("PYTEST_", "COV_"))]:
        del os.environ[name]
    os.environ.update(request.get("environment", {}))
    sys.argv = ["pytest", *request["args"]]
    if request.get("isModule"):
        sys.path.insert(0, request["cwd"])
    selection = Selection(request, out)
    try:
        status = int(pytest.main(list(request["args"]), plugins=[selection]))
    except BaseException as error:  # pytest itself gave up: nothing ran.
        status = f"{type(error).__name__}: {error}"
    selection.finish(status)


def main():
    out = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    os.dup2(null, 2)
    lines = os.fdopen(os.dup(0), buffering=1)
    os.dup2(null, 0)
    gc.collect()
    gc.freeze()
    atexit.register(shutil.rmtree, sys.pycache_prefix, ignore_errors=True)
    while line := lines.readline():
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                answer(request, out)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        if status != 0:
            os.write(out, (json.dumps({"id": request["id"], "status": f"signal {status}", "tests": []}) + "\n").encode())


main()
