import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { splitEnvText } from "../../../src/gate/launch/env-split.ts";
import { readXargsItems } from "../../../src/gate/launch/xargs-items.ts";
import { splitShlexWords } from "../../../src/gate/pytest/shlex-words.ts";
import { knownValue, textOf } from "../../../src/gate/shell/text-value.ts";
import type { Text } from "../../../src/gate/shell/text-value.ts";
import {
  ENV_SPLIT_CASES,
  SHLEX_CASES,
  SPLIT_ENVIRONMENT,
  XARGS_CASES,
} from "../../gate/cases/word-grammars.ts";
import type { XargsOptions } from "../../gate/cases/word-grammars.ts";
import { mayLackPrograms } from "../../helpers/node-runtimes.ts";
import { missingPytest, PYTHON } from "../../helpers/pytest-oracle.ts";
import { fixedSeed, SeededRandom } from "../../helpers/seeded-random.ts";
import { xargsStyle } from "../../helpers/xargs-style.ts";

/** The seed is fixed, and so are the texts: what CI asks is the same each time. */
const SEED = fixedSeed() ?? 7;
const COUNT = Number(process.env["TAPEGATE_COUNT"] ?? 400);

/** Other programs of these names have grammars of their own. */
function missingGnu(program: string): string | undefined {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  if (/\bGNU\b/.test(stdout ?? "")) return undefined;
  const reason = `Cannot compare with GNU ${program}: there is none on the PATH. Install it.`;
  if (!mayLackPrograms) throw new Error(reason);
  return reason;
}

function texts(pieces: readonly string[], count = COUNT): readonly string[] {
  const random = new SeededRandom(SEED);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random.below(9) }, () => random.pick(pieces)).join(""),
  );
}

const reasonEnv = missingGnu("env");

describe.skipIf(reasonEnv !== undefined)(`env -S (${reasonEnv ?? "GNU env"})`, () => {
  const path = { PATH: process.env["PATH"] ?? "" };
  const valueOf = (name: string): Text | undefined => {
    const value = { ...SPLIT_ENVIRONMENT, ...path }[name];
    return value === undefined ? undefined : textOf(value);
  };
  const ours = (text: string): readonly (string | undefined)[] | undefined =>
    splitEnvText(textOf(text), valueOf)?.map((field) => knownValue(field.text));

  /** Asks `env` itself; the first word behind the format shows that there are no others. */
  function real(texts: readonly string[]): readonly (readonly string[] | undefined)[] {
    const script = String.raw`for text; do
      env -S "printf '%s\\\\0' : $text" 2>/dev/null || printf 'error\0'
      printf '\001'
    done`;
    const output = execFileSync("bash", ["-c", script, "bash", ...texts], {
      encoding: "utf8",
      env: { ...SPLIT_ENVIRONMENT, ...path },
    });
    return output
      .split("\u0001")
      .slice(0, -1)
      .map((one) => (one === "error\0" ? undefined : one.split("\0").slice(1, -1)));
  }

  test("agrees with the table", () => {
    const words = real(ENV_SPLIT_CASES.map(([text]) => text));
    expect(ENV_SPLIT_CASES.map(([text], index) => [text, words[index]])).toEqual(ENV_SPLIT_CASES);
  });

  test(`reads ${COUNT} random texts as we do`, () => {
    const asked = texts([
      ...Array.from("ab#'\"\\ \t\n$_c"),
      "\\_",
      "\\c",
      "\\t",
      "\\'",
      '\\"',
      "\\\\",
      "\\#",
      "\\$",
      "${A}",
      "${B_1}",
      "${NOPE}",
      "''",
      '""',
      "'a b'",
      '"a b"',
      " #",
      "${",
      "}",
    ]);
    expect(real(asked)).toEqual(asked.map(ours));
  });
});

const reasonXargs = missingGnu("xargs");

describe.skipIf(reasonXargs !== undefined)(`xargs (${reasonXargs ?? "GNU xargs"})`, () => {
  /** The items of each line that it reads; what is left when a quote has no end is run or not, as other options say. */
  function real(options: XargsOptions, input: string): readonly (readonly string[])[] {
    const isReplacing = options === "-I{}";
    const script = String.raw`printf '%s\0' "$#" "$@"`;
    const { stdout } = spawnSync(
      "xargs",
      [
        "-r",
        ...(options === "" ? [] : [options]),
        ...(isReplacing ? [] : ["-L1"]),
        "bash",
        "-c",
        script,
        "bash",
        ...(isReplacing ? ["{}"] : []),
      ],
      { input, encoding: "utf8" },
    );
    const fields = stdout.split("\0");
    const lines: (readonly string[])[] = [];
    for (let at = 0; at < fields.length - 1;) {
      const count = Number(fields[at]);
      lines.push(fields.slice(at + 1, at + 1 + count));
      at += 1 + count;
    }
    return lines;
  }

  /** Lines that go on (`isCounted`) are one run under `-L1`. */
  function ours(options: XargsOptions, input: string): readonly (readonly string[])[] {
    const { lines, isBroken } = readXargsItems(input, xargsStyle(options));
    const runs: string[][] = [];
    let run: string[] = [];
    for (const { items, isCounted } of lines) {
      run.push(...items);
      if (!isCounted && options !== "-I{}") continue;
      runs.push(run);
      run = [];
    }
    return run.length > 0 && !isBroken ? [...runs, run] : runs;
  }

  test.each(XARGS_CASES)("%j on %j", (options, input, lines) => {
    expect(ours(options, input).flat()).toEqual(lines.flat());
    expect(real(options, input)).toEqual(ours(options, input));
  });

  test(`reads ${COUNT} random inputs as we do`, () => {
    const random = new SeededRandom(SEED);
    const pieces = [
      ...Array.from("ab'\"\\ \t\n\n\v\r\0"),
      "END",
      " END ",
      "''",
      '""',
      "'a b'",
      "\\\n",
      " \n",
    ];
    const asked = texts(pieces).map(
      (input) =>
        [random.pick<XargsOptions>(["", "", "-I{}", "-EEND", "-da", "-0"]), input] as const,
    );
    const differing = asked.filter(
      ([options, input]) =>
        JSON.stringify(real(options, input)) !== JSON.stringify(ours(options, input)),
    );
    expect(differing).toEqual([]);
  });
});

const reasonPython = missingPytest();

describe.skipIf(reasonPython !== undefined)(`shlex.split (${reasonPython ?? "Python"})`, () => {
  type Asked = readonly [text: string, isPosix: boolean, hasComments: boolean];

  function real(asked: readonly Asked[]): unknown {
    const program = `import json, shlex, sys
def split(text, posix, comments):
    try:
        return shlex.split(text, comments=comments, posix=posix)
    except ValueError:
        return None
print(json.dumps([split(*one) for one in json.load(sys.stdin)]))`;
    const input = JSON.stringify(asked);
    return JSON.parse(execFileSync(PYTHON, ["-c", program], { input, encoding: "utf8" }));
  }

  const ours = ([text, isPosix, hasComments]: Asked): readonly string[] | null =>
    splitShlexWords(text, { isPosix, hasComments }) ?? null;

  test("agrees with the table", () => {
    const asked = SHLEX_CASES.map(([text, isPosix, hasComments]) => [text, isPosix, hasComments]);
    expect(real(asked as unknown as Asked[])).toEqual(
      SHLEX_CASES.map(([, , , words]) => words ?? null),
    );
  });

  test("reads random texts as we do", () => {
    const asked = texts([...Array.from("ab#'\"\\ \t\n\v"), "''", "'a b'", '\\"'], 10 * COUNT).map(
      (text, index): Asked => [text, index % 2 === 0, index % 4 > 1],
    );
    expect(asked.map(ours)).toEqual(real(asked));
  });
});
