import type { Session } from "../cassette/session.ts";
import { type CassettesOptions } from "./open-cassettes.ts";
/** A test as vitest hands it to fixtures, as far as it is looked at. */
export interface RunningTest {
    readonly name: string;
    readonly suite?: TestSuite | undefined;
    readonly file: TestFile;
    readonly result?: {
        readonly state?: string;
        readonly retryCount?: number;
    } | undefined;
    /** How often it is tried again. */
    readonly retry?: number | {
        readonly count?: number;
    } | undefined;
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
    readonly lane: <A extends unknown[], T>(work: (...args: A) => Promise<T>) => (...args: A) => Promise<T>;
}
/** What `test.extend` of vitest takes. */
export interface CassetteFixtures {
    readonly session: (context: {
        readonly task: RunningTest;
    }, use: (session: TestSession) => Promise<void>) => Promise<void>;
}
/**
 * A fixture that gives every test a session of its own: `test.extend(cassetteFixtures({ mode, path }))`.
 * Its scope is the one that `tapegate replay -- vitest` gives the test, so that both use the same
 * cassettes. What a failed test recorded is dropped; a test that passed although its cassette lacks a
 * request fails.
 *
 * @throws {TypeError} where the mode is none.
 */
export declare function cassetteFixtures(options: TestSessionOptions): CassetteFixtures;
