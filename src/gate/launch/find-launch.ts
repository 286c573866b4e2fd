import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import {
  UNKNOWN,
  joinTexts,
  knownValue,
  linesFrom,
  textOf,
  unknownFrom,
} from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { runIn } from "./env-launch.ts";
import { findsRunnerScript } from "./found-scripts.ts";
import { replaceIn, withoutApproval } from "./items.ts";

export function launchFind(call: Call, scene: Scene): readonly ShellState[] {
  const rest = call.argv.slice(1);
  const known = rest.map(({ text }) => knownValue(text));
  const firstTest = known.findIndex(
    (word) => word !== undefined && /^[-(!]/.test(word) && !/^-[HLPDO]/.test(word),
  );
  const starts = rest
    .slice(0, firstTest < 0 ? undefined : firstTest)
    .filter(({ text }) => knownValue(text)?.startsWith("-") !== true);
  const isRunning =
    scene.state.written !== undefined ||
    known.some((word) => word !== undefined && /^-(?:exec|execdir|ok|okdir)$/.test(word));
  const hasScript = isRunning && findsRunnerScript(starts, known, scene);
  const found = foundPaths(starts, known).map((field) => (hasScript ? mentioning(field) : field));
  let states: readonly ShellState[] = [scene.state];
  for (const [index, word] of known.entries()) {
    if (word === undefined || !/^-(?:exec|execdir|ok|okdir)$/.test(word)) continue;
    const length = known.slice(index + 1).findIndex((other) => other === ";" || other === "+");
    const command = rest.slice(index + 1, length < 0 ? undefined : index + 1 + length);
    const argv = command.flatMap((field) =>
      knownValue(field.text) === "{}" ? found : [replaceIn(field, "{}", found[0]!)],
    );
    const own: Call = {
      ...call,
      argv,
      bound: withoutApproval(call, scene.machine.policy.approvalVariable),
      leadAt: undefined,
      isExternal: true,
    };
    const isInside = word.endsWith("dir");
    states = states.flatMap((state) =>
      runIn(isInside ? undefined : state.cwd, own, { scene: { ...scene, state } }),
    );
  }
  const output = printed(found, known);
  for (const state of states) state.write(output);
  return states;
}

/** What `find` writes: each path on a line, unless an action writes something else. */
function printed(found: readonly Field[], known: readonly (string | undefined)[]): Text {
  const texts = found.map(({ text }) => text);
  const isOther = known.some((word) => word !== undefined && WRITING.test(word));
  const isCertain = texts.length === 1 || texts.every((text) => knownValue(text) !== undefined);
  if (isOther || !isCertain) return unknownFrom(...texts);
  const end = textOf(known.includes("-print0") ? "\0" : "\n");
  return joinTexts(texts.flatMap((text) => [text, end]));
}

/** Actions that write something else than paths, or run what does. */
const WRITING = /^-(?:printf|ls|exec|execdir|ok|okdir)$/;

/** A path that may be a script which names a test runner. */
function mentioning(field: Field): Field {
  const text = field.text.map((piece) =>
    typeof piece === "string" ? piece : { ...piece, mentions: true },
  );
  const isWhole = text.every((piece) => typeof piece === "string");
  return isWhole ? field : { ...field, text };
}

/** What `find` may print: paths that begin with the directories it starts at. */
function foundPaths(
  starts: readonly Field[],
  known: readonly (string | undefined)[],
): readonly Field[] {
  const isBelow =
    known.some((word) => word !== undefined && /^-(?:name|iname|mindepth)$/.test(word)) ||
    known.join(" ").includes("-type f");
  if (/(?:^| )-maxdepth 0(?: |$)/.test(known.join(" "))) return starts;
  if (starts.length === 0)
    return [{ text: isBelow ? ["./", linesFrom()] : [UNKNOWN], isSplit: true, at: undefined }];
  return starts.map(({ text }) => {
    const start = knownValue(text)?.replace(/\/+$/, "");
    if (start === undefined) return { text: unknownFrom(text), isSplit: true, at: undefined };
    return {
      text: [isBelow ? `${start}/` : start, linesFrom()],
      isSplit: true,
      at: undefined,
    };
  });
}

export function launchFd(call: Call, scene: Scene): readonly ShellState[] {
  const known = call.argv.map(({ text }) => knownValue(text));
  const at = known.findIndex(
    (word) => word !== undefined && /^(?:-[a-zA-Z]*[xX]|--exec|--exec-batch)$/.test(word),
  );
  if (at < 0) {
    scene.state.write([UNKNOWN]);
    return [scene.state];
  }
  const unknown: Field = { text: [UNKNOWN], isSplit: true, at: undefined };
  const command = call.argv.slice(at + 1).filter(({ text }) => knownValue(text) !== ";");
  const isMarked = command.some(({ text }) => /\{.*\}/.test(knownValue(text) ?? ""));
  const argv = isMarked
    ? command.map((field) => replaceIn(field, "{}", unknown))
    : [...command, unknown];
  const bound = withoutApproval(call, scene.machine.policy.approvalVariable);
  return scene.machine.runCall(
    { ...call, argv, bound, leadAt: undefined, isExternal: true },
    scene.state,
  );
}
