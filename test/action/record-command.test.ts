import { describe, expect, test } from "vitest";
import { readActionInputs } from "../../src/action/inputs/action-inputs.ts";
import { recordCommand, shownCommand } from "../../src/action/report/record-command.ts";

test.each([
  [{ COMMAND: "pytest -m unit" }, "npx tapegate auto --cassettes cassettes -- pytest -m unit"],
  [
    { COMMAND: `A=1 pytest -k "a b"` },
    "A=1 npx tapegate auto --cassettes cassettes -- pytest -k 'a b'",
  ],
  [
    { COMMAND: "npx vitest run", "WORKING-DIRECTORY": "packages/a b", CASSETTES: "tests/c" },
    `cd 'packages/a b' && npx tapegate auto --cassettes "$OLDPWD"/tests/c -- npx vitest run`,
  ],
  [
    { COMMAND: "false || echo 'it''s'", SHELL: "bash" },
    `npx tapegate auto --cassettes cassettes -- bash -eo pipefail -c 'false || echo '\\''it'\\'''\\''s'\\'''`,
  ],
  [
    { COMMAND: "exit 0", SHELL: "pwsh" },
    "npx tapegate auto --cassettes cassettes -- pwsh -command 'exit 0'",
  ],
  [{ COMMAND: "dir", SHELL: "cmd" }, "npx tapegate auto --cassettes cassettes -- cmd /D /S /C dir"],
  [
    { MODE: "merge", "WORKING-DIRECTORY": "reports" },
    "npx tapegate auto --cassettes cassettes -- <your suite>",
  ],
])("%j", (inputs, command) => {
  const environment = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value]),
  );
  expect(recordCommand(readActionInputs(environment))).toBe(command);
});

describe("a job that merges names the command of its shards", () => {
  const suite = { exitCode: 0, signal: null, durationMs: 1, endedBy: "itself" as const };
  const merged = (command: readonly string[], cassettes = "tests/tapes"): string =>
    recordCommand(readActionInputs({ INPUT_MODE: "merge" }), "auto", {
      suite: { ...suite, command },
      cassettes,
    });

  test.each<[readonly string[], string]>([
    [["pytest", "-k", "a b"], "npx tapegate auto --cassettes tests/tapes -- pytest -k 'a b'"],
    [
      ["bash", "-eo", "pipefail", "-c", "make a\nmake b"],
      "npx tapegate auto --cassettes tests/tapes -- bash -eo pipefail -c 'make a\nmake b'",
    ],
    [["$(id)", "`id`"], "npx tapegate auto --cassettes tests/tapes -- '$(id)' '`id`'"],
    [[], "npx tapegate auto --cassettes tests/tapes -- <your suite>"],
    [["a\u202eb"], "npx tapegate auto --cassettes tests/tapes -- <your suite>"],
    [["\u001b[2J"], "npx tapegate auto --cassettes tests/tapes -- <your suite>"],
    [["x".repeat(3000)], "npx tapegate auto --cassettes tests/tapes -- <your suite>"],
  ])("%j", (command, expected) => {
    expect(merged(command)).toBe(expected);
  });

  test("its own input wins, and a library that nobody could read is not named", () => {
    const inputs = readActionInputs({ INPUT_MODE: "merge", INPUT_COMMAND: "npm test" });
    const shards = { suite: { ...suite, command: ["evil"] }, cassettes: "a\u202eb" };
    expect(recordCommand(inputs, "auto", shards)).toBe(
      "npx tapegate auto --cassettes cassettes -- npm test",
    );
  });

  test("a shell's script is named by its text, not by the file that this step made of it", () => {
    expect(shownCommand({ command: "a && b", shell: "bash" })).toEqual([
      "bash",
      "-eo",
      "pipefail",
      "-c",
      "a && b",
    ]);
    expect(shownCommand({ command: "a", shell: "" })).toBeUndefined();
  });
});
