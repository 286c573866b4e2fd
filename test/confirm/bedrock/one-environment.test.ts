// Every client of AWS's and Google's platforms under the one environment of a run: what one SDK takes
// for its key must not stop another, and no variable may be missing that leads one here.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeFolder, runCli } from "../../helpers/run-cli.ts";
import { missing, ROOT } from "../../helpers/node-runtimes.ts";
import {
  type ReceivedRequest,
  type ScriptedAnswer,
  type ScriptedUpstream,
  startScriptedUpstream,
} from "../../helpers/scripted-upstream.ts";
import { openBedrockScript, SAID } from "./bedrock-script.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const skip = missing("boto3, anthropic and openai for Python", PYTHON);

const KEYS = {
  AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
  AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  AWS_SESSION_TOKEN: "a-session-token/that+is==long",
};

/** What a machine may have of its own and must not matter. */
const FOREIGN = {
  AWS_REGION: "eu-central-1",
  AWS_DEFAULT_REGION: "eu-central-1",
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
  AWS_EC2_METADATA_DISABLED: "true",
  ANTHROPIC_FOUNDRY_RESOURCE: "mine",
};

/** Mounts that the suites ask. */
const ASKED =
  "bedrock bedrock-mantle vertex azure anthropic-aws anthropic-google-cloud openai".split(" ");

const SNOW = "Snow ☃";

/** Known from the scripts, not taken from a first run. */
const PYTHON_HEARD = {
  "boto3 converse": SAID.text,
  "boto3 converse_stream": [
    "messageStart",
    ...SAID.pieces.map(() => "contentBlockDelta"),
    "contentBlockStop",
    "messageStop",
    "metadata",
  ],
  AnthropicBedrock: SAID.text,
  AnthropicBedrockMantle: SNOW,
  AnthropicVertex: SNOW,
  AnthropicFoundry: SNOW,
  AnthropicAWS: SNOW,
  AnthropicGoogleCloud: SNOW,
  BedrockOpenAI: SNOW,
  OpenAI: SNOW,
};

const JS_HEARD = { converse: SAID.text, stream: [...SAID.pieces], mantle: SNOW };

const SUITES: readonly (readonly [
  name: string,
  command: readonly string[],
  heard: unknown,
  signed: number,
])[] = [
  [
    "Python",
    [PYTHON, join(import.meta.dirname, "suite.py")],
    PYTHON_HEARD,
    // AnthropicBedrock, AnthropicBedrockMantle, BedrockOpenAI and boto3's two.
    5,
  ],
  ["JavaScript", [process.execPath, join(import.meta.dirname, "suite.mjs")], JS_HEARD, 2],
];

describe.skipIf(skip !== undefined)("One environment for all clients", () => {
  let upstream: ScriptedUpstream;
  let folder: string;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(openScript());
    const providers = Object.fromEntries(ASKED.map((name) => [name, { upstream: upstream.url }]));
    folder = makeFolder({ "tapegate.json": JSON.stringify({ providers }) });
  });
  afterAll(() => upstream.close());

  describe.each(SUITES)("%s", (name, command, heard, signed) => {
    const run = (mode: string, environment: Record<string, string>): ReturnType<typeof runCli> =>
      runCli([mode, "--cassettes", name, "--", ...command], {
        cwd: folder,
        environment: { ...FOREIGN, ...environment },
      });

    test("is recorded, each signature made again for the host that checks it", async () => {
      const before = upstream.requests.length;
      const { status, stdout, stderr } = await run("record", KEYS);
      expect(status, stderr).toBe(0);
      expect(JSON.parse(stdout)).toEqual(heard);
      const arrived = upstream.requests.slice(before).filter(isSigned);
      expect(arrived.length).toBe(signed);
      expect(areGenuine(arrived)).toEqual(arrived.map(() => true));
      const changed = arrived.map((request) => ({ ...request, body: Buffer.from("{}") }));
      expect(areGenuine(changed)).toEqual(arrived.map(() => false));
    });

    test("is replayed with a Bedrock key lying about, and asks nobody", async () => {
      const before = upstream.requests.length;
      const { status, stdout, stderr } = await run("replay", { AWS_BEARER_TOKEN_BEDROCK: "key" });
      expect(status, stderr).toBe(0);
      expect(JSON.parse(stdout)).toEqual(heard);
      expect(upstream.requests.length).toBe(before);
    });
  });

  function areGenuine(requests: readonly ReceivedRequest[]): unknown {
    const input = requests.map(({ method, target, headers, body }) => ({
      method,
      url: upstream.url + target,
      headers,
      body: body.toString("base64"),
    }));
    const script = join(import.meta.dirname, "verify_signatures.py");
    const stdout = execFileSync(PYTHON, [script], {
      input: JSON.stringify(input),
      env: { ...process.env, ...KEYS },
    });
    return JSON.parse(stdout.toString("utf8"));
  }
});

function isSigned({ headers }: ReceivedRequest): boolean {
  return headers.authorization?.startsWith("AWS4-HMAC-SHA256") === true;
}

function openScript(): (request: ReceivedRequest) => ScriptedAnswer {
  const bedrock = openBedrockScript();
  return (request) => {
    if (request.target.startsWith("/model/")) return bedrock(request);
    return { body: JSON.stringify(request.target.endsWith("/responses") ? RESPONSE : MESSAGE) };
  };
}

const MESSAGE = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  model: "claude-snow",
  content: [{ type: "text", text: SNOW }],
  stop_reason: "end_turn",
  usage: { input_tokens: 3, output_tokens: 2 },
};

const RESPONSE = {
  id: "resp_1",
  object: "response",
  model: "m",
  status: "completed",
  output: [
    {
      id: "msg_1",
      type: "message",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: SNOW, annotations: [] }],
    },
  ],
};
