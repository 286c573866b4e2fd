import { findStarts } from "./foreign-starts.ts";
import type { FamilyName } from "./foreign-families.ts";
import { noteProgramFiles } from "./program-files.ts";
import { blaming } from "../shell/builtin.ts";
import { baseName, toFilePath } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { knownValue, mentionsRunner, toShellText } from "../shell/text-value.ts";
import type { Text } from "../shell/text-value.ts";
import { runSubshell } from "../shell/subshell.ts";
import { runPlainText } from "../shell/dialects.ts";
import { words } from "../words.ts";

const NAMES: readonly (readonly [family: FamilyName, names: ReturnType<typeof words>])[] = [
  [
    "javascript",
    words(
      "node nodejs deno bun tsx ts-node ts-node-esm zx electron gjs qjs babel-node esno vite-node",
    ),
  ],
  ["perl", words("perl")],
  ["ruby", words("ruby jruby truffleruby irb pry rake")],
  ["php", words("php php-cgi")],
  ["tcl", words("tclsh wish expect jimsh")],
  ["r", words("Rscript R r littler")],
  ["lisp", words("emacs emacsclient sbcl clisp guile racket ecl")],
  [
    "other",
    words(
      "lua luajit texlua julia osascript elixir iex erl escript groovy scala scala-cli amm raku ghc runghc runhaskell ocaml octave jshell swift crystal nim dart go-script gorun kotlin",
    ),
  ],
];

/** The language that a program reads; versions may stand behind its name (`perl5.36`, `lua5.4`). */
export function familyOf(program: string): FamilyName | undefined {
  const name = program.replace(/-?\d[\d.]*$/, "");
  return NAMES.find(([, names]) => names.has(name))?.[0];
}

/** Options whose value is no program and no file of one. */
const VALUED = words(
  "-r --require --import --loader --experimental-loader -I -M -L -C --env-file --cwd --tsconfig -P --project -d --define -l --conditions -S",
);
/** Words before a file. */
const VERBS = words("run eval exec x repl");

/**
 * Follows what a program of another language starts: the text that an option gives it, the file of the tree that it is
 * told to run, or standard input.
 */
export function runForeign(family: FamilyName, call: Call, scene: Scene): void {
  for (const text of programTexts(call, scene)) {
    const isBlind = text.length > 0 && text.every((piece) => typeof piece !== "string");
    if (isBlind && mentionsRunner(text)) refuseProgram(call, scene);
    const known = toShellText(text);
    noteProgramFiles(known, scene);
    for (const start of isBlind || known === "" ? [] : findStarts(family, known)) {
      const state = scene.state.fork();
      if (start.isElsewhere) state.cwd = undefined;
      const around = blaming(call, { ...scene, state });
      const origin = `${baseName(knownValue(call.argv[0]!.text) ?? "")} program`;
      const source = { ...around.source, offset: undefined, origin };
      if (start.text === undefined) {
        const own = { ...call, source, argv: start.words, bound: new Map(), leadAt: undefined };
        scene.machine.runCall({ ...own, isExternal: true }, state);
      } else {
        const { text } = start;
        runSubshell(around, (inside) => runPlainText(text, { ...around, state: inside }, source));
      }
    }
  }
}

function programTexts(call: Call, { machine, state }: Scene): readonly Text[] {
  const args = call.argv.slice(1);
  const known = args.map(({ text }) => knownValue(text));
  // An option's value, or what is attached to it, that is more than a name.
  const given = args.filter(({ text }, index) => {
    const before = index === 0 ? undefined : known[index - 1];
    const isBehind = before !== undefined && (before.startsWith("-") || before === "eval");
    const [first] = text;
    const isAttached = typeof first === "string" && /^--?[a-zA-Z]/.test(first);
    return (isBehind || isAttached) && /[\s("'`{]/.test(toShellText(text));
  });
  if (given.length > 0) return given.map(({ text }) => text);
  const operands = known.filter((word, index) => {
    const before = index === 0 ? undefined : known[index - 1];
    const isValue = before !== undefined && VALUED.has(before);
    return !isValue && (word === undefined || word === "-" || !word.startsWith("-"));
  });
  if (operands[0] !== undefined && VERBS.has(operands[0])) operands.shift();
  const [file] = operands;
  if (operands.length === 0 || file === "-") return [state.stdin];
  if (file === undefined) return [];
  const path = toFilePath(file, state.cwd);
  const isThere = state.files.has(path) || machine.context.files.kind(path) === "file";
  return isThere ? [machine.skimFile(path, state) ?? []] : [];
}

function refuseProgram(call: Call, { machine }: Scene): void {
  machine.refuse({
    code: "PYTEST_MAY_RUN",
    span: call.span,
    reason: `This runs a ${baseName(knownValue(call.argv[0]!.text) ?? "")} program that cannot be known before it runs and may start a test runner.`,
  });
}
