import { join } from "node:path";
import { expect, test } from "vitest";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import type { ProviderMount } from "../../src/exchange/dialect.ts";
import { ROOT } from "../helpers/node-runtimes.ts";

// `npx vitest run --project unit test/dialects/providers-page.test.ts -u` writes the page anew.
test("docs/providers.md is what the provider table says", async () => {
  await expect(providersPage()).toMatchFileSnapshot(join(ROOT, "docs/providers.md"));
});

test("what a run says of options is not taken for a secret by its own redaction", () => {
  const redactor = createPatternRedactor();
  const options = PROVIDERS.flatMap((mount) => mount.options);
  expect(options.map((option) => redactor.redactText(option))).toEqual(options);
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
    "## Variables that are not exported",
    "",
    "No mount answers what they lead to:",
    "",
    "* AWS's services beside inference: `AWS_ENDPOINT_URL_BEDROCK`, `AWS_ENDPOINT_URL_BEDROCK_AGENT` (both of them administration), `AWS_ENDPOINT_URL_BEDROCK_AGENTCORE`,",
    "  `AWS_ENDPOINT_URL_BEDROCK_DATA_AUTOMATION_RUNTIME`, `AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME`, and what has no service in its name, `AWS_ENDPOINT_URL`. Name one in `providers`",
    '  of `tapegate.json`, as in `{"upstream": "https://runtime.sagemaker.eu-west-1.amazonaws.com", "dialect": "bedrock", "env": {"AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME": ""}}`.',
    "* `MISTRAL_OTLP_TRACES_ENDPOINT` and Azure's and Google's token services: no answers of a model.",
    "",
    "Not in replay: `AWS_BEARER_TOKEN_BEDROCK`, since boto3 sends no such key without TLS; AWS's SDKs sign with dummies then.",
    "Never: `ANTHROPIC_FOUNDRY_RESOURCE` and `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, beside which the variables above do not count.",
    "",
  ].join("\n");
}

function row(mount: ProviderMount): string {
  const variables = Object.entries(mount.env).map(
    ([name, path]) => `\`${name}\`${path === "" ? "" : ` (\`${path}\`)`}`,
  );
  return `| ${mount.name} | ${mount.dialect.name} | ${mount.upstream ?? "configure `upstream`"} | ${variables.join(", ")} |`;
}
