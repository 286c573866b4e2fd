"""Tells the Tapegate gateway which test is asking.

`tapegate replay|record|auto` puts this file on PYTHONPATH and names it in PYTEST_PLUGINS; nothing is
installed, and without TAPEGATE_URL it does nothing. It gives each test a scope (a cassette) of its
own, and each fixture of a wider scope one too; it tells the gateway how each test ended, so that
only passing tests are kept; and it adds the asyncio task's lane and the files and lines that led to the call.

It only adds information. Requests to the gateway carry some headers; base-URL variables that lead
to the gateway name the running test's scope, for clients and subprocesses that no patch reaches.

Works with Python 3.9 and later and pytest 7 and later, with xdist, asyncio, and reruns.
"""

from __future__ import annotations

import _socket
import contextvars
import functools
import json
import os
import sys
import threading
import weakref
from urllib.parse import quote, urlsplit

import pytest

_URL = os.environ.get("TAPEGATE_URL", "").rstrip("/")
_GATEWAY = urlsplit(_URL)

#: Which of xdist's processes this is: `gw2`.
_WORKER = os.environ.get("PYTEST_XDIST_WORKER")

#: A gateway that does not answer within this time, in seconds, is left alone.
_CONTROL_TIMEOUT_S = 10

#: Frames searched for the user's code, from the call outwards.
_FRAME_COUNT_MAX = 200

#: Of those that are the user's code, how many are told.
_SITES_MAX = 8


#: Hosts that are told of.
_HOSTS_MAX = 1000


class _Scope:
    """One piece of work: a test, a rerun of it, or the setup of a fixture."""

    def __init__(self, name, worker=None, site=None, is_test=False):
        self.name = name
        #: Where it is written down, if it is a test.
        self.site = site
        #: Set where other processes do the same work: each is answered from the start.
        self.worker = worker
        self.is_test = is_test
        self.is_open = True
        self.has_failed = False
        #: Whether the attempt at a test came to its end, well or not.
        self.is_over = False
        self.process = os.getpid()
        self._lanes = weakref.WeakKeyDictionary()
        self._lane_count = 0

    def restart(self):
        """A rerun is the same work from its beginning."""
        self.has_failed = False
        self.is_over = False
        self._lanes.clear()
        self._lane_count = 0

    def lane(self):
        """Lane of the running asyncio task, numbered at its first call; 0 outside any."""
        asyncio = sys.modules.get("asyncio")
        if asyncio is None:
            return 0
        try:
            task = asyncio.current_task()
        except RuntimeError:
            return 0
        if task is None:
            return 0
        if task not in self._lanes:
            self._lanes[task] = self._lane_count
            self._lane_count += 1
        return self._lanes[task]


class _Work:
    """The scopes that are open, innermost last, and the variables that name the innermost."""

    def __init__(self):
        self.open = []
        self.root = os.getcwd()
        self._variables = {}
        self._hosts = set()
        self._is_reachable = True
        #: Where tests run.
        self._thread = threading.get_ident()

    def start(self, root):
        self.root = str(root)
        for name, value in os.environ.items():
            if value.startswith(_URL + "/") and not value.startswith(_URL + "/s/"):
                self._variables.setdefault(name, (value[len(_URL) :], value))

    def innermost(self):
        return self.open[-1] if self.open else None

    def current(self):
        """The scope that asks, by thread: one that a test started is that test's, also after its end."""
        if threading.get_ident() != self._thread:
            scope = _bound_scope()
            if scope is not None:
                return scope
        return self.innermost()

    def starts(self):
        """The test whose flow this is, for a thread that is about to start; None where it is nobody's.

        What a server of a fixture starts serves whichever test runs.
        """
        if threading.get_ident() != self._thread:
            return _bound_scope()
        scope = self.innermost()
        return scope if scope is not None and scope.is_test else None

    def enter(self, name, worker=None, site=None, is_test=False):
        scope = _Scope(name, worker, site, is_test)
        self._thread = threading.get_ident()
        self.open.append(scope)
        self._name_scope()
        return scope

    def leave(self, scope):
        scope.is_open = False
        if scope in self.open:
            self.open.remove(scope)
            self._name_scope()

    def close(self, scope, again=False):
        """Tells the gateway that a scope's work is done, and whether it is worth keeping.

        With `again`, only an attempt is over and the next begins.
        """
        if not self._is_reachable:
            return
        call = {"scope": scope.name, "keep": not scope.has_failed, "again": again}
        if scope.worker is not None:
            call["worker"] = scope.worker
        try:
            _post("/_tapegate/close-scope", json.dumps(call).encode())
        except OSError:
            # The run is over, or the tests may not open sockets: nobody to tell.
            self._is_reachable = False

    def look_for(self, host):
        """Tells the gateway, once for each, of hosts that are looked for by name: it knows the providers'."""
        if not self._is_reachable or not isinstance(host, str) or host in self._hosts:
            return
        # An address is nobody's that the gateway knows; nor is a name of this machine.
        if "." not in host or ":" in host or host[-1:].isdigit() or len(self._hosts) >= _HOSTS_MAX:
            return
        self._hosts.add(host)
        try:
            _post("/_tapegate/passed-by", json.dumps({"host": host}).encode())
        except OSError:
            pass

    def headers(self):
        """What the gateway is told of a request that is made now."""
        scope = self.current()
        if scope is None:
            # While tests are collected, in every worker.
            return [] if _WORKER is None else [("x-tapegate-worker", _WORKER)]
        if scope.is_open:
            headers = [("x-tapegate-scope", scope.name), ("x-tapegate-verdict", "awaited")]
        else:
            # Its recordings are written; what comes after belongs to nobody else either.
            headers = [("x-tapegate-scope", f"{scope.name}::@late")]
        if scope.worker is not None:
            headers.append(("x-tapegate-worker", scope.worker))
        headers.append(("x-tapegate-task", str(scope.lane())))
        sites = _call_sites(self.root)
        if sites:
            headers.append(("x-tapegate-call-site", sites[0]))
        if len(sites) > 1:
            headers.append(("x-tapegate-callers", "|".join(sites[1:])))
        if scope.site is not None:
            headers.append(("x-tapegate-test-site", scope.site))
        return headers

    def _name_scope(self):
        scope = self.innermost()
        _told_scope.set(scope if scope is not None and scope.is_test else None)
        prefix = _URL if scope is None else f"{_URL}/s/{quote(scope.name, safe='')}"
        for name, (path, ours) in list(self._variables.items()):
            # A test that set the variable itself keeps what it set.
            if os.environ.get(name) == ours:
                os.environ[name] = prefix + path
                self._variables[name] = (path, prefix + path)


#: The test in whose context something runs; asyncio and anyio carry it to other threads.
_told_scope = contextvars.ContextVar("tapegate_scope", default=None)

#: What a pool's thread works on now: its `scope` is a test's, or _NOBODY.
_item = threading.local()

_NOBODY = object()

#: A thread's attribute: the test that started it.
_STARTED_BY = "_tapegate_scope"


def _bound_scope():
    """The test that a thread beside the tests works for; None where it is nobody's."""
    told = _told_scope.get()
    if told is not None and told.is_open:
        return told
    scope = getattr(_item, "scope", None)
    if scope is None:
        scope = getattr(threading.current_thread(), _STARTED_BY, None)
    return None if scope is _NOBODY else scope


_work = _Work()


# What pytest tells.


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if _URL:
        _work.start(getattr(config, "rootpath", None) or config.rootdir)
        _patch_clients()


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_protocol(item):
    if not _URL:
        yield
        return
    scope = _work.enter(_test_name(item), site=_test_site(item), is_test=True)
    item.stash[_SCOPE] = scope
    try:
        yield
    finally:
        # Interrupted, it has no result: what it recorded is half of something.
        scope.has_failed = scope.has_failed or not scope.is_over
        _work.leave(scope)
        _work.close(scope)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_setup(item):
    scope = item.stash.get(_SCOPE, None)
    if scope is not None and scope.is_over:
        # A rerun is an attempt at the same work.
        _work.close(scope, again=True)
        scope.restart()
    yield


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    outcome = yield
    scope = item.stash.get(_SCOPE, None)
    if scope is None or outcome.excinfo is not None:
        return
    report = outcome.get_result()
    scope.has_failed = scope.has_failed or report.failed
    scope.is_over = report.when == "teardown"
    if scope.is_over and os.getpid() != scope.process:
        # In a fork that runs one test, nobody comes back to where the scope is closed.
        _work.close(scope)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    if not _URL or fixturedef.scope == "function":
        yield
        return
    name = _fixture_name(fixturedef, request)
    teardown = []
    # Finalisers run last in, first out: these two enclose the fixture's own.
    fixturedef.addfinalizer(lambda: _end_teardown(teardown))
    scope = _work.enter(name, _WORKER)
    try:
        outcome = yield
        scope.has_failed = outcome.excinfo is not None
    finally:
        _work.leave(scope)
        _work.close(scope)
    fixturedef.addfinalizer(lambda: teardown.append(_work.enter(f"{name}[teardown]", _WORKER)))


def _end_teardown(teardown):
    while teardown:
        scope = teardown.pop()
        _work.leave(scope)
        _work.close(scope)


_SCOPE = pytest.StashKey()


def _test_name(item):
    """The node id, without the group that xdist's loadgroup appends to it."""
    name = item.nodeid
    marker = item.get_closest_marker("xdist_group")
    if marker is None:
        return name
    group = marker.args[0] if marker.args else marker.kwargs.get("name", "default")
    suffix = f"@{group}"
    return name[: -len(suffix)] if name.endswith(suffix) else name


#: pytest's names for xunit-style setup have changed over its versions; these do not.
_XUNIT_NAMES = {
    "setup_module": "@setup_module",
    "setup_class": "@setup_class",
    "setUpClass": "@setUpClass",
}


def _fixture_name(fixturedef, request):
    """`tests/test_a.py::@client`: where the fixture lives, never the test that happens to come first."""
    node = request.node
    place = getattr(node, "nodeid", "")
    name = f"@{fixturedef.argname}"
    if "xunit_setup" in name or "unittest_set" in name:
        for part, plain in _XUNIT_NAMES.items():
            if part in name:
                name = plain
        if name not in _XUNIT_NAMES.values():
            name = f"@setup_{fixturedef.scope}"
    if getattr(fixturedef, "params", None):
        name += f"[{getattr(request, 'param_index', 0)}]"
    # A session's node id is "" or ".", by version.
    return name if place in ("", ".") else f"{place}::{name}"


# What the gateway is told.


def _post(path, body):
    """One small request by the raw socket type: suites replace and forbid the others."""
    raw = _socket.socket(
        _socket.AF_INET6 if ":" in _GATEWAY.hostname else _socket.AF_INET, _socket.SOCK_STREAM
    )
    try:
        raw.settimeout(_CONTROL_TIMEOUT_S)
        raw.connect((_GATEWAY.hostname, _GATEWAY.port))
        head = (
            f"POST {_GATEWAY.path}{path} HTTP/1.1\r\nhost: {_GATEWAY.netloc}\r\n"
            f"content-type: application/json\r\ncontent-length: {len(body)}\r\n"
            "connection: close\r\n\r\n"
        )
        _send_all(raw, head.encode("ascii") + body)
        while raw.recv(4096):
            pass
    finally:
        raw.close()


def _send_all(raw, data):
    view = memoryview(data)
    while len(view) > 0:
        view = view[raw.send(view) :]


_user_files = {}


def _call_sites(root):
    """Files and lines of the user's code that is asking, the nearest first, relative to pytest's root."""
    sites = []
    frame = sys._getframe(2)
    for _ in range(_FRAME_COUNT_MAX):
        if frame is None or len(sites) == _SITES_MAX:
            break
        file = frame.f_code.co_filename
        if file not in _user_files:
            _user_files[file] = _user_file(file, root)
        if _user_files[file] is not None:
            site = f"{_user_files[file]}:{frame.f_lineno}"
            if site not in sites:
                sites.append(site)
        frame = frame.f_back
    return sites


def _test_site(item):
    """File and line where a test is written down; None where its plug-in does not know."""
    try:
        file, line, _ = item.location
        return None if line is None else f"{file.replace(os.sep, '/')}:{line + 1}"
    except Exception:
        # Items of other plug-ins: whatever they do, their test runs.
        return None


def _user_file(file, root):
    if file == __file__ or not os.path.isabs(file):
        return None
    relative = os.path.relpath(file, root).replace(os.sep, "/")
    parts = relative.split("/")
    if parts[0] == ".." or "site-packages" in parts or "dist-packages" in parts:
        return None
    # A virtual environment or an interpreter below the root is not the user's code; /usr/src/app below /usr is.
    for prefix in {sys.prefix, sys.base_prefix}:
        if _is_below(file, prefix) and not _is_below(root, prefix):
            return None
    return relative


def _is_below(path, folder):
    return path == folder or path.startswith(folder + os.sep)


# Clients.


def _patch_clients():
    """Patches the HTTP clients that are there now, and those that are imported later."""
    for name, patch in _PATCHES.items():
        if name in sys.modules:
            _apply(patch, sys.modules[name])
    if not any(isinstance(finder, _PatchingFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _PatchingFinder())


def _apply(patch, module):
    if not getattr(module, "_tapegate_patched", False):
        try:
            patch(module)
            module._tapegate_patched = True
        except AttributeError:
            # Another version of the library: its requests go by the base URL's scope.
            pass


class _PatchingFinder:
    """Patches a client right after its import; finds nothing itself."""

    def find_spec(self, name, path=None, target=None):
        patch = _PATCHES.get(name)
        if patch is None:
            return None
        for finder in sys.meta_path:
            find = getattr(finder, "find_spec", None)
            if finder is self or find is None:
                continue
            spec = find(name, path, target)
            if spec is not None:
                return _patched_spec(spec, patch)
        return None


def _patched_spec(spec, patch):
    execute = getattr(spec.loader, "exec_module", None)
    if execute is None:
        return spec

    @functools.wraps(execute)
    def exec_module(module):
        execute(module)
        _apply(patch, module)

    try:
        spec.loader.exec_module = exec_module
    except AttributeError:
        # A loader that takes no attributes: the client stays as it is.
        pass
    return spec


def _is_gateway(host, port):
    return bool(_URL) and host == _GATEWAY.hostname and port == _GATEWAY.port


def _patch_http_client(module):
    """The lowest layer of urllib, urllib3, requests and botocore."""
    original = module.HTTPConnection.endheaders

    @functools.wraps(original)
    def endheaders(self, *args, **kwargs):
        if _is_gateway(self.host, self.port):
            written = b"\r\n".join(getattr(self, "_buffer", ())).lower()
            for name, value in _work.headers():
                if name.encode() + b":" not in written:
                    self.putheader(name, value.encode("utf-8"))
        return original(self, *args, **kwargs)

    module.HTTPConnection.endheaders = endheaders


def _patch_httpx(module):
    """httpx, and httpx2 beside it."""
    send, send_async = module.Client.send, module.AsyncClient.send

    @functools.wraps(send)
    def patched_send(self, request, *args, **kwargs):
        _mark(request)
        return send(self, request, *args, **kwargs)

    @functools.wraps(send_async)
    async def patched_send_async(self, request, *args, **kwargs):
        _mark(request)
        return await send_async(self, request, *args, **kwargs)

    module.Client.send = patched_send
    module.AsyncClient.send = patched_send_async


def _mark(request):
    if _is_gateway(request.url.host, request.url.port):
        for name, value in _work.headers():
            if name not in request.headers:
                request.headers[name] = value


def _patch_aiohttp(module):
    import multidict

    original = module.ClientSession._request

    @functools.wraps(original)
    async def request(self, method, str_or_url, *args, **kwargs):
        url = self._build_url(str_or_url)
        if _is_gateway(url.host, url.port):
            headers = multidict.CIMultiDict(kwargs.get("headers") or {})
            for name, value in _work.headers():
                headers.setdefault(name, value)
            kwargs["headers"] = headers
        return await original(self, method, str_or_url, *args, **kwargs)

    module.ClientSession._request = request


def _patch_socket(module):
    """Sees the names of hosts that no variable led to the gateway."""
    original = module.getaddrinfo

    @functools.wraps(original)
    def getaddrinfo(host, *args, **kwargs):
        _work.look_for(host)
        return original(host, *args, **kwargs)

    module.getaddrinfo = getaddrinfo


def _patch_threading(module):
    """A thread asks for the test that started it."""
    original = module.Thread.start

    @functools.wraps(original)
    def start(self):
        # A pool of these serves whoever comes.
        if type(self).__module__ != "multiprocessing.dummy":
            setattr(self, _STARTED_BY, _work.starts())
        return original(self)

    module.Thread.start = start


def _patch_pools(module):
    """A pool's thread asks for the test that handed the work in, whichever test started the thread."""
    original = module.ThreadPoolExecutor.submit

    @functools.wraps(original)
    def submit(self, fn, /, *args, **kwargs):
        return original(self, _InScope(_work.starts() or _NOBODY, fn), *args, **kwargs)

    module.ThreadPoolExecutor.submit = submit


class _InScope:
    """Work that was handed in, with who did."""

    def __init__(self, scope, fn):
        self._scope = scope
        self._fn = fn

    def __call__(self, *args, **kwargs):
        outer = getattr(_item, "scope", None)
        _item.scope = self._scope
        try:
            return self._fn(*args, **kwargs)
        finally:
            _item.scope = outer


_PATCHES = {
    "socket": _patch_socket,
    "threading": _patch_threading,
    "concurrent.futures.thread": _patch_pools,
    "http.client": _patch_http_client,
    "httpx": _patch_httpx,
    "httpx2": _patch_httpx,
    "aiohttp": _patch_aiohttp,
}
