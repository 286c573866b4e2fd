// boto3, which speaks HTTP/1.1, against the scripted Bedrock that AWS's JavaScript SDK asks too.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing, ROOT } from "../../helpers/node-runtimes.ts";
import { type ScriptedUpstream, startScriptedUpstream } from "../../helpers/scripted-upstream.ts";
import { serve, type ServedGateway, type ServedReport } from "../served-gateway.ts";
import { BROKEN, openBedrockScript, PROMPTS, SAID } from "./bedrock-script.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const skip = missing("boto3", PYTHON);

type Heard = Readonly<
  Record<
    string,
    {
      readonly parts: readonly unknown[];
      readonly error?: { readonly type: string; readonly code: unknown; readonly text: unknown };
    }
  >
>;

const CALLS: Readonly<Record<string, string>> = {
  converse: PROMPTS.plain,
  converse_stream: PROMPTS.plain,
  "converse_stream, an exception": PROMPTS.exception,
  "converse_stream, broken off": PROMPTS.reset,
  invoke_model: PROMPTS.plain,
  invoke_model_with_response_stream: PROMPTS.plain,
  "invoke_model_with_response_stream, an exception": PROMPTS.exception,
  "converse, limited once": PROMPTS.limited,
};

/** Known from the script, not taken from a first run. */
const EXPECTED: Heard = {
  converse: { parts: [SAID.text, 9] },
  converse_stream: {
    parts: ["messageStart", ...SAID.pieces, "contentBlockStop", "messageStop", "metadata"],
  },
  "converse_stream, an exception": {
    parts: ["messageStart", SAID.pieces[0]],
    error: {
      type: "EventStreamError",
      code: "modelStreamErrorException",
      text: expect.stringContaining(BROKEN),
    },
  },
  "converse_stream, broken off": {
    parts: ["messageStart", SAID.pieces[0]],
    error: { type: "ProtocolError", code: null, text: "Response ended prematurely" },
  },
  invoke_model: { parts: [SAID.text] },
  invoke_model_with_response_stream: { parts: [...SAID.pieces, "message_stop"] },
  "invoke_model_with_response_stream, an exception": {
    parts: [...SAID.pieces],
    error: {
      type: "EventStreamError",
      code: "modelStreamErrorException",
      text: expect.stringContaining(BROKEN),
    },
  },
  "converse, limited once": { parts: [SAID.text, 9] },
};

describe.skipIf(skip !== undefined)("boto3", () => {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-boto3-"));
  let upstream: ScriptedUpstream;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(openBedrockScript());
    const providers = { bedrock: { upstream: upstream.url } };
    writeFileSync(join(folder, "tapegate.json"), JSON.stringify({ providers }));
  });
  afterAll(async () => {
    await upstream.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("hears the provider while it is recorded, and the same in replay", async () => {
    const recording = await interview("record", CALLS);
    expect(recording.heard).toEqual(EXPECTED);
    expect(upstream.requests.length).toBe(9);
    const { heard, report } = await interview("replay", CALLS);
    expect(heard).toEqual(EXPECTED);
    expect(report).toMatchObject({ hits: 9, misses: [], exhausted: [], unused: [] });
    expect(upstream.requests.length).toBe(9);
  });

  test("raises a miss once, in our words", async () => {
    const changed = { converse: "Say nothing", converse_stream: "Say nothing" };
    const { heard, report } = await interview("replay", changed);
    for (const { error } of Object.values(heard)) {
      expect(error).toMatchObject({ type: "ClientError", code: "ReplayMissException" });
      expect(error?.text).toContain("replay miss: POST /model/{model}/converse");
    }
    expect(report.misses.length).toBe(2);
  });

  async function interview(
    mode: "record" | "replay",
    calls: Readonly<Record<string, string>>,
  ): Promise<{ readonly heard: Heard; readonly report: ServedReport }> {
    const gateway = await serve(["--mode", mode, "--cassettes", "cassettes"], { cwd: folder });
    try {
      return { heard: await callAll(gateway, calls), report: await gateway.report() };
    } finally {
      await gateway.close();
    }
  }
});

async function callAll(
  gateway: ServedGateway,
  calls: Readonly<Record<string, string>>,
): Promise<Heard> {
  const script = join(import.meta.dirname, "calls.py");
  const { env } = gateway.providers.find(({ name }) => name === "bedrock")!;
  const { stdout } = await promisify(execFile)(PYTHON, [script, JSON.stringify(calls)], {
    env: {
      PATH: process.env["PATH"],
      ...env,
      AWS_ACCESS_KEY_ID: "none",
      AWS_SECRET_ACCESS_KEY: "none",
      AWS_REGION: "eu-central-1",
      AWS_DEFAULT_REGION: "eu-central-1",
      AWS_EC2_METADATA_DISABLED: "true",
      NO_PROXY: "127.0.0.1",
      PYTHONIOENCODING: "utf-8",
    },
    timeout: 120_000,
  });
  return JSON.parse(stdout) as Heard;
}
