import { isAbsolute, normalize, sep } from "node:path";
import { z } from "zod";
import { ActionError } from "../action-error.ts";
import { suiteCommandProblem } from "./suite-command.ts";

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** GitHub allows 512 characters a key; version and digest take the rest. */
const CACHE_PREFIX_CHARACTERS_MAX = 400;

/** The cache client reads the library's path as a pattern; a path that is one would save other files. */
// oxlint-disable-next-line no-control-regex -- no path that is meant has one
const PATTERN = /[*?[\]\\\u0000-\u001f]|^[!#~]/;

const relativeFolder = z
  .string()
  .transform((path) => normalize(path).replaceAll(sep, "/").replace(/\/$/, ""))
  .refine((path) => !isAbsolute(path) && path !== ".." && !path.startsWith("../"), {
    error: "must be a folder inside the workspace, written relative to it",
  });

/** The action's inputs after validation; `action.yml` says what each means. */
export interface ActionInputs {
  readonly command: string;
  readonly shell: "" | "bash" | "pwsh" | "cmd";
  readonly "working-directory": string;
  readonly mode: "auto-detect" | "replay" | "record" | "auto" | "merge";
  readonly cassettes: string;
  readonly cache: "auto" | "read" | "write" | "off";
  readonly "cache-key-prefix": string;
  readonly "on-drift": "fail" | "warn" | "ignore";
  readonly "on-unused": "fail" | "warn" | "ignore";
  readonly annotations: "auto" | "warning" | "notice" | "off";
  readonly "annotate-scope": "added" | "diff" | "all";
  readonly summary: "auto" | "always" | "off";
  readonly "check-run-id": string;
  readonly token: string;
  readonly "pass-env": readonly string[];
}

// action.yml, this schema and the README's table are one list; a test holds them equal.
const schema = z.strictObject({
  // Required but in merge mode, where no suite runs; `readActionInputs` sees to it.
  command: z.string().default(""),
  shell: choice(["", "bash", "pwsh", "cmd"]).default(""),
  "working-directory": relativeFolder.default("."),
  mode: choice(["auto-detect", "replay", "record", "auto", "merge"]).default("auto-detect"),
  cassettes: relativeFolder
    .refine((path) => path !== ".", { error: "must be a folder of its own, not the workspace" })
    .refine((path) => !PATTERN.test(path), {
      error: "must hold none of * ? [ ] \\ and no line break, and not begin with ! # ~",
    })
    .default("cassettes"),
  cache: choice(["auto", "read", "write", "off"]).default("auto"),
  "cache-key-prefix": z
    .string()
    .max(CACHE_PREFIX_CHARACTERS_MAX, {
      error: `must have at most ${CACHE_PREFIX_CHARACTERS_MAX} characters`,
    })
    .refine((prefix) => !prefix.includes(",") && !/\s/.test(prefix), {
      error: "must hold neither a comma nor white space",
    })
    .default("tapegate"),
  "on-drift": choice(["fail", "warn", "ignore"]).default("fail"),
  "on-unused": choice(["fail", "warn", "ignore"]).default("ignore"),
  annotations: choice(["auto", "warning", "notice", "off"]).default("auto"),
  "annotate-scope": choice(["added", "diff", "all"]).default("added"),
  summary: choice(["auto", "always", "off"]).default("auto"),
  "check-run-id": z
    .string()
    .regex(/^\d*$/, { error: "must be the number of a check run" })
    .default(""),
  token: z.string().default(""),
  "pass-env": z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((names) => names.every((name) => NAME.test(name)), {
      error: "must be names of environment variables, separated by spaces or commas",
    })
    .default([]),
});

/** Names of all inputs, in the order of `action.yml`. */
export const ACTION_INPUT_NAMES: readonly string[] = Object.keys(schema.shape);

/**
 * Reads every input from the variables that the runner sets (`INPUT_<NAME>`, upper case, hyphens
 * kept). An empty value means the default.
 *
 * @throws {ActionError} `ACTION_INPUT` with all problems of all inputs at once.
 */
export function readActionInputs(environment: NodeJS.ProcessEnv): ActionInputs {
  const values: Record<string, string> = {};
  for (const name of ACTION_INPUT_NAMES) {
    const value = environment[`INPUT_${name.toUpperCase()}`]?.trim();
    if (value !== undefined && value !== "") values[name] = value;
  }
  const result = schema.safeParse(values);
  const problems = (result.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0] ?? "");
    const isSecret = name === "token" || values[name] === undefined;
    return `  ${name}${isSecret ? "" : ` = ${JSON.stringify(values[name])}`}: ${issue.message}`;
  });
  const problem = commandProblem(values);
  if (problem !== undefined) problems.unshift(`  command${problem}`);
  if (result.success && problems.length === 0) return result.data;
  throw new ActionError(
    "ACTION_INPUT",
    `Cannot use the action's inputs: ${problems.length === 1 ? "one of them is" : `${problems.length} of them are`} not right\n${problems.join("\n")}`,
  );
}

/** A command is split where no shell reads it; in merge mode no suite runs. */
function commandProblem(values: Readonly<Record<string, string>>): string | undefined {
  const { command, mode, shell } = values;
  if (mode === "merge") return undefined;
  if (command === undefined) return ": is required: give the command that runs your suite";
  const problem = shell === undefined ? suiteCommandProblem(command) : undefined;
  return problem === undefined ? undefined : ` = ${JSON.stringify(command)}: ${problem}`;
}

function choice<const T extends readonly [string, ...string[]]>(
  values: T,
): z.ZodEnum<{ [K in T[number]]: K }> {
  const shown = values.filter((value) => value !== "").join(", ");
  return z.enum(values, { error: `must be one of ${shown}` });
}
