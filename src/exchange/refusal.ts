import type { Dialect } from "./dialect.ts";
import type { HeaderList } from "./http-message.ts";

/** A failure of our own making, told to a client. */
export interface Refusal {
  readonly status: number;
  /** Value of `x-tapegate`: what happened. */
  readonly mark: "miss" | "exhausted" | "refused" | "failed";
  /** One line. */
  readonly message: string;
}

/** What a refusal is on the wire. */
export interface RefusalAnswer {
  /** Without length. */
  readonly headers: HeaderList;
  readonly body: string;
}

/**
 * A refusal in a wire's error shape. Every SDK that was tried raises it at once and once: 406 is
 * retried by none, and `x-should-retry: false` stops those that would retry others.
 */
export function toRefusalAnswer(refusal: Refusal, dialect: Dialect | undefined): RefusalAnswer {
  const message = refusal.message.replaceAll(/\s+/g, " ").trim();
  const type = TYPES[refusal.mark];
  const failure = dialect?.failure(refusal.status, message, type);
  return {
    headers: [
      ["content-type", "application/json"],
      ["x-should-retry", "false"],
      ["x-tapegate", refusal.mark],
      ...(failure?.headers ?? []),
    ],
    body: JSON.stringify(failure?.body ?? openaiShape(message, type)),
  };
}

/**
 * What stands as type or code in error shapes. Not "exhausted": Google's clients read that word as
 * a rate limit.
 */
const TYPES = {
  miss: "replay_miss",
  exhausted: "replay_used_up",
  refused: "gateway_refused",
  failed: "gateway_failed",
} as const satisfies Record<Refusal["mark"], string>;

/** Where no provider is known, the shape that most clients can read. */
function openaiShape(message: string, type: string): unknown {
  return { error: { message, type, param: null, code: type } };
}
