import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  makeFolder,
  recorded,
  runCli,
  suiteOf,
  upstreamConfiguration,
  type CliOptions,
} from "../helpers/run-cli.ts";
import { mayLackPrograms } from "../helpers/node-runtimes.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

const ASK = `const r = await chat("one"); console.log(r.status, await r.text());`;

describe("the command line", () => {
  says([], 2, /Usage: tapegate COMMAND/u);
  says(["repaly"], 2, /Unknown command "repaly"\. Did you mean "replay"\?/u);
  says(["--verson"], 2, /Unknown option "--verson"\. Did you mean "--version"\?/u);
  says(
    ["replay", "--casettes", "x"],
    2,
    /Unknown option "--casettes"\. Did you mean "--cassettes"\?/u,
  );
  says(["replay"], 2, /There is no suite to run\. Write it behind --/u);
  says(["replay", "--"], 2, /There is no suite to run/u);
  says(
    ["replay", "pytest", "tests"],
    2,
    /Unexpected word "pytest"\. Write the suite behind --, as in: tapegate replay -- pytest tests/u,
  );
  says(["replay", "--port", "70000", "--", "true"], 2, /"--port" is a number from 0 to 65535/u);
  says(["replay", "--timeout", "soon", "--", "true"], 2, /"--timeout" is a time such as/u);
  says(["replay", "--report", "yaml", "--", "true"], 2, /"--report" is written json, junit, html/u);
  says(["replay", "--report", "jnuit", "--", "true"], 2, /Did you mean "junit"\?/u);
  says(["replay", "--normaliser", "uid", "--", "true"], 2, /normaliser "uid": it is no preset/u);
  says(["serve", "--mode", "off"], 2, /"--mode" is one of replay, record, auto/u);
  says(["serve", "pytest"], 2, /Unexpected word "pytest"\. To run a suite/u);
  says(["--version"], 0, /^\d+\.\d+\.\d+\n$/u);
  for (const name of ["replay", "record", "auto", "serve", "import"]) {
    says([name, "--help"], 0, new RegExp(`^Usage: tapegate ${name} `, "u"));
  }

  function says(args: readonly string[], status: number, pattern: RegExp): void {
    test(`tapegate ${args.join(" ")} ends with ${status}`, async () => {
      const run = await runCli(args, { cwd: makeFolder() });
      expect(run.stdout + run.stderr).toMatch(pattern);
      expect(run.status).toBe(status);
    });
  }
});

describe("tapegate.json", () => {
  says("that is no JSON", "{", /it is no JSON/u);
  says("with an unknown member", '{"provders":{}}', /"provders" is not known/u);
  says(
    "with an unknown member of a provider",
    '{"providers":{"openai":{"upstrem":"http://x"}}}',
    /Cannot use ".*\/tapegate\.json": providers\.openai: "upstrem" is not known/u,
  );
  says(
    "with an upstream that is no URL",
    '{"providers":{"openai":{"upstream":"localhost"}}}',
    /providers\.openai\.upstream: must be an http/u,
  );
  says(
    "with an unknown provider",
    '{"providers":{"opnai":{"env":{"X":"/v1"}}}}',
    /"opnai" is no known provider/u,
  );
  says(
    "with an unknown dialect",
    '{"providers":{"mine":{"upstream":"http://x","dialect":"soap"}}}',
    /providers\.mine\.dialect: /u,
  );

  function says(name: string, text: string, pattern: RegExp): void {
    test(`${name} ends with 2`, async () => {
      const folder = makeFolder({ "tapegate.json": text, "cassettes/.keep": "" });
      const run = await runCli(["replay", "--", "true"], { cwd: folder });
      expect(run.stderr).toMatch(pattern);
      expect(run.status).toBe(2);
    });
  }
});

describe("the suite's program", () => {
  says(
    "that is nowhere",
    ["no-such-program"],
    /Cannot start "no-such-program": no directory of PATH holds it/u,
  );
  says(
    "that is not below the directory",
    ["./run-tests"],
    /Cannot start "\.\/run-tests": there is no such file/u,
  );
  says("given as one word", ["pytest tests -q"], /Each word is an argument of its own/u);
  says("that is a folder", ["./"], /Cannot start "\.\/": it is a folder\. Name the program in it/u);
  says("that is not executable", ["./plain"], /Cannot start "\.\/plain": it is not executable/u);
  says(
    "whose interpreter is missing",
    ["./script"],
    /the interpreter that its first line names is not\. Install that/u,
  );

  function says(name: string, command: readonly string[], pattern: RegExp): void {
    test(`${name} ends with 4`, async () => {
      const folder = makeFolder({
        plain: "",
        script: "#!/no/such/interpreter\n",
        "cassettes/.keep": "",
      });
      chmodSync(join(folder, "script"), 0o755);
      const run = await runCli(["replay", "--", ...command], { cwd: folder });
      expect(run.stderr).toMatch(pattern);
      expect(run.status).toBe(4);
    });
  }
});

describe("cassettes", () => {
  test("that are missing: both ways out", async () => {
    const run = await runCli(["replay", "--cassettes", "tapes", "--", "true"], {
      cwd: makeFolder(),
    });
    expect(run.stderr).toMatch(
      /Cannot replay from "tapes": there is no such directory\. .*tapegate record --cassettes tapes.*--cassettes DIR/u,
    );
    expect(run.status).toBe(4);
    const served = await runCli(["serve", "--cassettes", "tapes"], { cwd: makeFolder() });
    expect(served.status).toBe(4);
  });

  test("of which there are none yet: said once, beside the misses", async () => {
    const folder = makeFolder({ "cassettes/.keep": "" });
    const run = await runCli(["replay", "--", ...suiteOf(ASK)], { cwd: folder });
    expect(run.stderr).toContain('"cassettes" holds no cassette. Record them');
    expect(run.status).toBe(3);
  });

  test("that are a file", async () => {
    const run = await runCli(["record", "--", "true"], { cwd: makeFolder({ cassettes: "" }) });
    expect(run.stderr).toContain('Cannot record to "cassettes": it is no directory');
    expect(run.status).toBe(4);
  });

  test("that this user may not read", async () => {
    const folder = await recorded(["one"]);
    chmodSync(join(folder, "cassettes"), 0o000);
    const run = await runCli(["replay", "--", "true"], { cwd: folder, ...asNobody(folder) });
    chmodSync(join(folder, "cassettes"), 0o755);
    expect(run.stderr).toContain(
      'Cannot replay from "cassettes": the directory is not readable (EACCES)',
    );
    expect(run.status).toBe(4);
  });

  damaged(
    "JSON cut in the middle",
    (text) => text.slice(0, text.length / 2),
    /default\.cassette\.json:\d+/u,
  );
  damaged("another version", (text) => text.replace(/"version": \d+/u, '"version": 999'), /999/u);
  damaged("an edited answer", (text) => text.replace("Hello.", "Hullo."), /digest|edited/iu);

  function damaged(name: string, damage: (text: string) => string, pattern: RegExp): void {
    test(`with ${name}: the SDK, the terminal and the status say so`, async () => {
      const folder = await recorded(["one"]);
      const path = join(folder, "cassettes/default.cassette.json");
      const text = readFileSync(path, "utf8");
      expect(damage(text)).not.toBe(text);
      writeFileSync(path, damage(text));
      const run = await runCli(["replay", "--", ...suiteOf(ASK)], { cwd: folder });
      expect(run.stdout).toMatch(/^406 /u);
      expect(run.stderr).toMatch(pattern);
      expect(run.stderr).toContain("could not do its part");
      expect(run.status).toBe(4);
    });
  }
});

describe("the port", () => {
  test("that another program has", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as { port: number };
    const folder = makeFolder({ "cassettes/.keep": "" });
    const run = await runCli(["replay", "--port", String(port), "--", "true"], { cwd: folder });
    other.close();
    expect(run.stderr).toContain(`:${port}`);
    expect(run.stderr).toMatch(/another program/u);
    expect(run.status).toBe(4);
  });
});

describe("the upstream", () => {
  test("that nobody answers at: named, with the reason, and nothing is recorded", async () => {
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration("http://127.0.0.1:9") });
    const run = await runCli(["record", "--", ...suiteOf(ASK)], { cwd: folder });
    expect(run.stdout).toMatch(/^502 .*Cannot ask openai/u);
    expect(run.stderr).toContain("Cannot ask openai for POST /v1/chat/completions");
    expect(run.status).toBe(4);
    expect(cassettesOf(folder)).toEqual([]);
  });

  test("that resets in the middle of a stream: recorded as broken, and broken again in replay", async () => {
    const upstream = await startScriptedUpstream({
      headers: { "content-type": "text/event-stream" },
      chunks: ['data: {"a":1}\n\n'],
      ending: "reset",
    });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const script = `const r = await chat("one", { stream: true }); try { await r.text(); console.log("whole"); } catch (error) { console.log("broken"); }`;
    const record = await runCli(["record", "--", ...suiteOf(script)], { cwd: folder });
    await upstream.close();
    expect(record.stdout).toBe("broken\n");
    expect(record.stderr).toContain('recorded an error: openai broke the connection in "default"');
    const replay = await runCli(["replay", "--", ...suiteOf(script)], { cwd: folder });
    expect(replay.stdout).toBe("broken\n");
    expect(replay.status).toBe(0);
  });

  test("that is too slow for its client: noted, and the client gives up in replay too", async () => {
    const upstream = await startScriptedUpstream({ ending: "hang" });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const script = `await fetch(process.env.OPENAI_BASE_URL + "/x", { signal: AbortSignal.timeout(1_000) }).catch((error) => console.log(error.name)); await new Promise((r) => setTimeout(r, 200));`;
    const record = await runCli(["record", "--", ...suiteOf(script)], { cwd: folder });
    await upstream.close();
    expect(record.stdout).toBe("TimeoutError\n");
    expect(record.stderr).toContain("note: 1 client left before its answer began");
    const replay = await runCli(["replay", "--", ...suiteOf(script)], { cwd: folder });
    expect(replay.stdout).toBe("TimeoutError\n");
    expect({ status: replay.status, stderr: replay.stderr }).toMatchObject({ status: 0 });
  });

  test("that answers with an error: recorded like any answer, and pointed out", async () => {
    const upstream = await startScriptedUpstream({
      status: 429,
      body: '{"error":{"message":"slow"}}',
    });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const run = await runCli(["record", "--", ...suiteOf(ASK)], { cwd: folder });
    await upstream.close();
    expect(run.stderr).toContain('recorded an error: openai answered 429 in "default"');
    expect(run.status).toBe(0);
  });
});

/** Words that mount a file system at `cassettes` for a program; `undefined` where this user may not. */
function mounting(options: string): readonly string[] | undefined {
  const mount = `mount -t tmpfs -o ${options} none cassettes && exec "$@"`;
  const prefix = ["unshare", "-rm", "sh", "-c", mount, "sh"];
  const probe = makeFolder({ "cassettes/.keep": "" });
  const canMount = spawnSync(prefix[0]!, [...prefix.slice(1), "true"], { cwd: probe }).status === 0;
  if (!canMount && mayLackPrograms) {
    console.warn("Cannot test with another file system: this user may not mount a tmpfs");
    return undefined;
  }
  expect(canMount).toBe(true);
  return prefix;
}

describe("a place that takes no cassettes is named before the suite starts", () => {
  const suite = suiteOf(`console.log("started");`);

  for (const [what, place, message] of [
    ["a read-only file system", "cassettes", /its file system is read-only \(EROFS\)\. Record on/u],
    [
      "a folder to be made on a read-only file system",
      "cassettes/a/b",
      /it is not there yet, and "[^"]+\/cassettes" is on a read-only file system\. Record on/u,
    ],
  ] as const) {
    test.each(["record", "auto"])(`${what}, %s`, async (mode) => {
      const prefix = mounting("ro");
      if (prefix === undefined) return;
      const folder = makeFolder({ "cassettes/.keep": "" });
      const run = await runCli([mode, "--cassettes", place, "--", ...suite], {
        cwd: folder,
        prefix,
      });
      expect(run.stderr).toContain(`Cannot record to "${place}": `);
      expect(run.stderr).toMatch(message);
      expect([run.status, run.stdout]).toEqual([4, ""]);
    });
  }

  test("a folder to be made where this user may not", async () => {
    const folder = makeFolder({ "locked/.keep": "" });
    chmodSync(join(folder, "locked"), 0o555);
    const args = ["record", "--cassettes", "locked/a/b", "--", ...suite];
    const run = await runCli(args, { cwd: folder, ...asNobody(folder) });
    expect(run.stderr).toMatch(
      /Cannot record to "locked\/a\/b": it is not there yet, and "[^"]+\/locked" is not writable \(EACCES\)\. Change its permissions/u,
    );
    expect([run.status, run.stdout]).toEqual([4, ""]);
  });

  test("a folder below a file", async () => {
    const folder = makeFolder({ file: "" });
    const run = await runCli(["record", "--cassettes", "file/a/b", "--", ...suite], {
      cwd: folder,
    });
    expect(run.stderr).toMatch(/"[^"]+\/file" is a file\. Move it away/u);
    expect([run.status, run.stdout]).toEqual([4, ""]);
    const replay = await runCli(["replay", "--cassettes", "file/a", "--", ...suite], {
      cwd: folder,
    });
    expect(replay.stderr).toContain('Cannot replay from "file/a": there is no such directory');
  });
});

describe("a full disk", () => {
  test("while recording: a clear error, and what was recorded before stays whole", async () => {
    const prefix = mounting("size=128k");
    if (prefix === undefined) return;
    const upstream = await startScriptedUpstream({
      body: JSON.stringify({ text: "x".repeat(20_000) }),
    });
    const folder = makeFolder({
      "tapegate.json": upstreamConfiguration(upstream.url),
      "cassettes/.keep": "",
    });
    const script = `let refused = 0; for (let i = 0; i < 12; i += 1) { const r = await chat("text " + i); const t = await r.text(); if (r.status !== 200) { refused += 1; if (refused === 1) console.log(r.status, t); } } console.log("refused", refused);`;
    const run = await runCli(["record", "--", ...suiteOf(script)], { cwd: folder, prefix });
    await upstream.close();
    expect(run.stdout).toMatch(/^406 .*(?:ENOSPC|full|space)/iu);
    expect(run.stderr).toMatch(/ENOSPC|full|space/iu);
    expect(run.status).toBe(4);
  });
});

/** Permissions mean nothing to root; a user namespace with another user has them again. */
function asNobody(folder: string): CliOptions {
  if (process.getuid?.() !== 0) return {};
  rmSync(join(folder, "home"), { recursive: true, force: true });
  mkdirSync(join(folder, "home"));
  chmodSync(folder, 0o755);
  return { prefix: ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] };
}

function cassettesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".cassette.json"),
  );
}
