import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { HOST_SETTINGS } from "../../../src/cli/gate/host-settings.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { gate, type GateRun } from "./gate-terminal.ts";

/** A repository with tapegate installed in it, as npm does. */
const INSTALLED = {
  ".git/HEAD": "ref: refs/heads/main\n",
  "node_modules/tapegate/dist/gate.cjs": "",
  "node_modules/tapegate/hooks/opencode.js": "",
  "node_modules/tapegate/hooks/tapegate_pytest_guard.py": "# the guard\n",
};

const CLAUDE_SETTINGS = `{
\t// Kept by hand.
\t"permissions": { "allow": ["Bash(ls:*)"] }, // inline
\t"hooks": {
\t\t"PreToolUse": [
\t\t\t{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "audit.sh" }] },
\t\t],
\t\t"Stop": [{ "hooks": [{ "type": "command", "command": "say done" }] }]
\t},
\t"model": "opus"
}
`;

/** What must stand in each host's file, by the documents named in docs/gate-hosts.md. */
const EXPECTED: Readonly<Record<string, { file: string; text: string }>> = {
  claude: {
    file: ".claude/settings.json",
    text: '{"hooks":{"PreToolUse":[{"matcher":"Bash|Monitor|PowerShell","hooks":[{"type":"command","command":"node","args":["${CLAUDE_PROJECT_DIR}/node_modules/tapegate/dist/gate.cjs"],"onFailure":"block","timeout":10}]}]}}',
  },
  codex: {
    file: ".codex/hooks.json",
    text: String.raw`{"hooks":{"PreToolUse":[{"matcher":"^Bash$","hooks":[{"type":"command","command":"node \"$(git rev-parse --show-toplevel)/node_modules/tapegate/dist/gate.cjs\"","timeout":10}]}]}}`,
  },
  cursor: {
    file: ".cursor/hooks.json",
    text: '{"version":1,"hooks":{"beforeShellExecution":[{"command":"node node_modules/tapegate/dist/gate.cjs","timeout":10,"failClosed":true}]}}',
  },
  gemini: {
    file: ".gemini/settings.json",
    text: String.raw`{"hooks":{"BeforeTool":[{"matcher":"run_shell_command","hooks":[{"name":"tapegate","type":"command","command":"node \"$GEMINI_PROJECT_DIR/node_modules/tapegate/dist/gate.cjs\"","timeout":10000}]}]}}`,
  },
  copilot: {
    file: ".github/hooks/tapegate.json",
    text: '{"version":1,"hooks":{"preToolUse":[{"type":"command","matcher":"bash|powershell","bash":"node node_modules/tapegate/dist/gate.cjs","powershell":"node node_modules/tapegate/dist/gate.cjs","timeoutSec":10}]}}',
  },
  windsurf: {
    file: ".windsurf/hooks.json",
    text: '{"hooks":{"pre_run_command":[{"command":"node node_modules/tapegate/dist/gate.cjs","show_output":true}]}}',
  },
};

describe("tapegate gate install", () => {
  test.each(Object.entries(EXPECTED))("writes the settings of %s", async (host, expected) => {
    const { folder, run } = repository();
    expect(await run("install", "--host", host)).toMatchObject({ exitCode: 0, stderr: "" });
    const text = readFileSync(join(folder, expected.file), "utf8");
    expect(JSON.parse(text)).toEqual(JSON.parse(expected.text));
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("shares one file between Copilot and VS Code", async () => {
    const { folder, run } = repository();
    await run("install", "--host", "copilot,vscode");
    const { file, text } = EXPECTED["copilot"]!;
    expect(JSON.parse(readFileSync(join(folder, file), "utf8"))).toEqual(JSON.parse(text));
  });

  test("writes OpenCode's plug-in file", async () => {
    const { folder, run } = repository();
    await run("install", "--host", "opencode");
    expect(readFileSync(join(folder, ".opencode/plugins/tapegate.js"), "utf8")).toBe(
      '// Written by "tapegate gate install".\nexport { tapegate } from "../../node_modules/tapegate/hooks/opencode.js";\n',
    );
  });

  test("keeps comments, order, indentation and other hooks", async () => {
    const { folder, run } = repository({ ".claude/settings.json": CLAUDE_SETTINGS });
    await run("install", "--host", "claude");
    const text = readFileSync(join(folder, ".claude/settings.json"), "utf8");
    const lines = CLAUDE_SETTINGS.split("\n").map((line) => line.replace(/,$/, ""));
    const kept = text.split("\n").map((line) => line.replace(/,$/, ""));
    expect(lines.filter((line) => !kept.includes(line))).toEqual([]);
    expect(text).toContain('\n\t\t\t{\n\t\t\t\t"matcher": "Bash|Monitor|PowerShell"');
    const value = parse(text) as { hooks: { PreToolUse: { hooks: { command: string }[] }[] } };
    const commands = value.hooks.PreToolUse.flatMap((group) => group.hooks.map((h) => h.command));
    expect(commands).toEqual(["audit.sh", "node"]);
  });

  test.each(HOST_SETTINGS.map((host) => host.name))("is idempotent for %s", async (host) => {
    const { run } = repository();
    await run("install", "--host", host);
    expect(await run("install", "--host", host)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/: up to date\n$/) as string,
    });
  });

  test("brings a stale entry up to date in place, beside a hook in the same group", async () => {
    const stale = {
      hooks: {
        PreToolUse: [
          {
            matcher: "Bash",
            hooks: [
              { type: "command", command: "node /old/tapegate/dist/gate.cjs" },
              { type: "command", command: "audit.sh" },
            ],
          },
        ],
      },
    };
    const { folder, run } = repository({ ".claude/settings.json": JSON.stringify(stale) });
    await run("install", "--host", "claude");
    const [group] = (
      JSON.parse(readFileSync(join(folder, ".claude/settings.json"), "utf8")) as typeof stale
    ).hooks.PreToolUse;
    expect(group?.hooks[0]).toMatchObject({ command: "node", onFailure: "block" });
    expect(group?.hooks[1]).toEqual({ type: "command", command: "audit.sh" });
  });

  test("shows the change and writes nothing with --dry-run", async () => {
    const { folder, run } = repository({ ".cursor/hooks.json": '{\n  "version": 1\n}\n' });
    const { stdout } = await run("install", "--host", "cursor", "--dry-run");
    const path = join(folder, ".cursor/hooks.json");
    expect(stdout).toBe(
      [
        `--- ${path}`,
        `+++ ${path}`,
        "@@ -1,3 +1,12 @@",
        " {",
        '-  "version": 1',
        '+  "version": 1,',
        '+  "hooks": {',
        '+    "beforeShellExecution": [',
        "+      {",
        '+        "command": "node node_modules/tapegate/dist/gate.cjs",',
        '+        "timeout": 10,',
        '+        "failClosed": true',
        "+      }",
        "+    ]",
        "+  }",
        " }",
        "",
      ].join("\n"),
    );
    expect(readFileSync(path, "utf8")).toBe('{\n  "version": 1\n}\n');
  });

  test("finds the hosts that the project uses, and Claude Code where it uses none", async () => {
    const { folder, run } = repository({ ".cursor/rules": "", ".gemini/GEMINI.md": "" });
    await run("install");
    expect(existsSync(join(folder, ".cursor/hooks.json"))).toBe(true);
    expect(existsSync(join(folder, ".gemini/settings.json"))).toBe(true);
    expect(existsSync(join(folder, ".claude"))).toBe(false);
    const bare = repository();
    await bare.run("install");
    expect(existsSync(join(bare.folder, ".claude/settings.json"))).toBe(true);
  });

  test("writes below the home directory with --global, by an absolute path", async () => {
    const { folder, run } = repository({ "home/.codeium/windsurf/x": "" });
    await run("install", "--global");
    const path = join(folder, "home/.codeium/windsurf/hooks.json");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({
      hooks: {
        pre_run_command: [
          {
            command: `node ${join(folder, "node_modules/tapegate/dist/gate.cjs")}`,
            show_output: true,
          },
        ],
      },
    });
  });

  test("follows CLAUDE_CONFIG_DIR", async () => {
    const { folder, run } = repository();
    const environment = { CLAUDE_CONFIG_DIR: join(folder, "elsewhere") };
    await gate({ ...sceneOf(folder), environment }, "install", "--global", "--host", "claude");
    expect(existsSync(join(folder, "elsewhere/settings.json"))).toBe(true);
    expect((await run("status", "--host", "claude")).exitCode).toBe(1);
  });

  test("warns where the entry names a path of this machine", async () => {
    const elsewhere = temporaryFolder({ "dist/gate.cjs": "" });
    const folder = temporaryFolder({ ".git/HEAD": "" });
    const run = await gate({ cwd: folder, gateFile: join(elsewhere, "dist/gate.cjs") }, "install");
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain("add tapegate to the project's devDependencies");
  });

  test("keeps the mode of a file", async () => {
    const { folder, run } = repository({ ".claude/settings.json": "{}" });
    const path = join(folder, ".claude/settings.json");
    chmodSync(path, 0o600);
    await run("install", "--host", "claude");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["not JSON", "{ hooks: "],
    ["an array", "[]"],
    ["hooks that are a list", '{"hooks": []}'],
    ["an event that is no list", '{"hooks": {"PreToolUse": {}}}'],
  ])("leaves a file alone that is %s, and every other file", async (_, text) => {
    const { folder, run } = repository({ ".claude/settings.json": text });
    const answer = await run("install", "--host", "cursor", "--host", "claude");
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toMatch(/^Cannot change ".*settings\.json": .*Nothing was written/);
    expect(readFileSync(join(folder, ".claude/settings.json"), "utf8")).toBe(text);
    expect(existsSync(join(folder, ".cursor"))).toBe(false);
  });

  test.each([
    ["an unknown host", ["install", "--host", "emacs"], "known are claude"],
    ["an unknown flag", ["install", "--force"], "Unknown option"],
    ["an operand", ["install", "claude"], "named by --host"],
    ["a global guard", ["install", "--global", "--pytest-guard"], "belongs to a repository"],
    ["no verb", [], "no verb is given"],
    ["an unknown verb", ["remove"], "no such verb"],
  ])("answers 2 to %s", async (_, argv, message) => {
    const { run } = repository();
    const answer = await run(...argv);
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain(message);
  });
});

describe("tapegate gate uninstall", () => {
  test.each(HOST_SETTINGS.map((host) => host.name))(
    "takes out what install put in: %s",
    async (host) => {
      const { run } = repository();
      await run("install", "--host", host);
      expect((await run("status", "--host", host)).exitCode).toBe(0);
      expect((await run("uninstall", "--host", host)).exitCode).toBe(0);
      expect((await run("status", "--host", host)).exitCode).toBe(1);
    },
  );

  test("leaves a settings file as it was", async () => {
    const before = CLAUDE_SETTINGS.replace("] },\n\t\t],", "] }\n\t\t],");
    const { folder, run } = repository({ ".claude/settings.json": before });
    await run("install", "--host", "claude");
    await run("uninstall");
    expect(readFileSync(join(folder, ".claude/settings.json"), "utf8")).toBe(before);
  });

  const JSON_HOSTS = HOST_SETTINGS.filter(({ form }) => form.kind === "json");
  const UNUSUAL: readonly (readonly [string, string])[] = [
    ["an object without members", "{}"],
    [
      "a comment where hooks will stand",
      '// a\n{\n  "hooks": {\n    // mine\n  },\n  "b": [1,],\n}\n',
    ],
    ["a byte-order mark", '\uFEFF{"a": 1}\n'],
    [
      "a comma in a comment",
      '{\n  "a": [1], // one, two\n  "hooks": {\n    "mine": [] // keep, this\n  } // and, this\n}\n',
    ],
    ["carriage returns", '{\r\n  "a": 1\r\n}\r\n'],
    ["tabs and no last line end", '{\n\t"a": 1,\n\t"b": {\n\t\t"c": []\n\t}\n}'],
    ["another hook on one line", '{"version":1,"hooks":{"stop":[{"command":"mine"}]}}'],
  ];
  test.each(JSON_HOSTS.flatMap((host) => UNUSUAL.map(([name, text]) => ({ host, name, text }))))(
    "leaves what stood there byte by byte: $host.name, $name",
    async ({ host, text }) => {
      const { folder, run } = repository({ [host.file.project]: text });
      expect((await run("install", "--host", host.name)).exitCode).toBe(0);
      const path = join(folder, host.file.project);
      expect(readFileSync(path, "utf8")).not.toBe(text);
      expect((await run("status", "--host", host.name)).exitCode).toBe(0);
      expect((await run("uninstall", "--host", host.name)).exitCode).toBe(0);
      expect(readFileSync(path, "utf8")).toBe(text);
    },
  );

  test.each(HOST_SETTINGS)("leaves nothing where nothing was: $name", async ({ name, file }) => {
    const { folder, run } = repository();
    await run("install", "--host", name);
    await run("uninstall");
    expect(existsSync(join(folder, file.project.split("/")[0]!))).toBe(false);
  });

  test("leaves a file that is not UTF-8 as it is", async () => {
    const { folder, run } = repository();
    const path = join(folder, ".claude/settings.json");
    const bytes = Buffer.from('{"a": "\xE9"}\n', "latin1");
    mkdirSync(join(folder, ".claude"));
    writeFileSync(path, bytes);
    const answer = await run("install", "--host", "claude");
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain(`Cannot read "${path}"`);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test("does not put a file in the place of a link to nothing", async () => {
    const { folder, run } = repository();
    mkdirSync(join(folder, ".claude"));
    const path = join(folder, ".claude/settings.json");
    symlinkSync("gone.json", path);
    const answer = await run("install", "--host", "claude");
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain("it is a link to nothing");
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
  });

  test("removes the file that only the gate wrote", async () => {
    const { folder, run } = repository();
    await run("install", "--host", "copilot", "--host", "opencode");
    await run("uninstall");
    expect(existsSync(join(folder, ".github/hooks/tapegate.json"))).toBe(false);
    expect(existsSync(join(folder, ".opencode/plugins/tapegate.js"))).toBe(false);
  });

  test("leaves a plug-in file alone that something else wrote", async () => {
    const { folder, run } = repository({ ".opencode/plugins/tapegate.js": "export {};\n" });
    await run("uninstall");
    expect(readFileSync(join(folder, ".opencode/plugins/tapegate.js"), "utf8")).toBe(
      "export {};\n",
    );
    expect((await run("install", "--host", "opencode")).exitCode).toBe(2);
  });
});

describe("tapegate gate status", () => {
  test("says that an installed hook's file is gone", async () => {
    const { run, folder } = repository();
    await run("install", "--host", "claude");
    const broken = join(folder, ".claude/settings.json");
    writeFileSync(
      broken,
      readFileSync(broken, "utf8").replace("node_modules/tapegate", "node_modules/gone"),
    );
    const answer = await run("status");
    expect(answer.exitCode).toBe(1);
    expect(answer.stdout).toMatch(/^claude +broken: .*node_modules\/gone\/dist\/gate\.cjs/);
  });
});

describe("tapegate gate install --pytest-guard", () => {
  test("copies the guard and loads it from the root's conftest, once", async () => {
    const conftest = "import pytest\n";
    const { folder, run } = repository({ "conftest.py": conftest });
    await run("install", "--host", "claude", "--pytest-guard");
    expect(readFileSync(join(folder, "tapegate_pytest_guard.py"), "utf8")).toBe("# the guard\n");
    const text = readFileSync(join(folder, "conftest.py"), "utf8");
    expect(text.startsWith(conftest)).toBe(true);
    expect(text.match(/tapegate guard: begin/g)).toHaveLength(1);
    const again = await run("install", "--host", "claude", "--pytest-guard");
    expect(again.stdout.match(/: up to date\n/g)).toHaveLength(3);
    await run("uninstall", "--pytest-guard");
    expect(readFileSync(join(folder, "conftest.py"), "utf8")).toBe(conftest);
    expect(existsSync(join(folder, "tapegate_pytest_guard.py"))).toBe(false);
  });

  test("refuses where the conftest has the same hook", async () => {
    const { run } = repository({ "conftest.py": "def pytest_runtestloop(session):\n    pass\n" });
    const answer = await run("install", "--pytest-guard");
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain("defines pytest_runtestloop itself");
  });
});

function sceneOf(folder: string): { cwd: string; homeDirectory: string; gateFile: string } {
  return {
    cwd: folder,
    homeDirectory: join(folder, "home"),
    gateFile: join(folder, "node_modules/tapegate/dist/gate.cjs"),
  };
}

function repository(files: Readonly<Record<string, string>> = {}): {
  readonly folder: string;
  readonly run: (...argv: readonly string[]) => Promise<GateRun>;
} {
  const folder = temporaryFolder({ ...INSTALLED, ...files });
  return { folder, run: (...argv) => gate(sceneOf(folder), ...argv) };
}
