import { noteProgramFiles } from "./program-files.ts";
import { blaming } from "../shell/builtin.ts";
import { baseName, toFilePath } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownValue, mentionsRunner, textOf, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { runSubshell } from "../shell/subshell.ts";
import { runPlainText } from "../shell/dialects.ts";
import { runForeign } from "./foreign-programs.ts";
import { readSedProgram } from "./sed-program.ts";

/** Editors change files in place, and the text that they write is computed from their program. */
export function launchEditor(call: Call, scene: Scene): readonly ShellState[] {
  const { state, machine } = scene;
  const args = call.argv.slice(1);
  const isInPlace = args.some(({ text }) =>
    /^-[a-zA-Z]*i|^--in-place/.test(knownValue(text) ?? ""),
  );
  const told = args.map(({ text }) => text);
  const fileTexts = args.flatMap(({ text }) => {
    const known = knownValue(text);
    const path =
      known === undefined || known.startsWith("-") || /\s/.test(known)
        ? undefined
        : toFilePath(known, state.cwd);
    const content =
      path === undefined
        ? undefined
        : state.files.has(path) || machine.context.files.kind(path) === "file"
          ? machine.skimFile(path, state)
          : undefined;
    if (content !== undefined && path !== undefined && isInPlace)
      state.setFile(path, unknownFrom(content, ...told));
    return content === undefined ? [] : [content];
  });
  if (isPerl(call)) runForeign("perl", call, scene);
  else runSed(args, [...told, ...fileTexts, state.stdin], { call, scene });
  if (!isInPlace)
    state.write(unknownFrom(...told, ...(fileTexts.length > 0 ? fileTexts : [state.stdin])));
  return [state];
}

function isPerl(call: Call): boolean {
  return baseName(knownValue(call.argv[0]!.text) ?? "") === "perl";
}

/** What a program of its own language runs is told here. */
interface Around {
  readonly call: Call;
  readonly scene: Scene;
}

const SED_VALUED = words("-e --expression -f --file -l --line-length");
const SED_FLAGS = words(
  "-n --quiet --silent -E -r --regexp-extended -s --separate -u --unbuffered -z --null-data -b --debug --posix --sandbox --follow-symlinks",
);

function runSed(args: readonly Field[], read: readonly Text[], around: Around): void {
  const { options, rest } = takeOptions(permuted(args), { valued: SED_VALUED, flags: SED_FLAGS });
  if (options.some(({ name }) => name === "--sandbox")) return;
  const given = programsOf(options, around, ["-e", "--expression", "-f", "--file"]);
  const programs = given.length > 0 ? given : rest.slice(0, 1).map(({ text }) => text);
  for (const program of programs) {
    const runs = readSedProgram(literalOf(program));
    for (const command of runs.commands) runCommand(textOf(command), around);
    if (runs.isDynamic) refuseIfMentioning(read, around);
  }
}

/** Options may stand behind operands: they come first, and so does what `-i` takes in its own word. */
function permuted(args: readonly Field[]): readonly Field[] {
  const isOption = ({ text: [first] }: Field): boolean =>
    typeof first === "string" && /^-./.test(first);
  const options = args.flatMap((field, index) => {
    const known = knownValue(field.text) ?? "";
    if (!isOption(field) || /^--in-place|^-[nErsuz]*i/.test(known)) return [];
    const isValued = /^(?:-[nErsuz]*[efl]|--(?:expression|file|line-length))$/.test(known);
    return isValued ? args.slice(index, index + 2) : [field];
  });
  const taken = new Set(options);
  return [...options, ...args.filter((field) => !taken.has(field) && !isOption(field))];
}

/** The program texts that options give, in files too. */
function programsOf(
  options: readonly { readonly name: string; readonly value: Field | undefined }[],
  { scene }: Around,
  [text, longText, file, longFile]: readonly [string, string, string, string],
): readonly Text[] {
  return options.flatMap(({ name, value }) => {
    if (value === undefined) return [];
    if (name === text || name === longText) return [value.text];
    if (name !== file && name !== longFile) return [];
    const known = knownValue(value.text);
    if (known === "-") return [scene.state.stdin];
    if (known === undefined) return [];
    const path = toFilePath(known, scene.state.cwd);
    return [scene.machine.skimFile(path, scene.state) ?? []];
  });
}

const AWK_VALUED = words(
  "-f --file -F --field-separator -v --assign -e --source -i --include -E --exec",
);

/** An awk program runs commands with `system(…)`, and with a pipe to or from them. */
export function launchAwk(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const around = { call, scene };
  const args = call.argv.slice(1);
  const told = args.map(({ text }) => text);
  const { options, rest } = takeOptions(args, { valued: AWK_VALUED });
  const given = [
    ...programsOf(options, around, ["-e", "--source", "-f", "--file"]),
    ...programsOf(options, around, ["", "", "-E", "--exec"]),
  ];
  const programs = given.length > 0 ? given : rest.slice(0, 1).map(({ text }) => text);
  const operands = given.length > 0 ? rest : rest.slice(1);
  for (const text of programs) {
    const program = literalOf(text);
    noteProgramFiles(program, scene);
    if (!/\bsystem\s*\(|\||@\w+\s*\(/.test(program.replaceAll("||", ""))) continue;
    const literals = [...program.matchAll(/"((?:\\[^]|[^"\\])*)"/g)].map((match) => match[1]!);
    for (const literal of literals)
      runCommand(textOf(literal.replaceAll(/\\([^])/g, "$1")), around);
    if (isDynamicAwk(program))
      refuseIfMentioning([...told, text, ...fileTexts(operands, scene), state.stdin], around);
  }
  const read = state.written === undefined ? [] : fileTexts(operands, scene);
  state.write(unknownFrom(...told, ...read, state.stdin));
  return [state];
}

/** The texts of the files that words name. */
function fileTexts(operands: readonly Field[], { state, machine }: Scene): readonly Text[] {
  return operands.flatMap(({ text }) => {
    const known = knownValue(text);
    const path = known === undefined ? undefined : toFilePath(known, state.cwd);
    const isFile =
      path !== undefined && (state.files.has(path) || machine.context.files.kind(path) === "file");
    return isFile ? [machine.skimFile(path, state) ?? []] : [];
  });
}

/** Whether it runs more than one quoted command at a time: a value, or a shell that reads what it prints. */
function isDynamicAwk(program: string): boolean {
  const rest = program
    .replaceAll("||", "")
    .replaceAll(/\bsystem\s*\(\s*"(?:\\[^]|[^"\\])*"\s*\)/g, "")
    .replaceAll(
      /\|&?\s*"(?:sort|uniq|cat|wc|tee|head|tail|column|less)\b[^"|;&$`()]*"\s*(?=[;}\n]|$)/g,
      "",
    )
    .replaceAll(/"(?:\\[^]|[^"\\])*"\s*\|&?\s*getline/g, "")
    .replaceAll(/\/(?:\\[^]|[^/\\\n])*\//g, "")
    .replaceAll(/"(?:\\[^]|[^"\\])*"(?!\s*\|)/g, (literal) => literal.replaceAll("|", ""));
  return /\bsystem\s*\(|\||@\w+\s*\(/.test(rest);
}

function literalOf(text: Text): string {
  return text.map((piece) => (typeof piece === "string" ? piece : " ")).join("");
}

function refuseIfMentioning(texts: readonly Text[], { call, scene }: Around): void {
  if (!texts.some((text) => mentionsRunner(text)) && !mentionsRunner(texts.flat())) return;
  scene.machine.refuse({
    code: "PYTEST_MAY_RUN",
    span: call.span,
    reason: `This ${baseName(knownValue(call.argv[0]!.text) ?? "")} program runs commands that it puts together, and they may start a test runner.`,
  });
}

function runCommand(text: Text, { call, scene }: Around): void {
  const around = blaming(call, scene);
  const origin = `${baseName(knownValue(call.argv[0]!.text) ?? "")} program`;
  const source = { ...around.source, offset: undefined, origin };
  runSubshell(around, (state) => runPlainText(text, { ...around, state }, source));
}
