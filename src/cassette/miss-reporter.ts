import { CassetteReplayExhaustedError, CassetteReplayMissError } from "./errors.ts";
import { explainMiss } from "./explain-miss.ts";
import type { MissExplanation } from "./explain.ts";
import { explainMismatch, type FrameMismatch } from "./websocket-frame.ts";
import { exhaustedMessage, mismatchMessage, missMessage } from "./miss-message.ts";
import type { MissContext, MissedRequest } from "./missed-request.ts";
import type { Redactor } from "./ports.ts";
import type { ExhaustedRecord, FrameMiss, Lookup, MissRecord } from "./session.ts";
import { createLibrarySearch } from "./library-search.ts";

/** Explains, logs and keeps the requests of a run that the cassettes do not answer. */
export interface MissReporter {
  readonly misses: readonly MissRecord[];
  readonly exhausted: readonly ExhaustedRecord[];
  miss(missed: MissedRequest): Lookup;
  exhaust(
    missed: MissedRequest,
    counts: { readonly recordedCount: number; readonly askedCount: number },
  ): Lookup;
  /** A frame of a replayed WebSocket session. `position`: of its recording in the document, from 0. */
  mismatch(
    missed: MissedRequest,
    difference: FrameMismatch & { readonly position: number },
  ): FrameMiss;
}

/** A reporter that has seen no miss. */
export function createMissReporter(context: MissContext): MissReporter {
  const misses: MissRecord[] = [];
  const exhausted: ExhaustedRecord[] = [];
  const library = createLibrarySearch(context.store);
  // A loop that asks the same again and again is explained once.
  const explained = new Map<string, MissExplanation>();
  const explain = (missed: MissedRequest): MissExplanation => {
    const name = `${missed.lane} ${missed.key} ${missed.scope}`;
    const known = explained.get(name);
    if (known !== undefined) return known;
    const explanation = explainMiss(missed, { ...context, library });
    explained.set(name, explanation);
    return explanation;
  };
  return {
    misses,
    exhausted,
    miss: (missed) => {
      const explanation = explain(missed);
      const message = missMessage(missed, explanation);
      context.log.error(message);
      misses.push(
        missRecord(`miss-${misses.length + 1}`, missed, {
          explanation,
          message,
          redactor: context.redactor,
        }),
      );
      const error = new CassetteReplayMissError(message, explanation);
      return { kind: "miss", error, explanation };
    },
    mismatch: (missed, difference) => {
      const explanation = explainMismatch(missed, difference, context);
      const { request } = missed;
      const { asked, frameNumber } = difference;
      const message = mismatchMessage(missed, explanation, frameNumber);
      context.log.error(message);
      const copy = { ...(request.copy as object), body: asked };
      // Members of a request are computed when they are asked for, which a spread would lose.
      const ofFrame: MissedRequest = {
        ...missed,
        request: Object.create(request, { copy: { value: copy } }),
      };
      const told = { explanation, message, redactor: context.redactor };
      misses.push(missRecord(`miss-${misses.length + 1}`, ofFrame, told));
      return { message, explanation };
    },
    exhaust: (missed, { recordedCount, askedCount }) => {
      const message = exhaustedMessage(missed, recordedCount, askedCount);
      context.log.error(message);
      const { scope, lane, key, request } = missed;
      exhausted.push({
        scope,
        lane,
        key,
        provider: request.identity.provider,
        endpoint: request.endpoint,
        model: request.model ?? null,
        recordedCount,
        askedCount,
        message,
      });
      const error = new CassetteReplayExhaustedError(message, recordedCount);
      return { kind: "exhausted", error, recordedCount };
    },
  };
}

function missRecord(
  id: string,
  { scope, lane, key, request }: MissedRequest,
  told: {
    readonly explanation: MissExplanation;
    readonly message: string;
    readonly redactor: Redactor;
  },
): MissRecord {
  return {
    id,
    scope,
    lane,
    key,
    provider: request.identity.provider,
    method: request.identity.method,
    endpoint: request.endpoint,
    model: request.model ?? null,
    callSite: request.callSite ?? null,
    ...(request.callers === undefined ? {} : { callers: request.callers }),
    ...(request.testSite === undefined ? {} : { testSite: request.testSite }),
    request: told.redactor.redact(request.copy),
    explanation: told.explanation,
    message: told.message,
  };
}
