import { blaming, joinFields } from "../shell/builtin.ts";
import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { joinTexts, knownValue, mentionsRunner } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { runSubshell } from "../shell/subshell.ts";

/** Programs that a program of unknown name may hand the rest of its words to. */
const TELLING =
  /^(?:.*\/)?(?:pytest|py\.test|python[\d.]*|bash|sh|zsh|env|uv|uvx|poetry|tox|nox|make|coverage)$/;

/**
 * A command whose program cannot be known. It may be nothing at all (`$EMPTY pytest`), a wrapper of
 * what follows, Python (`$PY -m pytest`), or pytest itself where its name comes from text that
 * names one.
 */
export function launchUnknown(call: Call, scene: Scene): readonly ShellState[] {
  const { machine, state } = scene;
  const [program, ...rest] = call.argv;
  const text = program!.text;
  state.status = "unknown";
  const known = knownTail(text);
  if (known !== undefined) {
    const argv = [{ ...program!, text: [known] }, ...rest];
    return machine.runCall({ ...call, argv, isExternal: true }, state);
  }
  if (mayBePytest(text)) {
    machine.judge(call, { args: rest, programAt: program!.at, isIndirect: false }, state.fork());
  }
  const words = rest.map((field) => knownValue(field.text) ?? knownTail(field.text));
  if (isPythonLike(words) || endsLike(text, /(?:^|\/)(?:python|pypy)[\d.]*$/)) {
    machine.runCall({ ...call, argv: [{ ...program!, text: ["python"] }, ...rest] }, state.fork());
  } else if (words[0] === "-c" && rest[1] !== undefined) {
    const around = blaming(call, scene);
    const script = rest[1].text;
    runSubshell(around, (inside) => machine.runText(script, { ...around, state: inside }));
  }
  for (const [index, word] of words.entries()) {
    if (word !== undefined && TELLING.test(word)) {
      machine.runCall(
        { ...call, argv: rest.slice(index), leadAt: index === 0 ? call.leadAt : undefined },
        state.fork(),
      );
      break;
    }
    if (index === 0 && program!.isSplit) {
      machine.runCall({ ...call, argv: rest }, state.fork());
    }
  }
  const told = joinTexts([text, joinFields(rest)]);
  state.write([{ mentions: mentionsRunner(told) }]);
  return [state];
}

/** The name behind the last slash where only the directory is unknown. */
function knownTail(text: Text): string | undefined {
  const last = text.at(-1);
  if (typeof last !== "string" || !last.includes("/")) return undefined;
  const name = last.slice(last.lastIndexOf("/") + 1);
  return name === "" ? undefined : name;
}

/** Whether an unknown name may be pytest: because of where it comes from, or of what is known of it. */
function mayBePytest(text: Text): boolean {
  if (text.some((piece) => typeof piece !== "string" && piece.mentions)) return true;
  const tail: (string | undefined)[] = [];
  for (const piece of [...text].reverse()) {
    const known = typeof piece === "string" ? piece : undefined;
    const slash = known?.lastIndexOf("/") ?? -1;
    tail.unshift(slash < 0 ? known : known!.slice(slash + 1));
    if (slash >= 0) break;
  }
  const letters = tail.filter((piece) => piece !== undefined && piece !== "");
  return letters.length > 0 && ["pytest", "py.test"].some((name) => fits(tail, name));
}

/** Whether `name` can be read as the pieces in order, with anything where a piece is unknown. */
function fits(pieces: readonly (string | undefined)[], name: string): boolean {
  let from = 0;
  let isFree = false;
  for (const piece of pieces) {
    if (piece === undefined) {
      isFree = true;
      continue;
    }
    const at = isFree ? name.indexOf(piece, from) : name.startsWith(piece, from) ? from : -1;
    if (at < 0) return false;
    from = at + piece.length;
    isFree = false;
  }
  return isFree || from === name.length;
}

function isPythonLike(words: readonly (string | undefined)[]): boolean {
  for (const [index, word] of words.entries()) {
    if (word === undefined || !word.startsWith("-")) return false;
    const module = /^-[a-zA-Z]*m(.*)$/.exec(word);
    if (module !== null)
      return /^(?:pytest|py\.test|coverage)/.test(
        module[1] === "" ? (words[index + 1] ?? "") : module[1]!,
      );
  }
  return false;
}

function endsLike(text: Text, pattern: RegExp): boolean {
  const literal = text.map((piece) => (typeof piece === "string" ? piece : "")).join("");
  return literal !== "" && pattern.test(literal);
}

/** Words behind a program, from the first that names a launcher; for wrappers whose options are not all known. */
export function tellingWord(fields: readonly Field[]): number {
  return fields.findIndex(({ text }) => TELLING.test(knownValue(text) ?? knownTail(text) ?? ""));
}
