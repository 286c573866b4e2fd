import { expandValue } from "../shell/expand-word.ts";
import { readNamed } from "../shell/file-names.ts";
import type { Scene } from "../shell/machine.ts";
import { parameterValue } from "../shell/parameter-value.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { settle } from "../shell/state-set.ts";
import { joinTexts, knownValue, textOf, UNKNOWN } from "../shell/text-value.ts";
import type { Text } from "../shell/text-value.ts";

/** How a shell is started, as far as that says which files it runs by itself. */
export interface ShellStart {
  /** The shell's name. */
  readonly name: string;
  readonly isLogin: boolean;
  readonly isInteractive: boolean;
  /** Files that its options name (`--rcfile`). */
  readonly named: readonly Text[];
}

/** A shell that the first line of a script names, or none. */
export function scriptStart(name: string): ShellStart {
  return { name, isLogin: false, isInteractive: false, named: [] };
}

/**
 * Runs the files that a shell runs at its start, then what it is started for. Source: the manuals, "Bash Startup Files" and
 * zsh's "Startup/Shutdown Files". Of the user's own files those count that the command has written, and those in the tree.
 */
export function runStarted(
  start: ShellStart,
  scene: Scene,
  run: (state: ShellState) => readonly ShellState[],
): readonly ShellState[] {
  const { state, machine } = scene;
  const source = { ...scene.source, offset: undefined };
  const ended: ShellState[] = [];
  let ready: readonly ShellState[] = [state];
  for (const name of [...start.named, ...environmentFiles(scene), ...homeFiles(start, state)]) {
    const text = readNamed(name, scene);
    if (text === undefined) continue;
    const states = ready.flatMap((each) =>
      machine.runText(text, { ...scene, state: each }, source),
    );
    for (const each of states) if (each.flow === "return") each.flow = "normal";
    ended.push(...states.filter(({ flow }) => flow !== "normal"));
    ready = settle(states.filter(({ flow }) => flow === "normal"));
  }
  if (start.isLogin) for (const each of ready) noteLogout(scene, each);
  return [...ended, ...ready.flatMap(run)];
}

/** `BASH_ENV` and `ENV`, whose values bash expands. */
function environmentFiles(scene: Scene): readonly Text[] {
  return ["BASH_ENV", "ENV"].flatMap((name) => {
    const variable = scene.state.variable(name);
    if (variable?.kind !== "scalar") return [];
    const known = knownValue(variable.text);
    return known !== undefined && /[$`\\]/.test(known)
      ? [expandValue(known, scene)]
      : [variable.text];
  });
}

function homeFiles(
  { name, isLogin, isInteractive }: ShellStart,
  state: ShellState,
): readonly Text[] {
  const names: string[] = [];
  if (name === "zsh") {
    names.push(".zshenv");
    if (isLogin) names.push(".zprofile");
    if (isInteractive) names.push(".zshrc");
    if (isLogin) names.push(".zlogin");
  } else {
    if (isLogin) names.push(".bash_profile", ".bash_login", ".profile");
    if (isInteractive) names.push(".bashrc");
  }
  return names.map((each) => atHome(each, state));
}

function atHome(name: string, state: ShellState): Text {
  return joinTexts([parameterValue("HOME", state).texts[0] ?? [UNKNOWN], textOf(`/${name}`)]);
}

function noteLogout(scene: Scene, state: ShellState): void {
  const text = readNamed(atHome(".bash_logout", state), { ...scene, state });
  if (text !== undefined) state.traps = [...state.traps, text];
}
