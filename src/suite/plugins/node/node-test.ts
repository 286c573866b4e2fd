import { FILE_TITLE, SUITE_TITLE, testScope } from "../../../cassette/test-scope.ts";
import { nodeModule } from "./node-module.ts";
import type { Plugin } from "./plugin.ts";
import { ScopeNames } from "./scope-names.ts";
import type { Scope } from "./work.ts";

/** A test of `node:test`, as far as the plug-in looks: Node's own class, which has no public name. */
interface NodeTest {
  readonly name: string;
  readonly parent: NodeTest | null;
  /** Set on hooks. */
  readonly hookType?: string;
  /** Whose hook it is. */
  readonly parentTest?: NodeTest | null;
  /** The file that the runner was given (Node 22 and later). */
  readonly entryFile?: string;
  readonly loc?: { readonly file?: string; readonly line?: number } | undefined;
  readonly passed: boolean;
  readonly skipped: boolean;
  /** It may fail, and the suite passes. */
  readonly isTodo?: boolean;
  /** Of a hook that failed. */
  readonly error?: unknown;
}

type RunTest = (this: NodeTest, ...args: unknown[]) => Promise<unknown>;
type RunInAsyncScope = (
  this: NodeTest,
  fn: (...args: unknown[]) => unknown,
  self: unknown,
  ...args: unknown[]
) => unknown;

/** Of Node's class of tests. */
interface Prototype {
  run: RunTest;
  runInAsyncScope: RunInAsyncScope;
}

/** What Node's runner listens for before it makes its first test. */
const FIRST_EVENT = "uncaughtException";

const IN_ONE_PROCESS = /^--(?:experimental-)?test-isolation=none$/u;

/**
 * Gives each test of `node:test` a scope. The module has no place for plug-ins; what can be seen is that
 * it begins to listen for uncaught exceptions, and that each of its tests is an asynchronous resource.
 * The first one leads to the class, whose `run` is surrounded; then nobody looks any more.
 */
export function watchNodeTest(plugin: Plugin): void {
  const begin = (): void => {
    process.removeListener("newListener", onListener);
    plugin.prepare();
    catchFirstTest((prototype) => {
      patchAsyncScope(plugin, prototype);
      patchRun(plugin, prototype);
    });
  };
  const onListener = (name: string | symbol): void => {
    if (name === FIRST_EVENT && isCalledByRunner()) begin();
  };
  // Then all files run in one process, which listens before we are there.
  if (isInOneProcess()) begin();
  else process.on("newListener", onListener);
}

function isInOneProcess(): boolean {
  return process.execArgv.some((word) => IN_ONE_PROCESS.test(word));
}

function isCalledByRunner(): boolean {
  try {
    return new Error("where").stack?.includes("node:internal/test_runner/") === true;
  } catch {
    // A program's own `prepareStackTrace` may fail, or give no text.
    return false;
  }
}

function catchFirstTest(patch: (prototype: Prototype) => void): void {
  const { AsyncResource, createHook } = nodeModule("async_hooks");
  const hook = createHook({
    init: (_id, type, _trigger, resource) => {
      if (type !== "Test") return;
      hook.disable();
      let prototype = Object.getPrototypeOf(resource) as object | null;
      while (prototype !== null && Object.getPrototypeOf(prototype) !== AsyncResource.prototype) {
        prototype = Object.getPrototypeOf(prototype) as object | null;
      }
      if (prototype !== null && typeof (prototype as { run?: unknown }).run === "function") {
        patch(prototype as Prototype);
      }
    },
  });
  hook.enable();
}

/** Functions of tests and hooks run in the context in which they were written; ours is that of the run. */
function patchAsyncScope({ work }: Plugin, prototype: Prototype): void {
  const original = prototype.runInAsyncScope;
  prototype.runInAsyncScope = function runInAsyncScope(fn, self, ...args) {
    const scope = work.stored();
    if (scope === undefined) return original.call(this, fn, self, ...args);
    const within = (...given: unknown[]): unknown => work.run(scope, () => fn.apply(self, given));
    return original.call(this, within, self, ...args);
  };
}

function patchRun({ work, callSites }: Plugin, prototype: Prototype): void {
  const original = prototype.run;
  const groups = new Map<string, Scope>();
  const names = new ScopeNames();

  const ofProcess = isInOneProcess() ? undefined : process.argv[1];
  const fileOf = (test: NodeTest): string =>
    callSites.relative(test.entryFile ?? ofProcess ?? test.loc?.file ?? "");
  const groupOf = (test: NodeTest, titles: readonly string[]): Scope => {
    const name = testScope(fileOf(test), [
      ...titles,
      titles.length === 0 ? FILE_TITLE : SUITE_TITLE,
    ]);
    const known = groups.get(name);
    if (known !== undefined) return known;
    const opened = work.startGroup({ name });
    groups.set(name, opened);
    return opened;
  };
  const start = (test: NodeTest): Scope => {
    const titles = titlesOf(test);
    const { file, line } = test.loc ?? {};
    return work.startTest({
      name: names.take(fileOf(test), titles),
      parent: groupOf(test, titles.slice(0, -1)),
      place: () =>
        file === undefined || line === undefined ? undefined : callSites.at({ file, line }),
    });
  };

  prototype.run = function run(...args) {
    if (this.constructor.name === "FileTest") return original.apply(this, args);
    work.fallBackTo(groupOf(this, []));
    if (this.hookType !== undefined) {
      // Those around each test belong to the test, in whose context they run.
      if (this.hookType.endsWith("Each")) return original.apply(this, args);
      const titles =
        this.parentTest === undefined || this.parentTest === null ? [] : titlesOf(this.parentTest);
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

function isFailed({ error }: NodeTest): boolean {
  return error !== null && error !== undefined;
}

/** Of the suites around a test and of the test; the root has no title. */
function titlesOf(test: NodeTest): readonly string[] {
  const titles: string[] = [];
  for (let at: NodeTest | null = test; at !== null && at.parent !== null; at = at.parent) {
    titles.unshift(at.name);
  }
  return titles;
}
