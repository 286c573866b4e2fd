import type { MissExplanation } from "./explain.ts";
import type { MissContext, MissedRequest } from "./missed-request.ts";
import type { Normaliser } from "./normaliser.ts";
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
export declare function frameKey({ type, form, value }: FrameIdentity, normalisers: readonly Normaliser[]): RequestKey;
/** Says what a frame differs in from the recorded one; everything in it is redacted. */
export declare function explainMismatch({ scope, key }: MissedRequest, { frameNumber, recorded, asked, position }: FrameMismatch & {
    readonly position: number;
}, { redactor, normalisers }: MissContext): MissExplanation;
