/** What the gate thinks of one command. `pass` is "no opinion": it is never the host's `allow`. */
export type Verdict =
  | { readonly kind: "pass" }
  | { readonly kind: "ask"; readonly findings: Findings }
  | { readonly kind: "deny"; readonly findings: Findings };

/** Never empty: a refusal always says why. */
export type Findings = readonly [Finding, ...Finding[]];

/** One reason why a command must not run without approval. */
export interface Finding {
  /** Stable name of the reason. Part of the public interface: add codes, never rename one. */
  readonly code: FindingCode;
  /** The part of the judged command that caused it: offsets in UTF-16 units, end exclusive. */
  readonly span: Span;
  /** One sentence for a person or an agent: what the part would do and why that needs approval. */
  readonly reason: string;
  /**
   * The program run that is refused, as the gate understood it: `["pytest", "tests/e2e"]`. Absent
   * where nothing could be understood (malformed payload, limit).
   */
  readonly argv?: readonly string[];
  /** What to run instead without approval, ready to paste; absent where the gate knows none. */
  readonly instead?: string;
  /** The whole command again with the approval in the right place; absent where there is none. */
  readonly approved?: string;
}

/** A stretch of the command text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a part of a command is refused. */
export type FindingCode =
  | "PYTEST_E2E_OPERAND"
  | "PYTEST_WHOLE_TREE"
  | "PYTEST_NO_OPERAND"
  | "PYTEST_MARKER"
  | "PYTEST_OPAQUE"
  | "PYTEST_APPROVAL_MISPLACED"
  | "PYTEST_MAY_RUN"
  | "RUNNER_E2E"
  | "COMMAND_UNREADABLE"
  | "LIMIT_REACHED"
  | "POLICY_INVALID"
  | "PAYLOAD_MALFORMED"
  | "INTERNAL";
