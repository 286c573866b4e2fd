import { AsyncLocalStorage } from "node:async_hooks";
import { openSession, type SessionOptions } from "../../src/cassette/open-session.ts";
import type { CassetteStore, LaneContext } from "../../src/cassette/ports.ts";
import type { IssuePlace, Session } from "../../src/cassette/session.ts";
import type { CassetteRequest, Outcome, SessionMode } from "../../src/cassette/values.ts";

/** 2026-11-22T12:00:00Z. */
export const NOW = 1_795_348_800_000;

/** What a session said. */
export interface Said {
  readonly warnings: string[];
  readonly errors: string[];
}

/** Opens sessions over one store, and keeps what they say. */
export function sessionsOver(
  store: CassetteStore,
  options: Partial<SessionOptions> = {},
): {
  readonly said: Said;
  readonly open: (mode: SessionMode, more?: Partial<SessionOptions>) => Session;
} {
  const said: Said = { warnings: [], errors: [] };
  const log = {
    warn: (message: string) => void said.warnings.push(message),
    error: (message: string) => void said.errors.push(message),
  };
  return {
    said,
    open: (mode, more = {}) =>
      openSession({ mode, store, clock: { now: () => NOW }, log, ...options, ...more }),
  };
}

/** Lanes by asynchronous context, as the provider room offers them. */
export function asyncLanes(): LaneContext {
  const storage = new AsyncLocalStorage<object>();
  return { current: () => storage.getStore(), run: (token, work) => storage.run(token, work) };
}

/** Records one request. */
export function recordOne(
  session: Session,
  request: CassetteRequest,
  outcome: Outcome,
  place?: IssuePlace,
): void {
  session.issue(request, place).record(outcome);
}

/** What a session answers, used up; the kind of the lookup where it is no hit. */
export function replayOne(session: Session, request: CassetteRequest, place?: IssuePlace): unknown {
  const issued = session.issue(request, place);
  if (issued.lookup.kind !== "hit") {
    issued.release();
    return issued.lookup.kind;
  }
  issued.consume();
  return issued.lookup.interaction.outcome;
}
