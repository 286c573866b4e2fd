"use strict";

// src/suite/plugins/node/gateway-address.ts
function readGatewayAddress(text) {
  if (text === void 0 || !URL.canParse(text)) return void 0;
  const url = new URL(text);
  return {
    hostname: url.hostname.replace(/^\[(.*)\]$/u, "$1"),
    port: Number(url.port === "" ? 80 : url.port),
    host: url.host,
    origin: url.origin,
    prefix: url.pathname.replace(/\/$/u, "")
  };
}

// src/cassette/test-scope.ts
var SCOPE_LENGTH_MAX = 1e3;
var CONTROL = new RegExp("\\p{Cc}+", "gu");
var LONE_SURROGATE = new RegExp("\\p{Cs}", "gu");
function testScope(file, titles, ordinal = 0) {
  const whole = [file, ...titles].join("::") + (ordinal === 0 ? "" : ` @${ordinal + 1}`);
  const plain = whole.replaceAll(CONTROL, " ").replaceAll(LONE_SURROGATE, "�").trim();
  if (plain === whole && plain.length <= SCOPE_LENGTH_MAX) return plain;
  const cut = plain.slice(0, SCOPE_LENGTH_MAX).replaceAll(LONE_SURROGATE, "�").trimEnd();
  return `${cut}~${shortDigest(whole)}`;
}
function shortDigest(text) {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
var FILE_TITLE = "@file";
var SUITE_TITLE = "@suite";

// src/suite/plugins/node/node-module.ts
function nodeModule(name) {
  return process.getBuiltinModule(`node:${name}`);
}

// src/suite/plugins/node/call-site.ts
var FRAME_COUNT_MAX = 100;
var SITES_MAX = 8;
function openCallSites(root, ownFile) {
  const path = nodeModule("path");
  const url = nodeModule("url");
  const names = /* @__PURE__ */ new Map();
  const relative = (file) => path.relative(root, file).replaceAll("\\", "/");
  const toName = (written) => {
    const file = written.startsWith("file:") ? toPath(written) : written;
    if (file === void 0 || file === ownFile || !path.isAbsolute(file)) return void 0;
    const name = relative(file);
    return name.startsWith("../") || path.isAbsolute(name) || /(?:^|\/)node_modules\//.test(name) ? void 0 : name;
  };
  const toPath = (text) => {
    try {
      return url.fileURLToPath(text.replace(/[?#].*$/u, ""));
    } catch {
      return void 0;
    }
  };
  const nameOf = (file) => {
    if (!names.has(file)) names.set(file, toName(file));
    return names.get(file);
  };
  const at = ({ file, line }) => {
    const name = nameOf(file);
    return name === void 0 ? void 0 : `${name}:${line}`;
  };
  return {
    relative,
    at,
    current: () => {
      const sites = /* @__PURE__ */ new Set();
      for (const frame of framesOf(currentStack())) {
        const site = at(frame);
        if (site !== void 0) sites.add(site);
        if (sites.size === SITES_MAX) break;
      }
      return [...sites];
    }
  };
}
function currentStack() {
  const { stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = FRAME_COUNT_MAX;
    const { stack } = new Error("where");
    return typeof stack === "string" ? stack : "";
  } catch {
    return "";
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
function* framesOf(stack) {
  for (const text of stack.split("\n")) {
    const match = /^\s+at (?:.*? \()?(?:async )?(.+?):(\d+):\d+\)?$/u.exec(text);
    if (match === null) continue;
    const [, file = "", line] = match;
    if (!file.startsWith("node:")) yield { file, line: Number(line) };
  }
}

// src/suite/plugins/node/mark.ts
function markOf(work, callSites, path) {
  const scope = work.current();
  const mark = [];
  if (scope !== void 0 && !/^(?:\/t\/[^/]*)?\/s\//u.test(path)) {
    scope.hasAsked = true;
    mark.push(["x-tapegate-scope", latin1(scope.name)]);
    if (scope.isTest) mark.push(["x-tapegate-verdict", "awaited"]);
    if (scope.worker !== void 0) mark.push(["x-tapegate-worker", scope.worker]);
  }
  const lane = work.lane(scope);
  if (lane > 0) mark.push(["x-tapegate-lane", String(lane)]);
  const [nearest, ...callers] = callSites.current();
  const testSite = scope === void 0 ? void 0 : testSiteOf(scope);
  const site = nearest ?? testSite;
  if (site !== void 0) mark.push(["x-tapegate-call-site", latin1(site)]);
  if (callers.length > 0) mark.push(["x-tapegate-callers", latin1(callers.join("|"))]);
  if (testSite !== void 0) mark.push(["x-tapegate-test-site", latin1(testSite)]);
  return mark;
}
var testSites = /* @__PURE__ */ new WeakMap();
function testSiteOf(scope) {
  if (!testSites.has(scope)) testSites.set(scope, scope.place?.());
  return testSites.get(scope);
}
function latin1(text) {
  return Buffer.from(text.replaceAll(new RegExp("\\p{Cc}", "gu"), " "), "utf8").toString("latin1");
}

// src/suite/plugins/node/patch-fetch.ts
function patchFetch(address2, markRequest) {
  const { AsyncLocalStorage } = nodeModule("async_hooks");
  const marks = new AsyncLocalStorage();
  surroundFetch(address2, markRequest, marks);
  nodeModule("diagnostics_channel").channel("undici:request:create").subscribe((message) => {
    const { request } = message;
    if (String(request.origin) !== address2.origin || request.addHeader === void 0) return;
    const written = namesIn(request.headers);
    for (const [name, value] of marks.getStore() ?? markRequest(String(request.path))) {
      if (!written.has(name)) request.addHeader(name, value);
    }
  });
}
function surroundFetch(address2, markRequest, marks) {
  const original = globalThis.fetch;
  if (typeof original !== "function") return;
  const surrounded = {
    // Its name and its number of parameters are the original's.
    fetch(input, ...rest) {
      const path = pathBelow(input, address2.origin);
      if (path === void 0) return original(input, ...rest);
      return marks.run(markRequest(path), () => original(input, ...rest));
    }
  };
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, "fetch");
  Object.defineProperty(globalThis, "fetch", {
    configurable: true,
    enumerable: descriptor?.enumerable ?? true,
    writable: true,
    value: surrounded.fetch
  });
}
function pathBelow(input, origin) {
  if (input === null || input === void 0) return void 0;
  const { url, href } = Object(input);
  const text = typeof input === "string" ? input : typeof href === "string" ? href : url;
  if (typeof text !== "string" || !text.startsWith(`${origin}/`)) return void 0;
  return text.slice(origin.length);
}
function namesIn(headers) {
  if (typeof headers === "string") {
    return new Set(headers.split("\r\n").map((line) => line.split(":", 1)[0].toLowerCase()));
  }
  if (!Array.isArray(headers)) return /* @__PURE__ */ new Set();
  return new Set(
    headers.filter((_, index) => index % 2 === 0).map((name) => String(name).toLowerCase())
  );
}

// src/suite/plugins/node/patch-http.ts
var isHttpPatched = false;
var isHttp2Patched = false;
function patchHttp(address2, markRequest) {
  if (isHttpPatched) return;
  isHttpPatched = true;
  const prototype = nodeModule("http").ClientRequest.prototype;
  const original = prototype._storeHeader;
  if (typeof original !== "function") return;
  prototype._storeHeader = function _storeHeader(firstLine, headers) {
    const list = Array.isArray(headers) ? headers : void 0;
    const host = list === void 0 ? this.getHeader("host") : inList(list, "host");
    if (host === address2.host) {
      for (const [name, value] of markRequest(this.path)) {
        if (list !== void 0) addToList(list, name, value);
        else if (!this.hasHeader(name)) this.setHeader(name, value);
      }
    }
    original.call(this, firstLine, headers);
  };
}
function patchHttp2(address2, markRequest) {
  if (isHttp2Patched) return;
  isHttp2Patched = true;
  const http2 = nodeModule("http2");
  const { connect } = http2;
  http2.connect = function connectMarked(...args) {
    const session = connect.apply(this, args);
    if (originOf(args[0]) === address2.origin) markSession(session, markRequest);
    return session;
  };
  nodeModule("module").syncBuiltinESMExports();
}
function inList(headers, name) {
  const isNamed = (other) => String(other).toLowerCase() === name;
  if (Array.isArray(headers[0])) {
    return headers.find(([other]) => isNamed(other))?.[1];
  }
  const index = headers.findIndex((other, position) => position % 2 === 0 && isNamed(other));
  return index === -1 ? void 0 : headers[index + 1];
}
function addToList(headers, name, value) {
  if (inList(headers, name) !== void 0) return;
  if (Array.isArray(headers[0])) headers.push([name, value]);
  else headers.push(name, value);
}
function originOf(authority) {
  const text = String(authority);
  return URL.canParse(text) ? new URL(text).origin : void 0;
}
function markSession(session, markRequest) {
  const request = session.request.bind(session);
  session.request = (headers = {}, ...rest) => {
    const mark = markRequest(String(headers[":path"] ?? "/"));
    const added = mark.filter(([name]) => headers[name] === void 0);
    return request({ ...headers, ...Object.fromEntries(added) }, ...rest);
  };
}

// src/suite/plugins/node/tell-gateway.ts
var CONTROL_TIMEOUT_MS = 1e4;
function openTellGateway(address2) {
  const { connect } = nodeModule("net");
  let isReachable = true;
  return (message) => {
    if (!isReachable) return Promise.resolve();
    const body = JSON.stringify(message);
    const name = "host" in message ? "passed-by" : "close-scope";
    const head = [
      `POST ${address2.prefix}/_tapegate/${name} HTTP/1.1`,
      `host: ${address2.host}`,
      "content-type: application/json",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close"
    ].join("\r\n");
    return new Promise((resolve) => {
      const socket = connect(address2.port, address2.hostname);
      const leave = () => {
        isReachable = false;
        socket.destroy();
      };
      socket.setTimeout(CONTROL_TIMEOUT_MS, leave);
      socket.once("error", leave);
      socket.once("close", () => resolve());
      socket.resume();
      socket.write(`${head}\r
\r
${body}`);
    });
  };
}

// src/suite/plugins/node/watch-hosts.ts
var HOSTS_MAX = 1e3;
function watchHosts(told) {
  const dns = nodeModule("dns");
  const seen = /* @__PURE__ */ new Set();
  const look = (host) => {
    if (typeof host !== "string" || seen.has(host) || seen.size >= HOSTS_MAX) return;
    if (!host.includes(".") || host.includes(":") || /\d$/u.test(host)) return;
    seen.add(host);
    told(host);
  };
  dns.lookup = new Proxy(dns.lookup, {
    apply: (target, self, args) => {
      look(args[0]);
      return Reflect.apply(target, self, args);
    }
  });
  nodeModule("module").syncBuiltinESMExports();
}

// src/suite/plugins/node/work.ts
var Work = class {
  #scopes;
  #tasks;
  #tell;
  /** Tests that run now. */
  #running = /* @__PURE__ */ new Set();
  /** Numbers of tasks outside any scope. */
  #unscoped = openScope({ name: "" });
  #fallback;
  constructor(tell) {
    const { AsyncLocalStorage } = nodeModule("async_hooks");
    this.#scopes = new AsyncLocalStorage();
    this.#tasks = new AsyncLocalStorage();
    this.#tell = tell;
  }
  /** Runs work as a task: its requests get a lane of their own, numbered at its first request. */
  task(work) {
    return this.#tasks.run({}, work);
  }
  /** Runs work, and whatever it awaits, in a scope. */
  run(scope, work) {
    return this.#scopes.run(scope, work);
  }
  /** The scope that the running work was put in, ended or not. */
  stored() {
    return this.#scopes.getStore();
  }
  /** Puts what follows in the running function, and whatever it awaits, in a scope. */
  enter(scope) {
    this.#scopes.enterWith(scope);
  }
  /** Opens the scope of a test; a call whose context was lost belongs to the only one that runs. */
  startTest(start) {
    const scope = openScope({ ...start, isTest: true });
    this.#running.add(scope);
    return scope;
  }
  /** Opens the scope of a file or of a suite. */
  startGroup(start) {
    return openScope(start);
  }
  /** Names the scope of calls whose context was lost while no test, or several, run. */
  fallBackTo(scope) {
    this.#fallback = scope;
  }
  /** Ends an attempt; the next begins the scope anew, and what only this one asked is kept with it. */
  async restart(scope) {
    await this.#close(scope, { keep: false, again: true });
    renumber(scope);
  }
  /** Drops what a group has recorded; what it asks from now on begins its scope anew. */
  async drop(scope) {
    await this.#close(scope, { keep: false });
    renumber(scope);
  }
  /** Begins a scope anew that had ended: the next attempt of its test. */
  reopen(scope) {
    if (!scope.isEnded) return;
    scope.isEnded = false;
    renumber(scope);
  }
  /**
   * Ends a scope. What it left behind and still asks belongs to what is around it.
   *
   * @param again Whether this was an attempt, and another follows.
   */
  async end(scope, keep, again = false) {
    if (scope.isEnded) return;
    scope.isEnded = true;
    this.#running.delete(scope);
    await this.#close(scope, again ? { keep: false, again } : { keep });
  }
  /** The scope of the running work; `undefined` outside any. */
  current() {
    let scope = this.#scopes.getStore();
    while (scope?.isEnded) scope = scope.parent;
    if (scope !== void 0) return scope;
    const [only, ...others] = this.#running;
    if (only !== void 0 && others.length === 0) return only;
    return this.#fallback?.isEnded === true ? void 0 : this.#fallback;
  }
  /** Lane of the running task in a scope; 0 outside any task. */
  lane(scope = this.#unscoped) {
    const task = this.#tasks.getStore();
    if (task === void 0) return 0;
    const known = scope.lanes.get(task);
    if (known !== void 0) return known;
    scope.laneCount += 1;
    scope.lanes.set(task, scope.laneCount);
    return scope.laneCount;
  }
  async #close({ name, worker, hasAsked }, how) {
    if (!hasAsked) return;
    await this.#tell()({ scope: name, ...how, ...worker === void 0 ? {} : { worker } });
  }
};
function renumber(scope) {
  scope.lanes = /* @__PURE__ */ new WeakMap();
  scope.laneCount = 0;
}
function openScope({ name, parent, worker, place, isTest = false }) {
  return {
    name,
    parent,
    worker,
    place,
    isTest,
    hasAsked: false,
    isEnded: false,
    lanes: /* @__PURE__ */ new WeakMap(),
    laneCount: 0
  };
}

// src/suite/plugins/node/plugin.ts
var TASKS = /* @__PURE__ */ Symbol.for("tapegate.tasks");
function openPlugin(address2, place) {
  let tell;
  const getTell = () => tell ??= openTellGateway(address2);
  const work = new Work(getTell);
  const callSites = openCallSites(place.root, place.ownFile);
  const markRequest = (path) => {
    try {
      return markOf(work, callSites, path);
    } catch {
      return [];
    }
  };
  patchFetch(address2, markRequest);
  offerTasks(globalThis, work);
  return {
    work,
    callSites,
    prepare: () => {
      const isFirst = tell === void 0;
      const told = getTell();
      patchHttp(address2, markRequest);
      if (isFirst) watchHosts((host) => void told({ host }));
    },
    onBuiltin: (name) => {
      if (name === "http" || name === "https") patchHttp(address2, markRequest);
      if (name === "http2") patchHttp2(address2, markRequest);
    }
  };
}
function offerTasks(realm, work) {
  const run = (task) => work.task(task);
  Object.defineProperty(realm, TASKS, { value: { run }, configurable: true });
}

// src/suite/plugins/node/scope-names.ts
var ScopeNames = class {
  #taken = /* @__PURE__ */ new Set();
  /** Scope without a number → the number that is tried next. */
  #next = /* @__PURE__ */ new Map();
  /** Scope of the next test with this file and these titles. */
  take(file, titles) {
    const plain = testScope(file, titles);
    for (let ordinal = this.#next.get(plain) ?? 0; ; ordinal++) {
      const name = testScope(file, titles, ordinal);
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      this.#next.set(plain, ordinal + 1);
      return name;
    }
  }
};

// src/suite/plugins/node/worker-name.ts
var WORKER_LENGTH_MAX = 64;
function workerName(project) {
  const plain = project.replaceAll(/[^\w-]/gu, "_");
  if (plain === project && plain.length <= WORKER_LENGTH_MAX) return plain;
  const digest = shortDigest(project);
  return `${plain.slice(0, WORKER_LENGTH_MAX - digest.length - 1)}-${digest}`;
}

// src/suite/plugins/node/jest.ts
var patched = /* @__PURE__ */ new WeakMap();
function patchJestRunner(plugin, loaded) {
  if (typeof loaded !== "object" && typeof loaded !== "function" || loaded === null)
    return loaded;
  const known = patched.get(loaded);
  if (known !== void 0) return known;
  plugin.prepare();
  const module2 = loaded;
  let result = loaded;
  if (typeof module2.default === "function") {
    module2.default = surround(plugin, module2.default);
  } else if (typeof loaded === "function") {
    result = surround(plugin, loaded);
  }
  patched.set(loaded, result);
  return result;
}
var RETRY_TIMES = /* @__PURE__ */ Symbol.for("RETRY_TIMES");
function surround(plugin, runFile) {
  return new Proxy(runFile, {
    apply: (target, self, args) => {
      const environment = args[2];
      const file = {
        path: plugin.callSites.relative(String(args[4])),
        worker: workerOf(args[0], args[1]),
        retryTimes: () => Number(Reflect.get(environment.global, RETRY_TIMES) ?? 0) || 0
      };
      const opened = openFile(plugin, file);
      offerTasks(environment.global, plugin.work);
      listen(environment, opened.onEvent);
      return plugin.work.run(opened.group, async () => {
        let isPassed = false;
        try {
          const result = await Reflect.apply(target, self, args);
          isPassed = result?.testExecError === void 0 || result.testExecError === null;
          return result;
        } finally {
          await opened.end(isPassed);
        }
      });
    }
  });
}
function workerOf(globalConfig, config) {
  const { projects } = globalConfig ?? {};
  if (projects === void 0 || projects.length < 2) return void 0;
  const { displayName, id } = config ?? {};
  const name = displayName?.name ?? id;
  return typeof name === "string" && name !== "" ? workerName(name) : void 0;
}
function listen(environment, onEvent) {
  const { handleTestEvent: theirs } = environment;
  environment.handleTestEvent = (event, state) => {
    const ours = onEvent(event, state);
    const answer = theirs?.call(environment, event, state);
    return ours === void 0 ? answer : ours.then(() => answer);
  };
}
function openFile({ work, callSites }, { path: file, worker, retryTimes }) {
  const group = work.startGroup({ name: testScope(file, [FILE_TITLE]), worker });
  const scopes = /* @__PURE__ */ new WeakMap();
  const failed = /* @__PURE__ */ new Set();
  const names = new ScopeNames();
  const prepareTest = (test, titles, parent) => {
    const scope = work.startGroup({
      name: names.take(file, titles),
      parent,
      worker,
      place: () => placeOf(test, callSites.at),
      isTest: true
    });
    scopes.set(test, scope);
    if (typeof test.fn === "function") test.fn = within(test.fn, () => scope);
  };
  const prepareBlock = (block, titles, around) => {
    scopes.set(block, around.scope);
    for (const hook of block.hooks) {
      hook.fn = within(hook.fn, () => {
        const test = hook.type.endsWith("Each") ? around.state.currentlyRunningTest : void 0;
        return (test?.concurrent === true || !test ? void 0 : scopes.get(test)) ?? around.scope;
      });
    }
    for (const child of block.children) {
      const titlesBelow = [...titles, child.name];
      if (child.type === "test") prepareTest(child, titlesBelow, around.scope);
      else {
        const name = testScope(file, [...titlesBelow, SUITE_TITLE]);
        const scope = work.startGroup({ name, parent: around.scope, worker });
        prepareBlock(child, titlesBelow, { ...around, scope });
      }
    }
  };
  const within = (fn, scope) => (
    // A proxy, because jest looks at the number of parameters.
    new Proxy(fn, {
      apply: (target, self, args) => work.run(scope(), () => Reflect.apply(target, self, args))
    })
  );
  const endAttempt = (test, scope) => {
    const hasPassed = test.errors.length === 0;
    return work.end(scope, hasPassed, !hasPassed && (test.invocations ?? 0) <= retryTimes());
  };
  const onEvent = ({ name, test, describeBlock }, state) => {
    if (name === "run_start") prepareBlock(state.rootDescribeBlock, [], { scope: group, state });
    const scope = scopes.get(test ?? describeBlock ?? state.rootDescribeBlock);
    if (scope === void 0) return void 0;
    switch (name) {
      case "hook_failure":
        if (test === void 0) failed.add(scope);
        return void 0;
      case "test_start":
        if (test !== void 0) work.reopen(scope);
        return void 0;
      case "test_done":
        return test === void 0 ? void 0 : endAttempt(test, scope);
      case "run_describe_finish":
        return scope === group ? void 0 : work.end(scope, !failed.has(scope));
      default:
        return void 0;
    }
  };
  return { group, onEvent, end: (isPassed) => work.end(group, isPassed && !failed.has(group)) };
}
function placeOf({ asyncError }, at) {
  if (typeof asyncError?.stack !== "string") return void 0;
  for (const frame of framesOf(asyncError.stack)) {
    const place = at(frame);
    if (place !== void 0) return place;
  }
  return void 0;
}

// src/suite/plugins/node/watch-modules.ts
var JEST_RUNNER = /[\\/]jest-circus[\\/](?:build[\\/])?(?:runner|legacy-code-todo-rewrite[\\/]jestAdapter)(?:\.js)?$/u;
function watchModules(plugin) {
  const loader = nodeModule("module");
  const original = loader._load;
  loader._load = function _load(request, ...rest) {
    const loaded = original.call(this, request, ...rest);
    if (typeof request !== "string") return loaded;
    if (JEST_RUNNER.test(request)) return patchJestRunner(plugin, loaded);
    if (request.length < 11) plugin.onBuiltin(request.replace(/^node:/u, ""));
    return loaded;
  };
}

// src/suite/plugins/node/node-test.ts
var FIRST_EVENT = "uncaughtException";
var IN_ONE_PROCESS = /^--(?:experimental-)?test-isolation=none$/u;
function watchNodeTest(plugin) {
  const begin = () => {
    process.removeListener("newListener", onListener);
    plugin.prepare();
    catchFirstTest((prototype) => {
      patchAsyncScope(plugin, prototype);
      patchRun(plugin, prototype);
    });
  };
  const onListener = (name) => {
    if (name === FIRST_EVENT && isCalledByRunner()) begin();
  };
  if (isInOneProcess()) begin();
  else process.on("newListener", onListener);
}
function isInOneProcess() {
  return process.execArgv.some((word) => IN_ONE_PROCESS.test(word));
}
function isCalledByRunner() {
  try {
    return new Error("where").stack?.includes("node:internal/test_runner/") === true;
  } catch {
    return false;
  }
}
function catchFirstTest(patch) {
  const { AsyncResource, createHook } = nodeModule("async_hooks");
  const hook = createHook({
    init: (_id, type, _trigger, resource) => {
      if (type !== "Test") return;
      hook.disable();
      let prototype = Object.getPrototypeOf(resource);
      while (prototype !== null && Object.getPrototypeOf(prototype) !== AsyncResource.prototype) {
        prototype = Object.getPrototypeOf(prototype);
      }
      if (prototype !== null && typeof prototype.run === "function") {
        patch(prototype);
      }
    }
  });
  hook.enable();
}
function patchAsyncScope({ work }, prototype) {
  const original = prototype.runInAsyncScope;
  prototype.runInAsyncScope = function runInAsyncScope(fn, self, ...args) {
    const scope = work.stored();
    if (scope === void 0) return original.call(this, fn, self, ...args);
    const within = (...given) => work.run(scope, () => fn.apply(self, given));
    return original.call(this, within, self, ...args);
  };
}
function patchRun({ work, callSites }, prototype) {
  const original = prototype.run;
  const groups = /* @__PURE__ */ new Map();
  const names = new ScopeNames();
  const ofProcess = isInOneProcess() ? void 0 : process.argv[1];
  const fileOf = (test) => callSites.relative(test.entryFile ?? ofProcess ?? test.loc?.file ?? "");
  const groupOf = (test, titles) => {
    const name = testScope(fileOf(test), [
      ...titles,
      titles.length === 0 ? FILE_TITLE : SUITE_TITLE
    ]);
    const known = groups.get(name);
    if (known !== void 0) return known;
    const opened = work.startGroup({ name });
    groups.set(name, opened);
    return opened;
  };
  const start = (test) => {
    const titles = titlesOf(test);
    const { file, line } = test.loc ?? {};
    return work.startTest({
      name: names.take(fileOf(test), titles),
      parent: groupOf(test, titles.slice(0, -1)),
      place: () => file === void 0 || line === void 0 ? void 0 : callSites.at({ file, line })
    });
  };
  prototype.run = function run(...args) {
    if (this.constructor.name === "FileTest") return original.apply(this, args);
    work.fallBackTo(groupOf(this, []));
    if (this.hookType !== void 0) {
      if (this.hookType.endsWith("Each")) return original.apply(this, args);
      const titles = this.parentTest === void 0 || this.parentTest === null ? [] : titlesOf(this.parentTest);
      const group = groupOf(this, titles);
      return work.run(group, async () => {
        const done = await original.apply(this, args);
        if (isFailed(this)) await work.drop(group);
        return done;
      });
    }
    if (this.parent === null) return original.apply(this, args);
    const scope = start(this);
    return work.run(scope, async () => {
      try {
        return await original.apply(this, args);
      } finally {
        await work.end(scope, this.passed || this.skipped || this.isTodo === true);
      }
    });
  };
}
function isFailed({ error }) {
  return error !== null && error !== void 0;
}
function titlesOf(test) {
  const titles = [];
  for (let at = test; at !== null && at.parent !== null; at = at.parent) {
    titles.unshift(at.name);
  }
  return titles;
}

// src/suite/plugins/node/vitest.ts
var WORKER = /[\\/]vitest[\\/]dist[\\/]workers[\\/](?:forks|threads)\.js$/u;
var POOL = /[\\/]tinypool[\\/]dist[\\/]entry[\\/](?:process|worker)\.js$/u;
function watchVitest(plugin) {
  process.nextTick(() => {
    const entry = process.argv[1] ?? "";
    const isWorker = WORKER.test(entry) || POOL.test(entry) && process.env["VITEST"] === "true";
    if (!isWorker) return;
    plugin.prepare();
    loadRunner(entry).then(
      (prototype) => prototype === void 0 ? void 0 : patchRunner(plugin, prototype),
      // An unknown vitest: everything is asked in one scope.
      () => void 0
    );
  });
}
async function loadRunner(entry) {
  const folder = findDist(entry);
  if (folder === void 0) return void 0;
  const load = async (file) => {
    const { href } = nodeModule("url").pathToFileURL(nodeModule("path").join(folder, file));
    return await import(href);
  };
  const named = (await load("index.js"))["TestRunner"] ?? (await load("runners.js"))["VitestTestRunner"];
  return typeof named === "function" ? named.prototype : void 0;
}
function findDist(entry) {
  const path = nodeModule("path");
  if (WORKER.test(entry)) return path.resolve(entry, "..", "..");
  for (const from of [entry, path.join(process.cwd(), "_")]) {
    try {
      const found = nodeModule("module").createRequire(from).resolve("vitest/package.json");
      return path.join(path.dirname(found), "dist");
    } catch {
    }
  }
  return void 0;
}
function patchRunner({ work, callSites }, prototype) {
  const scopes = /* @__PURE__ */ new WeakMap();
  const names = new VitestNames((file) => callSites.relative(file));
  const groupOf = (task) => {
    const known = scopes.get(task);
    if (known !== void 0) return known;
    const scope = work.startGroup({
      name: names.group(task),
      parent: task === task.file ? void 0 : groupOf(task.suite ?? task.file),
      worker: workerOf2(task)
    });
    scopes.set(task, scope);
    return scope;
  };
  const start = (test) => {
    const scope = work.startTest({
      name: names.test(test),
      parent: groupOf(test.suite ?? test.file),
      worker: workerOf2(test),
      place: () => placeOf2(test, callSites.at)
    });
    scopes.set(test, scope);
    return scope;
  };
  const hasOwnErrors = ({ result }) => (result?.errors?.length ?? 0) > 0;
  const hasFailed = (task) => task.result?.state === "fail";
  const endSkipped = async (suite) => {
    for (const task of suite.tasks ?? []) {
      const scope = task.type === "suite" ? void 0 : scopes.get(task);
      if (scope !== void 0) await work.end(scope, !hasFailed(task));
    }
  };
  surround2(prototype, "onCollectStart", {
    before: (file) => {
      const scope = groupOf(file);
      work.fallBackTo(scope);
      work.enter(scope);
    }
  });
  surround2(prototype, "onBeforeRunSuite", {
    before: (suite) => {
      work.enter(groupOf(suite));
      return hasFailed(suite) ? work.end(groupOf(suite), false) : void 0;
    }
  });
  surround2(prototype, "onBeforeRunTask", {
    before: (test) => {
      if (test.mode === "run" || test.mode === "queued") work.enter(start(test));
    }
  });
  surround2(prototype, "onBeforeTryTask", {
    before: async (test, { retry, repeats }) => {
      const scope = scopes.get(test);
      if (scope !== void 0 && retry + repeats > 0) await work.restart(scope);
    }
  });
  surround2(prototype, "onAfterRunTask", {
    after: async (test) => {
      const scope = scopes.get(test);
      if (scope !== void 0) await work.end(scope, !hasFailed(test));
    }
  });
  surround2(prototype, "onAfterRunSuite", {
    after: async (suite) => {
      await endSkipped(suite);
      await work.end(groupOf(suite), !hasOwnErrors(suite));
    }
  });
}
function surround2(prototype, name, steps) {
  const original = prototype[name];
  const method = function(...args) {
    const waiting = steps.before?.(...args);
    const run = () => original?.apply(this, args);
    const done = waiting === void 0 ? run() : waiting.then(run);
    if (steps.after === void 0) return done;
    return Promise.resolve(done).finally(() => steps.after?.(...args));
  };
  Object.defineProperty(method, "name", { value: name });
  prototype[name] = method;
}
var VitestNames = class {
  #relative;
  /** By file: test → its scope. */
  #ofFiles = /* @__PURE__ */ new WeakMap();
  constructor(relative) {
    this.#relative = relative;
  }
  test(test) {
    const file = this.#relative(test.file.filepath);
    const known = this.#ofFiles.get(test.file) ?? scopesIn(file, test.file);
    this.#ofFiles.set(test.file, known);
    return known.get(test) ?? testScope(file, titlesOf2(test));
  }
  group(task) {
    const titles = task === task.file ? [FILE_TITLE] : [...titlesOf2(task), SUITE_TITLE];
    return testScope(this.#relative(task.file.filepath), titles);
  }
};
function scopesIn(file, task) {
  const names = new ScopeNames();
  const scopes = /* @__PURE__ */ new Map();
  const walk = (tasks) => {
    for (const below of tasks) {
      if (below.tasks !== void 0) walk(below.tasks);
      else scopes.set(below, names.take(file, titlesOf2(below)));
    }
  };
  walk(task.tasks ?? []);
  return scopes;
}
function titlesOf2(task) {
  const titles = [];
  for (let at = task; at !== void 0 && at !== at.file; at = at.suite) {
    titles.unshift(at.name);
  }
  return titles;
}
function workerOf2({ file }) {
  const name = file.projectName;
  return name === void 0 || name === "" ? void 0 : workerName(name);
}
function placeOf2(test, at) {
  const file = test.file.filepath;
  if (test.location !== void 0) return at({ file, line: test.location.line });
  try {
    const lines = nodeModule("fs").readFileSync(file, "utf8").split("\n");
    const index = lines.findIndex(
      (line) => ['"', "'", "`"].some((quote) => line.includes(quote + test.name + quote))
    );
    return index === -1 ? void 0 : at({ file, line: index + 1 });
  } catch {
    return void 0;
  }
}

// src/suite/plugins/node/main.ts
var address = readGatewayAddress(process.env["TAPEGATE_URL"]);
if (address !== void 0 && typeof process.getBuiltinModule === "function") {
  const root = process.env["TAPEGATE_ROOT"] ?? process.cwd();
  const plugin = openPlugin(address, { root, ownFile: __filename });
  watchModules(plugin);
  watchNodeTest(plugin);
  watchVitest(plugin);
}
