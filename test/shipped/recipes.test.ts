import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readActionInputs } from "../../src/action/inputs/action-inputs.ts";
import { parseSuiteCommand } from "../../src/action/inputs/suite-command.ts";
import { ROOT } from "../helpers/node-runtimes.ts";
import { parseRecipe, readRecipes } from "../helpers/recipes.ts";

const recipes = readRecipes();
const OWN = "<owner>/tapegate@v1";

/** `owner/name@commit # version` of every action that this repository's own workflows use. */
const pins = new Set(
  readdirSync(join(ROOT, ".github/workflows")).flatMap((name) =>
    pinsOf(readFileSync(join(ROOT, ".github/workflows", name), "utf8")),
  ),
);

test("the README has each of the recipes that people look for", () => {
  const section = readFileSync(join(ROOT, "README.md"), "utf8").split("\n### Recipes\n")[1]!;
  const titles = [...section.split("\n## ")[0]!.matchAll(/^\*\*([^*]+)\*\*/gm)];
  expect(titles.map(([, title]) => title)).toEqual([
    "Record on main, replay everywhere.",
    "Committed cassettes.",
    "Safe for forks.",
    "A matrix.",
    "A monorepo.",
  ]);
  expect(recipes.filter(({ name }) => name.startsWith("README.md")).length).toBe(6);
});

describe.each(recipes.map((recipe) => [recipe.name, recipe] as const))("%s", (_, recipe) => {
  const { on, permissions, jobs } = parseRecipe(recipe);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const own = steps.filter(({ uses }) => uses?.includes("tapegate") === true);

  test("is a whole workflow that uses the action", () => {
    expect(on).toBeTruthy();
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ uses }) => uses)).toEqual(own.map(() => OWN));
  });

  test("gives the action inputs that it has, with values that it takes", () => {
    for (const { with: inputs = {} } of own) {
      const written = Object.entries(inputs);
      const environment = Object.fromEntries(
        written.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, withoutExpressions(value)]),
      );
      const read = readActionInputs(environment);
      expect(Object.keys(read)).toEqual(expect.arrayContaining(written.map(([name]) => name)));
      if (read.mode !== "merge" && read.command !== "<your suite>") {
        expect(parseSuiteCommand(read.command).argv.length).toBeGreaterThan(0);
      }
      // YAML 1.1 readers, of which there are some, make a boolean of a bare `off`.
      expect(written.filter(([, value]) => typeof value !== "string")).toEqual([]);
    }
  });

  test("pins every other action by commit, the one that this repository's workflows pin", () => {
    const others = pinsOf(recipe.text).filter((pin) => !pin.startsWith(OWN));
    expect(others.filter((pin) => !pins.has(pin) && pin !== DOWNLOAD)).toEqual([]);
  });

  test("asks for the permissions that it needs and for no others", () => {
    const given = permissions as Readonly<Record<string, string>> | undefined;
    const writes = Object.entries(given ?? {}).filter(([, right]) => right === "write");
    const isToWrite = /checks: write|workflow_run/.test(recipe.text);
    expect(writes.length).toBe(isToWrite ? 1 : 0);
  });
});

describe("the recipe for comments on pull requests of forks", () => {
  const recipe = recipes.find(({ text }) => text.includes("workflow_run:"))!;
  const step = Object.values(parseRecipe(recipe).jobs)
    .flatMap((job) => job.steps)
    .find(({ run }) => run !== undefined)!;
  /** A branch name as hostile as git allows. */
  const branch = 'topic;$(touch${IFS}pwned)&`id`"';

  /** Runs the step's script with a stand-in for gh that knows one pull request. */
  function comment(known: { readonly sha: string; readonly head: string }): {
    readonly status: number | null;
    readonly calls: readonly (readonly string[])[];
    readonly folder: string;
  } {
    const folder = mkdtempSync(join(tmpdir(), "tapegate-recipe-"));
    writeFileSync(
      join(folder, "gh"),
      `#!${process.execPath}
       const args = process.argv.slice(2);
       require("node:fs").appendFileSync("calls", JSON.stringify(args) + "\\n");
       const isAsked = args.includes("repos/o/r/pulls") && args.includes("state=open")
         && args.includes("head=" + ${JSON.stringify(known.head)})
         && args.at(-1).includes(".head.sha == env.SHA") && process.env.SHA === ${JSON.stringify(known.sha)};
       if (args[0] === "api" && isAsked) console.log("7");`,
      { mode: 0o755 },
    );
    writeFileSync(join(folder, "summary.md"), "## Drift\n");
    const run = spawnSync("bash", ["-e", "-c", step.run!], {
      cwd: folder,
      env: {
        PATH: `${folder}:${process.env["PATH"]}`,
        REPO: "o/r",
        OWNER: "mallory",
        BRANCH: branch,
        SHA: "1".repeat(40),
        SUMMARY: join(folder, "summary.md"),
      },
    });
    const calls = readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
    return { status: run.status, calls: calls.map((line) => JSON.parse(line)), folder };
  }

  test("finds a fork's pull request by owner and branch, whatever the branch is called", () => {
    const { status, calls, folder } = comment({ sha: "1".repeat(40), head: `mallory:${branch}` });
    expect(status).toBe(0);
    expect(calls[1]).toEqual(["pr", "comment", "7", "--repo", "o/r", "--body-file", "body.md"]);
    expect(readdirSync(folder).toSorted()).toEqual(["body.md", "calls", "gh", "summary.md"]);
  });

  test.each([
    ["another head commit", { sha: "2".repeat(40), head: `mallory:${branch}` }],
    ["another fork's branch", { sha: "1".repeat(40), head: `octocat:${branch}` }],
  ])("comments nowhere on %s", (_, known) => {
    const { status, calls } = comment(known);
    expect(status).not.toBe(0);
    expect(calls).toHaveLength(1);
  });

  test("pastes nothing into its script", () => {
    expect(step.run).not.toContain("${{");
    expect(Object.values(step.env ?? {}).join(" ")).toContain(
      "github.event.workflow_run.head_repository.owner.login",
    );
  });
});

/** No workflow of this repository downloads an artifact. */
const DOWNLOAD = "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1";

function pinsOf(text: string): readonly string[] {
  return [...text.matchAll(/uses: (\S+(?: # v\S+)?)/g)].map(([, pin]) => pin!);
}

/** Stands for what GitHub would put in place of an expression. */
function withoutExpressions(value: unknown): string {
  return String(value).replaceAll(/\$\{\{[^}]*\}\}/g, "x");
}
