import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { openWorkingTree } from "../../hook/working-tree.ts";
import { GateCommandError, type GateTerminal } from "./gate-terminal.ts";
import {
  HOST_SETTINGS,
  type GateReference,
  type HostSettings,
  type Scoped,
} from "./host-settings.ts";
import { parseFlags } from "./parse-flags.ts";

/** What a run of `install`, `uninstall` or `status` works on. */
export interface InstallScene {
  /** The repository's root around the working directory. */
  readonly project: string;
  readonly isGlobal: boolean;
  readonly isDryRun: boolean;
  readonly hasGuard: boolean;
  /** The hosts of `--host`; `undefined` where none is named. */
  readonly named: readonly HostSettings[] | undefined;
  readonly terminal: GateTerminal;
}

/** Reads the flags that the three verbs share. */
export function readScene(argv: readonly string[], terminal: GateTerminal): InstallScene {
  const { values, positionals } = parseFlags(argv, {
    host: { type: "string", multiple: true },
    global: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    "pytest-guard": { type: "boolean", default: false },
  });
  const [unexpected] = positionals;
  if (unexpected !== undefined) {
    throw new GateCommandError("USAGE", `Cannot use "${unexpected}": hosts are named by --host`);
  }
  if (values.global && values["pytest-guard"]) {
    throw new GateCommandError(
      "USAGE",
      "Cannot install the pytest guard globally: it belongs to a repository",
    );
  }
  return {
    project: openWorkingTree(terminal.cwd).root,
    isGlobal: values.global,
    isDryRun: values["dry-run"],
    hasGuard: values["pytest-guard"],
    named: values.host?.flatMap((text) => text.split(",")).flatMap(findHosts),
    terminal,
  };
}

/** Hosts of whose settings the project (or the home directory) has a folder; Claude Code where none has. */
export function hostsInUse(scene: InstallScene): readonly HostSettings[] {
  const used = HOST_SETTINGS.filter(({ folder }) => existsSync(toPath(folder, scene)));
  return used.length > 0 ? used : HOST_SETTINGS.slice(0, 1);
}

/** The absolute path of a place in the scope that the flags chose. */
export function toPath(
  { project, global, globalVariable }: Scoped,
  { project: root, isGlobal, terminal: { environment, homeDirectory } }: InstallScene,
): string {
  if (!isGlobal) return join(root, project);
  const moved = globalVariable === undefined ? undefined : environment[globalVariable];
  return moved === undefined || moved === ""
    ? join(homeDirectory, global)
    : join(moved, ...global.split("/").slice(1));
}

/** The hook's file, named below the project where it stands in it (`node_modules/tapegate/…`). */
export function gateReference({ project, isGlobal, terminal }: InstallScene): GateReference {
  const path = gateFile(terminal);
  if (!existsSync(path)) {
    throw new GateCommandError(
      "GATE_NOT_FOUND",
      `Cannot install the gate: "${path}" does not exist. Install tapegate again`,
    );
  }
  const below = relative(project, path);
  return !isGlobal && !below.startsWith("..") && !isAbsolute(below)
    ? { kind: "project", path: below.split(sep).join("/") }
    : { kind: "absolute", path };
}

/** A file that ships beside the hook's: `hooks/opencode.js`. */
export function shippedFile(terminal: GateTerminal, path: string): string {
  return join(dirname(gateFile(terminal)), "..", ...path.split("/"));
}

/** The terminal's own bundle stands in the same folder. */
function gateFile({ gateFile: given }: GateTerminal): string {
  return given ?? join(__dirname, "gate.cjs");
}

function findHosts(name: string): readonly HostSettings[] {
  if (name === "all") return HOST_SETTINGS;
  const found = HOST_SETTINGS.filter((host) => host.name === name);
  if (found.length > 0) return found;
  const names = HOST_SETTINGS.map((host) => host.name).join(", ");
  throw new GateCommandError("USAGE", `Cannot find the host "${name}": known are ${names}, all`);
}
