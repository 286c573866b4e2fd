import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing, NODE_24, ROOT } from "../helpers/node-runtimes.ts";

const run = promisify(execFile);

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "tapegate-consumer-"));
  // Copied, not linked: a link would let the compiler find this repository's own packages.
  const installed = join(project, "node_modules/tapegate");
  for (const shipped of [
    "package.json",
    "dist/index.mjs",
    "dist/vitest.mjs",
    "dist/task.cjs",
    "dist/types",
  ]) {
    cpSync(join(ROOT, shipped), join(installed, shipped), { recursive: true });
  }
  mkdirSync(join(project, "node_modules/@types"));
  symlinkSync(
    join(ROOT, "node_modules/@types/node"),
    join(project, "node_modules/@types/node"),
    "junction",
  );
  writeFileSync(join(project, "package.json"), '{"type": "module"}');
});
afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

/** What a project in TypeScript writes; each wrong use is expected to be one. */
const CONSUMER = `
import {
  type ChatMessage,
  CompletionProvider,
  type CompletionRequest,
  type CompletionResponse,
  DriftError,
  openCassettes,
  ProviderRateLimitError,
  ProviderRegistry,
  type StreamChunk,
  toChatMessage,
} from "tapegate";

class Driver extends CompletionProvider {
  readonly label = "mine";
  async complete({ messages }: CompletionRequest): Promise<CompletionResponse> {
    if (messages.length > 9) throw new ProviderRateLimitError("wait", { retryAfter: 1.5 });
    return { content: "x", finishReason: "stop", usage: { inputTokens: 1, outputTokens: 1 }, model: "m" };
  }
  async *stream(): AsyncGenerator<StreamChunk> {
    yield { kind: "content_delta", content: "x" };
  }
  async getModelCapabilities(): Promise<never> {
    throw new Error("unknown");
  }
}

const tapes = openCassettes({ mode: "record", path: "cassettes", normalisers: ["uuid"] });
const live: typeof globalThis.fetch = tapes.fetch;
const { fetch, close } = tapes.scope("a test");
const registry = await ProviderRegistry.fromConfig(
  { mine: { driver: "mine", anything: 1 } },
  { factories: { mine: () => new Driver() }, cassette: tapes },
);
const message: ChatMessage = toChatMessage({ role: "user", content: "Hi" });
for await (const chunk of registry.get("mine").stream({ model: "m", messages: [message] })) {
  if (chunk.kind === "content_delta") chunk.content.toUpperCase();
}
const sums: number[] = await Promise.all([1, 2].map(tapes.lane(async (n: number) => n + 1)));
try {
  tapes.verify({ unused: "fail" });
} catch (error) {
  if (error instanceof DriftError) error.tally.misses[0]?.explanation.nearest[0]?.differences;
}
close({ keep: false });

// @ts-expect-error a mode is one of four
openCassettes({ mode: "once" });
// @ts-expect-error values are read-only
message.content = "Ho";
// @ts-expect-error a chunk's kind is one of five
const chunk: StreamChunk = { kind: "text", text: "x" };
export { chunk, fetch, live, sums };
`;

describe("the library's types", () => {
  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])("compile for a consumer with module %s, resolved as %s", async (module, moduleResolution) => {
    writeFileSync(join(project, "consumer.ts"), CONSUMER);
    const options = { module, moduleResolution, skipLibCheck: false };
    expect(await compile(options, ["consumer.ts"])).toBe("");
  });

  // Under node16 a CommonJS file may import nothing that calls itself a module.
  test("of tapegate/task compile for CommonJS", async () => {
    const use = `import { lane, task } from "tapegate/task"; export = [task(() => 1), lane(String)];`;
    writeFileSync(join(project, "consumer.cts"), use);
    expect(await compile({ module: "node16", skipLibCheck: false }, ["consumer.cts"])).toBe("");
  });
});

describe("docs/library.md", () => {
  const page = readFileSync(join(ROOT, "docs/library.md"), "utf8");
  const examples = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);

  test("every example compiles", async () => {
    expect(examples.length).toBeGreaterThan(3);
    for (const name of ["openai", "vitest"]) {
      const linked = join(project, "node_modules", name);
      if (!existsSync(linked)) symlinkSync(join(ROOT, "node_modules", name), linked, "junction");
    }
    const files = examples.map((code, index) => {
      const file = `example-${index}.ts`;
      writeFileSync(join(project, file), `${code}\nexport {};\n`);
      return file;
    });
    expect(await compile({ module: "nodenext", skipLibCheck: true }, files)).toBe("");
  });
});

/** Records from a loopback server, then replays with the server gone. */
const PROGRAM = `
import { createServer } from "node:http";
import { openCassettes } from "tapegate";
const server = createServer((_, response) => {
  response.setHeader("content-type", "application/json").end('{"text": "Schnee ☃"}');
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const upstream = "http://127.0.0.1:" + server.address().port;
const providers = { openai: { upstream } };
for (const mode of ["record", "replay"]) {
  const tapes = openCassettes({ mode, path: process.argv[2], providers, defaultScope: "a > b" });
  const response = await tapes.fetch(upstream + "/v1/chat/completions", { method: "POST", body: '{"model":"m"}' });
  console.log(mode, response.status, await response.text());
  tapes.verify({ unused: "fail" });
  tapes.close();
  if (mode === "record") await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
}
`;

describe("the library's bundle", () => {
  test.for([
    ["this Node", process.execPath, undefined],
    ["Node 24", NODE_24, missing("Node 24", NODE_24)],
  ] as const)("records and replays on %s", async ([name, node, reason], { skip }) => {
    skip(reason !== undefined, reason);
    writeFileSync(join(project, "program.mjs"), PROGRAM);
    const cassettes = join(project, name);
    const { stdout, stderr } = await run(node, [join(project, "program.mjs"), cassettes]);
    expect(stdout).toBe('record 200 {"text": "Schnee ☃"}\nreplay 200 {"text": "Schnee ☃"}\n');
    expect(stderr).toBe("");
  });

  test("can be required from CommonJS", async () => {
    writeFileSync(
      join(project, "program.cjs"),
      'const { openCassettes } = require("tapegate"); console.log(openCassettes({ mode: "off" }).fetch === fetch);',
    );
    const { stdout } = await run(process.execPath, [join(project, "program.cjs")]);
    expect(stdout).toBe("true\n");
  });
});

test("publint finds nothing in the package", async () => {
  const { messages, pkg } = await publint({ pkgDir: ROOT, level: "suggestion", pack: "npm" });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

/** What the compiler says of files of the consumer's project. */
async function compile(options: object, files: readonly string[]): Promise<string> {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2023"],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [compiler, "-p", project]).catch(
    (error: { stdout: string }) => error,
  );
  return stdout;
}
