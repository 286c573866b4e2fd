import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../../../src/cli/run-cli.ts";
import { openDirectoryStore } from "../../../src/stores/directory-store.ts";
import { answer, chatRequest } from "../../cassette/requests.ts";
import { recordOne, sessionsOver } from "../../cassette/session-fixture.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** What a terminal obeys: escape sequences, C1 controls, carriage returns, turned writing, what nobody sees. */
const EVIL = "\u001b]0;owned\u0007\u001b[2J\u009b31m\r\u202eevil\u200b";
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u;

describe("text from outside moves no cursor", () => {
  test.each([
    ["ls"],
    ["show", `tests/${EVIL}`],
    ["show", "--full", `tests/${EVIL}`],
    ["show", "--json", `tests/${EVIL}`],
    ["show", `${EVIL}#7`],
    ["show", `tests/${EVIL}#7`],
    ["diff", `tests/${EVIL}#1`, `tests/${EVIL}#2`],
    ["diff", "--json", `tests/${EVIL}#1`, `tests/${EVIL}#2`],
    ["diff", `tests/${EVIL}`, EVIL],
    ["rm", "--dry-run", `tests/${EVIL}`],
    ["rm", "--dry-run", `tests/${EVIL}#9`],
    ["rm", EVIL],
    ["scan"],
    ["scan", EVIL],
    ["doctor"],
    ["doctor", EVIL],
    ["doctor", "--json"],
    ["doctor", "--normaliser", EVIL],
    ["prune", EVIL],
    ["prune", `${EVIL}.json`],
    ["report", "html", EVIL],
    ["report", "html", "--to", `x/${EVIL}.html`, "report.json"],
    ["report", EVIL],
    ["import", EVIL],
    ["replay", "--only", EVIL, "--", "true"],
    ["record", "--from-report", EVIL, "--", "true"],
    ["ls", "--cassettes", EVIL],
    ["ls", "--config", EVIL],
    ["ls", `--${EVIL}`],
    [EVIL],
  ])("%j", async (...argv) => {
    const { stdout, stderr } = await call(hostileLibrary(), argv);
    expect(stdout + stderr).not.toBe("");
    expect(stdout).not.toMatch(OBEYED);
    expect(stderr).not.toMatch(OBEYED);
  });
});

describe.skipIf(process.platform === "win32")("what is no file (not on Windows)", () => {
  test("is neither read nor waited for, and doctor names it", async () => {
    const folder = library();
    for (const name of ["pipe.cassette.json", "a.cassette.lock", "a.cassette.journal", "notes"]) {
      expect(spawnSync("mkfifo", [join(folder, "cassettes", name)]).status).toBe(0);
    }
    expect((await call(folder, ["ls"])).stdout).toContain("1 scope, 1 recording");
    expect((await call(folder, ["scan"])).stdout).toBe("no secrets in 1 file\n");
    const named = await call(folder, ["scan", "cassettes/pipe.cassette.json"]);
    expect(named).toMatchObject({ status: 4, stderr: expect.stringContaining("it is a pipe") });
    const { status, stdout } = await call(folder, ["doctor"]);
    expect(status).toBe(1);
    expect(stdout.match(/It is a pipe, a socket or a device/g)).toHaveLength(4);
    expect((await call(folder, ["doctor", "--fix"])).stdout).toContain("4 problems");
  });

  test("links are not followed, whatever is deleted", async () => {
    const folder = library();
    const outside = temporaryFolder({ "x.cassette.json": "{}" });
    symlinkSync(outside, join(folder, "cassettes/linked"));
    symlinkSync(join(outside, "x.cassette.json"), join(folder, "cassettes/y.cassette.json"));
    expect((await call(folder, ["rm", "linked"])).status).toBe(2);
    expect((await call(folder, ["rm", "y"])).status).toBe(2);
    expect((await call(folder, ["rm", "--below", "cassettes"])).status).toBe(0);
    await call(folder, ["doctor", "--fix"]);
    expect(readFileSync(join(outside, "x.cassette.json"), "utf8")).toBe("{}");
    expect(new Set(readdirSync(join(folder, "cassettes")))).toEqual(
      new Set(["linked", "tests", "y.cassette.json"]),
    );
    expect(readdirSync(join(folder, "cassettes/tests"))).toEqual([]);
  });
});

test("a damaged cassette's state and way out are told once, by the name that the user knows", async () => {
  const folder = library();
  writeFileSync(join(folder, "cassettes/torn.cassette.json"), '{"x');
  writeFileSync(join(folder, "cassettes/bytes.cassette.json"), Buffer.of(0xff, 0xfe, 0));
  const { stdout } = await call(folder, ["doctor"]);
  expect(stdout).not.toContain(folder);
  expect(stdout.match(/version control/g)).toHaveLength(2);
  expect(stdout).toContain("→ Restore it from version control or record the scope again");
  expect((await call(folder, ["ls"])).stdout).not.toContain(folder);
});

function library(scope = "tests/one"): string {
  const folder = temporaryFolder();
  record(folder, scope, "Hello?");
  return folder;
}

function hostileLibrary(): string {
  const folder = temporaryFolder();
  record(folder, `tests/${EVIL}`, `Say ${EVIL}`, `Say not ${EVIL}`);
  mkdirSync(join(folder, "cassettes/odd"));
  writeFileSync(join(folder, `cassettes/odd/${EVIL.replaceAll("/", "")}.cassette.json`), EVIL);
  writeFileSync(join(folder, "report.json"), "{}");
  return folder;
}

function record(folder: string, scope: string, ...prompts: readonly string[]): void {
  const session = sessionsOver(openDirectoryStore(join(folder, "cassettes"))).open("record");
  for (const prompt of prompts) {
    recordOne(session, chatRequest(prompt), answer(`Said ${prompt}`), { scope });
  }
  session.close();
}

async function call(
  folder: string,
  argv: readonly string[],
): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
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
