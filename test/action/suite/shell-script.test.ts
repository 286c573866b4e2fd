import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeShellScript } from "../../../src/action/suite/shell-script.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "it's a folder "));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["bash", ["bash", "--noprofile", "--norc", "-eo", "pipefail"], "a && b\nc\n"],
  [
    "pwsh",
    ["pwsh", "-command"],
    "$ErrorActionPreference = 'stop'\na && b\nc\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\n",
  ],
  ["cmd", ["cmd.exe", "/D", "/E:ON", "/V:OFF", "/S", "/C", "CALL"], "@echo off\r\na && b\r\nc\r\n"],
] as const)(
  "%s runs the command as a file, nothing of it in the command line",
  (shell, start, text) => {
    const argv = writeShellScript(shell, "a && b\nc", folder);
    expect(argv.slice(0, -1)).toEqual(start);
    const last = argv.at(-1)!;
    // In PowerShell's single quotes a quote is written twice.
    const script = shell === "pwsh" ? last.slice(3, -1).replaceAll("''", "'") : last;
    expect(script.startsWith(folder)).toBe(true);
    expect(readFileSync(script, "utf8")).toBe(text);
    // Node would write a double quote as \\", which cmd.exe does not read.
    expect(argv.join(" ")).not.toContain('"');
  },
);
