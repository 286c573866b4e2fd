import { statSync } from "node:fs";
import { resolve } from "node:path";
import { createColors } from "picocolors";
import type { Finding, Verdict } from "../../gate/verdict.ts";
import { judgeCommand } from "../../hook/judge-command.ts";
import { GateCommandError, type GateTerminal } from "./gate-terminal.ts";
import { parseFlags } from "./parse-flags.ts";
import { underline } from "./underline.ts";

/** `tapegate gate check`: what the hook would answer to one command, with everything it found. */
export async function check(argv: readonly string[], terminal: GateTerminal): Promise<number> {
  const { values, positionals } = parseFlags(argv, {
    json: { type: "boolean", default: false },
    cwd: { type: "string" },
  });
  const command = readCommand(positionals, terminal);
  const cwd = resolve(terminal.cwd, values.cwd ?? ".");
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new GateCommandError("USAGE", `Cannot judge a command in "${cwd}": it is no directory`);
  }
  const { verdict } = await judgeCommand(command, { cwd, environment: terminal.environment });
  terminal.stdout(values.json ? toJson(command, cwd, verdict) : toText(command, verdict, terminal));
  return verdict.kind === "pass" ? 0 : 1;
}

function readCommand(positionals: readonly string[], { stdin }: GateTerminal): string {
  const [command, ...rest] = positionals;
  if (rest.length > 0) {
    throw new GateCommandError(
      "USAGE",
      `Cannot check ${positionals.length} commands: quote the command as one word`,
    );
  }
  if (command !== undefined && command !== "-") return command;
  if (stdin !== undefined) return stdin;
  throw new GateCommandError("USAGE", "Cannot check a command: none is given");
}

function toJson(command: string, cwd: string, verdict: Verdict): string {
  const findings = verdict.kind === "pass" ? [] : verdict.findings;
  return `${JSON.stringify({ verdict: verdict.kind, command, cwd, findings }, undefined, 2)}\n`;
}

function toText(command: string, verdict: Verdict, terminal: GateTerminal): string {
  const { bold, green, red } = createColors(
    terminal.isTty && terminal.environment["NO_COLOR"] === undefined,
  );
  if (verdict.kind === "pass") return `${green("pass")}: the gate has no objection\n`;
  const count = verdict.findings.length;
  const heading = `${red(bold(verdict.kind))}: ${count === 1 ? "1 finding" : `${count} findings`}`;
  const parts = verdict.findings.map((finding) => {
    const { code, reason, instead, approved } = finding;
    const lines = [
      ...underline(command, finding.span).map(({ text, marks }) =>
        marks === "" ? `  ${text}` : `  ${text}\n  ${red(marks)}`,
      ),
      `  ${bold(code)}: ${reason}`,
      ...rewritten("Run instead", instead),
      ...rewritten(approvedLabel(verdict), approved),
    ];
    return lines.join("\n");
  });
  return `${[heading, ...parts].join("\n\n")}\n`;
}

function approvedLabel({ kind }: Verdict): string {
  return kind === "ask" ? "To be confirmed" : "Once the user has approved it";
}

function rewritten(label: string, command: Finding["instead"]): string[] {
  if (command === undefined) return [];
  // A command that was piped in ends with its line.
  return [`  ${label}:`, `    ${command.trimEnd().replaceAll("\n", "\n    ")}`];
}
