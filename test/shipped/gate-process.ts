import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../helpers/node-runtimes.ts";

/** The shipped hook. */
export const GATE: string = join(ROOT, "dist/gate.cjs");

/** How a run of the hook ended. */
export interface GateEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the shipped hook as a host does: its payload on standard input. */
export function runGateProcess(
  payload: string | Buffer | object,
  {
    cwd = ROOT,
    node = process.execPath,
    environment = {},
  }: { cwd?: string; node?: string; environment?: Readonly<Record<string, string>> } = {},
): GateEnd {
  const isText = typeof payload === "string" || Buffer.isBuffer(payload);
  const { status, stdout, stderr } = spawnSync(node, [GATE], {
    input: isText ? payload : JSON.stringify(payload),
    cwd,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: status, stdout, stderr };
}
