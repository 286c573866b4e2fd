import { statSync } from "node:fs";
import { CassetteStoreError } from "../cassette/errors.ts";
import { parseNormaliser } from "../cassette/normaliser.ts";
import { openSession } from "../cassette/open-session.ts";
import { createPatternRedactor } from "../cassette/pattern-redactor.ts";
import type { CassetteStore, Log } from "../cassette/ports.ts";
import { assertMode } from "../cassette/session-mode.ts";
import type { Session, SessionTally } from "../cassette/session.ts";
import type { SessionMode } from "../cassette/values.ts";
import { configureProviders } from "../dialects/configuration.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import { addressOf, findProvider } from "../exchange/find-provider.ts";
import { toCassetteFetch } from "../provider/cassette-fetch.ts";
import type { OpenStream } from "../provider/fetch-record.ts";
import type { CassetteSource } from "../provider/provider-registry.ts";
import { ScopeContext, TaskContext } from "../provider/task-context.ts";
import { openDirectoryStore } from "../stores/directory-store.ts";
import { describeDrift, DriftError } from "./drift-error.ts";

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
  readonly close: (options?: { readonly keep?: boolean; readonly again?: boolean }) => void;
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
  readonly lane: <A extends unknown[], T>(
    work: (...args: A) => Promise<T>,
  ) => (...args: A) => Promise<T>;
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
  readonly verify: (options?: { readonly unused?: "fail" | "ignore" }) => void;
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
export function openCassettes(options: CassettesOptions): Cassettes {
  assertMode(options.mode, "open cassettes");
  const tasks = new TaskContext();
  const scopes = new ScopeContext();
  const refused: string[] = [];
  const openStreams = new Set<OpenStream>();
  const mounts = readProviders(options.providers);
  const session = options.mode === "off" ? undefined : openRun(options, options.mode, tasks);
  const currentScope = (): string | undefined => scopes.current() ?? options.defaultScope;
  const fetchIn = (scope: () => string | undefined): typeof globalThis.fetch =>
    wrapFetch({ options, session, mounts, refused, openStreams, scope });

  return {
    mode: options.mode,
    session,
    currentScope,
    fetch: fetchIn(currentScope),
    task: (work) => (session === undefined ? work() : session.task(work)),
    lane:
      (work) =>
      (...args) =>
        session === undefined ? work(...args) : session.task(() => work(...args)),
    scope: (name) => ({
      name,
      session,
      currentScope: () => name,
      fetch: fetchIn(() => name),
      close: (how) => {
        leaveStreams(openStreams, name);
        session?.closeScope(name, how);
      },
    }),
    inScope: (name, work) => scopes.run(name, work),
    tally: () => session?.tally(),
    verify: ({ unused = "ignore" } = {}) => {
      const tally = session?.tally();
      const drift = tally === undefined ? undefined : describeDrift(tally, refused, unused);
      if (tally !== undefined && drift !== undefined) throw new DriftError(drift, tally);
    },
    close: () => {
      leaveStreams(openStreams);
      session?.close();
    },
  };
}

/** A stream that nobody reads any more holds its place, and what was read of it, until its scope ends. */
function leaveStreams(openStreams: Set<OpenStream>, scope?: string): void {
  for (const stream of openStreams) {
    if (scope !== undefined && stream.scope !== scope) continue;
    openStreams.delete(stream);
    stream.leave();
  }
}

function openRun(options: CassettesOptions, mode: SessionMode, lanes: TaskContext): Session {
  const literals = new Map(Object.entries(options.secrets ?? {}));
  return openSession({
    mode,
    store: options.store ?? openStore(options.path, mode),
    redactor: createPatternRedactor({ literals }),
    clock: { now: Date.now },
    log: options.log ?? console,
    normalisers: (options.normalisers ?? []).map(readNormaliser),
    lanes,
    secretsInOutcome: options.secretsInOutcome ?? "refuse",
  });
}

function openStore(path: string | undefined, mode: SessionMode): CassetteStore {
  if (path === undefined || path === "") {
    throw new TypeError(
      `Cannot open cassettes in mode "${mode}": no path is given. Name their directory: openCassettes({ mode: "${mode}", path: "test/cassettes" })`,
    );
  }
  if (mode === "replay" && statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CassetteStoreError(
      `Cannot replay from "${path}": there is no such directory. Record first: mode "record"`,
      path,
    );
  }
  return openDirectoryStore(path);
}

function readNormaliser(text: string): ReturnType<typeof parseNormaliser> {
  try {
    return parseNormaliser(text);
  } catch (error) {
    throw new TypeError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function readProviders(providers: unknown): readonly ProviderMount[] {
  const configured = configureProviders(providers);
  if (configured.kind === "mounts") return configured.mounts;
  throw new TypeError(`Cannot use the option "providers": ${configured.problems.join("; ")}`);
}

interface FetchParts {
  readonly options: CassettesOptions;
  readonly session: Session | undefined;
  readonly mounts: readonly ProviderMount[];
  readonly refused: string[];
  readonly openStreams: Set<OpenStream>;
  readonly scope: () => string | undefined;
}

function wrapFetch(parts: FetchParts): typeof globalThis.fetch {
  const { options, session, mounts, refused, openStreams, scope } = parts;
  const live = options.fetch ?? globalThis.fetch;
  if (session === undefined) return live;
  return toCassetteFetch({
    session,
    scope,
    openStreams,
    findProvider: (url) => findProvider(addressOf(url), mounts),
    clock: { now: Date.now },
    fetch: session.mode === "replay" ? refuseLive : live,
    keepsRetryAfter: options.keepsRetryAfter ?? false,
    unknownHosts: options.unknownHosts ?? "refuse",
    onRefused: (message) => {
      refused.push(message);
      (options.log ?? console).error(message);
    },
  });
}

/** Stands where the live fetch would, so that a replay cannot reach the network whatever happens. */
function refuseLive(): Promise<Response> {
  return Promise.reject(new TypeError("Cannot fetch live: the session replays"));
}
