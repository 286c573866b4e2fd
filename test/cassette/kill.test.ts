import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSession } from "../../src/cassette/open-session.ts";
import type { Session } from "../../src/cassette/session.ts";
import type { SessionMode } from "../../src/cassette/values.ts";
import { openDirectoryStore } from "../../src/stores/directory-store.ts";
import { bundleProgram, type BundledProgram } from "../helpers/bundle-program.ts";
import { answer, chatRequest } from "./requests.ts";

/** Rounds of each mode: each kills one recording process at a random moment. */
const ROUNDS = 8;

/** Longest time that a process records before it is killed. */
const RECORDING_MS_MAX = 60;

let program: BundledProgram;
const folder = mkdtempSync(join(tmpdir(), "tapegate-kill-"));

beforeAll(() => {
  program = bundleProgram(new URL("./recording-program.ts", import.meta.url));
});

afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("a recording process that is killed", () => {
  test(
    "in auto mode leaves every finished interaction of every round",
    { timeout: 60_000 },
    async () => {
      const root = join(folder, "auto");
      const finished = new Set<number>();
      for (let round = 0; round < ROUNDS; round++) {
        const numbers = await killedRecording("auto", root, round * 100_000);
        for (const number of numbers) finished.add(number);
        expect(missing(root, finished)).toEqual([]);
      }
      expect(finished.size).toBeGreaterThan(ROUNDS);
    },
  );

  test(
    "in record mode leaves every finished interaction, beside the earlier ones",
    { timeout: 60_000 },
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const root = join(folder, `record-${round}`);
        const finished = new Set(await killedRecording("record", root, 1));
        expect(missing(root, finished)).toEqual([]);
        // The next recording takes the lock over and brings the journal into the document.
        const session = open("auto", root);
        session.issue(chatRequest("one more")).record(answer("one more"));
        session.close();
        expect(missing(root, finished)).toEqual([]);
        expect(openDirectoryStore(root).read("default")?.journal).toEqual([]);
      }
    },
  );
});

/** Numbers that a process had printed when it died. */
async function killedRecording(mode: SessionMode, root: string, first: number): Promise<number[]> {
  const child = spawn(process.execPath, [program.path, mode, root, String(first), "100000"]);
  let output = "";
  let errors = "";
  let isKilling = false;
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    if (isKilling) return;
    isKilling = true;
    setTimeout(() => child.kill("SIGKILL"), Math.random() * RECORDING_MS_MAX);
  });
  const signal = await new Promise((resolve) => {
    child.on("close", (_code, signal) => resolve(signal));
  });
  expect(signal, errors).toBe("SIGKILL");
  return output.split("\n").slice(0, -1).map(Number);
}

/** Finished numbers that a replay does not give back as they were. */
function missing(root: string, finished: ReadonlySet<number>): number[] {
  const replay = open("replay", root);
  return [...finished].filter((number) => {
    const { lookup } = replay.issue(chatRequest(`question ${number} ${"x".repeat(3000)}`));
    if (lookup.kind !== "hit") return true;
    expect(lookup.interaction.outcome).toEqual(answer(`answer ${number}`));
    return false;
  });
}

function open(mode: SessionMode, root: string): Session {
  return openSession({
    mode,
    store: openDirectoryStore(root),
    clock: { now: () => 0 },
    log: { warn: () => {}, error: () => {} },
  });
}
