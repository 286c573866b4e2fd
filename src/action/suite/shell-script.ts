import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ActionInputs } from "../inputs/action-inputs.ts";

type Shell = Exclude<ActionInputs["shell"], "">;

interface ShellTemplate {
  readonly extension: string;
  readonly argv: (script: string) => readonly [string, ...string[]];
  readonly wrap: (command: string) => string;
}

/** The templates of `run:` steps (docs.github.com, workflow syntax, `jobs.<id>.steps[*].shell`). */
const TEMPLATES: Readonly<Record<Shell, ShellTemplate>> = {
  bash: {
    extension: ".sh",
    argv: (script) => ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
    wrap: (command) => `${command}\n`,
  },
  pwsh: {
    extension: ".ps1",
    argv: (script) => ["pwsh", "-command", `. '${script.replaceAll("'", "''")}'`],
    wrap: (command) =>
      `$ErrorActionPreference = 'stop'\n${command}\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\n`,
  },
  cmd: {
    extension: ".cmd",
    // Two words, not one with quotes in it: Node writes \" for a quote, which cmd.exe does not read.
    argv: (script) => ["cmd.exe", "/D", "/E:ON", "/V:OFF", "/S", "/C", "CALL", script],
    wrap: (command) => `@echo off\r\n${command.replaceAll(/\r?\n/g, "\r\n")}\r\n`,
  },
};

/**
 * Writes a command as a script file, the way `run:` does: nothing of it is pasted into another
 * command line.
 *
 * @returns program and arguments that run the script.
 */
export function writeShellScript(
  shell: Shell,
  command: string,
  temporary: string,
): readonly [string, ...string[]] {
  const template = TEMPLATES[shell];
  const script = join(
    mkdtempSync(join(temporary, "tapegate-suite-")),
    `suite${template.extension}`,
  );
  writeFileSync(script, template.wrap(command), { mode: 0o600 });
  return template.argv(script);
}
