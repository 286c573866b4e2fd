import { runGate } from "../../../src/cli/gate/gate-command.ts";

/** What a run of `tapegate gate …` printed and answered. */
export interface GateRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what a test runs the verbs. */
export interface GateScene {
  readonly cwd: string;
  readonly homeDirectory?: string;
  readonly gateFile?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Runs `tapegate gate` in this process. */
export async function gate(scene: GateScene, ...argv: readonly string[]): Promise<GateRun> {
  let stdout = "";
  let stderr = "";
  const exitCode = await runGate(argv, {
    environment: {},
    homeDirectory: "/nonexistent",
    isTty: false,
    ...scene,
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { exitCode, stdout, stderr };
}
