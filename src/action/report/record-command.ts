import type { ActionInputs } from "../inputs/action-inputs.ts";
import { parseSuiteCommand } from "../inputs/suite-command.ts";

/**
 * The command line that records what drifted, for a POSIX shell in the repository's root. `auto`
 * replays what is recorded and asks the provider for the rest: exactly these requests; `record` asks for
 * all. `npx` needs no installation.
 */
export function recordCommand(inputs: ActionInputs, mode: "auto" | "record" = "auto"): string {
  const isElsewhere = inputs.mode !== "merge" && inputs["working-directory"] !== ".";
  const folder = isElsewhere ? `cd ${shellWord(inputs["working-directory"])} && ` : "";
  const cassettes = isElsewhere
    ? `"$OLDPWD"/${shellWord(inputs.cassettes)}`
    : shellWord(inputs.cassettes);
  const { before, suite } = suiteWords(inputs);
  return `${folder}${before}npx tapegate ${mode} --cassettes ${cassettes} -- ${suite}`;
}

function suiteWords({ command, shell }: ActionInputs): {
  readonly before: string;
  readonly suite: string;
} {
  // A job that merges reports need not know the suite.
  if (command === "") return { before: "", suite: "<your suite>" };
  switch (shell) {
    case "bash":
      return { before: "", suite: `bash -eo pipefail -c ${shellWord(command)}` };
    case "pwsh":
      return { before: "", suite: `pwsh -command ${shellWord(command)}` };
    case "cmd":
      return { before: "", suite: `cmd /D /S /C ${shellWord(command)}` };
    case "": {
      const { argv, environment } = parseSuiteCommand(command);
      const assignments = Object.entries(environment).map(
        ([name, value]) => `${name}=${shellWord(value)} `,
      );
      return { before: assignments.join(""), suite: argv.map(shellWord).join(" ") };
    }
  }
}

/** A word as a POSIX shell reads it back. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
