import { dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as core from "@actions/core";
import { NO_OUTPUTS, writeOutputs, type ActionOutputs } from "./outputs.ts";
import { runAction } from "./run-action.ts";
import { say } from "./say.ts";
import type { Cancellation } from "./signals.ts";

/**
 * How long a cancelled step may still tell what it knows, in milliseconds: 7.5 s after its first
 * signal the runner sends SIGTERM, and kills soon after.
 */
const CANCELLED_MS_MAX = 7000;

/** Runs the step to its end, whatever ends it; outputs are set on every way. */
export async function runStep(cancellation: Cancellation): Promise<void> {
  const { signal } = cancellation;
  let known = NO_OUTPUTS;
  let isSuiteBegun = false;
  const giveUp = (when: string): void => {
    putOut(known);
    core.setFailed(`Cancelled (${String(signal.reason)}) ${when}`);
    leave();
  };
  const onCancelled = (): void => {
    if (isSuiteBegun) setTimeout(() => giveUp("before all was told"), CANCELLED_MS_MAX);
    // Nothing is known yet that would be worth seconds.
    else giveUp("before the suite started");
  };
  // What came while this bundle was read is heard before anything begins.
  await nextTurn();
  if (signal.aborted) return onCancelled();
  signal.addEventListener("abort", onCancelled, { once: true });
  const shipped = dirname(fileURLToPath(import.meta.url));
  try {
    const outputs = await runAction({
      environment: { ...process.env },
      interrupts: cancellation,
      cancelled: signal,
      pytestPlugin: join(shipped, "pytest"),
      nodePlugin: join(shipped, "node/tapegate-node.cjs"),
      write: (stream, bytes) => process[stream].write(bytes),
      onSuiteBegin: () => {
        isSuiteBegun = true;
      },
      onKnown: (outputs) => {
        known = { ...known, ...outputs };
      },
    });
    putOut(outputs);
  } catch (error) {
    putOut({ ...known, outcome: "error" });
    core.setFailed(error instanceof Error ? error.message : String(error));
    if (!isKnown(error) && error instanceof Error) say(error.stack ?? "");
  }
  leave();
}

/** A runner's file that cannot be written turns the step red; it hides nothing that was said before. */
function putOut(outputs: ActionOutputs): void {
  try {
    writeOutputs(outputs);
  } catch (error) {
    core.setFailed(
      `Cannot write the step's outputs: ${error instanceof Error ? error.message : String(error)}. Later steps of this job see none of them`,
    );
  }
}

/** Ends at once: a connection that a client keeps open must not hold the step. What was printed goes out first. */
function leave(): void {
  process.stdout.write("", () => process.exit());
}

/** Errors of ours carry a code and say the way out; anything else is a bug, and its stack helps. */
function isKnown(error: unknown): boolean {
  return typeof (error as { code?: unknown }).code === "string";
}
