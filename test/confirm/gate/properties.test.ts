import { array, assert, boolean, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { GateContext } from "../../../src/gate/context.ts";
import { decide } from "../../../src/gate/decide.ts";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import type { Verdict } from "../../../src/gate/verdict.ts";
import { plainWord, singleQuoted } from "../../helpers/quote-words.ts";
import { readCommands } from "../../gate/cases/command-list.ts";

/** A repository of which nothing can be read: the properties hold without any file. */
const CONTEXT: GateContext = {
  cwd: "/repository",
  environment: new Map([["HOME", "/home/user"]]),
  files: {
    root: "/repository",
    kind: () => "missing",
    resolve: (path) => path,
    readText: () => undefined,
    list: () => undefined,
  },
};

const judge = (command: string): Verdict => decide(command, CONTEXT, DEFAULT_POLICY);

const COMMANDS = [...readCommands("denied-commands.txt"), ...readCommands("passed-commands.txt")]
  .map(({ command }) => command)
  .map((command) => ({ command, kind: judge(command).kind }));
const DENIED = COMMANDS.filter(({ kind }) => kind === "deny").map(({ command }) => command);

/** On another machine: what a command writes there and then reads is not followed (docs/gate.md, limits). */
const overSsh = (c: string): string => `ssh host ${singleQuoted(c)}`;
const READS_WHAT_IT_WROTE: ReadonlySet<string> = new Set([
  "printf '[pytest]\\naddopts = tests/e2e\\n' > pytest.ini; pytest tests/unit",
  "printf 'a:\\n\\tpytest tests/e2e\\n' > M; make -f M",
  'ln -s "$PWD/.venv/bin/pytest" foo; ./foo tests/e2e',
  "echo 'import pytest; pytest.main([\"tests/e2e\"])' > mm.py; python -c 'import mm'",
  ...DENIED.filter((command) => command.includes("' > Makefile; ")),
]);

/** What runs a command, or may, keeps its verdict. */
const WRAPPERS: readonly ((command: string) => string)[] = [
  (c) => `bash -c ${singleQuoted(c)}`,
  (c) => `sh -c ${plainWord(c)}`,
  (c) => `eval ${singleQuoted(c)}`,
  (c) => `(${c}\n)`,
  (c) => `{ ${c}\n}`,
  (c) => `if true; then ${c}\nfi`,
  (c) => `if false; then :; else ${c}\nfi`,
  (c) => `for x in 1; do ${c}\ndone`,
  (c) => `while true; do ${c}\nbreak; done`,
  (c) => `f() { ${c}\n}; f`,
  (c) => `echo "$(${c}\n)"`,
  (c) => `cat <(${c}\n)`,
  (c) => `timeout 60 bash -c ${singleQuoted(c)}`,
  (c) => `uv run bash -c ${singleQuoted(c)}`,
  // An end of its own for each: the first line that says it ends a here-document.
  (c) => `bash <<'END_${c.length}'\n${c}\nEND_${c.length}`,
  (c) => `echo ${singleQuoted(c)} | bash`,
  overSsh,
  (c) => `X=${singleQuoted(c)}; eval "$X"`,
  (c) => `case x in *) ${c}\n;; esac`,
  (c) => `coproc { ${c}\n}; wait`,
  (c) => `: "\${UNSET:-$(${c}\n)}"`,
];

const HARMLESS = [
  "git status",
  "ls -la",
  "echo 'pytest tests/e2e'",
  "# pytest tests/e2e",
  "grep -rn pytest .",
  "pytest tests/unit",
  "cat <<'EOF'\npytest tests/e2e\nEOF",
  "true",
];

// Thousands of decisions: on a busy machine more than the five seconds of a usual test.
const MANY = { timeout: 120_000 };

describe("properties", MANY, () => {
  test("what is left out over ssh is in the list, and denied here", () => {
    expect([...READS_WHAT_IT_WROTE].filter((command) => !DENIED.includes(command))).toEqual([]);
  });

  test("wrapping a denied command keeps it denied", () => {
    assert(
      property(
        constantFrom(...DENIED),
        array(constantFrom(...WRAPPERS), { minLength: 1, maxLength: 3 }),
        (command, wrappers) => {
          const chosen = READS_WHAT_IT_WROTE.has(command)
            ? wrappers.filter((wrap) => wrap !== overSsh)
            : wrappers;
          const wrapped = chosen.reduce((text, wrap) => wrap(text), command);
          expect(judge(wrapped).kind, wrapped).toBe("deny");
        },
      ),
      { numRuns: 600 },
    );
  });

  test("a harmless line before or behind changes nothing", () => {
    assert(
      property(
        constantFrom(...COMMANDS),
        constantFrom(...HARMLESS),
        boolean(),
        ({ command, kind }, harmless, isBefore) => {
          const text = isBefore ? `${harmless}\n${command}` : `${command}\n${harmless}`;
          expect(judge(text).kind, text).toBe(kind);
        },
      ),
      { numRuns: 600 },
    );
  });

  const soup = array(
    oneof(
      constantFrom(
        ..."pytest,tests/e2e,-m,$(,),${,},`,\",',\\,\n,;,|,&,&&,||,<<,<<<,<(,>,EOF,if,then,fi,for,in,do,done,case,esac,;;,{,function,[[,]],((,)),$',eval,bash,-c,X=,$X,${X[@]},#,*,?,!,~,=,echo,\t,\0,é,\uD800".split(
          ",",
        ),
        ",",
      ),
      string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  ).map((parts) => parts.join(" "));

  test("no text makes the gate throw, and every refusal says where and why", () => {
    assert(
      property(oneof(soup, string({ unit: "binary", maxLength: 60 })), (command) => {
        const verdict = judge(command);
        if (verdict.kind === "pass") return;
        expect(verdict.findings.length).toBeGreaterThan(0);
        for (const { span, reason } of verdict.findings) {
          expect(reason).not.toBe("");
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(command.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test("the same command gets the same verdict", () => {
    for (const { command } of COMMANDS.slice(0, 200)) {
      expect(judge(command)).toEqual(judge(command));
    }
  });
});

/** CPU time in which hostile text is answered on a machine that others keep busy; alone it is under a second. */
const ANSWER_MS_MAX = 5_000;

/** CPU time of one decision in milliseconds: other processes do not count. */
function cpuMs(command: string): number {
  const start = process.cpuUsage();
  judge(command);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

const fastest = (command: string): number =>
  Math.min(cpuMs(command), cpuMs(command), cpuMs(command));

describe("time", MANY, () => {
  const MIB = 1_048_576;
  const fill = (text: string, length: number): string =>
    text.repeat(Math.ceil(length / text.length)).slice(0, length);

  // One row per shape of text; each ends so that a cut in its middle stays what it is.
  test.each<[string, (length: number) => string]>([
    ["plain words", (n) => `pytest tests/unit; echo ${fill("word ", n)}`],
    ["one long word", (n) => `pytest tests/unit; echo ${fill("a", n)}`],
    ["segments", (n) => `pytest tests/unit\n${fill("git status && ls -la\n", n)}`],
    ["pytest segments", (n) => fill("pytest tests/unit\n", n - (n % 18))],
    ["quotes", (n) => `pytest tests/unit; echo ${fill(`'a' "b" \\c `, n - (n % 12))}`],
    ["assignments", (n) => `${fill("A=1; ", n - (n % 5))}pytest tests/unit`],
    ["comments", (n) => `pytest tests/unit\n${fill("# pytest tests/e2e\n", n)}`],
    [
      "a here-document",
      (n) => `pytest tests/unit\ncat <<'EOF'\n${fill("pytest tests/e2e\n", n)}\nEOF`,
    ],
    ["substitutions", (n) => `pytest tests/unit\n${fill('echo "$(ls)"\n', n - (n % 13))}`],
    ["a pipeline", (n) => `pytest tests/unit ${fill("| cat ", n - (n % 6))}`],
    ["brackets", (n) => `pytest tests/unit; echo ${fill("[a] {b} *", n)}`],
    ["an argument list", (n) => `pytest ${fill("tests/unit ", n - (n % 11))}`],
    ["a marker expression", (n) => `pytest tests/unit -m "${fill("unit or ", n - (n % 8))}unit"`],
  ])("of %s grows with the length, to 1 MiB", (_, make) => {
    judge(make(MIB / 64));
    const short = fastest(make(MIB / 16));
    const long = fastest(make(MIB / 2));
    // Eight times the length: a square would take sixty-four times as long.
    expect(long, `${short} ms, then ${long} ms`).toBeLessThan(Math.max(short, 10) * 28);
    expect(cpuMs(make(MIB - 64))).toBeLessThan(20_000);
  });

  test("a command over 1 MiB is refused with the limit's name where pytest may be in it", () => {
    const verdict = judge(`pytest tests/unit; echo ${"a".repeat(MIB)}`);
    expect(verdict).toMatchObject({ kind: "deny", findings: [{ code: "LIMIT_REACHED" }] });
  });

  test.each([
    "(",
    "{ ",
    "$(",
    '"$(',
    "`",
    "${X:-",
    '"${X:-',
    "<(",
    "$((",
    "if ",
    "while ",
    "case x in x) ",
    "! ",
    "<<E ",
    "[[ ( ",
    "f() { ",
    "{a,",
    "eval ",
    "bash -c '",
    "time ",
    "env ",
    "X=$(",
    "coproc ",
    "$[",
    "a=(",
    "?(",
    "\\\n",
    "pytest ",
    "not ",
    "for x in a; do ",
  ])("hostile nesting of %j comes to an answer", (piece) => {
    for (const length of [2_000, 60_000, MIB - 64]) {
      const text = `pytest tests/e2e; ${fill(piece, length)}`;
      const started = process.cpuUsage();
      const verdict = judge(text);
      const { user, system } = process.cpuUsage(started);
      expect(verdict.kind).toBe("deny");
      expect((user + system) / 1_000).toBeLessThan(ANSWER_MS_MAX);
    }
  });

  test.each([
    [
      "brace expansion",
      "pytest {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}",
    ],
    ["number ranges", "pytest {1..100000000}"],
    [
      "loops in loops",
      `${"for a in 1 2 3 4 5 6 7 8 9; do ".repeat(9)}pytest tests/e2e${"\ndone".repeat(9)}`,
    ],
    ["a variable that doubles", `X=pytest; ${"X=$X$X; ".repeat(40)}$X`],
    ["a function that calls itself", "f() { f; f; }; f; pytest tests/e2e"],
    ["two functions that call each other", "f() { g; g; }; g() { f; f; }; f; pytest tests/e2e"],
    ["an alias of itself", "shopt -s expand_aliases\nalias a='a a'\na\npytest tests/e2e"],
    ["eval of itself", 'X=\'eval "$X$X"\'; eval "$X"; pytest tests/e2e'],
    ["branches in branches", `${"if a; then X=$X1; else X=$X2; fi; ".repeat(40)}pytest tests/e2e`],
    ["substitutions in substitutions", `${'X="$(echo $X$X)"; '.repeat(40)}pytest tests/e2e`],
    [
      "a marker with many names",
      `pytest -m "${Array.from({ length: 60 }, (_, n) => `m${n}`).join(" or ")}"`,
    ],
    ["nested markers", `pytest -m "${"(".repeat(5_000)}unit${")".repeat(5_000)}"`],
    ["not not not", `pytest -m "${"not ".repeat(5_000)}unit"`],
  ])("%s comes to an answer", (_, command) => {
    const started = process.cpuUsage();
    const verdict = judge(command);
    const { user, system } = process.cpuUsage(started);
    expect(verdict.kind).toBe("deny");
    expect((user + system) / 1_000).toBeLessThan(ANSWER_MS_MAX);
  });
});
