import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../../src/gate/decide.ts";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import type { Verdict } from "../../../src/gate/verdict.ts";
import { readCommands } from "../../gate/cases/command-list.ts";
import { writeScratchRepository } from "../../gate/scratch-repository.ts";
import { treeContext } from "../../gate/tree-reader.ts";

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-decide-")));
  writeScratchRepository(root);
});
afterAll(() => rmSync(root, { recursive: true }));

const judge = (command: string): Verdict => decide(command, treeContext(root), DEFAULT_POLICY);
const denied = ["denied-commands.txt", "denied-shell.txt"].flatMap((name) => readCommands(name));
const passed = ["passed-commands.txt", "passed-shell.txt"].flatMap((name) => readCommands(name));

describe("decide() tells where the approval belongs", () => {
  test("what it rewrites passes", { timeout: 60_000 }, () => {
    const rewritten = denied.flatMap(({ command }) => {
      const verdict = judge(command);
      return verdict.kind === "pass" ? [] : (verdict.findings[0].approved ?? []);
    });
    expect(rewritten.length).toBeGreaterThan(denied.length / 2);
    expect(rewritten.filter((command) => judge(command).kind !== "pass")).toEqual([]);
  });
});

const WRAPPERS: readonly (readonly [before: string, after: string])[] = [
  ["{ ", "\n}"],
  ["( ", "\n)"],
  ["if true; then ", "\nfi"],
  ["while true; do ", "\ndone"],
  ["true && { ", "\n}"],
  ["! { ", "\n}"],
  ["f() { ", "\n}; f"],
  ["x=$( ", "\n)"],
  ["cat <( ", "\n)"],
  ["echo done; ", ""],
  ["", "\necho done"],
];

describe("decide() holds under what surrounds a command", () => {
  // Every third of them: the generator in test/confirm wraps them in all ways that there are.
  const single = denied
    .filter(({ command }) => !/<<|alias|^\)|\\$/.test(command))
    .filter((_, index) => index % 3 === 0)
    // In bash too a division by zero drops the whole of what surrounds it, and `break` ends a loop around it.
    .filter(({ command }) => !/1\/0|^(?:break|continue)\b/.test(command));
  test.each(WRAPPERS)(
    "a denied command stays denied in %j … %j",
    { timeout: 60_000 },
    (before, after) => {
      const escaped = single
        .map(({ command }) => `${before}${command}${after}`)
        .filter((command) => judge(command).kind !== "deny");
      expect(escaped).toEqual([]);
    },
  );

  test("a harmless segment changes nothing", { timeout: 60_000 }, () => {
    const all = [...passed, ...denied].filter(({ command }) => !/<<|\\$/.test(command));
    const changed = all.filter(
      ({ command }) => judge(`ls -la\n${command}\ngit status`).kind !== judge(command).kind,
    );
    expect(changed.map(({ command }) => command)).toEqual([]);
  });
});

describe("decide() comes to an end", () => {
  test.each([
    ["(", 100_000],
    ["$(", 50_000],
    ['"$(', 30_000],
    ["`", 50_000],
    ["<<E ", 30_000],
    ["if ", 30_000],
    ["${x:-", 20_000],
    ["eval ", 30_000],
    ["$((", 30_000],
    ["while pytest tests/e2e; do ", 2_000],
    ["f() { ", 5_000],
  ])("hostile nesting of %j is denied", { timeout: 30_000 }, (piece, count) => {
    const verdict = judge(`${piece.repeat(count)} pytest tests/e2e`);
    expect(verdict.kind).toBe("deny");
  });

  test.each([1_000, 4_000, 60_000])("a directory %i levels deep takes few questions", (levels) => {
    const context = treeContext(root);
    let letters = 0;
    const counting =
      <T>(ask: (path: string) => T) =>
      (path: string): T => {
        letters += path.length;
        return ask(path);
      };
    const files = {
      root: context.files.root,
      kind: counting((path) => context.files.kind(path)),
      resolve: counting((path) => context.files.resolve(path)),
      readText: counting((path) => context.files.readText(path)),
      list: counting((path) => context.files.list(path)),
    };
    const command = `cd ${"a/".repeat(levels)}; pytest tests/e2e`;
    expect(decide(command, { ...context, files }, DEFAULT_POLICY).kind).toBe("deny");
    expect(letters).toBeLessThan(500_000);
  });

  test("the time grows with the length, not with its square", { timeout: 60_000 }, () => {
    const shapes = ["echo a && ", "pytest tests/unit; ", "X=$(ls) ; ", "cat a | ", "# pytest\n"];
    for (const shape of shapes) {
      const time = (count: number): number => {
        const command = `${shape.repeat(count)} true`;
        const start = process.cpuUsage();
        judge(command);
        return process.cpuUsage(start).user / 1_000;
      };
      time(2_000);
      const short = Math.max(time(1_000), time(1_000), 5);
      const long = Math.min(time(8_000), time(8_000), time(8_000));
      // Eight times the text: a square would take sixty-four times as long.
      expect(long, shape).toBeLessThan(28 * short);
    }
  });
});
