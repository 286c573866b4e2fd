import { testScope } from "../cassette/test-scope.ts";
import { assertMode } from "../cassette/session-mode.ts";
import type { Session } from "../cassette/session.ts";
import { describeDrift, DriftError } from "./drift-error.ts";
import { openCassettes, type Cassettes, type CassettesOptions } from "./open-cassettes.ts";

/** A test as vitest hands it to fixtures, as far as it is looked at. */
export interface RunningTest {
  readonly name: string;
  readonly suite?: TestSuite | undefined;
  readonly file: TestFile;
  readonly result?: { readonly state?: string; readonly retryCount?: number } | undefined;
  /** How often it is tried again. */
  readonly retry?: number | { readonly count?: number } | undefined;
  /** Whether it is expected to fail. */
  readonly fails?: boolean | undefined;
}

/** A suite as vitest keeps it. */
export interface TestSuite {
  readonly name: string;
  readonly suite?: TestSuite | undefined;
}

/** A test file as vitest keeps it: `name` is its path below the root, with slashes. */
export interface TestFile extends TestSuite {
  readonly tasks: readonly object[];
}

/** How the sessions of tests are made. */
export interface TestSessionOptions extends CassettesOptions {
  /** What recordings do that a passing test never used, in replay. @default {"ignore"} */
  readonly unused?: "fail" | "ignore";
}

/** The cassette of one test. */
export interface TestSession {
  /** The test's scope: `tests/a.test.ts::suite::title`. */
  readonly scope: string;
  /** For SDKs that take a `fetch`; its requests belong to this test, wherever they are made. */
  readonly fetch: typeof globalThis.fetch;
  /** For a `ProviderRegistry`; `undefined` in mode `off`. */
  readonly session: Session | undefined;
  /** The same as `scope`, for a `ProviderRegistry`. */
  readonly currentScope: () => string;
  /** Runs work as a task: its requests get a lane of their own. */
  readonly task: <T>(work: () => Promise<T>) => Promise<T>;
  /** A function whose every call is a task. */
  readonly lane: <A extends unknown[], T>(
    work: (...args: A) => Promise<T>,
  ) => (...args: A) => Promise<T>;
}

/** What `test.extend` of vitest takes. */
export interface CassetteFixtures {
  readonly session: (
    context: { readonly task: RunningTest },
    use: (session: TestSession) => Promise<void>,
  ) => Promise<void>;
}

/**
 * A fixture that gives every test a session of its own: `test.extend(cassetteFixtures({ mode, path }))`.
 * Its scope is the one that `tapegate replay -- vitest` gives the test, so that both use the same
 * cassettes. What a failed test recorded is dropped; a test that passed although its cassette lacks a
 * request fails.
 *
 * @throws {TypeError} where the mode is none.
 */
export function cassetteFixtures(options: TestSessionOptions): CassetteFixtures {
  assertMode(options.mode, "open cassettes");
  let opened: Cassettes | undefined;
  return {
    // Vitest reads the first parameter's pattern to know what a fixture needs.
    session: async ({ task }, use) => {
      const cassettes = (opened ??= openCassettes(options));
      const name = scopeOf(task);
      const earlier = driftOf(cassettes, name);
      const scope = cassettes.scope(name);
      await use({
        scope: name,
        fetch: scope.fetch,
        session: cassettes.session,
        currentScope: () => name,
        task: cassettes.task,
        lane: cassettes.lane,
      });
      const hasPassed = (task.result?.state === "fail") === (task.fails === true);
      scope.close({ keep: hasPassed, again: !hasPassed && isTriedAgain(task) });
      if (hasPassed) verify(cassettes, name, { earlier, unused: options.unused ?? "ignore" });
    },
  };
}

function isTriedAgain({ retry = 0, result }: RunningTest): boolean {
  const count = typeof retry === "number" ? retry : (retry.count ?? 0);
  return (result?.retryCount ?? 0) < count;
}

interface ScopeDrift {
  readonly misses: number;
  readonly exhausted: number;
}

/** Drift of a scope so far; a test that is tried again answers for its last attempt only. */
function driftOf(cassettes: Cassettes, scope: string): ScopeDrift {
  const { misses = [], exhausted = [] } = cassettes.tally() ?? {};
  return {
    misses: misses.filter((miss) => miss.scope === scope).length,
    exhausted: exhausted.filter((miss) => miss.scope === scope).length,
  };
}

function verify(
  cassettes: Cassettes,
  scope: string,
  { earlier, unused }: { readonly earlier: ScopeDrift; readonly unused: "fail" | "ignore" },
): void {
  const tally = cassettes.tally();
  if (tally === undefined) return;
  const own = <T extends { readonly scope: string }>(records: readonly T[]): readonly T[] =>
    records.filter((record) => record.scope === scope);
  const ownTally = {
    ...tally,
    misses: own(tally.misses).slice(earlier.misses),
    exhausted: own(tally.exhausted).slice(earlier.exhausted),
    unused: tally.mode === "replay" ? own(tally.unused) : [],
  };
  const drift = describeDrift(ownTally, [], unused);
  if (drift !== undefined) throw new DriftError(drift, ownTally);
}

/** Scope of a test; equal tests of a file are told apart by their order. */
function scopeOf(test: RunningTest): string {
  const titles = titlesOf(test);
  return testScope(test.file.name, titles, ordinalOf(test, titles.join("::")));
}

function titlesOf(test: RunningTest): readonly string[] {
  const titles = [test.name];
  for (let at = test.suite; at !== undefined && at !== test.file; at = at.suite) {
    titles.unshift(at.name);
  }
  return titles;
}

function ordinalOf(test: RunningTest, titles: string): number {
  let count = 0;
  const isBefore = (tasks: readonly object[]): boolean => {
    for (const task of tasks) {
      if (task === test) return true;
      const { tasks: below } = task as { readonly tasks?: readonly object[] };
      if (below !== undefined && isBefore(below)) return true;
      if (below === undefined && titlesOf(task as RunningTest).join("::") === titles) count++;
    }
    return false;
  };
  isBefore(test.file.tasks);
  return count;
}
