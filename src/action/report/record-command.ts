import type { RunReport } from "../../report/run-report.ts";
import type { ActionInputs } from "../inputs/action-inputs.ts";
import { parseSuiteCommand } from "../inputs/suite-command.ts";

/** What a united report says of its shards' suite. */
export type ShardFacts = Pick<RunReport, "suite" | "cassettes">;

/**
 * The command line that records what drifted, for a POSIX shell in the repository's root. `auto`
 * replays what is recorded and asks the provider for the rest: exactly these requests; `record` asks for
 * all. `npx` needs no installation. A job that merges need not know suite and library: the reports
 * of its shards do.
 */
export function recordCommand(
  inputs: ActionInputs,
  mode: "auto" | "record" = "auto",
  shards?: ShardFacts,
): string {
  const isMerge = inputs.mode === "merge";
  const isElsewhere = !isMerge && inputs["working-directory"] !== ".";
  const folder = isElsewhere ? `cd ${shellWord(inputs["working-directory"])} && ` : "";
  const library = shellWord(isMerge ? cassettesOf(shards, inputs) : inputs.cassettes);
  const cassettes = isElsewhere ? `"$OLDPWD"/${library}` : library;
  const { before, suite } = suiteWords(inputs, shards);
  return `${folder}${before}npx tapegate ${mode} --cassettes ${cassettes} -- ${suite}`;
}

/**
 * Program and arguments as a person would start them; `undefined` where that is how they are started
 * anyway. A shell's script is a file of this step, which nobody else has.
 */
export function shownCommand({
  command,
  shell,
}: Pick<ActionInputs, "command" | "shell">): readonly string[] | undefined {
  switch (shell) {
    case "bash":
      return ["bash", "-eo", "pipefail", "-c", command];
    case "pwsh":
      return ["pwsh", "-command", command];
    case "cmd":
      return ["cmd", "/D", "/S", "/C", command];
    case "":
      return undefined;
  }
}

const UNKNOWN_SUITE = "<your suite>";
/** A command that is longer is none that a person would copy. */
const COMMAND_CHARACTERS_MAX = 2000;
/** Control characters, and those that nobody sees: a shard's report may come from anywhere. */
const UNSEEN = /(?![\t\n])[\p{C}\p{Zl}\p{Zp}]/u;

function cassettesOf(shards: ShardFacts | undefined, inputs: ActionInputs): string {
  return shards === undefined || UNSEEN.test(shards.cassettes)
    ? inputs.cassettes
    : shards.cassettes;
}

function suiteWords(
  inputs: ActionInputs,
  shards: ShardFacts | undefined,
): { readonly before: string; readonly suite: string } {
  if (inputs.command === "") return { before: "", suite: suiteOf(shards) };
  const shown = shownCommand(inputs);
  if (shown !== undefined) return { before: "", suite: shown.map(shellWord).join(" ") };
  const { argv, environment } = parseSuiteCommand(inputs.command);
  const assignments = Object.entries(environment).map(
    ([name, value]) => `${name}=${shellWord(value)} `,
  );
  return { before: assignments.join(""), suite: argv.map(shellWord).join(" ") };
}

function suiteOf(shards: ShardFacts | undefined): string {
  const words = shards?.suite?.command ?? [];
  const suite = words.map(shellWord).join(" ");
  const isUsable =
    words.length > 0 &&
    suite.length <= COMMAND_CHARACTERS_MAX &&
    !words.some((w) => UNSEEN.test(w));
  return isUsable ? suite : UNKNOWN_SUITE;
}

/** A word as a POSIX shell reads it back. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
