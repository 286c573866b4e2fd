import { FILE_TITLE, SUITE_TITLE, testScope } from "../../../cassette/test-scope.ts";
import { nodeModule } from "./node-module.ts";
import type { Plugin } from "./plugin.ts";
import { ScopeNames } from "./scope-names.ts";
import type { Scope } from "./work.ts";
import { workerName } from "./worker-name.ts";

/** What vitest keeps of a test, a suite or a file, as far as the plug-in looks. */
export interface VitestTask {
  readonly type: string;
  readonly name: string;
  readonly mode: string;
  readonly file: VitestFile;
  readonly suite?: VitestTask;
  readonly tasks?: readonly VitestTask[];
  readonly result?: { readonly state?: string; readonly errors?: readonly unknown[] };
  readonly location?: { readonly line: number };
}

interface VitestFile extends VitestTask {
  readonly filepath: string;
  readonly projectName?: string;
}

interface Attempt {
  readonly retry: number;
  readonly repeats: number;
}

/** The parts of vitest's runner that are surrounded. */
interface Runner {
  onCollectStart(file: VitestFile): unknown;
  onBeforeRunSuite(suite: VitestTask): unknown;
  onAfterRunSuite(suite: VitestTask): unknown;
  onBeforeRunTask(test: VitestTask): unknown;
  onBeforeTryTask(test: VitestTask, attempt: Attempt): unknown;
  onAfterRunTask(test: VitestTask): unknown;
}

/** vitest 4 starts its own files; those before it start tinypool's. */
const WORKER = /[\\/]vitest[\\/]dist[\\/]workers[\\/](?:forks|threads)\.js$/u;
const POOL = /[\\/]tinypool[\\/]dist[\\/]entry[\\/](?:process|worker)\.js$/u;

/**
 * Gives each test of vitest a scope, in vitest's workers. Its runner is a class; what it is told of
 * files, suites and tests is surrounded, once, before the first file comes.
 */
export function watchVitest(plugin: Plugin): void {
  // A worker thread learns only then what it runs.
  process.nextTick(() => {
    const entry = process.argv[1] ?? "";
    const isWorker = WORKER.test(entry) || (POOL.test(entry) && process.env["VITEST"] === "true");
    if (!isWorker) return;
    plugin.prepare();
    // vitest asks its main process for work before a test runs, which takes several turns longer.
    loadRunner(entry).then(
      (prototype) => (prototype === undefined ? undefined : patchRunner(plugin, prototype)),
      // An unknown vitest: everything is asked in one scope.
      () => undefined,
    );
  });
}

async function loadRunner(entry: string): Promise<Runner | undefined> {
  const folder = findDist(entry);
  if (folder === undefined) return undefined;
  const load = async (file: string): Promise<Record<string, unknown>> => {
    const { href } = nodeModule("url").pathToFileURL(nodeModule("path").join(folder, file));
    return (await import(href)) as Record<string, unknown>;
  };
  const named =
    (await load("index.js"))["TestRunner"] ?? (await load("runners.js"))["VitestTestRunner"];
  return typeof named === "function" ? (named.prototype as Runner) : undefined;
}

/** vitest's `dist`: the worker's own, or that of the project. */
function findDist(entry: string): string | undefined {
  const path = nodeModule("path");
  if (WORKER.test(entry)) return path.resolve(entry, "..", "..");
  for (const from of [entry, path.join(process.cwd(), "_")]) {
    try {
      const found = nodeModule("module").createRequire(from).resolve("vitest/package.json");
      return path.join(path.dirname(found), "dist");
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

function patchRunner({ work, callSites }: Plugin, prototype: Runner): void {
  const scopes = new WeakMap<VitestTask, Scope>();
  const names = new VitestNames((file) => callSites.relative(file));

  const groupOf = (task: VitestTask): Scope => {
    const known = scopes.get(task);
    if (known !== undefined) return known;
    const scope = work.startGroup({
      name: names.group(task),
      parent: task === task.file ? undefined : groupOf(task.suite ?? task.file),
      worker: workerOf(task),
    });
    scopes.set(task, scope);
    return scope;
  };
  const start = (test: VitestTask): Scope => {
    const scope = work.startTest({
      name: names.test(test),
      parent: groupOf(test.suite ?? test.file),
      worker: workerOf(test),
      place: () => placeOf(test, callSites.at),
    });
    scopes.set(test, scope);
    return scope;
  };
  /** A suite fails with its tests; only errors of its own are those of its hooks and modules. */
  const hasOwnErrors = ({ result }: VitestTask): boolean => (result?.errors?.length ?? 0) > 0;
  const hasFailed = (task: VitestTask): boolean => task.result?.state === "fail";
  /** A test that skipped itself ends without a word. */
  const endSkipped = async (suite: VitestTask): Promise<void> => {
    for (const task of suite.tasks ?? []) {
      const scope = task.type === "suite" ? undefined : scopes.get(task);
      if (scope !== undefined) await work.end(scope, !hasFailed(task));
    }
  };

  surround(prototype, "onCollectStart", {
    before: (file) => {
      const scope = groupOf(file);
      work.fallBackTo(scope);
      work.enter(scope);
    },
  });
  surround(prototype, "onBeforeRunSuite", {
    before: (suite) => {
      work.enter(groupOf(suite));
      // Nobody is told of the end of a file that could not be loaded.
      return hasFailed(suite) ? work.end(groupOf(suite), false) : undefined;
    },
  });
  surround(prototype, "onBeforeRunTask", {
    before: (test) => {
      if (test.mode === "run" || test.mode === "queued") work.enter(start(test));
    },
  });
  surround(prototype, "onBeforeTryTask", {
    before: async (test, { retry, repeats }) => {
      const scope = scopes.get(test);
      if (scope !== undefined && retry + repeats > 0) await work.restart(scope);
    },
  });
  surround(prototype, "onAfterRunTask", {
    after: async (test) => {
      const scope = scopes.get(test);
      if (scope !== undefined) await work.end(scope, !hasFailed(test));
    },
  });
  surround(prototype, "onAfterRunSuite", {
    after: async (suite) => {
      await endSkipped(suite);
      await work.end(groupOf(suite), !hasOwnErrors(suite));
    },
  });
}

/** Surrounds a method; a step that takes time is waited for, as vitest waits for its own. */
function surround<Name extends keyof Runner>(
  prototype: Runner,
  name: Name,
  steps: {
    readonly before?: (...args: Parameters<Runner[Name]>) => Promise<void> | void;
    readonly after?: (...args: Parameters<Runner[Name]>) => Promise<void>;
  },
): void {
  const original = prototype[name] as ((...args: unknown[]) => unknown) | undefined;
  const method = function (this: unknown, ...args: Parameters<Runner[Name]>): unknown {
    // Entering a scope holds for the caller only before anything is awaited.
    const waiting = steps.before?.(...args);
    const run = (): unknown => original?.apply(this, args);
    const done = waiting === undefined ? run() : waiting.then(run);
    if (steps.after === undefined) return done;
    return Promise.resolve(done).finally(() => steps.after?.(...args));
  };
  Object.defineProperty(method, "name", { value: name });
  prototype[name] = method as Runner[Name];
}

/** Names of scopes; equal tests of a file are told apart by their order. */
class VitestNames {
  readonly #relative: (file: string) => string;
  /** By file: test → its scope. */
  readonly #ofFiles = new WeakMap<VitestTask, ReadonlyMap<VitestTask, string>>();

  constructor(relative: (file: string) => string) {
    this.#relative = relative;
  }

  test(test: VitestTask): string {
    const file = this.#relative(test.file.filepath);
    const known = this.#ofFiles.get(test.file) ?? scopesIn(file, test.file);
    this.#ofFiles.set(test.file, known);
    return known.get(test) ?? testScope(file, titlesOf(test));
  }

  group(task: VitestTask): string {
    const titles = task === task.file ? [FILE_TITLE] : [...titlesOf(task), SUITE_TITLE];
    return testScope(this.#relative(task.file.filepath), titles);
  }
}

/** In the order in which they are written, whatever order they run in. */
function scopesIn(file: string, task: VitestTask): ReadonlyMap<VitestTask, string> {
  const names = new ScopeNames();
  const scopes = new Map<VitestTask, string>();
  const walk = (tasks: readonly VitestTask[]): void => {
    for (const below of tasks) {
      if (below.tasks !== undefined) walk(below.tasks);
      else scopes.set(below, names.take(file, titlesOf(below)));
    }
  };
  walk(task.tasks ?? []);
  return scopes;
}

function titlesOf(task: VitestTask): readonly string[] {
  const titles: string[] = [];
  for (let at: VitestTask | undefined = task; at !== undefined && at !== at.file; at = at.suite) {
    titles.unshift(at.name);
  }
  return titles;
}

/** Several projects may run one file at the same time. */
function workerOf({ file }: VitestTask): string | undefined {
  const name = file.projectName;
  return name === undefined || name === "" ? undefined : workerName(name);
}

/** Where a test is written: as vitest says, else the first line with its title. */
function placeOf(
  test: VitestTask,
  at: (position: { readonly file: string; readonly line: number }) => string | undefined,
): string | undefined {
  const file = test.file.filepath;
  if (test.location !== undefined) return at({ file, line: test.location.line });
  try {
    const lines = nodeModule("fs").readFileSync(file, "utf8").split("\n");
    const index = lines.findIndex((line) =>
      ['"', "'", "`"].some((quote) => line.includes(quote + test.name + quote)),
    );
    return index === -1 ? undefined : at({ file, line: index + 1 });
  } catch {
    return undefined;
  }
}
