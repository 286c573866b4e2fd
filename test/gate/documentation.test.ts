import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../src/gate/decide.ts";
import { DEFAULT_POLICY } from "../../src/gate/policy/policy.ts";
import { policyJsonSchema } from "../../src/gate/policy/policy-json-schema.ts";
import { readPolicy } from "../../src/gate/policy/read-policy.ts";
import { RUNNER_PRESETS } from "../../src/gate/runners/runner-presets.ts";
import { RUNNER_PROGRAMS } from "../../src/gate/runners/runner-names.ts";
import { ROOT } from "../helpers/node-runtimes.ts";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { writeScratchRepository } from "./scratch-repository.ts";
import { treeContext } from "./tree-reader.ts";

const gatePage = readFileSync(join(ROOT, "docs/gate.md"), "utf8");
const policyPage = readFileSync(join(ROOT, "docs/gate-policy.md"), "utf8");

let repository = "";

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), "tapegate-docs-"));
  writeScratchRepository(repository);
});

describe("docs/gate.md", () => {
  const rows = [...gatePage.matchAll(/^\| `(.+)` \| (pass|deny) \|$/gm)].map(
    ([, command = "", verdict = ""]) => ({
      command: command.replaceAll("\\|", "|"),
      verdict,
    }),
  );

  test("has a table of forms", () => {
    expect(rows.length).toBeGreaterThan(40);
  });

  test.each(rows)("says $verdict of $command", ({ command, verdict }) => {
    expect(decide(command, treeContext(repository), DEFAULT_POLICY).kind).toBe(verdict);
  });

  test("names every task runner that is read", () => {
    const listed = /^Task runners are read, never run: ([^.]*)\./m.exec(gatePage)?.[1] ?? "";
    const names = [...listed.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    const other = new Set(["gmake", "go-task", "pnpx", "bunx", "rtx", "npm-run-all2"]);
    expect(new Set(names)).toEqual(
      new Set([...RUNNER_PROGRAMS].filter((name) => !other.has(name))),
    );
  });
});

describe("docs/gate-policy.md", () => {
  test("shows the defaults", () => {
    const [, text = ""] = /```json\n([^`]*"testRoots"[^`]*)```/.exec(policyPage) ?? [];
    const { gate } = JSON.parse(text) as { gate: unknown };
    expect(gate).toEqual(DEFAULT_POLICY);
    expect(readPolicy(gate, "gate")).toEqual({ kind: "policy", policy: DEFAULT_POLICY });
  });

  test("has examples that are valid", () => {
    for (const member of ["wrappers", "runners"]) {
      const [, text = ""] =
        new RegExp(`\`\`\`json\n(\\{ "${member}"[^\`]*)\`\`\``).exec(policyPage) ?? [];
      expect(readPolicy(JSON.parse(text), "gate").kind).toBe("policy");
    }
  });

  test("names every preset", () => {
    const listed = [...policyPage.matchAll(/^\| `([\w-]+)` \| /gm)].map(([, name]) => name);
    expect([...RUNNER_PRESETS.keys()].filter((name) => !listed.includes(name))).toEqual([]);
  });
});

test("docs/schema/tapegate.json is the schema of the code", () => {
  const published = readFileSync(join(ROOT, "docs/schema/tapegate.json"), "utf8");
  expect(JSON.parse(published)).toEqual(policyJsonSchema());
});
