import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../../src/gate/decide.ts";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import { readCommands } from "../cases/command-list.ts";
import { writeScratchRepository } from "../scratch-repository.ts";
import { treeContext } from "../tree-reader.ts";

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-shell-")));
  writeScratchRepository(root);
});
afterAll(() => rmSync(root, { recursive: true }));

// The lists are confirmed against real bash and real pytest in test/confirm/gate/command-lists.test.ts.
describe.each([
  ["denied-shell.txt", "deny"],
  ["passed-shell.txt", "pass"],
] as const)("decide() on %s", (name, kind) => {
  test.each(readCommands(name).map(({ command }) => [command] as const))("%s", (command) => {
    const verdict = decide(command, treeContext(root), DEFAULT_POLICY);
    expect(verdict.kind, JSON.stringify(verdict)).toBe(kind);
  });
});
