import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { VERSION } from "../../src/version.ts";
import { ROOT } from "../helpers/node-runtimes.ts";

// Lint enforces the law; this holds lint to it. All cases are linted in one run, in a folder of their own.

const cases: { readonly file: string; readonly line: string; readonly isForbidden: boolean }[] = [];

describe("the import law", () => {
  forbids("src/cassette", `import { readFileSync } from "node:fs"; export { readFileSync };`);
  forbids(
    "src/cassette",
    `import type { Dialect } from "../exchange/dialect.ts"; export type { Dialect };`,
  );
  forbids("src/cassette", `import { z } from "zod"; export { z };`);
  forbids("src/cassette", `export const now = (): number => Date.now();`);
  forbids("src/cassette", `export const mode = process.env["MODE"];`);
  allows("src/cassette", `import { createHash } from "node:crypto"; export { createHash };`);
  forbids(
    "src/exchange",
    `import { PROVIDERS } from "../dialects/providers.ts"; export { PROVIDERS };`,
  );
  forbids("src/exchange", `import { request } from "node:http"; export { request };`);
  allows(
    "src/exchange",
    `import type { Session } from "../cassette/session.ts"; export type { Session };`,
  );
  forbids(
    "src/provider",
    `import { startGateway } from "../gateway/start-gateway.ts"; export { startGateway };`,
  );
  forbids("src/provider", `import OpenAI from "openai"; export { OpenAI };`);
  forbids(
    "src/library",
    `import { startGateway } from "../gateway/start-gateway.ts"; export { startGateway };`,
  );
  forbids("src/library", `export const mode = process.env["MODE"];`);
  allows(
    "src/library",
    `import { openMemoryStore } from "../stores/memory-store.ts"; export { openMemoryStore };`,
  );
  forbids("src/dialects", `import { readFileSync } from "node:fs"; export { readFileSync };`);
  forbids("src/stores", `import { request } from "node:http"; export { request };`);
  allows("src/stores", `import { readFileSync } from "node:fs"; export { readFileSync };`);
  forbids(
    "src/gateway",
    `import { PROVIDERS } from "../dialects/providers.ts"; export { PROVIDERS };`,
  );
  forbids(
    "src/gateway",
    `import { openMemoryStore } from "../stores/memory-store.ts"; export { openMemoryStore };`,
  );
  forbids("src/gateway", `export const mode = process.env["MODE"];`);
  allows("src/gateway", `import { createServer } from "node:http"; export { createServer };`);
  forbids("src/suite", `import { runCli } from "../cli/run-cli.ts"; export { runCli };`);
  forbids("src/suite", `import { decide } from "../gate/decide.ts"; export { decide };`);
  forbids("src/suite", `import { setFailed } from "@actions/core"; export { setFailed };`);
  allows(
    "src/suite",
    `import { startGateway } from "../gateway/start-gateway.ts"; export { startGateway };`,
  );
  forbids("src/report", `import { writeFileSync } from "node:fs"; export { writeFileSync };`);
  forbids(
    "src/report",
    `import { startGateway } from "../gateway/start-gateway.ts"; export { startGateway };`,
  );
  forbids("src/import", `import { readFileSync } from "node:fs"; export { readFileSync };`);
  forbids(
    "src/gate",
    `import { openSession } from "../cassette/open-session.ts"; export { openSession };`,
  );
  forbids("src/gate", `import { readFileSync } from "node:fs"; export { readFileSync };`);
  forbids("src/gate", `export const home = process.env["HOME"];`);
  allows("src/gate", `import { parse } from "unbash"; export { parse };`);
  forbids(
    "src/hook",
    `import { openSession } from "../cassette/open-session.ts"; export { openSession };`,
  );
  forbids("src/hook", `import { z } from "zod"; export { z };`);
  forbids("src/action", `import { decide } from "../gate/decide.ts"; export { decide };`);
  forbids("src/action", `import { runCli } from "../cli/run-cli.ts"; export { runCli };`);
  allows("src/action", `import { setFailed } from "@actions/core"; export { setFailed };`);
  forbids("src/cli", `import { setFailed } from "@actions/core"; export { setFailed };`);
  forbids("src/cli", `import { readInputs } from "../action/inputs.ts"; export { readInputs };`);
});

describe("a cycle", () => {
  test("fails lint, also one of types only", () => {
    const folder = lintFolder({
      "src/report/one.ts": `import type { Two } from "./two.ts"; export type One = { readonly two?: Two };`,
      "src/report/two.ts": `import type { One } from "./one.ts"; export type Two = { readonly one?: One };`,
    });
    expect(lint(folder)).toContain("no-cycle");
  });
});

describe("the version", () => {
  test("is package.json's", () => {
    expect(VERSION).toBe(manifest.version);
  });
});

let linted: string | undefined;

function lintCases(): string {
  linted ??= lint(lintFolder(Object.fromEntries(cases.map((one) => [one.file, one.line]))));
  return linted;
}

function forbids(room: string, line: string): void {
  add(room, line, true);
}

function allows(room: string, line: string): void {
  add(room, line, false);
}

function add(room: string, line: string, isForbidden: boolean): void {
  const file = `${room}/case-${cases.length}.ts`;
  cases.push({ file, line, isForbidden });
  test(`${room} ${isForbidden ? "may not say" : "may say"}: ${line.split(";")[0]}`, () => {
    expect(lintCases().includes(file)).toBe(isForbidden);
  });
}

function lintFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-law-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  copyFileSync(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${text}\n`);
  }
  return folder;
}

/** What lint says of a folder, a problem a line. */
function lint(folder: string): string {
  const program = join(ROOT, "node_modules/oxlint/bin/oxlint");
  const result = spawnSync(process.execPath, [program, "--format", "unix", "src"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (result.error !== undefined) throw result.error;
  return result.stdout;
}
