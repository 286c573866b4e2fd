import * as core from "@actions/core";
import type { RunOutcome } from "../report/run-verdict.ts";

/** The action's outputs; every one is set on every path. Counts are digits, flags `true` or `false`. */
export interface ActionOutputs {
  readonly outcome: RunOutcome;
  /** Empty when the suite never started. */
  readonly "suite-exit-code": string;
  readonly hits: number;
  readonly misses: number;
  readonly exhausted: number;
  readonly unused: number;
  readonly "cache-hit": boolean;
  readonly "cache-matched-key": string;
  readonly "cache-saved": boolean;
  readonly "report-path": string;
  readonly "summary-path": string;
}

/** What a run that came to nothing puts out. */
export const NO_OUTPUTS: ActionOutputs = {
  outcome: "error",
  "suite-exit-code": "",
  hits: 0,
  misses: 0,
  exhausted: 0,
  unused: 0,
  "cache-hit": false,
  "cache-matched-key": "",
  "cache-saved": false,
  "report-path": "",
  "summary-path": "",
};

/** Writes every output through the runner's file, never through its command syntax. */
export function writeOutputs(outputs: ActionOutputs): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, String(value));
}
