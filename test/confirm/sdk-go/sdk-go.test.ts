// The Go SDKs of OpenAI and Anthropic: Go's own HTTP client, base URLs from the environment.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing } from "../../helpers/node-runtimes.ts";
import {
  type ProvidersUpstream,
  startProvidersUpstream,
} from "../sdk-python/providers-upstream.ts";
import { serve, type ServedReport } from "../served-gateway.ts";

const execute = promisify(execFile);
const skip = missing("Go", findProgram("go"));

/** Known from the scripted provider, not taken from a first run. */
const EXPECTED = {
  chat: { value: ["Snow ☃", 9] },
  "chat stream": { value: ["", "Snow ", "☃", ""] },
  messages: { value: ["Snow ☃", 4, "end_turn"] },
  "messages stream": {
    value: [
      "message_start",
      "content_block_start",
      "content_block_delta",
      "content_block_stop",
      "message_delta",
      "message_stop",
    ],
  },
};

type Heard = Readonly<Record<string, { readonly value?: unknown; readonly error?: string }>>;

describe.skipIf(skip !== undefined)("Go SDKs through the gateway", () => {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-go-"));
  const program = join(folder, "sdk-go");
  let upstream: ProvidersUpstream;

  beforeAll(async () => {
    // Unoptimised: it is compiled for two short runs. Older SDKs compile in a tenth of the time.
    const flags = ["-N", "-l"].join(" ");
    const gcflags = ["github.com/openai/...", "github.com/anthropics/..."].flatMap((packages) => [
      "-gcflags",
      `${packages}=${flags}`,
    ]);
    await execute("go", ["build", ...gcflags, "-o", program, "."], { cwd: import.meta.dirname });
    upstream = await startProvidersUpstream();
    const providers = Object.fromEntries(
      ["openai", "anthropic"].map((name) => [name, { upstream: upstream.url }]),
    );
    writeFileSync(join(folder, "tapegate.json"), JSON.stringify({ providers }));
  });
  afterAll(async () => {
    await upstream.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("hear the provider while they are recorded, and the same in replay", async () => {
    const recorded = await ask("record", "Say snow.");
    expect(recorded.heard).toEqual(EXPECTED);
    const before = upstream.arrived.length;
    expect(before).toBe(4);
    const { heard, report } = await ask("replay", "Say snow.");
    expect(heard).toEqual(EXPECTED);
    expect(report).toMatchObject({ hits: 4, misses: [], exhausted: [], unused: [] });
    expect(upstream.arrived.length).toBe(before);
  });

  test("raise a miss once, unretried, in our words", async () => {
    const { heard, report } = await ask("replay", "Say snow!");
    expect(Object.keys(heard).toSorted()).toEqual(Object.keys(EXPECTED));
    for (const { error } of Object.values(heard)) {
      expect(error).toContain("406");
      expect(error).toContain("replay miss: POST /v1/");
    }
    expect(report.misses.length).toBe(4);
  });

  async function ask(
    mode: "record" | "replay",
    prompt: string,
  ): Promise<{ readonly heard: Heard; readonly report: ServedReport }> {
    const gateway = await serve(["--mode", mode, "--cassettes", "cassettes"], { cwd: folder });
    try {
      const variables: Record<string, string> = {};
      for (const { env } of gateway.providers) Object.assign(variables, env);
      const { stdout } = await execute(program, [prompt], {
        env: { ...variables, OPENAI_API_KEY: "none", ANTHROPIC_API_KEY: "none" },
        timeout: 60_000,
      });
      return { heard: JSON.parse(stdout) as Heard, report: await gateway.report() };
    } finally {
      await gateway.close();
    }
  }
});

/** Where a program is; its name where it is nowhere. */
function findProgram(name: string): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((path) => join(path, name)).find((path) => existsSync(path)) ?? name;
}
