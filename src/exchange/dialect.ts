import type { JsonValue, Segment } from "../cassette/values.ts";
import type { HeaderList } from "./http-message.ts";

/**
 * One provider wire: how to recognise a call, which part of it is the model, what its stream looks
 * like, how usage is counted, how a miss is answered. Shared code asks the dialect and never looks
 * at its name.
 */
export interface Dialect {
  readonly name: string;
  /** Reads what people want to know of a request. Pure and total. */
  describe(call: DialectCall): CallDescription;
  /** How a streamed answer is cut into frames; `undefined` where the answer is no stream. */
  framing(contentType: string): StreamFraming | undefined;
  /** Whether a frame reports a failure in band (`data: {"error":…}`, `event: error`). */
  isErrorFrame(frame: string): boolean;
  /** Whether a frame is the wire's own end of stream (`[DONE]`, `message_stop`, `"done":true`). */
  isTerminalFrame(frame: string): boolean;
  /** Whether the recorded network chunk boundaries carry meaning for this wire's clients. */
  readonly keepsChunks: boolean;
  /**
   * Members of the answer's JSON whose absolute URLs the client that sent these headers follows by
   * itself (batch results, polling): only there, and only for it, are they led back to the gateway;
   * everybody else gets the recorded bytes.
   *
   * @default {nobody follows any}
   */
  followedUrls?(path: string, headers: HeaderList): readonly string[];
  /** Tokens of a whole answer (status 2xx, decoded text); `undefined` where it tells none. */
  usage(body: string): TokenCount | undefined;
  /** Body and extra headers of a failure answer with the given status, in the wire's error shape. */
  failure(status: number, message: string, type: string): FailureAnswer;
}

/** What a dialect is asked to describe. */
export interface DialectCall {
  readonly method: string;
  /** Normalised path without query. */
  readonly path: string;
  /** The parsed body, where it is JSON. */
  readonly body: JsonValue | undefined;
}

/** What a dialect knows of a call. */
export interface CallDescription {
  /** `POST /v1/chat/completions`, with volatile ids as `{id}` and the model as `{model}`. */
  readonly endpoint: string;
  readonly model: string | undefined;
  readonly isStream: boolean;
  /** In order: `model`, `system`, `messages[0]`…, `tools`, `parameters`. */
  readonly segments: readonly Segment[];
}

/** How a streamed body is cut into frames. */
export type StreamFraming = "sse" | "ndjson" | "eventstream" | "json-array";

/** Tokens that an answer says it used. */
export interface TokenCount {
  readonly input: number;
  readonly output: number;
}

interface FailureAnswer {
  readonly headers: HeaderList;
  readonly body: JsonValue;
}

/** One provider as the gateway mounts it. The table is in `dialects/`; users add to it by configuration. */
export interface ProviderMount {
  /** `openai`; also the label in keys. */
  readonly name: string;
  /** `/openai`. */
  readonly mount: string;
  readonly dialect: Dialect;
  /**
   * Hosts by which a recorded or fetched URL is recognised; `*` stands for one or more labels or
   * part of one: `bedrock-runtime.*.amazonaws.com`.
   */
  readonly hosts: readonly string[];
  /** Root of the real provider, without a trailing slash; `undefined` where only the user knows it (Azure, Snowflake). */
  readonly upstream: string | undefined;
  /** Variables that lead SDKs to the mount: name → path behind it (`OPENAI_BASE_URL` → `/v1`). */
  readonly env: Readonly<Record<string, string>>;
  /** Dummy credentials that SDKs insist on in replay: `OPENAI_API_KEY`. Also the names of its real keys. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Names of real keys that have no dummy and are taken away in replay: an SDK that finds one there goes a way that ends. */
  readonly keysWithoutDummy: readonly string[];
  /** Variables beside which SDKs do not heed or do not accept `env`; the suite does not see them. */
  readonly replacedVariables: readonly string[];
  /** What SDKs insist on besides and is no secret: regions, API versions. Supplied in replay. */
  readonly settings: Readonly<Record<string, string>>;
  /** SDKs that no variable reaches, with the option that does: for the "no request arrived" message. */
  readonly options: readonly string[];
  /**
   * Root of the real provider for one path, where it depends on it (Vertex has one host a region), or
   * on the region for which AWS's SDKs signed the request. Asked only where the user configured no upstream.
   */
  readonly upstreamOf?: (path: string, region?: string) => string;
  /** Undoes spellings of one path (without query) that mean the same: doubled or missing `/v1`. */
  readonly normalisePath: (path: string) => string;
}
