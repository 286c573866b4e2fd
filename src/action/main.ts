import { CANCELLATION } from "./signals.ts";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as core from "@actions/core";
import { NO_OUTPUTS, writeOutputs, type ActionOutputs } from "./outputs.ts";
import { runAction } from "./run-action.ts";
import { say } from "./say.ts";

let isSuiteDone = false;

CANCELLATION.subscribe((signal) => {
  // While the report is written a signal changes nothing: it is nearly done, and worth having.
  if (isSuiteDone) return;
  putOut(NO_OUTPUTS);
  core.setFailed(`Cancelled (${signal}) before the suite started`);
  leave();
});

void main();

async function main(): Promise<void> {
  const shipped = dirname(fileURLToPath(import.meta.url));
  try {
    putOut(
      await runAction({
        environment: { ...process.env },
        interrupts: CANCELLATION,
        pytestPlugin: join(shipped, "pytest"),
        nodePlugin: join(shipped, "node/tapegate-node.cjs"),
        write: (stream, bytes) => process[stream].write(bytes),
        onSuiteDone: () => {
          isSuiteDone = true;
        },
      }),
    );
  } catch (error) {
    putOut(NO_OUTPUTS);
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
