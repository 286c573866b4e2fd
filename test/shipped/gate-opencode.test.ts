import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ROOT } from "../helpers/node-runtimes.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

type Before = (
  input: { readonly tool: string },
  output: { readonly args: Readonly<Record<string, unknown>> },
) => Promise<void>;

interface Plugin {
  readonly tapegate: (
    context: { readonly directory: string },
    settings?: { readonly gate: string },
  ) => Promise<{ readonly "tool.execute.before": Before }>;
}

describe("hooks/opencode.js", () => {
  test("throws the reason where the gate refuses", async () => {
    const before = await load();
    await expect(
      before({ tool: "bash" }, { args: { command: "pytest tests/e2e" } }),
    ).rejects.toThrow(/pytest tests\/e2e[^]*Do not add ALLOW_E2E_TESTS=1/);
  });

  test("lets everything else through", async () => {
    const before = await load();
    await before({ tool: "bash" }, { args: { command: "pytest tests/unit" } });
    await before({ tool: "edit" }, { args: { command: "pytest tests/e2e" } });
  });

  test("throws where a call cannot be read or the gate cannot run", async () => {
    const before = await load();
    await expect(before({ tool: "bash" }, { args: {} })).rejects.toThrow("malformed payload");
    const broken = await load({ gate: "/nonexistent/gate.cjs" });
    await expect(broken({ tool: "bash" }, { args: { command: "ls" } })).rejects.toThrow();
  });
});

async function load(settings?: { readonly gate: string }): Promise<Before> {
  const plugin = (await import(pathToFileURL(join(ROOT, "hooks/opencode.js")).href)) as Plugin;
  const hooks = await plugin.tapegate({ directory: temporaryFolder() }, settings);
  return hooks["tool.execute.before"];
}
