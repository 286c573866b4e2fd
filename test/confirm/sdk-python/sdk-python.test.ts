import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing, ROOT } from "../../helpers/node-runtimes.ts";
import { serve, type ServedGateway } from "../served-gateway.ts";
import { type ProvidersUpstream, startProvidersUpstream } from "./providers-upstream.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const skip = missing("the providers' Python SDKs", PYTHON);

/** What each SDK makes of the scripted answers: known beforehand, not taken from a first run. */
const CLIENTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  openai: {
    chat: ["Snow ☃", 9],
    "chat stream": ["", "Snow ", "☃", null],
    responses: ["Snow ☃", 9],
    "responses stream": [
      ["response.created", null],
      ["response.output_text.delta", "Snow ☃"],
      ["response.completed", null],
    ],
    embeddings: [0.5, -0.25, 1],
    "chat async": "Snow ☃",
  },
  anthropic: {
    messages: ["Snow ☃", 4, "end_turn"],
    "messages stream": [
      "message_start",
      "content_block_start",
      "content_block_delta",
      "content_block_stop",
      "message_delta",
      "message_stop",
    ],
    "stream helper": [["Snow ☃"], "end_turn"],
    "messages async": "Snow ☃",
  },
  "google-genai": {
    generate: ["Snow ☃", 9],
    "generate stream": ["Snow ", "☃"],
    "generate async": "Snow ☃",
  },
  groq: { chat: ["Snow ☃", 9], "chat stream": ["", "Snow ", "☃", null] },
  ollama: { chat: ["Snow ☃", 4], "chat stream": ["Snow ", "☃", ""] },
};

/** The key that recording runs with; it must reach the provider and nothing else. */
const REAL_KEY = "live-key-0123456789abcdef0123456789abcdef";

type CallResults = Readonly<
  Record<
    string,
    {
      readonly value?: unknown;
      readonly error?: { readonly type: string; readonly status: unknown; readonly text: string };
    }
  >
>;

describe.skipIf(skip !== undefined)("Python SDKs through the gateway", () => {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-python-"));
  const cassettes = join(folder, "cassettes");
  let upstream: ProvidersUpstream;

  beforeAll(async () => {
    upstream = await startProvidersUpstream();
    const names = ["openai", "anthropic", "gemini", "groq", "ollama"];
    const providers = Object.fromEntries(names.map((name) => [name, { upstream: upstream.url }]));
    writeFileSync(join(folder, "tapegate.json"), JSON.stringify({ providers }));
  });

  afterAll(async () => {
    await upstream.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(Object.entries(CLIENTS))("%s", (client, expected) => {
    const calls = Object.keys(expected);
    const values = Object.fromEntries(calls.map((call) => [call, { value: expected[call] }]));

    test("records what the provider answers, unchanged for the suite", async () => {
      const before = upstream.arrived.length;
      const gateway = await open("record");
      const results = await callAll(gateway, client, "Say snow.");
      expect(await gateway.close()).toBe(0);
      expect(results).toEqual(values);
      expect(upstream.arrived.length - before).toBe(calls.length);
      expect(upstream.credentials).toContain(REAL_KEY);
    });

    test("parses replayed answers and streams; the provider is never asked", async () => {
      const before = upstream.arrived.length;
      const gateway = await open("replay");
      const results = await callAll(gateway, client, "Say snow.");
      const report = await gateway.report();
      await gateway.close();
      expect(results).toEqual(values);
      expect(report.misses).toEqual([]);
      expect(upstream.arrived.length).toBe(before);
    });

    test("raises a miss once, unretried, in our words", async () => {
      const before = upstream.arrived.length;
      const gateway = await open("replay");
      const results = await callAll(gateway, client, "Say snow!");
      const report = await gateway.report();
      await gateway.close();
      expect(Object.keys(results)).toEqual(calls);
      for (const call of calls) {
        const { error } = results[call]!;
        expect(error?.status, `${call}: ${JSON.stringify(results[call])}`).toBe(406);
        expect(error?.text, call).toContain("replay miss");
      }
      // One miss for each call: an SDK that tried again would be here twice.
      expect(report.misses.length).toBe(calls.length);
      expect(upstream.arrived.length).toBe(before);
    });

    test("leaves neither key nor cookie on disk", () => {
      for (const file of readdirSync(join(cassettes, client), {
        recursive: true,
        encoding: "utf8",
      })) {
        if (!file.endsWith(".json")) continue;
        const text = readFileSync(join(cassettes, client, file), "utf8");
        expect(text).not.toContain(REAL_KEY);
        expect(text).not.toContain("secret-cookie");
      }
    });

    function open(mode: "record" | "replay"): Promise<ServedGateway> {
      return serve(["--mode", mode, "--cassettes", join(cassettes, client)], { cwd: folder });
    }
  });

  /** Runs calls.py with the variables that the gateway hands out, in a scope of the client's own. */
  async function callAll(
    gateway: ServedGateway,
    client: string,
    prompt: string,
  ): Promise<CallResults> {
    const script = join(import.meta.dirname, "calls.py");
    const variables = Object.assign({}, ...gateway.providers.map(({ env }) => env)) as Record<
      string,
      string
    >;
    const { stdout } = await promisify(execFile)(PYTHON, [script, client, prompt], {
      env: {
        PATH: process.env["PATH"],
        ...variables,
        OPENAI_API_KEY: REAL_KEY,
        ANTHROPIC_API_KEY: REAL_KEY,
        GEMINI_API_KEY: REAL_KEY,
        GROQ_API_KEY: REAL_KEY,
        OLLAMA_API_KEY: REAL_KEY,
        NO_PROXY: "127.0.0.1",
        PYTHONIOENCODING: "utf-8",
      },
      timeout: 120_000,
    });
    return JSON.parse(stdout) as CallResults;
  }
});
