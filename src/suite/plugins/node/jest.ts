import { FILE_TITLE, SUITE_TITLE, testScope } from "../../../cassette/test-scope.ts";
import { framesOf } from "./call-site.ts";
import { offerTasks, type Plugin } from "./plugin.ts";
import { ScopeNames } from "./scope-names.ts";
import type { Scope } from "./work.ts";
import { workerName } from "./worker-name.ts";

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** What jest-circus keeps of a test, as far as the plug-in looks. */
interface CircusTest {
  readonly type: "test";
  readonly name: string;
  readonly concurrent?: boolean;
  readonly errors: readonly unknown[];
  /** How often it was started. */
  readonly invocations?: number;
  /** Made where the test is written. */
  readonly asyncError?: { readonly stack?: unknown };
  fn?: AnyFunction | null;
}

interface CircusHook {
  readonly type: "beforeAll" | "afterAll" | "beforeEach" | "afterEach";
  fn: AnyFunction;
}

interface CircusBlock {
  readonly type: "describeBlock";
  readonly name: string;
  readonly children: readonly (CircusBlock | CircusTest)[];
  readonly hooks: readonly CircusHook[];
}

interface CircusEvent {
  readonly name: string;
  readonly test?: CircusTest;
  readonly describeBlock?: CircusBlock;
}

interface CircusState {
  readonly rootDescribeBlock: CircusBlock;
  readonly currentlyRunningTest?: CircusTest | null;
}

interface JestEnvironment {
  readonly global: object;
  handleTestEvent?: (event: CircusEvent, state: CircusState) => unknown;
}

/** `(globalConfig, config, environment, runtime, testPath, …)`: runs one file. */
type RunFile = (this: unknown, ...args: unknown[]) => Promise<unknown>;

const patched = new WeakMap<object, unknown>();

/** Surrounds what jest runs a test file with; gives what is to stand for the module. */
export function patchJestRunner(plugin: Plugin, loaded: unknown): unknown {
  if ((typeof loaded !== "object" && typeof loaded !== "function") || loaded === null)
    return loaded;
  const known = patched.get(loaded);
  if (known !== undefined) return known;
  plugin.prepare();
  const module = loaded as { default?: unknown };
  let result: unknown = loaded;
  if (typeof module.default === "function") {
    module.default = surround(plugin, module.default as RunFile);
  } else if (typeof loaded === "function") {
    result = surround(plugin, loaded as RunFile);
  }
  patched.set(loaded, result);
  return result;
}

/** What is looked at of how jest runs one file of one project. */
interface JestFile {
  readonly path: string;
  /** Which project of several. */
  readonly worker: string | undefined;
  /** How often a failed test is tried again, as `jest.retryTimes` says when it is asked. */
  readonly retryTimes: () => number;
}

/** Where jest keeps it, among the globals of the file. */
const RETRY_TIMES = Symbol.for("RETRY_TIMES");

function surround(plugin: Plugin, runFile: RunFile): RunFile {
  return new Proxy(runFile, {
    apply: (target, self, args: unknown[]) => {
      const environment = args[2] as JestEnvironment;
      const file: JestFile = {
        path: plugin.callSites.relative(String(args[4])),
        worker: workerOf(args[0], args[1]),
        retryTimes: () => Number(Reflect.get(environment.global, RETRY_TIMES) ?? 0) || 0,
      };
      const opened = openFile(plugin, file);
      offerTasks(environment.global, plugin.work);
      listen(environment, opened.onEvent);
      return plugin.work.run(opened.group, async () => {
        let isPassed = false;
        try {
          const result = (await Reflect.apply(target, self, args)) as TestResult | undefined;
          isPassed = result?.testExecError === undefined || result.testExecError === null;
          return result;
        } finally {
          await opened.end(isPassed);
        }
      });
    },
  });
}

/** What jest says of a whole file. */
interface TestResult {
  /** Of its modules and hooks. */
  readonly testExecError?: unknown;
}

/** Several projects may run one file at the same time. */
function workerOf(globalConfig: unknown, config: unknown): string | undefined {
  const { projects } = (globalConfig ?? {}) as { readonly projects?: readonly unknown[] };
  if (projects === undefined || projects.length < 2) return undefined;
  const { displayName, id } = (config ?? {}) as {
    readonly displayName?: { readonly name?: unknown };
    readonly id?: unknown;
  };
  const name = displayName?.name ?? id;
  return typeof name === "string" && name !== "" ? workerName(name) : undefined;
}

type OnEvent = (event: CircusEvent, state: CircusState) => Promise<void> | undefined;

/** Adds a listener beside the environment's own, if it has one. */
function listen(environment: JestEnvironment, onEvent: OnEvent): void {
  const { handleTestEvent: theirs } = environment;
  environment.handleTestEvent = (event, state) => {
    const ours = onEvent(event, state);
    const answer = theirs?.call(environment, event, state);
    return ours === undefined ? answer : ours.then(() => answer);
  };
}

/** One file while it runs. */
interface OpenFile {
  /** What its modules and hooks ask. */
  readonly group: Scope;
  readonly onEvent: OnEvent;
  readonly end: (isPassed: boolean) => Promise<void>;
}

function openFile(
  { work, callSites }: Plugin,
  { path: file, worker, retryTimes }: JestFile,
): OpenFile {
  const group = work.startGroup({ name: testScope(file, [FILE_TITLE]), worker });
  const scopes = new WeakMap<CircusTest | CircusBlock, Scope>();
  /** Of those whose own hooks failed. */
  const failed = new Set<Scope>();
  const names = new ScopeNames();

  const prepareTest = (test: CircusTest, titles: readonly string[], parent: Scope): void => {
    const scope = work.startGroup({
      name: names.take(file, titles),
      parent,
      worker,
      place: () => placeOf(test, callSites.at),
      isTest: true,
    });
    scopes.set(test, scope);
    if (typeof test.fn === "function") test.fn = within(test.fn, () => scope);
  };
  const prepareBlock = (
    block: CircusBlock,
    titles: readonly string[],
    around: { readonly scope: Scope; readonly state: CircusState },
  ): void => {
    scopes.set(block, around.scope);
    for (const hook of block.hooks) {
      hook.fn = within(hook.fn, () => {
        const test = hook.type.endsWith("Each") ? around.state.currentlyRunningTest : undefined;
        // Of several tests at once nobody knows whose hook runs.
        return (test?.concurrent === true || !test ? undefined : scopes.get(test)) ?? around.scope;
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
  const within = (fn: AnyFunction, scope: () => Scope): AnyFunction =>
    // A proxy, because jest looks at the number of parameters.
    new Proxy(fn, {
      apply: (target, self, args: unknown[]) =>
        work.run(scope(), () => Reflect.apply(target, self, args)),
    });

  const endAttempt = (test: CircusTest, scope: Scope): Promise<void> => {
    const hasPassed = test.errors.length === 0;
    return work.end(scope, hasPassed, !hasPassed && (test.invocations ?? 0) <= retryTimes());
  };

  const onEvent: OnEvent = ({ name, test, describeBlock }, state) => {
    if (name === "run_start") prepareBlock(state.rootDescribeBlock, [], { scope: group, state });
    const scope = scopes.get(test ?? describeBlock ?? state.rootDescribeBlock);
    if (scope === undefined) return undefined;
    switch (name) {
      case "hook_failure":
        // Those around each test are errors of the test.
        if (test === undefined) failed.add(scope);
        return undefined;
      case "test_start":
        // jest may run it again; then it begins anew.
        if (test !== undefined) work.reopen(scope);
        return undefined;
      case "test_done":
        return test === undefined ? undefined : endAttempt(test, scope);
      case "run_describe_finish":
        // That of the file ends with it: modules may ask until then.
        return scope === group ? undefined : work.end(scope, !failed.has(scope));
      default:
        return undefined;
    }
  };
  return { group, onEvent, end: (isPassed) => work.end(group, isPassed && !failed.has(group)) };
}

/** Where a test is written, by the error that jest made there. */
function placeOf(
  { asyncError }: CircusTest,
  at: (position: { readonly file: string; readonly line: number }) => string | undefined,
): string | undefined {
  if (typeof asyncError?.stack !== "string") return undefined;
  for (const frame of framesOf(asyncError.stack)) {
    const place = at(frame);
    if (place !== undefined) return place;
  }
  return undefined;
}
