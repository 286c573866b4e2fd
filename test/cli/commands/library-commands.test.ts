import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../../../src/cli/run-cli.ts";
import type { UnusedRecord } from "../../../src/cassette/session.ts";
import type { JsonValue } from "../../../src/cassette/values.ts";
import { openDirectoryStore } from "../../../src/stores/directory-store.ts";
import { answer, chatRequest } from "../../cassette/requests.ts";
import { recordOne, sessionsOver } from "../../cassette/session-fixture.ts";
import { missingTraffic, ROOT, TRAFFIC } from "../../helpers/node-runtimes.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const CHAT = "tests/test_a.py::test_chat";
const SUM = "tests/test_a.py::test_sum";
const OTHER = "tests/test_b.py::test_Other";
const CHAT_PATH = "cassettes/tests/test_a.py/test_chat.cassette.json";

describe("names on the command line", () => {
  test.each([
    [["show", "tests/test_a.py::test_chta"], `Did you mean "${CHAT}"?`],
    [["show", "test_sum"], `Did you mean "${SUM}"?`],
    [
      ["show", "nothing-like-it"],
      'Cannot show "nothing-like-it": no scope of "cassettes" has this name',
    ],
    // "report.json" is a file there: no path leads through it.
    [["show", "report.json/test_chat"], "no scope of"],
    [["show", "x".repeat(5_000)], "no scope of"],
    [["show"], "Cannot show: no scope is named"],
    [["show", `${CHAT}#3`], `Cannot show "${CHAT}#3": it has 2 recordings`],
    [["show", `${CHAT}#0`], "it has 2 recordings"],
    [["show", "tests/test_a.py#1"], "stands for 2 scopes"],
    [["rm"], "Cannot delete: no scope is named"],
    [["rm", "tests/test_a.py"], "stands for 2 scopes. Name one, or say --below"],
    [["rm", "tests/test_c.py"], "no scope of"],
    [["diff", CHAT], "Cannot compare: name two things"],
    [["diff", `${CHAT}#1`, SUM, OTHER], "Cannot compare: name two things"],
    [["diff", `${CHAT}#1`, CHAT], "name a recording on both sides"],
    [["prune"], "Cannot prune: no report is named"],
    [["prune", "none.json"], 'the report "none.json": there is no such file'],
    [["doctor", "cassettes", "more"], "Cannot examine more than one library"],
    [["doctor", "--normaliser", "uuidd"], 'Cannot use the normaliser "uuidd"'],
    [["ls", "--jsn"], 'Did you mean "--json"?'],
    [["record", "--only", "test_chta", "--", "true"], `Did you mean "${CHAT}"?`],
    [
      ["record", "--only", "unheard-of", "--", "true"],
      'no scope of "cassettes" has this name. A test',
    ],
    [
      ["record", "--only", "miss-1", "--", "true"],
      "Name the report that numbers it: --from-report FILE",
    ],
    [["record", "--from-report", "none.json", "--", "true"], "there is no such file"],
    [["record", "--from-report", CHAT_PATH, "--", "true"], "it is no Tapegate report"],
    [
      ["record", "--only", "miss-9", "--from-report", "report.json", "--", "true"],
      "the report does not hold it, it has none",
    ],
    [["replay", "--only", "x", "--", "true"], 'Unknown option "--only"'],
    [["auto", "--max-age", "soon", "--", "true"], "is an age such as 30d"],
  ])("%j is answered", async (words, message) => {
    const { folder, call } = library();
    putReport(folder, []);
    const before = filesOf(folder);
    const { status, stderr } = await call(...words);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
    expect(filesOf(folder)).toEqual(before);
  });

  test.each(["ls", "scan", "doctor", "prune"])("%s of no library says so", async (command) => {
    const { folder, call } = library();
    putReport(folder, []);
    const words = command === "prune" ? ["prune", "report.json"] : [command];
    const { status, stderr } = await call(...words, "--cassettes", "elsewhere");
    expect(status).toBe(4);
    expect(stderr).toContain('Cannot read the library "elsewhere": there is no such directory');
  });

  test.each(["ls", "show", "diff", "rm", "prune", "scan", "doctor"])("%s --help", async (name) => {
    const { status, stdout } = await library().call(name, "--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: tapegate ${name} \\[options\\]`, "u"));
    expect(stdout).toContain("--json");
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});

describe("tapegate ls", () => {
  test("lists every scope in order, with what a person looks for", async () => {
    const { call } = library();
    const { status, stdout } = await call("ls");
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\d+\.\d kB/gu, "N kB")).toBe(
      `SCOPE                        RECORDINGS  MODELS  RECORDED      SIZE
${CHAT}            2  gpt-4o  2026-11-22  N kB
${SUM}             1  gpt-4o  2026-11-22  N kB  1 error
${OTHER}           1  gpt-4o  2026-11-22  N kB

3 scopes, 4 recordings, N kB
`.replace(/ +(?=RECORDED)/u, "  "),
    );
    const some = JSON.parse((await call("ls", "tests/test_a.py", "--json")).stdout);
    expect(some.scopes).toMatchObject([
      { scope: CHAT, recordings: 2, path: CHAT_PATH, errors: 0, problem: null },
      { scope: SUM, recordings: 1, errors: 1, newest: "2026-11-22T12:00:00Z" },
    ]);
  });

  test("reads any folder of cassettes, also a part of a library and one cassette", async () => {
    const { call } = library();
    for (const [operand, count] of [
      ["cassettes", 3],
      ["cassettes/tests/test_a.py", 2],
      [CHAT_PATH, 1],
      [join(ROOT, "examples/quick/cassettes"), 4],
    ] as const) {
      const { status, stdout } = await call("ls", "--json", operand);
      expect(status).toBe(0);
      expect(JSON.parse(stdout).scopes).toHaveLength(count);
    }
    expect((await call("ls", "tests")).stdout).toContain("3 scopes");
  });

  test("shows a damaged cassette as one, and is not green", async () => {
    const { folder, call } = library();
    writeFileSync(join(folder, CHAT_PATH), "{");
    const { status, stdout } = await call("ls");
    expect(status).toBe(4);
    expect(stdout).toMatch(/test_chat +\? .*cannot be replayed, see below/u);
    expect(stdout).toContain(`Cannot read the cassette ${CHAT_PATH}:1:2: it is damaged JSON`);
    expect(stdout).toContain(SUM);
  });
});

describe("tapegate show", () => {
  test("prints a conversation of the example as people read it", async () => {
    const { call } = library();
    const place = join(ROOT, "examples/quick/cassettes");
    const suite = "examples/quick/quick.test.mjs";
    const show = ["show", "--cassettes", place];
    const { stdout } = await call(...show, `${suite}::answers a question#1`);
    expect(stdout.slice(stdout.indexOf("\n"))).toBe(`

#1  POST /v1/chat/completions · openai · gpt-5-mini · 200 · 2026-01-01 · key f32b025471c8 · examples/quick/assistant.mjs:43
    system
      You answer in one short line.
    user
      What is the capital of France?
    assistant
      Paris.

`);
    const all = await call(...show, suite);
    expect(all.stdout.match(/^#\d/gmu)).toEqual(["#1", "#1", "#2", "#1", "#1"]);
    const json = await call(...show, suite, "--json");
    const rows = json.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ position }) => position)).toEqual([1, 1, 2, 1, 1]);
    expect(rows[0]).toMatchObject({
      asked: [{ role: "system" }, { role: "user", text: "What is the capital of France?" }],
      answered: [{ role: "assistant", text: "Paris." }],
    });
  });

  test("cuts long texts unless told otherwise, and no text moves the cursor", async () => {
    const long = `\u001b[2J${"word ".repeat(1000)}end`;
    const { call } = library({ "tests/long": [long] });
    const short = await call("show", "tests/long");
    expect(short.stdout).toContain("(5,007 characters; --full prints all)");
    expect(short.stdout).not.toContain("end\n");
    const full = await call("show", "tests/long", "--full");
    expect(full.stdout).toContain("word end\n");
    expect(full.stdout).not.toContain("\u001b");
  });
});

describe("tapegate diff", () => {
  test("tells requests that changed, came and went, and answers that changed", async () => {
    const { folder, call } = library();
    cpSync(join(folder, "cassettes"), join(folder, "old"), { recursive: true });
    put(folder, { [CHAT]: ["Hello", "What is new?", "More"], "tests/new": ["Fresh"] }, " again");
    rmSync(join(folder, "cassettes/tests/test_b.py"), { recursive: true });
    const { status, stdout } = await call("diff", "old", "cassettes");
    expect(status).toBe(1);
    expect(stdout).toContain("~ #1 → #1 POST /v1/chat/completions: same request, other answer");
    expect(stdout).toContain("    - Hello\n    + Hello again\n");
    expect(stdout).toContain("~ #2 → #2 POST /v1/chat/completions: other request");
    expect(stdout).toContain("    $.messages[1].content\n    - Who?\n    + What is new?\n");
    expect(stdout).toContain("+ #3 POST /v1/chat/completions: only in the new one");
    expect(stdout).toContain(
      "+++ (no cassette)\n- #1 POST /v1/chat/completions: only in the old one",
    );
    expect(stdout).toContain("--- (no cassette)\n+++ cassettes/tests/new.cassette.json\n+ #1");
    expect(stdout).toMatch(/different: 5 recordings; same: 1\n$/u);
    const json = JSON.parse((await call("diff", "old", "cassettes", "--json")).stdout);
    expect(json).toMatchObject({ isSame: false, scopes: { length: 4 } });
    expect(await call("diff", "old", "old")).toMatchObject({
      status: 0,
      stdout: "same: 4 recordings\n",
    });
  });

  test("a later recording of the same answers is no difference", async () => {
    const { folder, call } = library();
    cpSync(join(folder, "cassettes"), join(folder, "old"), { recursive: true });
    put(folder, { [CHAT]: ["Hello", "Who?"] }, "", 90_000_000);
    expect((await call("ls", CHAT)).stdout).toContain("2026-11-23");
    expect((await call("diff", `old/${CHAT_PATH.slice(10)}`, CHAT_PATH)).status).toBe(0);
    expect((await call("diff", `${CHAT}#1`, `${CHAT}#2`)).stdout).toContain("other request");
  });
});

describe("tapegate rm", () => {
  test("deletes a cassette, a recording, several scopes; --dry-run nothing", async () => {
    const { folder, call } = library();
    const before = filesOf(folder);
    const dry = await call("rm", "--dry-run", "--json", CHAT, `${SUM}#1`);
    expect(JSON.parse(dry.stdout)).toMatchObject({
      isDryRun: true,
      removed: [
        { scope: CHAT, positions: null, recordings: 2 },
        { scope: SUM, positions: [1] },
      ],
    });
    expect(filesOf(folder)).toEqual(before);
    const one = await call("rm", `${CHAT}#1`);
    expect(one.stdout).toBe(`deleted #1 of ${CHAT_PATH}  (${CHAT}, 1 recording)\n`);
    expect((await call("show", CHAT)).stdout).toMatch(/Who\?/u);
    expect((await call("doctor")).status).toBe(0);
    await call("rm", `${CHAT}#1`);
    expect(existsSync(join(folder, CHAT_PATH))).toBe(false);
    expect((await call("rm", "--below", "cassettes")).stdout.split("\n")).toHaveLength(3);
    expect(filesOf(join(folder, "cassettes"))).toEqual([]);
  });

  test("deletes a damaged cassette, and never one that is being recorded", async () => {
    const { folder, call } = library();
    writeFileSync(join(folder, CHAT_PATH), "<<<<<<< ours");
    expect((await call("rm", CHAT)).stdout).toContain("(tests/test_a.py::test_chat, damaged)");
    expect(existsSync(join(folder, CHAT_PATH))).toBe(false);
    const recording = openDirectoryStore(join(folder, "cassettes")).openRecording(SUM);
    const refused = await call("rm", SUM);
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain(`Cannot record the scope "${SUM}": process ${process.pid}`);
    recording.close();
    expect((await call("rm", SUM)).status).toBe(0);
  });
});

describe("tapegate prune", () => {
  test("deletes exactly what the report proves unused, and what changed since not", async () => {
    const { folder, call } = library({ "tests/twice": ["Same", "Same", "Same"] });
    const unused = [...unusedOf(folder, CHAT, [1]), ...unusedOf(folder, "tests/twice", [1, 2])];
    putReport(folder, [...unused, ...unusedOf(folder, SUM, [0])]);
    put(folder, { [SUM]: ["1 + 1"] }, " later");
    const dry = await call("prune", "report.json", "--dry-run");
    expect(dry.stdout).toContain("would delete 3 recordings in 2 scopes");
    const { status, stdout } = await call("prune", "report.json", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      isDryRun: false,
      removed: [
        { scope: CHAT, path: CHAT_PATH, positions: [2], left: 1, isScopeUnused: false },
        {
          scope: "tests/twice",
          path: "cassettes/tests/twice.cassette.json",
          positions: [2, 3],
          left: 1,
          isScopeUnused: false,
        },
      ],
      gone: 1,
      troubles: [],
    });
    expect((await call("doctor")).status).toBe(0);
    const again = await call("prune", "report.json");
    expect(again.stdout).toContain("nothing to prune");
    expect(again.stdout).toContain("4 unused recordings of the report changed or went since");
  });

  test("scopes that no test used go only with --whole-suite", async () => {
    const { folder, call } = library();
    putReport(folder, [], { scopes: [CHAT, SUM] });
    expect((await call("prune", "report.json")).stdout).toContain("nothing to prune");
    const whole = await call("prune", "report.json", "--whole-suite");
    expect(whole.stdout).toContain("no test used this scope");
    expect(JSON.parse((await call("ls", "--json")).stdout).scopes).toHaveLength(2);
  });

  test("shards prove together: what one of them used stays", async () => {
    const { folder, call } = library();
    putReport(folder, unusedOf(folder, CHAT, [0, 1]), { file: "1.json" });
    putReport(folder, unusedOf(folder, CHAT, [1]), { file: "2.json" });
    const { stdout } = await call("prune", "1.json", "2.json", "--json");
    expect(JSON.parse(stdout).removed).toMatchObject([{ scope: CHAT, positions: [2], left: 1 }]);
  });

  test.each([
    [{ mode: "record" }, "it is of mode record"],
    [{ suite: null }, "no suite stands behind it"],
    [{ exitCode: 1 }, "its suite failed (exit status 1)"],
    [{ endedBy: "interrupt" }, "its suite was cut short"],
    [{ exhausted: [exhaustedRecord()] }, "1 of its requests found no recording"],
    [{ troubles: ["the disk is full"] }, "Tapegate had trouble in its run"],
    [{ command: ["pytest", "-k", "slow"] }, 'its suite looks like a selection ("-k")'],
    [{ command: ["pytest", "tests/test_a.py::test_x"] }, "looks like a selection"],
    [{ isOld: true }, "an earlier version wrote it"],
  ])("a report that proves nothing is refused: %j", async (facts, message) => {
    const { folder, call } = library();
    putReport(folder, unusedOf(folder, CHAT, [1]), facts);
    const before = filesOf(folder);
    const { status, stderr } = await call("prune", "report.json");
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
    expect(filesOf(folder)).toEqual(before);
  });
});

describe("tapegate doctor", () => {
  test("a library that is well", async () => {
    const { call } = library();
    expect(await call("doctor")).toMatchObject({
      status: 0,
      stdout:
        "3 cassettes, 4 recordings: every digest fits, nothing stands in the way of a replay\n",
    });
  });

  test("finds each ailment with its way out, and --fix does what is safe", async () => {
    const { folder, call } = library({ "tests/torn": ["One"], "tests/laid-out": ["Two"] });
    const at = (path: string): string => join(folder, "cassettes", path);
    const laidOut = at("tests/laid-out.cassette.json");
    writeFileSync(laidOut, JSON.stringify(JSON.parse(readFileSync(laidOut, "utf8")), null, 4));
    writeFileSync(
      join(folder, CHAT_PATH),
      readFileSync(join(folder, CHAT_PATH), "utf8").replace("Who?", "Why?"),
    );
    cpSync(at("tests/test_a.py/test_sum.cassette.json"), at("copied.cassette.json"));
    leaveInterrupted(folder, "tests/torn");
    writeFileSync(
      at("tests/gone.cassette.lock"),
      `{"pid":4194305,"start":null,"host":"${hostOf(at("tests/torn.cassette.lock"))}"}\n`,
    );
    writeFileSync(at(".tapegate-4194305-1.tmp"), "half");
    symlinkSync(laidOut, at("link.cassette.json"));
    const first = await call("doctor", "--json");
    expect(first.status).toBe(1);
    const { findings } = JSON.parse(first.stdout) as {
      readonly findings: readonly { readonly kind: string; readonly wayOut: string }[];
    };
    expect(findings.map(({ kind }) => kind).sort()).toEqual(
      ["damaged", "journal", "layout", "link", "lock", "lock", "scope twice", "temporary"].sort(),
    );
    for (const { wayOut } of findings) expect(wayOut).toMatch(/^[A-Z].{15}/u);
    const fixed = await call("doctor", "--fix");
    expect(fixed.stdout.match(/^fixed:/gmu)).toHaveLength(5);
    expect(fixed.stdout).toContain("was edited after it was recorded");
    const left = JSON.parse((await call("doctor", "--json")).stdout).findings;
    expect(left.map(({ kind }: { kind: string }) => kind)).toEqual([
      "scope twice",
      "link",
      "damaged",
    ]);
    expect((await call("show", "tests/torn")).stdout).toContain("Journaled");
    expect((await call("rm", CHAT)).status).toBe(0);
  });

  test("knows which normalisers are in use", async () => {
    const { folder, call } = library();
    writeFileSync(join(folder, "tapegate.json"), '{"normalisers": ["uuid"]}');
    const { status, stdout } = await call("doctor");
    expect(status).toBe(1);
    expect(stdout).toContain("It was recorded with the normalisers: none; in use are: uuid");
  });

  function hostOf(lock: string): string {
    return (JSON.parse(readFileSync(lock, "utf8")) as { readonly host: string }).host;
  }
});

describe("tapegate scan", () => {
  test("finds a secret where somebody put it, says where and of what kind, never which", async () => {
    const token = `ghp_${"a1B2".repeat(9)}`;
    const { folder, call } = library({ "tests/leak": [`say ${token}`] }, ` ${token}`);
    const { status, stdout } = await call("scan");
    expect(status).toBe(1);
    expect(stdout).toContain(
      "cassettes/tests/leak.cassette.json\n  #1 $.outcome.body.json.choices[0].message.content: token that begins with ghp_\n",
    );
    expect(stdout).not.toContain(token);
    const clean = await call("scan", SUM);
    expect(clean).toMatchObject({ status: 0 });
    writeFileSync(join(folder, "notes.txt"), "nothing here");
    expect(await call("scan", "notes.txt")).toMatchObject({
      status: 0,
      stdout: "no secrets in 1 file\n",
    });
    expect((await call("scan", "cassettes/none.txt")).status).toBe(2);
    expect((await call("scan", "--secret", "NOT_THERE")).stderr).toContain(
      'Cannot look for the value of "NOT_THERE": the variable is not set. Set it, and scan again',
    );
  });
});

describe.skipIf(missingTraffic() !== undefined)("recordings of others", () => {
  test("are listed, shown, compared, examined and scanned", async () => {
    const { folder, call } = library();
    const files = readdirSync(TRAFFIC, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.ya?ml$/u.test(path))
      .sort()
      .slice(0, 12)
      .map((path) => join(TRAFFIC, path));
    expect(files.length).toBe(12);
    const imported = await call("import", "--to", "real", ...files);
    expect(imported.stdout).toMatch(/\d/u);
    const listed = JSON.parse((await call("ls", "real", "--json")).stdout);
    expect(listed.scopes.length).toBe(12);
    const recordings = listed.scopes.reduce(
      (sum: number, one: { recordings: number }) => sum + one.recordings,
      0,
    );
    const shown = await call("show", "real");
    expect(shown.stdout.match(/^#\d+ {2}/gmu)).toHaveLength(recordings);
    expect((await call("doctor", "real")).status).toBe(0);
    cpSync(join(folder, "real"), join(folder, "copy"), { recursive: true });
    expect((await call("diff", "copy", "real")).stdout).toBe(`same: ${recordings} recordings\n`);
    expect((await call("scan", "real")).stdout).toMatch(
      /^no secrets in \d+ files$|\d secrets? in \d+ files? of/mu,
    );
  }, 60_000);
});

/** A folder with a library of three tests, and the program called in it. */
function library(
  more: Readonly<Record<string, readonly string[]>> = {},
  suffix = "",
): {
  readonly folder: string;
  readonly call: (
    ...argv: readonly string[]
  ) => Promise<{ status: number; stdout: string; stderr: string }>;
} {
  const folder = temporaryFolder();
  put(folder, { [CHAT]: ["Hello", "Who?"], [OTHER]: ["Other"], ...more }, suffix);
  const failed = { ...answer("no"), status: 500 } as ReturnType<typeof answer>;
  const session = sessionsOver(openDirectoryStore(join(folder, "cassettes"))).open("record");
  recordOne(session, chatRequest("1 + 1"), failed, { scope: SUM });
  session.close();
  return { folder, call: (...argv) => callIn(folder, argv) };
}

function put(
  folder: string,
  scopes: Readonly<Record<string, readonly string[]>>,
  suffix = "",
  laterMs = 0,
): void {
  const clock = { now: () => 1_795_348_800_000 + laterMs };
  const store = openDirectoryStore(join(folder, "cassettes"));
  const session = sessionsOver(store, { clock }).open("record");
  for (const [scope, texts] of Object.entries(scopes)) {
    for (const text of texts)
      recordOne(session, chatRequest(text), answer(text + suffix), { scope });
  }
  session.close();
}

/** What a killed recording leaves: a journal, and a lock whose process is gone. */
function leaveInterrupted(folder: string, scope: string): void {
  const live = join(folder, "live");
  mkdirSync(live);
  cpSync(join(folder, "cassettes"), join(live, "cassettes"), { recursive: true });
  const session = sessionsOver(openDirectoryStore(join(live, "cassettes"))).open("auto");
  recordOne(session, chatRequest("Journaled"), answer("Journaled"), { scope });
  for (const suffix of ["journal", "lock"]) {
    const name = `cassettes/${scope}.cassette.${suffix}`;
    const text = readFileSync(join(live, name), "utf8");
    writeFileSync(join(folder, name), text.replace(/"pid":\d+/u, '"pid":4194305'));
  }
  session.close();
  rmSync(live, { recursive: true });
}

async function callIn(
  folder: string,
  argv: readonly string[],
): Promise<{ status: number; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  const status = await runCli(argv, {
    cwd: folder,
    environment: {},
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    isTty: false,
    homeDirectory: folder,
  });
  return { status, stdout, stderr };
}

function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, "utf8")] as const);
}

/** Recordings of a scope, from 0, as a report lists them. */
function unusedOf(folder: string, scope: string, positions: readonly number[]): UnusedRecord[] {
  const session = sessionsOver(openDirectoryStore(join(folder, "cassettes"))).open("replay");
  session.issue(chatRequest("anything"), { scope });
  const { unused } = session.tally();
  return positions.map((position) => unused[position]!);
}

function exhaustedRecord(): JsonValue {
  return {
    scope: CHAT,
    lane: 0,
    key: "a".repeat(64),
    provider: "openai",
    endpoint: "POST /v1/chat/completions",
    model: null,
    recordedCount: 1,
    askedCount: 2,
    message: "asked too often",
  };
}

interface ReportFacts {
  readonly file?: string;
  readonly mode?: string;
  readonly suite?: null;
  readonly exitCode?: number;
  readonly endedBy?: string;
  readonly command?: readonly string[];
  readonly scopes?: readonly string[];
  readonly exhausted?: readonly JsonValue[];
  readonly troubles?: readonly string[];
  readonly isOld?: boolean;
}

function putReport(folder: string, unused: readonly UnusedRecord[], facts: ReportFacts = {}): void {
  const { file = "report.json", mode = "replay", exitCode = 0, endedBy = "itself" } = facts;
  const { command = ["pytest"], exhausted = [], troubles = [], isOld = false } = facts;
  const scopes = facts.scopes ?? [CHAT, SUM, OTHER, "tests/twice"];
  const report = {
    format: "tapegate-report",
    version: 1,
    tapegate: "0.1.0",
    mode,
    cassettes: "cassettes",
    startedAt: "2026-11-22T12:00:00Z",
    endedAt: "2026-11-22T12:00:01Z",
    suite:
      facts.suite === null ? null : { command, exitCode, signal: null, durationMs: 1, endedBy },
    hits: 1,
    counts: {
      hits: 1,
      misses: 0,
      exhausted: exhausted.length,
      unused: unused.length,
      recorded: 0,
      requests: 1,
      tokensSaved: { input: 0, output: 0 },
    },
    misses: [],
    exhausted,
    unused: unused.map(({ stored, ...rest }) => (isOld ? rest : { ...rest, stored })),
    causes: [],
    scopes: scopes.map((scope) => ({
      scope,
      path: scope,
      hits: 1,
      misses: 0,
      recorded: 0,
      verdict: "hit",
    })),
    findings: [],
    troubles,
  };
  writeFileSync(join(folder, file), JSON.stringify(report));
}
