import type { CassetteIndex } from "./cassette-index.ts";
import { CassetteFormatError, CassetteInternalError, CassetteStoreError } from "./errors.ts";
import { createLaneNumbering, type LaneNumbering } from "./lane-numbering.ts";
import { createLaneRenewal, type LaneRenewal } from "./lane-renewal.ts";
import type { MissedRequest } from "./missed-request.ts";
import { assertNameableScope, withoutSecret } from "./nameable-scope.ts";
import { normaliserNames } from "./normaliser.ts";
import { toNameableRequest } from "./nameable-request.ts";
import { assertStorable, buildInteraction } from "./new-interaction.ts";
import type { StoredScope } from "./ports.ts";
import { recordedAnswer } from "./recorded-answer.ts";
import { readScope } from "./recovery.ts";
import { createReservations, type Reservations, type Slot } from "./reservations.ts";
import { createScopeRecorder, type Recorded, type ScopeRecorder } from "./scope-recorder.ts";
import { verdictOf, verdictOn, type ScopeClosing } from "./scope-closing.ts";
import type { SessionContext } from "./session-context.ts";
import type { IssuedRequest, IssuePlace, Lookup, ScopeTally, UnusedRecord } from "./session.ts";
import { recordedElsewhere, takePlace } from "./taken-place.ts";
import { unusedOf } from "./unused-records.ts";
import { frameKey } from "./websocket-frame.ts";
import type { CassetteRequest, Outcome, RequestKey } from "./values.ts";

/** One scope in one session. */
export interface ScopeSession {
  issue(request: CassetteRequest, key: RequestKey, place: IssuePlace | undefined): IssuedRequest;
  flush(): void;
  /**
   * Writes what was recorded, or drops it; of one worker, or of all. A request issued later opens
   * the scope anew.
   */
  close(how: ScopeClosing): void;
  tally(): ScopeTally;
  unused(): readonly UnusedRecord[];
}

/** Scope of work that names none: a mixture in order of arrival, not one line of work. */
export const DEFAULT_SCOPE = "default";

/** One opening of a scope by one worker, from its first request to its closing. */
interface OpenScope {
  /** What is replayed: nothing in record mode. */
  readonly index: CassetteIndex | undefined;
  readonly lanes: LaneNumbering;
  readonly reservations: Reservations;
  /** None in replay, nor where another worker records the same work. */
  readonly recorder: ScopeRecorder | undefined;
  readonly renewal: LaneRenewal;
  awaitsVerdict: boolean;
  isClosed: boolean;
}

/** What a scope counts over all its openings. */
interface ScopeCounts {
  hits: number;
  misses: number;
  recorded: number;
  isIssued: boolean;
  isKept: boolean;
  /** Positions in the document whose recording was delivered. */
  readonly used: Set<number>;
  /** Of the last opening that was closed. */
  unused: readonly UnusedRecord[];
}

/** A scope in which nothing was asked yet; reads nothing. */
export function createScopeSession(scope: string, session: SessionContext): ScopeSession {
  const context: SessionContext = { ...session, mode: session.plan.modeOf(scope) };
  const counts: ScopeCounts = {
    hits: 0,
    misses: 0,
    recorded: 0,
    isIssued: false,
    isKept: true,
    used: new Set(),
    unused: [],
  };
  const named = (): string => withoutSecret(scope, context);
  /** By worker. */
  const openings = new Map<string, OpenScope>();
  /** What attempts that ended recorded, by worker. */
  const attempts = new Map<string, readonly (readonly Recorded[])[]>();
  const close = (worker: string, how: ScopeClosing): void => {
    const ended = attempts.get(worker) ?? [];
    let open = openings.get(worker);
    if (open === undefined && ended.length > 0) {
      if (how.again === true) return;
      // The last attempt asked nothing, or never began.
      open = openScope(scope, context, isRecorded(openings));
      open.awaitsVerdict = true;
    }
    attempts.delete(worker);
    if (open === undefined) return;
    const { keep, replaces } = verdictOn(open, how);
    const replaced = replaces ? replacedIn(open, counts) : NOTHING;
    const isWhole = replaces && !open.renewal.isUnanswered();
    if (how.again === true && open.recorder !== undefined) {
      attempts.set(worker, [...ended, open.recorder.recorded()]);
    } else if (keep) open.recorder?.adopt(ended, replaced);
    open.recorder?.close({ keep, isWhole, replaced });
    if (open.recorder !== undefined) counts.isKept = keep;
    counts.unused = unusedOf(named(), open.index, new Set([...counts.used, ...replaced]));
    open.isClosed = true;
    openings.delete(worker);
  };
  return {
    issue: (request, key, place = {}) => {
      const { lane, isLaneAssumed = false, worker = "", awaitsVerdict = false } = place;
      const open = openings.get(worker) ?? openScope(scope, context, isRecorded(openings));
      openings.set(worker, open);
      open.awaitsVerdict ||= awaitsVerdict;
      counts.isIssued = true;
      const nameable = toNameableRequest(request, context.redactor);
      return issueIn(open, { scope, context, counts, request: nameable, key, lane, isLaneAssumed });
    },
    flush: () => {
      for (const open of openings.values()) open.recorder?.flush();
    },
    close: (how) => {
      const { worker } = how;
      const every = new Set([...openings.keys(), ...attempts.keys()]);
      for (const name of worker === undefined ? every : [worker]) close(name, how);
    },
    tally: () => ({
      scope: named(),
      path: withoutSecret(context.store.pathOf(scope), context),
      hits: counts.hits,
      misses: counts.misses,
      recorded: counts.recorded,
      verdict: verdictOf(counts),
    }),
    unused: () => {
      const [open] = openings.values();
      return open === undefined ? counts.unused : unusedOf(named(), open.index, counts.used);
    },
  };
}

const NOTHING: ReadonlySet<number> = new Set();

function replacedIn(open: OpenScope, counts: ScopeCounts): ReadonlySet<number> {
  if (open.recorder === undefined || open.index === undefined) return NOTHING;
  return open.renewal.replaced(open.index.recordings, counts.used);
}

function isRecorded(openings: ReadonlyMap<string, OpenScope>): boolean {
  return [...openings.values()].some(({ recorder }) => recorder !== undefined);
}

function openScope(
  scope: string,
  context: SessionContext,
  isRecordedElsewhere: boolean,
): OpenScope {
  const { mode } = context;
  const index = mode === "record" ? undefined : readRecorded(scope, context);
  const replayed = mode === "auto" ? (index?.recordings ?? []) : undefined;
  const recorder =
    mode === "replay" || isRecordedElsewhere
      ? undefined
      : createScopeRecorder(scope, context, replayed);
  // Refused before the first live call, not after it. In auto mode a scope may never record at all.
  if (mode === "record" && recorder !== undefined) {
    assertNameableScope(scope, context);
    recorder.lock();
  }
  return {
    index,
    recorder,
    renewal: createLaneRenewal(scope !== DEFAULT_SCOPE),
    lanes: createLaneNumbering(context.lanes),
    reservations: createReservations(),
    awaitsVerdict: false,
    isClosed: false,
  };
}

function readRecorded(scope: string, context: SessionContext): CassetteIndex | undefined {
  const stored: StoredScope | undefined = context.store.read(scope);
  if (stored === undefined) return undefined;
  const { index, notices } = readScope(scope, stored);
  for (const notice of notices) context.log.warn(notice);
  const active = normaliserNames(context.normalisers);
  if (index.normalisers.join("\n") !== active.join("\n")) {
    throw new CassetteFormatError(
      `Cannot replay ${stored.path}: it was recorded with the normalisers [${index.normalisers.join(", ")}], and [${active.join(", ")}] are active. Use the same ones or record it again`,
      stored.path,
    );
  }
  return index;
}

/** Everything one request is issued with. */
interface Issue {
  readonly scope: string;
  readonly context: SessionContext;
  readonly counts: ScopeCounts;
  readonly request: CassetteRequest;
  readonly key: RequestKey;
  readonly lane: number | undefined;
  readonly isLaneAssumed: boolean;
}

function issueIn(open: OpenScope, issue: Issue): IssuedRequest {
  const { scope, counts, request, key } = issue;
  const asked = issue.lane === undefined ? open.lanes.current() : open.lanes.take(issue.lane);
  const isLaneSure =
    !issue.isLaneAssumed || issue.context.plan.namedAs(scope, asked, key) !== undefined;
  const { lane, slot, position } = takePlace(open, { key, lane: asked, isLaneSure });
  const lookup = lookUp(open, { issue, lane, slot, position });
  let isEnded = false;
  const end = (): boolean => {
    const isFirst = !isEnded;
    isEnded = true;
    return isFirst;
  };
  return {
    request,
    key,
    scope,
    lane,
    ordinal: slot.ordinal,
    lookup,
    record: (outcome) => {
      if (lookup.kind !== "live" || !end()) {
        throw new CassetteInternalError(
          `Cannot record a request of "${scope}": it was answered by the cassette or has ended`,
        );
      }
      record(open, { issue, lane, slot, position, outcome });
    },
    consume: () => {
      if (!end() || lookup.kind !== "hit") return;
      counts.hits++;
      counts.used.add(position!);
      issue.context.ages.see(scope, () => open.index!.interaction(position!).recordedAt);
    },
    mismatch: (difference) => {
      if (!end() || lookup.kind !== "hit") {
        throw new CassetteInternalError(
          `Cannot compare a frame in "${scope}": its session is not being replayed`,
        );
      }
      counts.misses++;
      const missed = missedRequest(open, issue, lane);
      return issue.context.misses.mismatch(missed, { ...difference, position: position! });
    },
    frameKey: (frame) => frameKey(frame, issue.context.normalisers),
    release: () => {
      if (end()) open.reservations.release(lane, key, slot);
    },
  };
}

function lookUp(
  open: OpenScope,
  asked: { issue: Issue; lane: number; slot: Slot; position: number | undefined },
): Lookup {
  const { issue, lane, slot, position } = asked;
  const { scope, context, counts, request, key } = issue;
  const named = context.plan.namedAs(scope, lane, key);
  if (position !== undefined && named !== "always" && !open.renewal.isRenewed(lane)) {
    return { kind: "hit", interaction: recordedAnswer(open.index!, position) };
  }
  const isAllowed =
    named !== undefined || context.plan.allowsAny(scope) || open.renewal.isStarted(lane);
  if (context.mode !== "replay" && isAllowed) {
    if (slot.ordinal >= context.interactionsPerKeyMax) {
      open.reservations.release(lane, key, slot);
      throw new CassetteStoreError(
        `Cannot record ${request.endpoint} in "${scope}": the same request was made ${slot.ordinal} times already, which is the limit. Make the code ask less often, give parts of the work scopes of their own (a test each, --scope, x-tapegate-scope), or narrow the normaliser that makes different requests the same`,
        context.store.pathOf(scope),
      );
    }
    // In record mode it was asked when the scope was opened.
    if (context.mode === "auto") assertNameableScope(scope, context);
    open.renewal.start({ lane, key, ordinal: slot.ordinal });
    return { kind: "live" };
  }
  counts.misses++;
  const own = open.index?.find(lane, key).length ?? 0;
  const others = issue.isLaneAssumed ? recordedElsewhere(open.index, key, lane) : 0;
  const place = missedRequest(open, issue, lane);
  return own + others > 0
    ? context.misses.exhaust(place, {
        recordedCount: own + others,
        askedCount: others + slot.ordinal + 1,
      })
    : context.misses.miss(place);
}

/** As reports tell it. */
function missedRequest(open: OpenScope, issue: Issue, lane: number): MissedRequest {
  const { context, counts, request, key } = issue;
  const scope = withoutSecret(issue.scope, context);
  const recorder = context.store.recorderOf?.(issue.scope);
  if (recorder !== undefined) {
    context.log.warn(
      `"${scope}" is being recorded by ${recorder}: what it records can be replayed when it has ended`,
    );
  }
  return { scope, lane, key, request, index: open.index, used: counts.used };
}

function record(
  open: OpenScope,
  done: {
    issue: Issue;
    lane: number;
    slot: Slot;
    position: number | undefined;
    outcome: Outcome;
  },
): void {
  const { issue, lane, slot, position, outcome } = done;
  const { scope, context, counts, request, key } = issue;
  try {
    if (open.isClosed) {
      throw new CassetteStoreError(
        `Cannot record ${request.endpoint} in "${scope}": the scope was closed before the answer came. End the test only when its requests have ended`,
        context.store.pathOf(scope),
      );
    }
    // Another worker records the same work.
    if (open.recorder === undefined) return;
    const interaction = buildInteraction({ request, key, lane, outcome }, context);
    assertStorable(interaction, context.store.pathOf(scope));
    open.recorder.record(interaction, slot.sequence);
    open.renewal.finish({ lane, key, ordinal: slot.ordinal }, position);
    counts.recorded++;
  } catch (error) {
    open.reservations.release(lane, key, slot);
    if (error instanceof Error) context.log.error(error.message);
    throw error;
  }
}
