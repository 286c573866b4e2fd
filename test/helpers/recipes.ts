import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readActionInputs } from "../../src/action/inputs/action-inputs.ts";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { noCassettes } from "../../src/action/report/no-cassettes.ts";
import { ROOT } from "./node-runtimes.ts";

/** A workflow that people are told to copy. */
export interface Recipe {
  /** `README.md, 3rd` */
  readonly name: string;
  readonly text: string;
}

/** One step of a workflow. */
export interface RecipeStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a recipe is, as far as tests look at it. */
export interface RecipeWorkflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: unknown; readonly steps: readonly RecipeStep[] }>
  >;
}

const WITHOUT = noCassettes(
  readActionInputs({
    INPUT_COMMAND: `A="b: c" npx vitest run`,
    "INPUT_WORKING-DIRECTORY": "packages/a",
    INPUT_CASSETTES: "packages/a/tapes #1",
  }),
  PROVIDERS.filter(({ name }) => name === "anthropic" || name === "bedrock"),
  "release/2026,#1",
);

/** Every YAML block of README and documentation that uses an action, and the one in the action's own messages. */
export function readRecipes(): readonly Recipe[] {
  const documents = ["README.md", ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`)];
  const written = documents
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name, readFileSync(join(ROOT, name), "utf8")] as const);
  return [...written, ["the message without cassettes", WITHOUT.markdown] as const].flatMap(
    ([name, text]) =>
      [...text.matchAll(/^```ya?ml\n([^]*?)^```$/gm)]
        .map(([, block]) => block!)
        .filter((block) => /^\s*(?:- )?uses:/m.test(block))
        .map((block, index) => ({ name: `${name}, ${index + 1}`, text: block })),
  );
}

/** Reads a recipe as YAML 1.2, in which GitHub reads workflows. */
export function parseRecipe({ text }: Recipe): RecipeWorkflow {
  return parse(text) as RecipeWorkflow;
}
