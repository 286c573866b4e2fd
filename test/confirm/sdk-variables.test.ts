// Which variables the installed SDKs read for where they ask: each leads to the gateway, or is known not to.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { missing, ROOT } from "../helpers/node-runtimes.ts";

const skip = missing("the providers' Python SDKs", join(ROOT, ".venv/bin/python"));

const PYTHON = "anthropic google/genai groq ollama openai zai".split(" ");
const JAVASCRIPT =
  "@ai-sdk @anthropic-ai @google/genai @mistralai/mistralai cohere-ai groq-sdk ollama openai".split(
    " ",
  );
const OWN =
  "@cerebras @deepgram @huggingface @openrouter @perplexity-ai replicate together-ai voyageai writer-sdk".split(
    " ",
  );

/** A variable of the environment whose name ends like an address. */
const READ =
  /(?:environ(?:\.get\(|\[)|getenv\(|readEnv\(|process\.env(?:\.|\[)|environmentVariableName: )\s*["'`]?([A-Z][A-Z0-9_]*_(?:URL|ENDPOINT|API_BASE|HOST))\b/gu;

/** They lead to no model. */
const NO_ANSWERS: ReadonlySet<string> = new Set([
  "MISTRAL_OTLP_TRACES_ENDPOINT",
  "MISTRAL_TELEMETRY_BASE_URL",
]);

describe.skipIf(skip !== undefined)("The variables of installed SDKs", () => {
  const sitePackages = sitePackagesOf(join(ROOT, ".venv/lib"));
  test.each([
    ...PYTHON.map((name) => [name, join(sitePackages, name)] as const),
    ...JAVASCRIPT.map((name) => [name, join(ROOT, "node_modules", name)] as const),
    ...OWN.map((name) => [name, join(ROOT, "test/confirm/own-sdks/node_modules", name)] as const),
  ])("%s", (_name, folder) => {
    const exported = new Set(PROVIDERS.flatMap(({ env }) => Object.keys(env)));
    const read = variablesBelow(folder);
    expect([...read].filter((name) => !exported.has(name) && !NO_ANSWERS.has(name))).toEqual([]);
  });

  test("are found at all", () => {
    expect([...variablesBelow(join(sitePackages, "anthropic"))]).toContain(
      "ANTHROPIC_VERTEX_BASE_URL",
    );
    expect([...variablesBelow(join(ROOT, "node_modules/openai"))]).toContain("OPENAI_BASE_URL");
  });
});

function sitePackagesOf(lib: string): string {
  const [python = ""] = existsSync(lib) ? readdirSync(lib) : [];
  return join(lib, python, "site-packages");
}

function variablesBelow(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/(?<!\.d)\.(?:py|m?js)$/u.test(name)) continue;
    for (const [, variable = ""] of readFileSync(join(folder, name), "utf8").matchAll(READ)) {
      names.add(variable);
    }
  }
  return names;
}
