import type { ProviderMount } from "../../exchange/dialect.ts";
import { codeBlock } from "../../report/escape-markdown.ts";
import type { ActionInputs } from "../inputs/action-inputs.ts";
import { recordCommand, shellWord } from "./record-command.ts";

/** What is said, once, where there are no cassettes at all. */
export interface NoCassettes {
  readonly title: string;
  /** For an annotation. */
  readonly message: string;
  /** For the summary. */
  readonly markdown: string;
}

/** Says how to get cassettes, in the words of this step: its own command, folders and providers. */
export function noCassettes(
  inputs: ActionInputs,
  /** Providers that the suite asked. */
  providers: readonly Pick<ProviderMount, "credentials">[],
  /** Where it is known. */
  defaultBranch = "main",
): NoCassettes {
  const job = recordJob(inputs, providers, defaultBranch);
  const own = [recordCommand(inputs, "record"), `git add ${shellWord(inputs.cassettes)}`];
  // A subshell, so that the second command runs where the first one began.
  const isElsewhere = own[0]!.startsWith("cd ");
  const commands = isElsewhere ? [`(${own[0]!})`, own[1]!] : own;
  return {
    title: "No cassettes yet",
    message: `Cannot replay: there are no cassettes in "${inputs.cassettes}", neither committed nor restored from the cache. Get them in one of two ways:
1. a job on the default branch that has a provider key; it records and saves them into the cache:
${job}
2. or record and commit them: ${commands.join(" && ")}`,
    markdown: `### No cassettes yet

There are no cassettes in the library, neither committed nor restored from the cache. Get them in one of two ways.

1. A job on the default branch that has a provider key records them and saves them into the cache:

${codeBlock(job, "yaml")}

2. Record and commit them:

${codeBlock(commands.join("\n"), "sh")}`,
  };
}

/** Inputs that the recording step must share with this one, where they are not the defaults. */
const SHARED: readonly (readonly [name: keyof ActionInputs, usual: string])[] = [
  ["command", ""],
  ["shell", ""],
  ["working-directory", "."],
  ["cassettes", "cassettes"],
  ["cache-key-prefix", "tapegate"],
];

function recordJob(
  inputs: ActionInputs,
  providers: readonly Pick<ProviderMount, "credentials">[],
  defaultBranch: string,
): string {
  const given = SHARED.filter(([name, usual]) => inputs[name] !== usual);
  const keys = keyNames(providers);
  return [
    "on:",
    `  push: { branches: [${yamlWord(defaultBranch)}] }`,
    "permissions: { contents: read }",
    "jobs:",
    "  record:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
    "        with: { persist-credentials: false }",
    "      - uses: <owner>/tapegate@v1",
    "        with:",
    ...given.map(([name]) => `          ${name}: ${yamlText(String(inputs[name]))}`),
    "        env:",
    ...keys.map((name) => `          ${name}: \${{ secrets.${name} }}`),
  ].join("\n");
}

/** The variables by which the SDKs of these providers take their keys; one pair for AWS. */
function keyNames(providers: readonly Pick<ProviderMount, "credentials">[]): readonly string[] {
  const names = providers.flatMap(({ credentials }) => {
    const [first, ...others] = Object.keys(credentials);
    if (first === undefined) return [];
    return [first, ...others.filter((other) => other === "AWS_SECRET_ACCESS_KEY")];
  });
  return names.length === 0 ? ["OPENAI_API_KEY"] : [...new Set(names)];
}

/** A word in a list in brackets; YAML makes truth values of some. */
function yamlWord(text: string): string {
  const isPlain =
    /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function yamlText(text: string): string {
  return /^[A-Za-z][\w ./=-]*$/.test(text) ? text : JSON.stringify(text);
}
