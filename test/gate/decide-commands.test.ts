import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../src/gate/decide.ts";
import { DEFAULT_POLICY } from "../../src/gate/policy/policy.ts";
import type { Verdict } from "../../src/gate/verdict.ts";
import { readCommands } from "./cases/command-list.ts";
import { writeScratchRepository } from "./scratch-repository.ts";
import { treeContext } from "./tree-reader.ts";

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-decide-")));
  writeScratchRepository(root);
});
afterAll(() => rmSync(root, { recursive: true }));

const judge = (command: string): Verdict => decide(command, treeContext(root), DEFAULT_POLICY);

// The lists are confirmed against real bash and real pytest in test/confirm/gate.
describe.each([
  ["denied-commands.txt", "deny"],
  ["passed-commands.txt", "pass"],
  ["denied-programs.txt", "deny"],
  ["passed-programs.txt", "pass"],
] as const)("%s", (name, kind) => {
  test.each(readCommands(name).map(({ heading, command }) => [heading, command] as const))(
    "%s: %s",
    (_, command) => {
      const verdict = judge(command);
      expect(verdict.kind, JSON.stringify(verdict)).toBe(kind);
      if (verdict.kind === "pass") return;
      for (const { span, reason, instead, approved } of verdict.findings) {
        expect(reason).not.toBe("");
        expect(command.slice(span.start, span.end)).not.toBe("");
        for (const offered of [instead, approved].filter((text) => text !== undefined)) {
          expect(judge(offered), offered).toEqual({ kind: "pass" });
        }
      }
    },
  );
});
