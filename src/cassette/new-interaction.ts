import { CassetteFormatError, CassetteSecretError } from "./errors.ts";
import { faultOfInteraction } from "./interaction-shape.ts";
import { mapMembers } from "./json-path.ts";
import { findLiteralIn } from "./literal-search.ts";
import { withLiterals } from "./literal-values.ts";
import type { Redactor } from "./ports.ts";
import { digestSegments } from "./segment-digests.ts";
import type { SessionContext } from "./session-context.ts";
import type {
  CassetteRequest,
  Interaction,
  JsonValue,
  Outcome,
  RecordedError,
  RequestKey,
  WebSocketFrame,
} from "./values.ts";

/** A finished request. */
export interface FinishedRequest {
  readonly request: CassetteRequest;
  readonly key: RequestKey;
  readonly lane: number;
  readonly outcome: Outcome;
}

/**
 * The interaction that is stored of a finished request: copies (also of frames that were sent) and
 * error context redacted, the rest of the outcome verbatim.
 *
 * @throws {CassetteSecretError} where the outcome holds a known secret, of the run or of the request, and
 *   that is not allowed.
 */
export function buildInteraction(finished: FinishedRequest, context: SessionContext): Interaction {
  const { request, key, lane } = finished;
  const { normalisers, clock } = context;
  const redactor = withLiterals(context.redactor, request.credentials);
  const outcome = withRedactedParts(finished.outcome, redactor);
  if (!context.allowsSecretsInOutcome) {
    const label = findLiteralIn(outcome as unknown as JsonValue, redactor);
    if (label !== undefined) {
      throw new CassetteSecretError(
        `Cannot record the answer to ${request.endpoint}: it holds the value of the secret ${label}. Change what the provider is asked so that it does not repeat it, or allow secrets in outcomes`,
      );
    }
  }
  return {
    key,
    lane,
    provider: request.identity.provider,
    method: request.identity.method,
    endpoint: request.endpoint,
    ...(request.model === undefined ? {} : { model: request.model }),
    request: redactor.redact(request.copy),
    segments: digestSegments(request.segments, normalisers),
    outcome,
    recordedAt: `${new Date(clock.now()).toISOString().slice(0, 19)}Z`,
    ...(request.callSite === undefined ? {} : { callSite: request.callSite }),
  };
}

/** What could be written but not read again is refused while the answer is still at hand. */
export function assertStorable(interaction: Interaction, place: string): void {
  const fault = faultOfInteraction(interaction as unknown as JsonValue);
  if (fault === undefined) return;
  throw new CassetteFormatError(
    `Cannot record ${interaction.endpoint} into ${place}: ${fault}. Ask for something simpler, or leave this request out of the cassette`,
    place,
  );
}

function withRedactedParts(outcome: Outcome, redactor: Redactor): Outcome {
  switch (outcome.kind) {
    case "error":
      return { ...outcome, error: redactError(outcome.error, redactor) };
    case "stream":
      return outcome.error === undefined
        ? outcome
        : { ...outcome, error: redactError(outcome.error, redactor) };
    case "response":
    case "lookup":
    case "http":
      return outcome;
    case "websocket":
      return { ...outcome, frames: outcome.frames.map((frame) => redactFrame(frame, redactor)) };
  }
}

/** What the client sent is a request, and its key stands beside the copy. */
function redactFrame(frame: WebSocketFrame, redactor: Redactor): WebSocketFrame {
  return frame.direction === "sent" ? { ...frame, copy: redactor.redact(frame.copy) } : frame;
}

/** Keys stay even where the redactor answers with something else than a mapping. */
function redactError(error: RecordedError, redactor: Redactor): RecordedError {
  const redacted = redactor.redact(error.context);
  const isMapping =
    typeof redacted === "object" &&
    redacted !== null &&
    Object.keys(error.context).every((name) => Object.hasOwn(redacted, name));
  const context = isMapping
    ? redacted
    : mapMembers(error.context, (value) => redactor.redact(value));
  return { ...error, context: context as RecordedError["context"] };
}
