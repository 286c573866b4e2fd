import { readdirSync, readFileSync } from "node:fs";
import { LEFT_BEHIND_STATE, RUN_ID_STATE, RUN_ID_VARIABLE } from "./run-id.ts";
import { endProcesses, parseProcesses } from "./suite/descendants.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// State comes back through the environment, where the suite's output could have tried to put it: its
// form is checked, and whom it names could only be somebody whom the suite could have ended itself.
const runId = process.env[`STATE_${RUN_ID_STATE}`] ?? "";
const leftBehind = parseProcesses(process.env[`STATE_${LEFT_BEHIND_STATE}`] ?? "");
if (UUID.test(runId)) {
  const killed = endProcesses(leftBehind) + killLeftovers(runId);
  if (killed > 0) {
    const text = `${killed} process(es) of the suite outlived it and were ended`;
    const isOff = process.env["INPUT_ANNOTATIONS"]?.trim() === "off";
    process.stdout.write(isOff ? `${text}\n` : `::warning::${text}\n`);
  }
}

/** Ends processes that still carry the run's id; where there is no /proc the runner's own clean-up does it. */
function killLeftovers(id: string): number {
  let killed = 0;
  for (const name of listProcesses()) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    if (!readEnvironment(name).split("\0").includes(`${RUN_ID_VARIABLE}=${id}`)) continue;
    try {
      process.kill(Number(name), "SIGKILL");
      killed += 1;
    } catch {
      // It ended by itself in the meantime.
    }
  }
  return killed;
}

function listProcesses(): readonly string[] {
  try {
    return readdirSync("/proc");
  } catch {
    // macOS and Windows have no /proc.
    return [];
  }
}

function readEnvironment(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch {
    // Another user's process, or one that has just ended.
    return "";
  }
}
