import * as fc from "fast-check";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GateContext } from "../../src/gate/context.ts";
import { decide } from "../../src/gate/decide.ts";
import { COMMAND_BYTES_MAX } from "../../src/gate/limits.ts";
import { mayMention } from "../../src/gate/may-mention.ts";
import { DEFAULT_POLICY } from "../../src/gate/policy/policy.ts";
import type { Verdict } from "../../src/gate/verdict.ts";
import { readCommands } from "./cases/command-list.ts";
import { writeScratchRepository } from "./scratch-repository.ts";
import { treeContext } from "./tree-reader.ts";

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-judge-")));
  writeScratchRepository(root);
});
afterAll(() => rmSync(root, { recursive: true }));

const judge = (command: string): Verdict => decide(command, treeContext(root), DEFAULT_POLICY);
const denied = ["denied-commands.txt", "denied-shell.txt"].flatMap((name) => readCommands(name));
const passed = ["passed-commands.txt", "passed-shell.txt"].flatMap((name) => readCommands(name));

describe("decide() tells where the approval belongs", () => {
  test.each([
    ["pytest tests/e2e", "ALLOW_E2E_TESTS=1 pytest tests/e2e"],
    ["cd tests && pytest e2e -q", "cd tests && ALLOW_E2E_TESTS=1 pytest e2e -q"],
    ["A=1 timeout 60 pytest tests/e2e", "A=1 ALLOW_E2E_TESTS=1 timeout 60 pytest tests/e2e"],
    ["bash -c 'pytest tests/e2e'", "bash -c 'ALLOW_E2E_TESTS=1 pytest tests/e2e'"],
    ["sudo pytest tests/e2e", "sudo env ALLOW_E2E_TESTS=1 pytest tests/e2e"],
    ["echo tests/e2e | xargs pytest", "echo tests/e2e | xargs env ALLOW_E2E_TESTS=1 pytest"],
    ["env -i pytest tests/e2e", "env -i env ALLOW_E2E_TESTS=1 pytest tests/e2e"],
    ["sh <<'E'\npytest tests/e2e\nE", "sh <<'E'\nALLOW_E2E_TESTS=1 pytest tests/e2e\nE"],
    ["x=$(pytest tests/e2e)", "x=$(ALLOW_E2E_TESTS=1 pytest tests/e2e)"],
    [
      "pytest tests/e2e; pytest tests/integration",
      "ALLOW_E2E_TESTS=1 pytest tests/e2e; ALLOW_E2E_TESTS=1 pytest tests/integration",
    ],
    ["export ALLOW_E2E_TESTS=1; pytest .", "export ALLOW_E2E_TESTS=1; ALLOW_E2E_TESTS=1 pytest ."],
    ["./run_e2e.sh", undefined],
    ["python -c 'import pytest; pytest.main()'", undefined],
  ])("%s", (command, approved) => {
    const verdict = judge(command);
    expect(verdict.kind).toBe("deny");
    if (verdict.kind !== "pass") expect(verdict.findings[0].approved).toBe(approved);
  });

  test("a policy may have a person confirm an approved run", () => {
    const policy = { ...DEFAULT_POLICY, onApproved: "ask" as const };
    const command = "ALLOW_E2E_TESTS=1 pytest tests/e2e";
    expect(decide(command, treeContext(root), policy).kind).toBe("ask");
    expect(decide("pytest tests/unit", treeContext(root), policy).kind).toBe("pass");
  });
});

describe("decide() blames the part of the command", () => {
  test.each([
    ["cd . && pytest tests/e2e | tail", "pytest tests/e2e"],
    ["echo a\nbash -c 'ls; pytest tests/e2e'", "pytest tests/e2e"],
    ['echo "$(pytest tests/e2e)"', "pytest tests/e2e"],
    ["f() { pytest tests/e2e; }; f", "pytest tests/e2e"],
    ["eval pytest tests/e2e", "eval pytest tests/e2e"],
    ["A=1 pytest tests/e2e", "A=1 pytest tests/e2e"],
  ])("%s", (command, part) => {
    const verdict = judge(command);
    if (verdict.kind === "pass") throw new Error("not denied");
    const [{ span }] = verdict.findings;
    expect(command.slice(span.start, span.end)).toBe(part);
  });
});

describe("what is offered instead is written for where the command is", () => {
  test.each([
    ["cd tests && pytest e2e", "pytest tests/unit"],
    ["cd tests; pytest -m 'unit or e2e' e2e", "pytest -m 'unit and (unit or e2e)' tests/e2e"],
    ["bash -c 'cd tests/e2e && pytest -x'", "pytest -x tests/unit"],
    ['cd "$X" && pytest', "pytest tests/unit"],
    ["pytest -q tests/e2e", "pytest -q tests/unit"],
  ])("%s", (command, instead) => {
    const verdict = judge(command);
    if (verdict.kind === "pass") throw new Error("not denied");
    expect(verdict.findings[0].instead).toBe(instead);
  });
});

describe("mayMention()", () => {
  test("says maybe to every denied command", () => {
    expect(denied.filter(({ command }) => !mayMention(command))).toEqual([]);
  });

  test("answers for many ordinary commands without the parser", () => {
    const ordinary = passed.filter(({ heading }) => heading === "ordinary commands");
    const quick = ordinary.filter(({ command }) => !mayMention(command));
    expect(quick.length).toBeGreaterThan(ordinary.length / 8);
  });

  test("knows the programs that a policy adds", () => {
    expect(mayMention("cargo test")).toBe(false);
    expect(mayMention("cargo test", ["cargo"])).toBe(true);
  });
});

const TOKENS =
  "pytest,tests/e2e,tests/unit,;,&&,||,|,&,(,),{,},$(,`,\",',\\,\n, ,<<E,E,<,>,<(,if,then,fi,for,in,do,done,while,case,esac,;;,x),f(),eval,bash,-c,sh,env,-S,xargs,cd,..,X=,$X,${X:-,${X[,],$((,)),[[,]],!,time,coproc,function,#,*,?,[a-z],{a\\,b},-m,unit,python,trap,EXIT,alias,a=,set,--,$@,read,printf,-v,%s,echo,export,local,~,=pytest,\u0000,é,\uD800"
    .split(/(?<!\\),/)
    .map((token) => token.replaceAll("\\,", ","));

const soup = fc
  .array(fc.constantFrom(...TOKENS), { maxLength: 24 })
  .map((tokens) => tokens.join(" "));
const glued = fc
  .array(fc.constantFrom(...TOKENS), { maxLength: 24 })
  .map((tokens) => tokens.join(""));

describe("decide() is total", () => {
  test(
    "no text makes it throw or fail inside, and what mayMention() lets go passes",
    { timeout: 60_000 },
    () => {
      const context: GateContext = treeContext(root);
      fc.assert(
        fc.property(fc.oneof(soup, glued, fc.string({ unit: "binary" })), (command) => {
          const verdict = decide(command, context, DEFAULT_POLICY);
          if (verdict.kind !== "pass") {
            expect(verdict.findings.map(({ code }) => code)).not.toContain("INTERNAL");
          }
          if (!mayMention(command)) expect(verdict.kind).toBe("pass");
        }),
        { numRuns: 1_000 },
      );
    },
  );

  test("a function that calls itself and a loop without end come to an end", () => {
    expect(judge("f() { f | f & }; f; pytest tests/unit").kind).toBe("deny");
    expect(judge("while :; do X+=a; done; pytest tests/e2e").kind).toBe("deny");
    expect(judge("while :; do X+=a; done; pytest tests/unit").kind).toBe("pass");
  });

  test("a carriage return may end a line, and a NUL be nothing", () => {
    const denied = [
      "ls\r\npytest tests/e2e\r\n",
      "ls\rpytest tests/e2e\r",
      "cd tests\r\npytest e2e -q\r\nls\r\n",
      "cat <<EOF\r\nprose\r\nEOF\r\npytest\r\n",
      "pytest tests\0/e2e",
    ];
    for (const command of denied) {
      const verdict = judge(command);
      expect(verdict.kind, command).toBe("deny");
      if (verdict.kind !== "deny") continue;
      const { span, approved } = verdict.findings[0];
      expect(command.slice(span.start, span.end)).toMatch(/^pytest[^\r]*$/);
      expect(judge(approved!)).toEqual({ kind: "pass" });
    }
    const passed = [
      "ls\r\npytest tests/unit\r\n",
      "git commit -m 'x\r\npytest tests/e2e\r\n'",
      "cat <<'EOF'\r\npytest tests/e2e\r\nEOF\r\n",
      "# pytest tests/e2e\r\nls",
    ];
    for (const command of passed) expect(judge(command), command).toEqual({ kind: "pass" });
  });

  test("a script is seen behind more files than are kept", () => {
    const writes = Array.from({ length: 600 }, (_, index) => `echo x > f${index}`).join("\n");
    expect(judge(`${writes}\necho pytest tests/e2e > x.sh; sh x.sh`).kind).toBe("deny");
    expect(judge(`${writes}\necho pytest > x.sh`).kind).toBe("deny");
    expect(judge(`${writes}\necho ls > x.sh; sh x.sh`).kind).toBe("pass");
  });

  test("a command over the bound is denied whatever it holds", () => {
    const verdict = judge(`echo ${"a".repeat(COMMAND_BYTES_MAX)}`);
    expect(verdict.kind === "deny" && verdict.findings[0].code).toBe("LIMIT_REACHED");
    expect(judge(`echo ${"a".repeat(COMMAND_BYTES_MAX - 100)}`).kind).toBe("pass");
    expect(judge(`echo ${"é".repeat(COMMAND_BYTES_MAX / 2)}`).kind).toBe("deny");
  });
});
