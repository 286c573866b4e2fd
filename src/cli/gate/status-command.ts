import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { GateTerminal } from "./gate-terminal.ts";
import { HOST_SETTINGS, type HostSettings } from "./host-settings.ts";
import { readScene, toPath, type InstallScene } from "./install-scene.ts";
import { readSettingsFile } from "./settings-file.ts";
import { gateFiles } from "./settings-text.ts";

type HostState =
  | { readonly kind: "absent" }
  | { readonly kind: "installed"; readonly file: string }
  | { readonly kind: "broken"; readonly file: string; readonly missing: string };

/**
 * `tapegate gate status`: where the hook is installed, and whether the file that it names is there
 * (a hook that cannot start lets the command run on most hosts).
 */
export async function status(argv: readonly string[], terminal: GateTerminal): Promise<number> {
  const scene = readScene(argv, terminal);
  const states = (scene.named ?? HOST_SETTINGS).map((host) => ({
    host,
    state: readState(host, scene),
  }));
  for (const { host, state } of states) {
    terminal.stdout(`${host.name.padEnd(9)} ${describe(host, state, scene)}\n`);
  }
  const kinds = new Set(states.map(({ state }) => state.kind));
  return kinds.has("installed") && !kinds.has("broken") ? 0 : 1;
}

function readState({ file: scoped, form }: HostSettings, scene: InstallScene): HostState {
  const file = toPath(scoped, scene);
  const text = readSettingsFile(file);
  if (text === undefined) return { kind: "absent" };
  const named = form.kind === "json" ? gateFiles(text, form.event) : form.pluginPaths(text);
  if (named.length === 0) return { kind: "absent" };
  const from = form.kind === "json" ? scene.project : dirname(file);
  const missing = named.find((path) => !existsSync(expand(path, from, scene.project)));
  return missing === undefined ? { kind: "installed", file } : { kind: "broken", file, missing };
}

/** The file that an entry names, with the host's own name for the project's root replaced. */
function expand(path: string, from: string, project: string): string {
  const rooted = path.replace(
    /^(?:\$\{CLAUDE_PROJECT_DIR\}|\$GEMINI_PROJECT_DIR|\$\(git rev-parse --show-toplevel\))(?=\/)/,
    () => project,
  );
  return isAbsolute(rooted) ? rooted : join(from, rooted);
}

function describe({ name }: HostSettings, state: HostState, { isGlobal }: InstallScene): string {
  switch (state.kind) {
    case "absent":
      return "not installed";
    case "installed":
      return `installed in ${state.file}`;
    case "broken":
      return `broken: ${state.file} names ${state.missing}, which does not exist. Run: tapegate gate install --host ${name}${isGlobal ? " --global" : ""}`;
    default:
      return state satisfies never;
  }
}
