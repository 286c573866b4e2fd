import { expect, test } from "vitest";
import { startHint } from "../../src/suite/spawn-suite.ts";

test.each([
  ["pytest", "linux", ".venv/bin/pytest"],
  ["npm", "darwin", "./node_modules/.bin/npm"],
  ["npx", "win32", 'set "shell: pwsh"'],
  ["npm test", "win32", "sh -c 'npm test'"],
] as const)("what to do where %s is not found on %s", (program, platform, said) => {
  expect(startHint(program, platform)).toContain(said);
});
