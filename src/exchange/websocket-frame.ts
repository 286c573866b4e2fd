import type {
  JsonValue,
  RequestKey,
  StoredBody,
  WebSocketFrame,
  WebSocketFrameType,
} from "../cassette/values.ts";
import type { FrameIdentity } from "../cassette/websocket-frame.ts";
import { bodyCopy, bodyIdentity, readRequestBody } from "./request-body.ts";
import type { RequestBody } from "./request-body.ts";
import { encodeBody } from "./stored-body.ts";

/** One message as it passes. */
export interface FrameContent {
  readonly type: WebSocketFrameType;
  readonly bytes: Uint8Array;
}

/** A frame of a client as it is compared and as people read it. */
export interface ClientFrame {
  readonly identity: FrameIdentity;
  /** Unredacted; long base64 is named by its length and digest. */
  readonly copy: JsonValue;
}

/** Reads a frame of a client: JSON counts by its value, everything else by its bytes. */
export function readClientFrame({ type, bytes }: FrameContent): ClientFrame {
  const read = readRequestBody({ method: "", path: "", headers: [], body: bytes });
  // Silence is valid UTF-8, and no reading matter.
  const body: RequestBody =
    type === "binary" && read.kind === "text" ? { kind: "bytes", bytes } : read;
  const identity = bodyIdentity(body);
  const copy = bodyCopy(body);
  if (body.kind !== "json") {
    return { identity: { type, form: body.kind, value: identity }, copy };
  }
  const { numbers } = identity as { readonly numbers?: JsonValue };
  const form = numbers === undefined ? body.kind : { json: numbers };
  return { identity: { type, form, value: body.value }, copy };
}

/** A frame that a client sent, as it is stored; the session redacts its copy. */
export function toSentFrame(
  content: FrameContent,
  keyOf: (identity: FrameIdentity) => RequestKey,
): WebSocketFrame {
  const { identity, copy } = readClientFrame(content);
  return { direction: "sent", type: content.type, key: keyOf(identity), copy };
}

/** A frame that a client received, as it is stored. Google sends JSON in binary frames. */
export function toReceivedFrame({ type, bytes }: FrameContent): WebSocketFrame {
  const isReadable = type === "text" || bytes[0] === OPENING_BRACE;
  const body: StoredBody = isReadable
    ? encodeBody(bytes, undefined, undefined)
    : { base64: Buffer.from(bytes).toString("base64") };
  return { direction: "received", type, body };
}

const OPENING_BRACE = 0x7b;
