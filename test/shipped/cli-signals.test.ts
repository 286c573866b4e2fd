import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
  ANSWER,
  CLI,
  makeFolder,
  recorded,
  runCli,
  startCli,
  suiteOf,
  upstreamConfiguration,
} from "../helpers/run-cli.ts";
import { survivorsOf } from "../helpers/is-alive.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

/** A suite with a grandchild; both tell their ids and wait, the grandchild deaf where asked to. */
function family(isDeaf: boolean): readonly string[] {
  const deaf = isDeaf ? `process.on("SIGINT", () => {}); process.on("SIGTERM", () => {});` : "";
  const grandchild = `${deaf} setInterval(() => {}, 1000); console.log("grandchild " + process.pid);`;
  return suiteOf(
    `import { spawn } from "node:child_process"; ${deaf}
     spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" });
     await (await chat("one")).text(); console.log("suite " + process.pid); setInterval(() => {}, 1000);`,
  );
}

describe("a signal to tapegate", () => {
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    // What a terminal sends for Ctrl-\ goes to tapegate alone: the suite has a group of its own.
    ["SIGQUIT", 143],
  ] as const) {
    test(`${signal} reaches the whole group; nobody survives, the status is ${status}`, async () => {
      const folder = await recorded(["one"]);
      const running = startCli(["replay", "--", ...family(false)], { cwd: folder });
      await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
      running.child.kill(signal);
      const { status: ended, stdout } = await running.ended;
      expect(ended).toBe(status);
      expect(await survivors(stdout)).toEqual([]);
    });
  }

  test("ends a deaf suite step by step within 10 seconds, 7.5 of them before the kill", async () => {
    const folder = await recorded(["one"]);
    const running = startCli(["replay", "--report", "json", "--", ...family(true)], {
      cwd: folder,
    });
    await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
    const startedAt = performance.now();
    running.child.kill("SIGINT");
    const { status, stdout } = await running.ended;
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(status).toBe(137);
    expect(await survivors(stdout)).toEqual([]);
    const report = JSON.parse(readFileSync(join(folder, "tapegate-report.json"), "utf8"));
    expect(report.suite).toMatchObject({ exitCode: null, signal: "SIGKILL", endedBy: "interrupt" });
  });

  test("a second one goes to the next step at once", async () => {
    const folder = await recorded(["one"]);
    const running = startCli(["replay", "--", ...family(true)], { cwd: folder });
    await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
    const startedAt = performance.now();
    for (const _ of [1, 2, 3]) {
      running.child.kill("SIGINT");
      await wait(100);
    }
    const { status } = await running.ended;
    // Less than the ladder takes by itself, which is 6.5 s.
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(status).toBe(137);
  });

  test("during record leaves complete cassettes, no lock and no journal", async () => {
    const upstream = await startScriptedUpstream({ body: ANSWER });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const running = startCli(["record", "--", ...family(false)], { cwd: folder });
    await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
    running.child.kill("SIGINT");
    expect((await running.ended).status).toBe(130);
    await upstream.close();
    expect(readdirSync(join(folder, "cassettes"))).toEqual(["default.cassette.json"]);
    const ask = suiteOf(`console.log(await (await chat("one")).text());`);
    const replay = await runCli(["replay", "--", ...ask], { cwd: folder });
    expect(replay.stdout).toBe(`${ANSWER}\n`);
    expect(replay.status).toBe(0);
  });
});

describe("a stream that is being recorded when the run is ended", () => {
  const SSE = { "content-type": "text/event-stream" };
  const reader = suiteOf(`console.log((await (await chat("one")).text()).length);`);
  /** The same request as that of `chat("one")`. */
  const ASKED = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "one" }] }),
  };

  /** A folder with a whole recording of the stream, and a provider that now never comes to its end. */
  async function recordedStream(): Promise<{
    readonly folder: string;
    readonly document: () => string;
    readonly close: () => Promise<void>;
  }> {
    const upstream = await startScriptedUpstream({
      headers: SSE,
      chunks: ["data: half\n\n"],
      ending: "hang",
    });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    upstream.push({ headers: SSE, body: "data: whole\n\ndata: [DONE]\n\n" });
    expect((await runCli(["record", "--", ...reader], { cwd: folder })).status).toBe(0);
    return {
      folder,
      document: () => readFileSync(join(folder, "cassettes/default.cassette.json"), "utf8"),
      close: () => upstream.close(),
    };
  }

  const NOTE = "Not recorded: the run was ended while openai answered POST /v1/chat/completions";

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    test(`by ${signal}, leaves the whole recording as it was`, async () => {
      const { folder, document, close } = await recordedStream();
      const before = document();
      const slow = suiteOf(
        `const { body } = await chat("one"); for await (const _ of body) console.log("reading");`,
      );
      const running = startCli(["record", "--", ...slow], { cwd: folder });
      await running.until(/reading/u);
      running.child.kill(signal);
      expect((await running.ended).stderr).toContain(NOTE);
      expect(document()).toBe(before);
      await close();
    });
  }

  test("by --timeout, leaves the whole recording as it was", async () => {
    const { folder, document, close } = await recordedStream();
    const before = document();
    const run = await runCli(["record", "--timeout", "5s", "--", ...reader], { cwd: folder });
    expect(run.status).toBe(4);
    expect(run.stderr).toContain(NOTE);
    expect(document()).toBe(before);
    await close();
  });

  test("by a signal to serve, leaves the whole recording as it was", async () => {
    const { folder, document, close } = await recordedStream();
    const before = document();
    const running = startCli(["serve", "--mode", "record", "--format", "json"], { cwd: folder });
    await running.until(/^\{.*\}\n/u);
    const { url } = JSON.parse(running.stdout());
    const { body } = await fetch(`${url}/openai/v1/chat/completions`, ASKED);
    await body!.getReader().read();
    running.child.kill("SIGTERM");
    expect((await running.ended).stderr).toContain(NOTE);
    expect(document()).toBe(before);
    await close();
  });

  // Whose connection breaks first, and whether the signal was there by then, is chance.
  test("by a signal to serve and its reader at once, leaves the whole recording as it was", async () => {
    const { folder, document, close } = await recordedStream();
    const before = document();
    const serve = `"$0" "$CLI" serve --mode record --format json >url.json 2>said.txt &`;
    const ready = "while [ ! -s url.json ]; do sleep 0.05; done;";
    const script = `const { url } = JSON.parse(require("node:fs").readFileSync("url.json", "utf8"));
      fetch(url + "/openai/v1/chat/completions", ${JSON.stringify(ASKED)})
        .then(async ({ body }) => { for await (const _ of body) console.log("reading"); });`;
    const group = spawn("sh", ["-c", `${serve} ${ready} "$0" -e "$1"`, process.execPath, script], {
      cwd: folder,
      env: { ...process.env, CLI },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    await new Promise((resolve) => group.stdout.once("data", resolve));
    process.kill(-group.pid!, "SIGTERM");
    const { pid } = JSON.parse(readFileSync(join(folder, "url.json"), "utf8"));
    expect(await survivorsOf([pid])).toEqual([]);
    expect(readFileSync(join(folder, "said.txt"), "utf8")).toContain(NOTE);
    expect(document()).toBe(before);
    await close();
  });

  test("but a reader that leaves by itself is recorded as gone", async () => {
    const { folder, document, close } = await recordedStream();
    const leaves = suiteOf(
      `const { body } = await chat("one"); for await (const _ of body) break; process.exit(0);`,
    );
    expect((await runCli(["record", "--", ...leaves], { cwd: folder })).status).toBe(0);
    expect(document()).toContain('"client left"');
    await close();
  });
});

describe("a suite that hangs", () => {
  test("is ended when its time is over, with everything it started; the status is 4", async () => {
    const folder = await recorded(["one"]);
    const run = await runCli(["replay", "--timeout", "5s", "--", ...family(false)], {
      cwd: folder,
    });
    expect(run.stderr).toContain("The suite did not end within 5 s and was ended");
    expect(run.status).toBe(4);
    expect(await survivors(run.stdout)).toEqual([]);
  });
});

describe("a suite that ends and leaves a process behind", () => {
  test("takes it along", async () => {
    const folder = await recorded(["one"]);
    const suite = suiteOf(
      `import { spawn } from "node:child_process";
       const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
       child.unref(); console.log("grandchild " + child.pid); await (await chat("one")).text(); process.exit(0);`,
    );
    const run = await runCli(["replay", "--", ...suite], { cwd: folder });
    expect(run.status).toBe(0);
    expect(await survivors(run.stdout)).toEqual([]);
  });
});

/** Processes named in an output that do not die. */
function survivors(stdout: string): Promise<readonly number[]> {
  const ids = [...stdout.matchAll(/^(?:suite|grandchild) (\d+)$/gmu)].map((match) =>
    Number(match[1]),
  );
  if (ids.length === 0) throw new Error(`no process is named in: ${stdout}`);
  return survivorsOf(ids);
}
