import type { JsonObject } from "../payload.ts";

/** A program that runs coding agents and asks the gate before it runs a tool. */
export interface Host {
  /** As documentation and `tapegate gate install --host` name it. */
  readonly name: string;
  /** What the payload asks, or `undefined` where it is not this host's. */
  readonly readCall: (payload: JsonObject) => HostCall | undefined;
  /** What the process answers where the gate has no opinion. */
  readonly pass: Answer;
  /** What the process answers so that the call does not run, or not before a person said yes. */
  readonly refuse: (refusal: Refusal) => Answer;
}

/** What a host is about to do. */
export type HostCall =
  | { readonly kind: "shell"; readonly command: string; readonly cwd: string | undefined }
  /** Another tool, or another moment than the one before a tool runs. */
  | { readonly kind: "other" }
  /** A shell call in a form that the gate cannot read. */
  | { readonly kind: "malformed"; readonly problem: string };

/** What a refusal says, before it is put in the form of a host. */
export interface Refusal {
  readonly kind: "deny" | "ask";
  /** For the agent: what, why, what instead. At most `MESSAGE_CHARACTERS_MAX`. */
  readonly message: string;
  /** For the person who watches: one line. */
  readonly summary: string;
}

/** How the process ends. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 2;
}

/** Nothing printed, exit 0: the host goes on as if there were no gate. */
export const SILENCE: Answer = { stdout: "", stderr: "", exitCode: 0 };

/** One line of JSON on standard output, exit 0. */
export function answerJson(value: object): Answer {
  return { stdout: `${JSON.stringify(value)}\n`, stderr: "", exitCode: 0 };
}

/**
 * Exit 2 with the reason on standard error and nothing on standard output: the one form that stops
 * the call on every host that runs hooks as processes. With an empty standard error, Codex runs it.
 */
export function answerBlock(reason: string): Answer {
  return { stdout: "", stderr: `${reason}\n`, exitCode: 2 };
}
