import { quote } from "shell-quote";

/** How an entry in a host's settings names the hook's file. */
export type GateReference =
  /** Inside the project: its path below the root, `/`-separated; the entry can be shared. */
  | { readonly kind: "project"; readonly path: string }
  /** Anywhere else on this machine. */
  | { readonly kind: "absolute"; readonly path: string };

/** Where a host keeps its hooks, and what stands there for the gate. */
export interface HostSettings {
  /** As `--host` names it. */
  readonly name: string;
  /** A folder (below the project, below the home directory) that tells that the host is in use. */
  readonly folder: Scoped;
  readonly file: Scoped;
  readonly form: SettingsForm;
}

/** A path below the project's root and one below the home directory, `/`-separated. */
export interface Scoped {
  readonly project: string;
  readonly global: string;
  /** The environment variable that moves the global one's first folder elsewhere. */
  readonly globalVariable?: string;
}

type SettingsForm =
  | {
      readonly kind: "json";
      /** Members that a new file has beside the hooks. */
      readonly base: Readonly<Record<string, unknown>>;
      /** The member of `hooks` that lists what runs before a shell command. */
      readonly event: string;
      /** One element of that list. Claude's form puts handlers into groups, others list them. */
      readonly entry: (gate: GateReference) => HookEntry;
      /** Nothing but the gate's entry stands in the file: it goes with it. */
      readonly isOwnFile: boolean;
    }
  /** A source file that loads the plug-in which ships with Tapegate. */
  | {
      readonly kind: "module";
      readonly text: (pluginPath: string) => string;
      /** Whether a text is one that `text` made. */
      readonly isOwn: (text: string) => boolean;
      /** The files that a text loads the plug-in from. */
      readonly pluginPaths: (text: string) => readonly string[];
    };

/** One entry of a host's hooks, in that host's own shape. */
export type HookEntry = Readonly<Record<string, unknown>>;

/** Long enough for a cold start on a loaded machine; past it most hosts run the command. */
const TIMEOUT_SECONDS = 10;

const MODULE_MARK = '// Written by "tapegate gate install".';

const COPILOT_FORM: SettingsForm = {
  kind: "json",
  base: { version: 1 },
  event: "preToolUse",
  entry: (gate) => {
    const command = shellCommand(gate, "");
    return {
      type: "command",
      matcher: "bash|powershell",
      bash: command,
      powershell: command,
      timeoutSec: TIMEOUT_SECONDS,
    };
  },
  isOwnFile: true,
};

const COPILOT_PLACES = {
  file: {
    project: ".github/hooks/tapegate.json",
    global: ".copilot/hooks/tapegate.json",
    globalVariable: "COPILOT_HOME",
  },
  form: COPILOT_FORM,
} as const;

/** Every host that `install` knows. The documents that say so are named in docs/gate-hosts.md. */
export const HOST_SETTINGS: readonly HostSettings[] = [
  {
    name: "claude",
    folder: { project: ".claude", global: ".claude", globalVariable: "CLAUDE_CONFIG_DIR" },
    file: {
      project: ".claude/settings.json",
      global: ".claude/settings.json",
      globalVariable: "CLAUDE_CONFIG_DIR",
    },
    form: {
      kind: "json",
      base: {},
      event: "PreToolUse",
      // Without a shell in between, so that no path needs quoting.
      entry: (gate) => ({
        matcher: "Bash|Monitor|PowerShell",
        hooks: [
          {
            type: "command",
            command: "node",
            args: [gate.kind === "project" ? `\${CLAUDE_PROJECT_DIR}/${gate.path}` : gate.path],
            onFailure: "block",
            timeout: TIMEOUT_SECONDS,
          },
        ],
      }),
      isOwnFile: false,
    },
  },
  {
    name: "codex",
    folder: { project: ".codex", global: ".codex", globalVariable: "CODEX_HOME" },
    file: {
      project: ".codex/hooks.json",
      global: ".codex/hooks.json",
      globalVariable: "CODEX_HOME",
    },
    form: {
      kind: "json",
      base: {},
      event: "PreToolUse",
      entry: (gate) => ({
        matcher: "^Bash$",
        hooks: [
          {
            type: "command",
            // Codex starts hooks in the session's directory, which may lie below the root.
            command: shellCommand(gate, "$(git rev-parse --show-toplevel)/"),
            timeout: TIMEOUT_SECONDS,
          },
        ],
      }),
      isOwnFile: false,
    },
  },
  {
    name: "cursor",
    folder: { project: ".cursor", global: ".cursor" },
    file: { project: ".cursor/hooks.json", global: ".cursor/hooks.json" },
    form: {
      kind: "json",
      base: { version: 1 },
      // One of the two events that a shell call fires, so that it is judged once.
      event: "beforeShellExecution",
      entry: (gate) => ({
        command: shellCommand(gate, ""),
        timeout: TIMEOUT_SECONDS,
        failClosed: true,
      }),
      isOwnFile: false,
    },
  },
  {
    name: "gemini",
    folder: { project: ".gemini", global: ".gemini" },
    file: { project: ".gemini/settings.json", global: ".gemini/settings.json" },
    form: {
      kind: "json",
      base: {},
      event: "BeforeTool",
      entry: (gate) => ({
        matcher: "run_shell_command",
        hooks: [
          {
            name: "tapegate",
            type: "command",
            command: shellCommand(gate, "$GEMINI_PROJECT_DIR/"),
            timeout: TIMEOUT_SECONDS * 1000,
          },
        ],
      }),
      isOwnFile: false,
    },
  },
  {
    name: "copilot",
    folder: { project: ".github/hooks", global: ".copilot", globalVariable: "COPILOT_HOME" },
    ...COPILOT_PLACES,
  },
  // VS Code reads Copilot's files and turns `preToolUse` into its own event.
  { name: "vscode", folder: { project: ".vscode", global: ".vscode" }, ...COPILOT_PLACES },
  {
    name: "windsurf",
    folder: { project: ".windsurf", global: ".codeium/windsurf" },
    file: { project: ".windsurf/hooks.json", global: ".codeium/windsurf/hooks.json" },
    form: {
      kind: "json",
      base: {},
      event: "pre_run_command",
      entry: (gate) => ({ command: shellCommand(gate, ""), show_output: true }),
      isOwnFile: false,
    },
  },
  {
    name: "opencode",
    folder: { project: ".opencode", global: ".config/opencode" },
    file: {
      project: ".opencode/plugins/tapegate.js",
      global: ".config/opencode/plugins/tapegate.js",
    },
    form: {
      kind: "module",
      text: (pluginPath) =>
        `${MODULE_MARK}\nexport { tapegate } from ${JSON.stringify(pluginPath)};\n`,
      isOwn: (text) => text.startsWith(MODULE_MARK),
      pluginPaths: (text) => {
        const path = text.startsWith(MODULE_MARK) ? / from (".*");/.exec(text)?.[1] : undefined;
        return path === undefined ? [] : [JSON.parse(path) as string];
      },
    },
  },
];

/** The command for a host that runs hooks in a shell; `root` is how that shell names the project. */
function shellCommand(gate: GateReference, root: string): string {
  if (gate.kind === "project") {
    return root === "" ? `node ${gate.path}` : `node "${root}${gate.path}"`;
  }
  // Quoted so that both a POSIX shell and PowerShell read one word.
  return /^[\w@%+=:,./\\-]+$/.test(gate.path)
    ? `node ${gate.path}`
    : process.platform === "win32"
      ? `node "${gate.path}"`
      : `node ${quote([gate.path])}`;
}
