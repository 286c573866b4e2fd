import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ACTION_INPUT_NAMES, readActionInputs } from "../../src/action/inputs/action-inputs.ts";
import { ROOT } from "../helpers/node-runtimes.ts";

interface ActionFile {
  readonly inputs: Record<string, { default?: string; required?: boolean; description: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: Record<string, string>;
}

const action = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as ActionFile;

describe("action.yml and the schema", () => {
  test("name the same inputs in the same order", () => {
    expect(Object.keys(action.inputs)).toEqual(ACTION_INPUT_NAMES);
  });

  test("agree on every default", () => {
    const read = readActionInputs({ INPUT_COMMAND: "pytest" });
    for (const [name, { default: value }] of Object.entries(action.inputs)) {
      if (name === "command" || value?.startsWith("${{") === true) continue;
      const wanted = name === "pass-env" ? [] : value;
      expect([name, read[name as keyof typeof read]]).toEqual([name, wanted]);
    }
  });

  test("every input and output says what it means", () => {
    for (const { description } of [
      ...Object.values(action.inputs),
      ...Object.values(action.outputs),
    ]) {
      expect(description.length).toBeGreaterThan(10);
    }
  });

  test("the action runs on Node 24 from committed bundles", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/main.cjs", post: "dist/post.cjs" });
  });
});

describe("readActionInputs()", () => {
  test("reports every problem of every input at once, each with its way out", () => {
    const read = (): unknown =>
      readActionInputs({
        INPUT_MODE: "reply",
        INPUT_CASSETTES: "../outside",
        "INPUT_ON-DRIFT": "explode",
        "INPUT_CACHE-KEY-PREFIX": "a,b",
        "INPUT_CHECK-RUN-ID": "x",
        "INPUT_PASS-ENV": "A-B",
        INPUT_SHELL: "zsh",
        INPUT_TOKEN: "ghs_secret",
      });
    expect(read).toThrowError(/7 of them|8 of them/);
    expect(read).toThrowError(/command: is required/);
    expect(read).toThrowError(/mode = "reply": must be one of auto-detect, replay, record, auto/);
    expect(read).toThrowError(/cassettes = "\.\.\/outside": must be a folder inside the workspace/);
    expect(read).toThrowError(/on-drift = "explode": must be one of fail, warn, ignore/);
    expect(read).toThrowError(/cache-key-prefix = "a,b": must hold neither a comma/);
    expect(read).toThrowError(/check-run-id = "x": must be the number of a check run/);
    expect(read).toThrowError(/pass-env = "A-B": must be names/);
    expect(read).toThrowError(/shell = "zsh": must be one of bash, pwsh, cmd/);
    expect(read).not.toThrowError(/ghs_secret/);
  });

  test("reports what is wrong with the command beside the others", () => {
    const read = (inputs: NodeJS.ProcessEnv) => (): unknown => readActionInputs(inputs);
    const quote = { INPUT_COMMAND: "it's", INPUT_MODE: "reply" };
    expect(read(quote)).toThrowError(
      /2 of them.*\n {2}command = "it's": a quote \('\) is not closed\. Set "shell: bash"/,
    );
    expect(read(quote)).toThrowError(/mode = "reply"/);
    expect(read({ INPUT_COMMAND: "A=1" })).toThrowError(
      /command = "A=1": it names no program, only assignments\. Write/,
    );
    expect(read({ INPUT_COMMAND: "a && b", INPUT_SHELL: "bash" })).not.toThrowError();
    expect(read({ INPUT_COMMAND: "it's", INPUT_MODE: "merge" })).not.toThrowError();
  });

  test.each([
    ["./cassettes/", "cassettes"],
    ["a//b/../c", "a/c"],
  ])("normalises the folder %s", (given, wanted) => {
    expect(readActionInputs({ INPUT_COMMAND: "x", INPUT_CASSETTES: given }).cassettes).toBe(wanted);
  });

  test.each(["/abs", "..", "a/../..", ".", "a*", "a[b]", "a?", "!a", "~/a", "#a", "a\\b", "a\nb"])(
    "refuses the cassette folder %j",
    (given) => {
      expect(() => readActionInputs({ INPUT_COMMAND: "x", INPUT_CASSETTES: given })).toThrowError(
        /cassettes = /,
      );
    },
  );

  test("splits names to pass at blanks and commas", () => {
    const { "pass-env": names } = readActionInputs({
      INPUT_COMMAND: "x",
      "INPUT_PASS-ENV": "DB_PASSWORD, NPM_TOKEN\nX",
    });
    expect(names).toEqual(["DB_PASSWORD", "NPM_TOKEN", "X"]);
  });
});
