import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import { REPORT_SCHEMA } from "../../src/report/report-schema.ts";
import {
  ANSWER,
  makeFolder,
  recorded,
  startCli,
  upstreamConfiguration,
  type RunningCli,
} from "../helpers/run-cli.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

interface Announced {
  readonly url: string;
  readonly pid: number;
  readonly providers: readonly {
    readonly name: string;
    readonly mount: string;
    readonly hosts: readonly string[];
    readonly upstream: string | null;
    readonly env: Readonly<Record<string, string>>;
  }[];
}

describe("tapegate serve --format json", () => {
  test("prints one line with everything a program needs, serves, and ends with 0", async () => {
    const folder = await recorded(["one"]);
    const { running, announced } = await serve(["--mode", "replay"], folder);
    expect(announced.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(announced.pid).toBe(running.child.pid);
    const openai = announced.providers.find((provider) => provider.name === "openai");
    expect(openai).toMatchObject({
      mount: "/openai",
      hosts: expect.arrayContaining(["api.openai.com"]),
      env: { OPENAI_BASE_URL: `${announced.url}/openai/v1` },
    });
    expect(announced.providers.map((provider) => provider.name)).toEqual(
      expect.arrayContaining([
        "azure",
        "anthropic",
        "gemini",
        "vertex",
        "bedrock",
        "groq",
        "mistral",
        "cohere",
        "ollama",
        "together",
        "openrouter",
      ]),
    );
    expect(await (await ask(openai!.env["OPENAI_BASE_URL"]!, "one")).text()).toBe(ANSWER);
    running.child.kill("SIGTERM");
    const { status, stdout } = await running.ended;
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  });

  test("tells what happened so far at /_tapegate/report", async () => {
    const folder = await recorded(["one", "two", "three"]);
    const { running, announced } = await serve([], folder);
    const base = `${announced.url}/openai/v1`;
    await (await ask(base, "one")).text();
    await (await ask(base, "one")).text();
    const missed = await ask(base, "four");
    expect(missed.status).toBe(406);
    await missed.text();
    const response = await fetch(`${announced.url}/_tapegate/report`);
    expect(response.headers.get("content-type")).toBe("application/json");
    const report = REPORT_SCHEMA.parse(await response.json());
    expect(report.hits).toBe(1);
    expect(report.misses.map((miss) => miss.endpoint)).toEqual(["POST /v1/chat/completions"]);
    expect(report.misses[0]?.explanation.nearest.length).toBeGreaterThan(0);
    expect(report.exhausted).toMatchObject([{ recordedCount: 1, askedCount: 2 }]);
    expect(report.unused).toHaveLength(2);
    expect(report.counts).toMatchObject({
      hits: 1,
      misses: 1,
      exhausted: 1,
      unused: 2,
      requests: 3,
    });
    expect(report.endedAt).toBeNull();
    running.child.kill("SIGINT");
    const { status, stderr } = await running.ended;
    expect(status).toBe(0);
    expect(stderr).toContain("tapegate replay: drift, let pass by --on-drift");
    expect(stderr).toContain("replayed 1 · missed 2");
    expect(stderr).toContain("to record what is missing: tapegate serve --mode auto --cassettes");
  });

  test.each([
    ["fail", 3, "tapegate replay: drift\n"],
    ["ignore", 0, ""],
  ])("--on-drift %s ends with %i", async (how, ended, said) => {
    const { running, announced } = await serve(["--on-drift", how], await recorded(["one"]));
    await (await ask(`${announced.url}/openai/v1`, "two")).text();
    running.child.kill("SIGTERM");
    const { status, stderr } = await running.ended;
    expect(status).toBe(ended);
    expect(stderr).toContain(said);
    expect(stderr.includes("to record what is missing")).toBe(said !== "");
  });

  test("takes the scope from the header and from the URL, and writes a document for each", async () => {
    const upstream = await startScriptedUpstream({ body: ANSWER });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const recording = await serve(["--mode", "record"], folder);
    expect(recording.announced.url).toMatch(/\/t\/[0-9a-f]{32}$/u);
    const { url } = recording.announced;
    await (await ask(`${url}/openai/v1`, "one", { "x-tapegate-scope": "a" })).text();
    await (await ask(`${url}/s/b%2Fc/openai/v1`, "one")).text();
    recording.running.child.kill("SIGTERM");
    expect((await recording.running.ended).status).toBe(0);
    await upstream.close();
    const names = readdirSync(join(folder, "cassettes"), { recursive: true, encoding: "utf8" });
    expect(names.filter((name) => name.endsWith(".cassette.json")).toSorted()).toEqual([
      "a.cassette.json",
      "b/c.cassette.json",
    ]);
    expect(names.filter((name) => /journal|lock/u.test(name))).toEqual([]);

    const replaying = await serve([], folder);
    const again = replaying.announced.url;
    expect((await ask(`${again}/s/a/openai/v1`, "one")).status).toBe(200);
    expect((await ask(`${again}/openai/v1`, "one", { "x-tapegate-scope": "b/c" })).status).toBe(
      200,
    );
    expect((await ask(`${again}/openai/v1`, "one")).status).toBe(406);
    replaying.running.child.kill("SIGTERM");
    await replaying.running.ended;
  });

  test.each([
    ["record", "SIGINT", ["a"], ["a"]],
    ["record", "SIGTERM", ["a"], ["a"]],
    ["record", "SIGHUP", ["a"], ["b", "a"]],
    // A conversation that went another way.
    ["auto", "SIGTERM", ["a", "c"], ["a", "c"]],
    ["auto", "SIGHUP", ["a", "c"], ["a", "b", "c"]],
  ] as const)(
    "%s, ended by %s: asked %j again, a scope holds %j",
    async (mode, signal, texts, kept) => {
      const upstream = await startScriptedUpstream({ body: ANSWER });
      const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
      const session = async (
        how: typeof mode,
        end: typeof signal,
        asked: object,
      ): Promise<void> => {
        const { running, announced } = await serve(["--mode", how], folder);
        for (const [scope, questions] of Object.entries(asked)) {
          const base = `${announced.url}/s/${scope}/openai/v1`;
          for (const text of questions as readonly string[]) await (await ask(base, text)).text();
        }
        running.child.kill(end);
        expect((await running.ended).status).toBe(0);
      };
      await session("record", "SIGTERM", { used: ["a", "b"], other: ["a", "b"] });
      await session(mode, signal, { used: texts });
      await upstream.close();
      expect(questionsOf(join(folder, "cassettes/used.cassette.json"))).toEqual(kept);
      expect(questionsOf(join(folder, "cassettes/other.cassette.json"))).toEqual(["a", "b"]);
    },
  );

  test("in record, does nothing for whoever was not told the token", async () => {
    const upstream = await startScriptedUpstream({ body: ANSWER });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const { running, announced } = await serve(["--mode", "record"], folder);
    const origin = new URL(announced.url).origin;
    expect((await ask(`${origin}/openai/v1`, "one")).status).toBe(403);
    running.child.kill("SIGTERM");
    await running.ended;
    await upstream.close();
    expect(upstream.requests).toEqual([]);
  });
});

describe("tapegate serve, other formats", () => {
  test("the user's region and project stay, a real profile goes", async () => {
    const folder = await recorded(["one"]);
    const running = startCli(["serve"], {
      cwd: folder,
      environment: { AWS_REGION: "eu-west-1", GOOGLE_CLOUD_PROJECT: "mine", AWS_PROFILE: "real" },
    });
    await running.until(/TAPEGATE_URL/u);
    running.child.kill("SIGTERM");
    const lines = (await running.ended).stdout.split("\n");
    expect(lines).toContain("export AWS_REGION=eu-west-1");
    expect(lines).toContain("export GOOGLE_CLOUD_PROJECT=mine");
    expect(lines).toContain("unset AWS_PROFILE");
  });

  test.each([
    [
      "shell",
      /^export OPENAI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/s\/it%20is%20%27%20\/openai\/v1$|^export OPENAI_BASE_URL='http:.*$/mu,
    ],
    ["dotenv", /^OPENAI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/.*\/openai\/v1$/mu],
    ["github", /^OPENAI_API_KEY=\S+$/mu],
  ])("%s prints the variables of a suite", async (format, pattern) => {
    const folder = await recorded(["one"]);
    const running = startCli(["serve", "--format", format, "--scope", "it is ' "], { cwd: folder });
    await running.until(/TAPEGATE_URL/u);
    running.child.kill("SIGTERM");
    const { stdout, status } = await running.ended;
    expect(stdout).toMatch(pattern);
    expect(status).toBe(0);
  });
});

async function serve(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly running: RunningCli; readonly announced: Announced }> {
  const running = startCli(["serve", "--format", "json", ...args], { cwd });
  await running.until(/^\{.*\}\n/u);
  return { running, announced: JSON.parse(running.stdout()) as Announced };
}

/** What was asked in a cassette, in the order of its recordings. */
function questionsOf(path: string): readonly string[] {
  const { interactions } = decodeCassette(readFileSync(path, "utf8"), path);
  return interactions.map(
    ({ request }) => /"content":"([^"]*)"/u.exec(JSON.stringify(request))![1]!,
  );
}

function ask(base: string, text: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${base}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ model: "m", messages: [{ role: "user", content: text }] }),
  });
}
