import { dirname, relative, sep } from "node:path";
import { GateCommandError, type GateTerminal } from "./gate-terminal.ts";
import { planGuard } from "./guard-files.ts";
import { HOST_SETTINGS, type HostSettings } from "./host-settings.ts";
import {
  gateReference,
  hostsInUse,
  readScene,
  shippedFile,
  toPath,
  type InstallScene,
} from "./install-scene.ts";
import {
  readSettingsFile,
  removeSettingsFile,
  writeSettingsFile,
  type FileChange,
} from "./settings-file.ts";
import { addEntry, bareText, isBare, removeEntries, type SettingsChange } from "./settings-text.ts";
import { unifiedDiff } from "./text-diff.ts";

type Verb = "install" | "uninstall";

/** `tapegate gate install`: puts the hook into hosts' settings, and the guard into pytest's. */
export async function install(argv: readonly string[], terminal: GateTerminal): Promise<number> {
  return change("install", readScene(argv, terminal));
}

/** `tapegate gate uninstall`: takes out what `install` put in, and nothing else. */
export async function uninstall(argv: readonly string[], terminal: GateTerminal): Promise<number> {
  return change("uninstall", readScene(argv, terminal));
}

function change(verb: Verb, scene: InstallScene): number {
  const { terminal, project } = scene;
  const hosts = scene.named ?? (verb === "install" ? hostsInUse(scene) : HOST_SETTINGS);
  // Everything is planned before anything is written: a file that cannot be read stops all of it.
  const planned = [
    ...hosts.map((host) => (verb === "install" ? added(host, scene) : removed(host, scene))),
    ...(scene.hasGuard
      ? planGuard(verb, project, shippedFile(terminal, "hooks/tapegate_pytest_guard.py"))
      : []),
  ];
  // Two hosts may share a file (Copilot and VS Code do).
  const byPath = new Map(planned.map((file) => [file.path, file]));
  for (const file of byPath.values()) terminal.stdout(carryOut(file, scene, verb));
  if (verb === "install" && !scene.isGlobal && gateReference(scene).kind === "absolute") {
    terminal.stderr(
      "These entries name a path of this machine. To share them, add tapegate to the project's devDependencies, then run: npx tapegate gate install\n",
    );
  }
  return 0;
}

function added(host: HostSettings, scene: InstallScene): FileChange {
  const { form } = host;
  const path = toPath(host.file, scene);
  const before = readSettingsFile(path);
  const gate = gateReference(scene);
  if (form.kind === "json") {
    return {
      path,
      before,
      after: textAfter(path, before, addEntry(before, form, form.entry(gate))),
    };
  }
  if (before !== undefined && !form.isOwn(before)) {
    throw new GateCommandError(
      "SETTINGS_UNREADABLE",
      `Cannot write "${path}": something else wrote the file that stands there. Nothing was written. Move it away, then run this again`,
    );
  }
  const plugin = shippedFile(scene.terminal, "hooks/opencode.js");
  const named =
    gate.kind === "project" ? relative(dirname(path), plugin).split(sep).join("/") : plugin;
  return { path, before, after: form.text(named) };
}

function removed(host: HostSettings, scene: InstallScene): FileChange {
  const { form } = host;
  const path = toPath(host.file, scene);
  const before = readSettingsFile(path);
  if (before === undefined) return { path, before, after: before };
  if (form.kind === "module") {
    return { path, before, after: form.isOwn(before) ? undefined : before };
  }
  const after = textAfter(path, before, removeEntries(before, form));
  const isLeftBare =
    after !== undefined &&
    after !== before &&
    (form.isOwnFile ? isBare(after, form.base) : after === bareText(form.base));
  return { path, before, after: isLeftBare ? undefined : after };
}

function textAfter(
  path: string,
  before: string | undefined,
  planned: SettingsChange,
): string | undefined {
  if (planned.kind === "unchanged") return before;
  if (planned.kind === "changed") return planned.text;
  throw unreadable(path, planned.problem);
}

function unreadable(path: string, problem: string): GateCommandError {
  return new GateCommandError(
    "SETTINGS_UNREADABLE",
    `Cannot change "${path}": ${problem}. Nothing was written. Mend the file, then run this again`,
  );
}

function carryOut(
  { path, before, after }: FileChange,
  { isDryRun, isGlobal, project, terminal }: InstallScene,
  verb: Verb,
): string {
  if (after === before) {
    return `${path}: ${verb === "install" ? "up to date" : "nothing of the gate in it"}\n`;
  }
  if (isDryRun) return unifiedDiff(path, before ?? "", after ?? "");
  if (after === undefined) {
    removeSettingsFile(path, isGlobal ? terminal.homeDirectory : project);
    return `${path}: removed\n`;
  }
  writeSettingsFile(path, after);
  return `${path}: ${before === undefined ? "written" : "changed"}\n`;
}
