import { compareCopies, reconcilingPresets } from "./copy-comparison.ts";
import type { MissExplanation } from "./explain.ts";
import { DIFFERENCES_MAX } from "./limits.ts";
import type { MissContext, MissedRequest } from "./missed-request.ts";
import type { Normaliser } from "./normaliser.ts";
import { requestKey } from "./request-key.ts";
import { explainDifference } from "./changed-texts.ts";
import type { JsonValue, RequestKey, WebSocketFrameType } from "./values.ts";

/** Exactly what makes two frames of a client the same; hashed raw, before redaction. */
export interface FrameIdentity {
  readonly type: WebSocketFrameType;
  /** How the content was read (`json`, `text`, `bytes`), and what of it the value does not show. */
  readonly form: JsonValue;
  /** The content. JSON paths of normalisers start here. */
  readonly value: JsonValue;
}

/** A frame of a client that is not the recorded one. */
export interface FrameMismatch {
  /** Which frame of the session it is, counted over both directions from 1. */
  readonly frameNumber: number;
  /** The recorded frame's copy; `undefined` where the recording has no further frame of the client. */
  readonly recorded: JsonValue | undefined;
  /** The sent frame's copy, unredacted. */
  readonly asked: JsonValue;
}

/** The digest that two frames share when they are the same. */
export function frameKey(
  { type, form, value }: FrameIdentity,
  normalisers: readonly Normaliser[],
): RequestKey {
  const identity = { provider: "", method: "WEBSOCKET", target: { type, form }, body: value };
  return requestKey(identity, normalisers);
}

/** Says what a frame differs in from the recorded one; everything in it is redacted. */
export function explainMismatch(
  { scope, key }: MissedRequest,
  { frameNumber, recorded, asked, position }: FrameMismatch & { readonly position: number },
  { redactor, normalisers }: MissContext,
): MissExplanation {
  const before = recorded === undefined ? null : redactor.redact(recorded);
  const after = redactor.redact(asked);
  const comparison = compareCopies({ body: before }, { body: after }, normalisers);
  return {
    found: "nowhere",
    foundAt: null,
    nearest: [
      {
        scope,
        position: position + 1,
        key,
        isUsed: false,
        changedSegments: [`frames[${frameNumber - 1}]`],
        differences: comparison.differences.slice(0, DIFFERENCES_MAX).map(explainDifference),
      },
    ],
    normaliser: reconcilingPresets(comparison),
    isScopeEmpty: false,
  };
}
