import { CassetteInternalError, CassetteStoreError } from "./errors.ts";
import type { Normaliser } from "./normaliser.ts";
import { INTERACTIONS_PER_KEY_MAX } from "./limits.ts";
import { createPatternRedactor } from "./pattern-redactor.ts";
import type { CassetteStore, Clock, LaneContext, Log, Redactor } from "./ports.ts";
import { createScopeSession, DEFAULT_SCOPE, type ScopeSession } from "./scope-session.ts";
import { createMissReporter } from "./miss-reporter.ts";
import { readPlan, type RecordPlan } from "./record-plan.ts";
import { createRecordingAges } from "./recording-age.ts";
import { requestKey } from "./request-key.ts";
import type { SessionContext } from "./session-context.ts";
import { assertSessionMode } from "./session-mode.ts";
import type { IssuedRequest, IssuePlace, Session, SessionTally } from "./session.ts";
import type { CassetteRequest, SessionMode } from "./values.ts";

/** What a session is made of. */
export interface SessionOptions {
  readonly mode: SessionMode;
  readonly store: CassetteStore;
  /** @default {createPatternRedactor()} */
  readonly redactor?: Redactor;
  readonly clock: Clock;
  readonly log: Log;
  /** @default {[]} */
  readonly normalisers?: readonly Normaliser[];
  /** What `task` runs work with. @default {none: `task` throws} */
  readonly lanes?: LaneContext;
  /** How often one key may be recorded in one lane. @default {1000} */
  readonly interactionsPerKeyMax?: number;
  /** What becomes of an outcome that holds a known secret. @default {"refuse"} */
  readonly secretsInOutcome?: "refuse" | "allow";
  /** Writes the scopes of failed tests too. @default {false} */
  readonly keepFailed?: boolean;
  /** In mode `record`: records only this, and replays everything else. @default {none: records everything} */
  readonly plan?: RecordPlan;
  /** Replayed recordings that are older, in milliseconds, become a finding. @default {no limit} */
  readonly ageMsMax?: number;
}

/**
 * Opens one run over a cassette library. Reads nothing: a scope's document is opened at its first use.
 *
 * @throws {TypeError} where the mode is none.
 */
export function openSession(options: SessionOptions): Session {
  assertSessionMode(options.mode);
  const context = contextOf(options);
  const scopes = new Map<string, ScopeSession>();
  const scopeSession = (scope: string): ScopeSession => {
    const known = scopes.get(scope);
    if (known !== undefined) return known;
    const opened = createScopeSession(scope, context);
    scopes.set(scope, opened);
    return opened;
  };
  return {
    mode: options.mode,
    issue: (request, place) => issue(request, place, { context, scopeSession }),
    task: (work) => {
      if (options.lanes === undefined) {
        throw new CassetteInternalError(
          "Cannot start a task: the session was opened without lanes",
        );
      }
      return options.lanes.run({}, work);
    },
    closeScope: (scope, { keep = true, worker, again = false } = {}) => {
      const session = scopeSession(scope);
      const isKept = keep || options.keepFailed === true;
      // Nothing that was there goes for the sake of a failed test.
      const how = {
        keep: isKept,
        replaces: keep,
        again,
        ...(worker === undefined ? {} : { worker }),
      };
      logged(context, () => session.close(how));
    },
    flush: () => {
      logged(context, () => forEachScope(scopes, (scope) => scope.flush()));
    },
    close: ({ isPassed = true } = {}) => {
      const how = { keep: true, replaces: isPassed, keepsUnjudged: options.keepFailed === true };
      logged(context, () => forEachScope(scopes, (scope) => scope.close(how)));
    },
    tally: () => tallyOf(context, [...scopes.values()]),
  };
}

function contextOf(options: SessionOptions): SessionContext {
  const { mode, store, clock, log, normalisers = [] } = options;
  const redactor = options.redactor ?? createPatternRedactor();
  const context = { mode, store, clock, log, normalisers, redactor };
  return {
    ...context,
    lanes: options.lanes,
    interactionsPerKeyMax: options.interactionsPerKeyMax ?? INTERACTIONS_PER_KEY_MAX,
    allowsSecretsInOutcome: options.secretsInOutcome === "allow",
    misses: createMissReporter(context),
    plan: readPlan(mode, mode === "record" ? options.plan : undefined),
    ages: createRecordingAges(options.ageMsMax, clock),
    findings: [],
  };
}

function issue(
  request: CassetteRequest,
  place: IssuePlace | undefined,
  session: { context: SessionContext; scopeSession: (scope: string) => ScopeSession },
): IssuedRequest {
  const { context, scopeSession } = session;
  return logged(context, () => {
    const key = requestKey(request.identity, context.normalisers);
    return scopeSession(place?.scope ?? DEFAULT_SCOPE).issue(request, key, place);
  });
}

/** Whatever fails is said before it is thrown: callers may swallow it. */
function logged<T>(context: SessionContext, act: () => T): T {
  try {
    return act();
  } catch (error) {
    context.log.error(error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Does the same to every scope, whatever fails in between, and throws the first failure at the end. */
function forEachScope(
  scopes: ReadonlyMap<string, ScopeSession>,
  act: (scope: ScopeSession) => void,
): void {
  const failures: unknown[] = [];
  for (const scope of scopes.values()) {
    try {
      act(scope);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 0) return;
  const [first] = failures;
  if (failures.length === 1 || !(first instanceof CassetteStoreError)) throw first;
  throw new CassetteStoreError(
    `${first.message} (and ${failures.length - 1} more scopes)`,
    first.place,
    { cause: first },
  );
}

function tallyOf(context: SessionContext, sessions: readonly ScopeSession[]): SessionTally {
  // By name: workers and random orders of tests come to them otherwise in every run.
  const scopes = sessions
    .map((session) => ({ session, tally: session.tally() }))
    .sort(({ tally: one }, { tally: other }) => (one.scope < other.scope ? -1 : 1));
  const tallies = scopes.map(({ tally }) => tally);
  const { misses, exhausted } = context.misses;
  return {
    mode: context.mode,
    hits: tallies.reduce((sum, { hits }) => sum + hits, 0),
    recorded: tallies.reduce((sum, { recorded }) => sum + recorded, 0),
    misses: [...misses],
    exhausted: [...exhausted],
    unused: scopes.flatMap(({ session }) => session.unused()),
    scopes: tallies,
    findings: [...context.findings, ...context.ages.findings()],
  };
}
