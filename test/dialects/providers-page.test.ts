import { join } from "node:path";
import { expect, test } from "vitest";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import type { ProviderMount } from "../../src/exchange/dialect.ts";
import { ROOT } from "../helpers/node-runtimes.ts";

// `npx vitest run --project unit test/dialects/providers-page.test.ts -u` writes the page anew.
test("docs/providers.md is what the provider table says", async () => {
  await expect(providersPage()).toMatchFileSnapshot(join(ROOT, "docs/providers.md"));
});

function providersPage(): string {
  return [
    "# Providers",
    "",
    "Each has a mount of its own, `<url>/<name>`. The variables are exported for the suite, each with the path that its SDKs want.",
    "Anything else that speaks one of these wires is configured in `tapegate.json` (`upstream`, `dialect`, `env`; see the README).",
    "",
    "| name | wire | recorded from | variables |",
    "|---|---|---|---|",
    ...PROVIDERS.map(row),
    "",
    "## Clients that no variable reaches",
    "",
    "They take their base URL as an option. `<url>/<name>` is in the environment as `TAPEGATE_<NAME>_URL`.",
    "",
    ...PROVIDERS.flatMap((mount) =>
      mount.options.map((option) => `* ${mount.name}: \`${option.replaceAll("`", "")}\``),
    ),
    "",
  ].join("\n");
}

function row(mount: ProviderMount): string {
  const variables = Object.entries(mount.env).map(
    ([name, path]) => `\`${name}\`${path === "" ? "" : ` (\`${path}\`)`}`,
  );
  return `| ${mount.name} | ${mount.dialect.name} | ${mount.upstream ?? "configure `upstream`"} | ${variables.join(", ")} |`;
}
