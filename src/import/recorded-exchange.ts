import type { HeaderList } from "../exchange/http-message.ts";

/** One HTTP exchange as another tool recorded it, read but not yet judged. */
export interface RecordedExchange {
  /** Position in its file, from 0. */
  readonly index: number;
  /** Upper case. */
  readonly method: string;
  /** As recorded: may hold placeholders (`https://<HOST>/v1`), a fragment, user information. */
  readonly url: string;
  readonly requestHeaders: HeaderList;
  /** As recorded; content codings not yet undone. */
  readonly requestBody: Uint8Array;
  readonly status: number;
  readonly responseHeaders: HeaderList;
  /** As recorded; content codings not yet undone. */
  readonly responseBody: Uint8Array;
  /** UTC, ISO 8601 with seconds; `null` where the recording does not tell. */
  readonly recordedAt: string | null;
}

/** One recorded interaction that was not imported, and why. */
export interface SkippedInteraction {
  /** Position in its file, from 0. */
  readonly index: number;
  readonly reason: string;
}

/** One frame of a WebSocket session as another tool recorded it. */
export interface RecordedFrame {
  readonly direction: "sent" | "received";
  readonly type: "text" | "binary";
  readonly bytes: Uint8Array;
}

/** One WebSocket session as another tool recorded it. */
export interface RecordedSession {
  /** As recorded; `undefined` where the recording does not tell. */
  readonly url: string | undefined;
  readonly frames: readonly RecordedFrame[];
}

/** What a reader makes of one recorded interaction. */
export type ExchangeReading =
  | { readonly kind: "exchange"; readonly exchange: RecordedExchange }
  /** The first frame of a session stands for all of it, the others are `part of session`. */
  | { readonly kind: "session"; readonly session: RecordedSession }
  | { readonly kind: "part of session" }
  | { readonly kind: "skipped"; readonly reason: string };

/** A reading that is no exchange. */
export function skipped(reason: string): ExchangeReading {
  return { kind: "skipped", reason };
}
