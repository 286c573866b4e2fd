import { knownWords } from "../shell/builtin.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { listingOf } from "../shell/listing.ts";
import { isSameOutput } from "../shell/shell-variable.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownValue, UNKNOWN } from "../shell/text-value.ts";

/** Runs something that writes what nobody knows, unless it is said what it writes. */
export function withOutput(
  { state }: Scene,
  run: () => readonly ShellState[],
): readonly ShellState[] {
  const before = state.written;
  if (before === undefined) return run();
  const finals = run();
  for (const final of finals) if (isSameOutput(final.written, before)) final.write([UNKNOWN]);
  return finals;
}

/** Runs a builtin, which may list what the shell holds. */
export function withListing(
  call: Call,
  scene: Scene,
  run: () => readonly ShellState[],
): readonly ShellState[] {
  const name = knownValue(call.argv[0]!.text) ?? "";
  if (!isListing(name, call, scene.state)) return run();
  const before = scene.state.written;
  const finals = run();
  for (const final of finals) {
    if (isSameOutput(final.written, before)) final.write(listingOf(call, final));
  }
  return finals;
}

function isListing(name: string, call: Call, state: ShellState): boolean {
  if (state.written === undefined) return false;
  const operands = knownWords(call.argv.slice(1));
  if (ALWAYS.has(name)) return true;
  if (name === "cd") {
    const isFound = state.variable("CDPATH") !== undefined || call.bound.has("CDPATH");
    return isFound || operands.some((word) => word === undefined || word === "-");
  }
  if (!WITHOUT_OPERANDS.has(name)) return false;
  const isAssigning = (word: string | undefined): boolean =>
    word !== undefined && (/=/.test(word) || !/^(?:-.*[pflts].*|-)$/i.test(word));
  if (operands.length === 0 || (operands.length === 1 && /^[-+]o$/.test(operands[0] ?? "")))
    return true;
  if (name === "alias") return !operands.every((word) => word !== undefined && word.includes("="));
  return !operands.every((word) => isAssigning(word));
}

/** Builtins that write whatever stands behind them. */
const ALWAYS: ReadonlySet<string> = new Set(["pushd", "popd", "shopt", "enable"]);

/** Builtins that list what there is where they are given nothing, or told to. */
const WITHOUT_OPERANDS: ReadonlySet<string> = new Set([
  "alias",
  "declare",
  "export",
  "hash",
  "local",
  "readonly",
  "set",
  "trap",
  "typeset",
]);
