import { toFilePath } from "../shell/directory.ts";
import { inheritedBy } from "../shell/machine.ts";
import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownValue, textOf } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { words } from "../words.ts";

/** Stands before the settings that the command itself has made, among the files that it has written. */
const SETTINGS = "/\uFFFFgit/";

/** Variables whose value git runs. */
const VARIABLES = words(
  "GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER GIT_SSH_COMMAND GIT_SSH GIT_EXTERNAL_DIFF GIT_ASKPASS GIT_PROXY_COMMAND EDITOR VISUAL PAGER",
);

/** Settings whose value git runs. */
const COMMANDS =
  /^(?:core\.(?:editor|pager|sshcommand|fsmonitor|askpass|gitproxy)|sequence\.editor|diff\.external|pager\..+|.+\.(?:cmd|clean|smudge|process|textconv|program|helper|driver|difffilter|command))$/;

/** Notes what `git config NAME VALUE` sets, for the rest of the command. */
export function noteSetting(rest: readonly Field[], state: ShellState): void {
  const at = rest.findIndex(({ text }) => /^[\w-]+\..*[\w-]$/.test(knownValue(text) ?? ""));
  const value = rest[at + 1];
  if (at < 0 || value === undefined) return;
  state.setFile(`${SETTINGS}${knownValue(rest[at]!.text)!.toLowerCase()}`, value.text);
}

/** Every setting of `-c`, of the command itself, and of the repository's own file, by its name in small letters. */
export function settingsOf(
  configured: readonly Field[],
  { machine, state }: Scene,
): ReadonlyMap<string, Text> {
  const settings = new Map<string, Text>();
  const own = machine.readFile(toFilePath(".git/config", machine.context.files.root), state);
  const known = own === undefined ? undefined : knownValue(own);
  let section = "";
  for (const line of known?.split("\n") ?? []) {
    const [, name, sub] = /^\s*\[\s*([\w.-]+)\s*(?:"([^"]*)")?\s*\]/.exec(line) ?? [];
    if (name !== undefined) section = sub === undefined ? name : `${name}.${sub}`;
    const [, key, value] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined) continue;
    const plain = value!.replaceAll(/\\([^])|"/g, "$1");
    settings.set(`${section}.${key}`.toLowerCase(), textOf(plain));
  }
  for (const [path, text] of state.files) {
    if (path.startsWith(SETTINGS)) settings.set(path.slice(SETTINGS.length), text);
  }
  for (const { text } of configured) {
    const [first, ...others] = text;
    const equals = typeof first === "string" ? first.indexOf("=") : -1;
    if (typeof first !== "string" || equals < 0) continue;
    settings.set(first.slice(0, equals).toLowerCase(), [
      ...textOf(first.slice(equals + 1)),
      ...others,
    ]);
  }
  return settings;
}

/** The commands that git runs by itself: an editor, a pager, a transport. */
export function commandsOf(
  settings: ReadonlyMap<string, Text>,
  call: Call,
  { state }: Scene,
): readonly Text[] {
  const inherited = inheritedBy(call, state);
  const variables = [...VARIABLES].flatMap((name) => {
    const own =
      call.bound.get(name) ?? (state.variables.has(name) ? inherited.get(name) : undefined);
    return own === undefined ? [] : [own];
  });
  const set = [...settings].flatMap(([name, text]) => (COMMANDS.test(name) ? [text] : []));
  return [...variables, ...set.map((text) => withoutMark(text))];
}

/** `!` before a command says that it is shell text. */
export function withoutMark([first, ...rest]: Text): Text {
  return typeof first === "string"
    ? [...textOf(first.replace(/^!/, "")), ...rest]
    : [first ?? "", ...rest];
}
