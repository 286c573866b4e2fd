import { expect, test } from "vitest";
import { readActionInputs } from "../../src/action/inputs/action-inputs.ts";
import { recordCommand } from "../../src/action/report/record-command.ts";

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
