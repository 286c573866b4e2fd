import type { CassetteStore, Log } from "../cassette/ports.ts";
import type { Session, SessionTally } from "../cassette/session.ts";
import type { SessionMode } from "../cassette/values.ts";
import type { CassetteSource } from "../provider/provider-registry.ts";
/** What becomes of requests; `off`: nothing is wrapped. Decided once, at the opening. */
export type CassettesMode = SessionMode | "off";
/** How cassettes are opened in a process. Nothing is read from the environment. */
export interface CassettesOptions {
    readonly mode: CassettesMode;
    /** Directory of the cassettes. Needed unless the mode is `off`; there is no default to share by accident. */
    readonly path?: string;
    /** Keeps the cassettes elsewhere than in a directory; stands in for `path`. */
    readonly store?: CassetteStore;
    /** Scope of requests outside any `scope` or `inScope`. @default {"default"} */
    readonly defaultScope?: string;
    /** The `providers` member of tapegate.json: upstreams and dialects of providers that are not known by host. */
    readonly providers?: Readonly<Record<string, object>>;
    /** Volatile parts of requests, as in tapegate.json: `uuid`, `$.metadata.run_id`, `/run-\d+/ => run`. @default {[]} */
    readonly normalisers?: readonly string[];
    /** Secrets of this run by label: removed from readable copies, refused in answers. @default {{}} */
    readonly secrets?: Readonly<Record<string, string>>;
    /** What becomes of an answer that holds one of the secrets. @default {"refuse"} */
    readonly secretsInOutcome?: "refuse" | "allow";
    /** Asks live in record and auto. @default {the global fetch} */
    readonly fetch?: typeof globalThis.fetch;
    /** What becomes of addresses of no provider while recording; in replay they are always refused. @default {"refuse"} */
    readonly unknownHosts?: "refuse" | "pass";
    /** Replays `retry-after` as recorded instead of as 0. @default {false} */
    readonly keepsRetryAfter?: boolean;
    /** Told of misses, refusals and recovered recordings. @default {the console} */
    readonly log?: Log;
}
/** One scope of opened cassettes: one test, as a rule. */
export interface CassetteScope extends CassetteSource {
    readonly name: string;
    /** For SDKs that take a `fetch`; its requests belong to this scope. */
    readonly fetch: typeof globalThis.fetch;
    /**
     * Writes what was recorded in this scope; `keep: false` (a failed test) leaves the earlier document,
     * and with `again` what only this attempt asked is kept with the last one.
     */
    readonly close: (options?: {
        readonly keep?: boolean;
        readonly again?: boolean;
    }) => void;
}
/** Cassettes opened in this process. */
export interface Cassettes extends CassetteSource {
    readonly mode: CassettesMode;
    /** `undefined` in mode `off`. */
    readonly session: Session | undefined;
    /** For SDKs that take a `fetch`; its requests belong to the current scope. In mode `off` the live fetch itself. */
    readonly fetch: typeof globalThis.fetch;
    /**
     * Runs work as a task: its requests get a lane of their own, so that tasks may interleave as they like where
     * their first requests come in the same order.
     */
    readonly task: <T>(work: () => Promise<T>) => Promise<T>;
    /** A function whose every call is a task: `Promise.all(questions.map(cassettes.lane(ask)))`. */
    readonly lane: <A extends unknown[], T>(work: (...args: A) => Promise<T>) => (...args: A) => Promise<T>;
    /** A scope to hand out: its `fetch` belongs to it wherever it is called. */
    readonly scope: (name: string) => CassetteScope;
    /** Runs work, and whatever it awaits, in a scope. */
    readonly inScope: <T>(name: string, work: () => T) => T;
    /** The scope of the running work. */
    readonly currentScope: () => string | undefined;
    /** What happened so far; `undefined` in mode `off`. */
    readonly tally: () => SessionTally | undefined;
    /**
     * Fails a run whose requests the cassettes did not answer, even where the code swallowed it.
     *
     * @throws {DriftError}
     */
    readonly verify: (options?: {
        readonly unused?: "fail" | "ignore";
    }) => void;
    /** Writes every open scope and gives the locks back; may be called twice. */
    readonly close: () => void;
}
/**
 * Opens cassettes for use without the command line: `fetch` for SDKs, `session` for a
 * `ProviderRegistry`.
 *
 * @throws {TypeError} where the mode is none, an active one has no path, or a provider or normaliser
 *   cannot be read.
 * @throws {CassetteStoreError} where there is nothing to replay at `path`.
 */
export declare function openCassettes(options: CassettesOptions): Cassettes;
