// The hook's process. A hook that exits 1 is reported and the command runs, so nothing may throw
// past this file: whatever goes wrong becomes exit 2 with a reason on standard error.
import { answerBlock, type Answer } from "./hosts/host.ts";
import { runHook } from "./run-hook.ts";
import { readStandardInput, writeAll } from "./standard-streams.ts";

try {
  const input = readStandardInput();
  runHook(input, { cwd: process.cwd(), environment: process.env }).then(finish).catch(fail);
} catch (error) {
  fail(error);
}

function finish({ stdout, stderr, exitCode }: Answer): void {
  if (stderr !== "") writeAll(2, stderr);
  if (stdout !== "") writeAll(1, stdout);
  process.exitCode = exitCode;
}

function fail(error: unknown): void {
  process.exitCode = 2;
  const reason = error instanceof Error ? error.message : String(error);
  writeAll(2, answerBlock(`Tapegate cannot judge this command: ${reason}`).stderr);
}
