import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HOST_SETTINGS } from "../../src/cli/gate/host-settings.ts";
import { ROOT } from "../helpers/node-runtimes.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { GATE } from "./gate-process.ts";

describe("this repository as a plugin of Claude Code", () => {
  test("registers the hook as install does, by the plugin's own folder", () => {
    const { form } = HOST_SETTINGS.find(({ name }) => name === "claude")!;
    const path = "${CLAUDE_PLUGIN_ROOT}/dist/gate.cjs";
    const entry = form.kind === "json" ? form.entry({ kind: "absolute", path }) : undefined;
    expect(readJson("hooks/hooks.json")["hooks"]).toEqual({ PreToolUse: [entry] });
    expect(existsSync(join(ROOT, "dist/gate.cjs"))).toBe(true);
  });

  test("has the package's name and version", () => {
    const { name, version, license } = readJson("package.json");
    expect(readJson(".claude-plugin/plugin.json")).toMatchObject({ name, version, license });
  });

  test("ships every file that it loads", () => {
    const files = readJson("package.json")["files"] as readonly string[];
    expect(files).toEqual(expect.arrayContaining(["dist", "hooks", ".claude-plugin"]));
  });
});

describe("dist/gate.cjs without the files beside it", () => {
  test.each([
    ["passes what needs no judge", "git status", { status: 0, stdout: "" }],
    ["refuses what it cannot judge", "pytest tests/unit", { status: 2, stdout: "" }],
  ])("%s", (_, command, expected) => {
    const folder = temporaryFolder();
    copyFileSync(GATE, join(folder, "gate.cjs"));
    const end = spawnSync(process.execPath, [join(folder, "gate.cjs")], {
      input: JSON.stringify({ tool_name: "Bash", tool_input: { command } }),
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: folder },
    });
    expect(end).toMatchObject(expected);
    expect(end.stderr === "").toBe(expected.status === 0);
  });
});

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8")) as Record<string, unknown>;
}
