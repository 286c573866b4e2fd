/** A JSON value as the core stores, hashes and compares it. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * What a session does with a request. `record`: always live, writes a fresh cassette. `replay`:
 * never live. `auto`: replays what is recorded, records what is not. (`off` is structural: no
 * session exists.)
 */
export type SessionMode = "record" | "replay" | "auto";

/** SHA-256, lower-case hex, over the canonical JSON of a request's identity. */
export type RequestKey = string;

/** Exactly what determines the answer; hashed raw, before redaction. */
export interface RequestIdentity {
  /** Label of the provider or gateway mount: `openai`. */
  readonly provider: string;
  /** Operation: an HTTP method, or `complete`, `stream`, `getModelCapabilities`. */
  readonly method: string;
  /** What is addressed: `{path, query}` of an HTTP exchange, `{model}` in process. */
  readonly target: JsonValue;
  /** What is sent. JSON paths of normalisers start here, or at `bodyMember`. */
  readonly body: JsonValue;
  /** Member of `body` at which JSON paths start: HTTP wraps a JSON body as `{json: …}`. Not hashed. */
  readonly bodyMember?: string;
}

/** One named part of a request, digested so that a change is known even where redaction hides the text. */
export interface Segment {
  /** `model`, `system`, `messages[0]`, `tools`, `parameters`, … */
  readonly name: string;
  readonly value: JsonValue;
}

/** Where a call comes from, as far as a plug-in reported it: each a file and a line, `tests/test_a.py:12`. */
export interface CallPlaces {
  /** Where the call stands in the user's code. Recordings keep it. */
  readonly callSite?: string;
  /** Frames of the user's code that led to it, the nearest first; a few at most. */
  readonly callers?: readonly string[];
  /** Where the test that asks begins. */
  readonly testSite?: string;
}

/** A request as a front end (provider, fetch, gateway) hands it to a session. */
export interface CassetteRequest extends CallPlaces {
  readonly identity: RequestIdentity;
  /** What requests are compared within when a miss is explained: `POST /v1/chat/completions`. */
  readonly endpoint: string;
  /** The model asked for, where the request names one. */
  readonly model: string | undefined;
  readonly segments: readonly Segment[];
  /**
   * Readable copy of the request, unredacted: the session redacts it before it keeps it. For HTTP
   * `{path, query?, headers?, body}`, in process `{model, messages, tools?, config?}`.
   */
  readonly copy: JsonValue;
  /**
   * Its own credentials, by where they stand (`in the request's x-api-key header`): looked for in the
   * readable copy and in the answer as known secrets of the run are. @default {none}
   */
  readonly credentials?: ReadonlyMap<string, string>;
}

/** How a recorded stream or body ended. */
export type Ending = "end" | "error frame" | "abort" | "client left";

/** A provider's failure, kept so that replay can raise it again. */
export interface RecordedError {
  /** Name of the error class; an unknown one replays as the generic class. */
  readonly name: string;
  readonly message: string;
  /** Structured context; redacted, keys kept. */
  readonly context: { readonly [name: string]: JsonValue };
  /** Seconds to wait before trying again, where the provider said so. */
  readonly retryAfter: number | undefined;
}

/** What the provider did. */
export type Outcome =
  | { readonly kind: "response"; readonly value: JsonValue }
  | { readonly kind: "lookup"; readonly value: JsonValue }
  | { readonly kind: "error"; readonly error: RecordedError }
  | {
      readonly kind: "stream";
      readonly chunks: readonly JsonValue[];
      readonly ending: "end" | "error" | "client left";
      readonly error?: RecordedError;
    }
  | HttpOutcome
  | WebSocketOutcome;

/** One recorded HTTP answer. Bytes are those of the decoded entity (no content or transfer coding). */
export interface HttpOutcome {
  readonly kind: "http";
  /** Status code; `0` where the connection broke before a status line. */
  readonly status: number;
  /** Kept headers: lower-case names, in order of arrival, repeated names repeated. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: StoredBody;
  readonly ending: Ending;
  /** Lengths in bytes of the network chunks of a streamed body; absent where there was one. */
  readonly chunkLengths?: readonly number[];
  /** Milliseconds from the request to each chunk, as many as `chunkLengths`. */
  readonly chunkTimesMs?: readonly number[];
}

/** One recorded WebSocket session, from the handshake to its close. */
export interface WebSocketOutcome {
  readonly kind: "websocket";
  /** In the order in which they passed the gateway. */
  readonly frames: readonly WebSocketFrame[];
  /** The subprotocol that the server chose; absent where it chose none. */
  readonly protocol?: string;
  /** The close frame of the side that closed; `null` where none came or the recording does not tell. */
  readonly close: { readonly code: number; readonly reason: string } | null;
  /** `end`: the server closed. `client left`: the client did. `abort`: the connection to the server broke. */
  readonly ending: "end" | "abort" | "client left";
}

/**
 * One message of a WebSocket session, seen from the client. What it sent is part of the request: a
 * digest to recognise it by and a readable, redacted copy. What it received is kept to the byte.
 */
export type WebSocketFrame =
  | {
      readonly direction: "sent";
      readonly type: WebSocketFrameType;
      readonly key: RequestKey;
      readonly copy: JsonValue;
    }
  | {
      readonly direction: "received";
      readonly type: WebSocketFrameType;
      readonly body: StoredBody;
    };

/** The two kinds of data frames (RFC 6455, 5.6). */
export type WebSocketFrameType = "text" | "binary";

/**
 * A body in the most readable form that gives the exact bytes back. Member order below `json` is
 * that of the wire; `layout` says how the text was spaced.
 */
export type StoredBody =
  | { readonly json: JsonValue; readonly layout: JsonLayout; readonly newline?: true }
  | { readonly text: string }
  | { readonly events: readonly string[] }
  | { readonly lines: readonly string[] }
  | { readonly base64: string };

/** `compact`: no white space; `spaced`: Python's `", "` and `": "`; `indent-N`: N spaces a level. */
export type JsonLayout = "compact" | "spaced" | "indent-2" | "indent-4";

/** One recorded request and its outcome, as a cassette holds it. */
export interface Interaction {
  readonly key: RequestKey;
  /** The line of sequential work it belongs to; 0 where nobody says. */
  readonly lane: number;
  readonly provider: string;
  readonly method: string;
  readonly endpoint: string;
  readonly model?: string;
  /** Readable copy of the request, redacted. */
  readonly request: JsonValue;
  /** Segment name → the first 12 hex digits of its SHA-256. */
  readonly segments: { readonly [name: string]: string };
  readonly outcome: Outcome;
  /** UTC time of recording, ISO 8601 with seconds; `null` where an import does not know it. */
  readonly recordedAt: string | null;
  /** Test file and line that issued it, where a plug-in reported it. */
  readonly callSite?: string;
}

/** The recorded interactions of one scope, in the order lane, then issue. */
export interface Cassette {
  readonly scope: string;
  /** Names of the normalisers whose effect is in the keys. */
  readonly normalisers: readonly string[];
  readonly interactions: readonly Interaction[];
}
