import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import type { Words } from "../words.ts";
import { toAbsolute, toFilePath } from "../shell/directory.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { joinFields } from "../shell/builtin.ts";
import { joinTexts, knownField, knownValue, textOf, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { commandsOf, noteSetting, settingsOf, withoutMark } from "./git-settings.ts";
import { splitShlexWords } from "../pytest/shlex-words.ts";
import { runShellText } from "./wrapper-launch.ts";

const GLOBAL = {
  valued: words(
    "-C -c --git-dir --work-tree --namespace --exec-path --config-env --super-prefix --attr-source",
  ),
  flags: words(
    "-p --paginate -P --no-pager --bare --no-replace-objects --literal-pathspecs --no-optional-locks",
  ),
};
/** Options of git's commands whose value is a command. */
const SCRIPTED: ReadonlyMap<string, Words> = new Map([
  ["rebase", words("-x --exec")],
  ["difftool", words("-x --extcmd")],
  [
    "filter-branch",
    words("--tree-filter --index-filter --msg-filter --env-filter --commit-filter"),
  ],
]);

/** Follows the commands that git runs: `bisect run`, `rebase --exec`, `submodule foreach`, `!` aliases. */
export function launchGit(call: Call, scene: Scene): readonly ShellState[] {
  const taken = takeOptions(call.argv.slice(1), GLOBAL);
  const directory = taken.options.filter(({ name }) => name === "-C");
  const state = scene.state.fork();
  for (const { value } of directory) {
    const known = value === undefined ? undefined : knownValue(value.text);
    state.cwd = known === undefined ? undefined : toAbsolute(known, state.cwd);
  }
  const inside = { ...scene, state };
  const [verbField, ...rest] = taken.rest;
  const verb = verbField === undefined ? undefined : knownValue(verbField.text);
  const configured = taken.options.flatMap(({ name, value }) =>
    name === "-c" && value !== undefined ? [value] : [],
  );
  runSettings(verb, rest, { call, scene: inside, configured });
  if (verb === "config") noteSetting(rest, scene.state);
  const first = rest[0] === undefined ? undefined : knownValue(rest[0].text);
  if (verb === "bisect" && first === "run") {
    const bound = new Map(
      [...call.bound].filter(([name]) => name !== scene.machine.policy.approvalVariable),
    );
    scene.machine.runCall(
      { ...call, argv: rest.slice(1), bound, leadAt: undefined, isExternal: true },
      state.fork(),
    );
  } else if (verb === "submodule" && rest.some(({ text }) => knownValue(text) === "foreach")) {
    const at = rest.findIndex(({ text }) => knownValue(text) === "foreach");
    const command = rest.slice(at + 1).filter(({ text }) => knownValue(text) !== "--recursive");
    state.cwd = undefined;
    runShellText(joinFields(command), call, inside);
  } else if (verb !== undefined && SCRIPTED.has(verb)) {
    const shape = { valued: SCRIPTED.get(verb)! };
    for (const [index, field] of rest.entries()) {
      const { options } = takeOptions([field, ...rest.slice(index + 1, index + 2)], shape);
      const script = options.find(({ name }) => shape.valued.has(name))?.value;
      if (script !== undefined) runShellText(script.text, call, { ...inside, state: state.fork() });
    }
  }
  writeOutput(verb, rest, scene);
  return [scene.state];
}

interface Aliased {
  readonly call: Call;
  readonly scene: Scene;
  readonly configured: readonly Field[];
}

/** Follows an alias, and what git runs by itself because of a setting or a variable. */
function runSettings(
  verb: string | undefined,
  rest: readonly Field[],
  { call, scene, configured }: Aliased,
): void {
  // The repository's own file matters where a verb may be an alias: git's own verbs come first.
  const isOwn = verb === undefined || VERBS.has(verb);
  const settings = isOwn && configured.length === 0 ? NONE : settingsOf(configured, scene);
  for (const command of commandsOf(settings, call, scene))
    runShellText(command, call, { ...scene, state: scene.state.fork() });
  const alias = isOwn ? undefined : settings.get(`alias.${verb.toLowerCase()}`);
  if (alias === undefined) return;
  const state = scene.state.fork();
  const args = rest.flatMap(({ text }) => [textOf(" "), text]);
  const [first] = alias;
  if (typeof first === "string" && first.startsWith("!")) {
    runShellText(joinTexts([withoutMark(alias), ...args]), call, { ...scene, state });
    return;
  }
  const known = knownValue(alias);
  if (known === undefined) return;
  const argv = [
    knownField("git"),
    ...(splitShlexWords(known) ?? []).map((word) => knownField(word)),
    ...rest,
  ];
  scene.machine.nested(() => launchGit({ ...call, argv }, { ...scene, state }));
}

const NONE: ReadonlyMap<string, Text> = new Map();

/** Git's own verbs, which no alias can replace. */
const VERBS = words(
  `add am annotate apply archive bisect blame branch bundle cat-file check-ignore checkout cherry cherry-pick clean clone
  commit config count-objects describe diff difftool fetch filter-branch for-each-ref format-patch fsck gc grep hash-object
  help init log ls-files ls-remote ls-tree maintenance merge merge-base mergetool mv notes pull push range-diff rebase
  reflog remote repack rerere reset restore rev-list rev-parse revert rm shortlog show show-ref sparse-checkout stash
  status submodule subtree switch symbolic-ref tag update-index update-ref version whatchanged worktree write-tree`,
);

/** `git rev-parse --show-toplevel` writes the repository's root. */
function writeOutput(
  verb: string | undefined,
  rest: readonly Field[],
  { state, machine }: Scene,
): void {
  const isRoot =
    verb === "rev-parse" && rest.length === 1 && knownValue(rest[0]!.text) === "--show-toplevel";
  const { root } = machine.context.files;
  const isInside =
    state.cwd !== undefined && (state.cwd === root || state.cwd.startsWith(`${root}/`));
  const told = rest.filter(
    ({ text: [word] }) => typeof word === "string" && /^--(?:format|pretty)\b/.test(word),
  );
  const shown = SHOWING.has(verb ?? "") ? shownFiles(rest, { state, machine }) : [];
  state.write(
    isRoot && isInside
      ? textOf(`${root}\n`)
      : unknownFrom(...told.map(({ text }) => text), ...shown),
  );
}

/** Verbs that write a file of some commit. */
const SHOWING = words("show cat-file");

/** `git show HEAD:script.sh`: what the file holds today says whether it may name a test runner. */
function shownFiles(
  rest: readonly Field[],
  { state, machine }: Pick<Scene, "state" | "machine">,
): readonly Text[] {
  if (state.written === undefined) return [];
  return rest.flatMap(({ text }) => {
    const name = /^[^:]*:(.+)$/.exec(knownValue(text) ?? "")?.[1];
    if (name === undefined) return [];
    const { root } = machine.context.files;
    const path = name.startsWith("./") ? toFilePath(name, state.cwd) : toAbsolute(name, root);
    const isFile = path !== undefined && machine.context.files.kind(path) === "file";
    return isFile ? [machine.skimFile(path, state) ?? []] : [];
  });
}
