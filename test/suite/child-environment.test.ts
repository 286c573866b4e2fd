import { describe, expect, test } from "vitest";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { baseUrls, makeChildEnvironment } from "../../src/suite/child-environment.ts";

const URL = "http://127.0.0.1:4100";
const options = { inherited: {}, mode: "replay", url: URL, mounts: PROVIDERS } as const;

describe("makeChildEnvironment()", () => {
  test("leads the SDKs to their mounts, each with the path that it wants", () => {
    const { variables } = makeChildEnvironment(options);
    expect(variables).toMatchObject({
      OPENAI_BASE_URL: `${URL}/openai/v1`,
      ANTHROPIC_BASE_URL: `${URL}/anthropic`,
      GOOGLE_GEMINI_BASE_URL: `${URL}/gemini`,
      GROQ_BASE_URL: `${URL}/groq`,
      CO_API_URL: `${URL}/cohere`,
      OPENROUTER_BASE_URL: `${URL}/openrouter/api/v1`,
      PERPLEXITY_BASE_URL: `${URL}/perplexity`,
      ZAI_BASE_URL: `${URL}/zai/api/paas/v4`,
      OLLAMA_HOST: `${URL}/ollama`,
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: `${URL}/bedrock`,
      AWS_BEDROCK_BASE_URL: `${URL}/bedrock-mantle/openai/v1`,
      ANTHROPIC_BEDROCK_BASE_URL: `${URL}/bedrock`,
      ANTHROPIC_BEDROCK_MANTLE_BASE_URL: `${URL}/bedrock-mantle/anthropic`,
      ANTHROPIC_VERTEX_BASE_URL: `${URL}/vertex/v1`,
      ANTHROPIC_FOUNDRY_BASE_URL: `${URL}/azure/anthropic`,
      ANTHROPIC_AWS_BASE_URL: `${URL}/anthropic-aws`,
      ANTHROPIC_GOOGLE_CLOUD_BASE_URL: `${URL}/anthropic-google-cloud`,
      TAPEGATE_URL: URL,
      TAPEGATE_MODE: "replay",
      TAPEGATE_MISTRAL_URL: `${URL}/mistral`,
    });
  });

  test("no variable is ever blank: SDKs take a blank base URL for the real provider", () => {
    const blank = { OPENAI_BASE_URL: "", ANTHROPIC_BASE_URL: " " };
    const { variables } = makeChildEnvironment({ ...options, inherited: blank });
    for (const mount of PROVIDERS) {
      for (const name of Object.keys(mount.env)) expect(variables[name], name).toMatch(/^http:/u);
    }
  });

  test("puts the scope before the mount, whatever stands in it", () => {
    const { variables } = makeChildEnvironment({ ...options, scope: "tests/a b.py::t[1]" });
    expect(variables["OPENAI_BASE_URL"]).toBe(`${URL}/s/tests%2Fa%20b.py%3A%3At%5B1%5D/openai/v1`);
  });

  test("replaces real credentials by dummies in replay", () => {
    const inherited = {
      OPENAI_API_KEY: "sk-real",
      AWS_SESSION_TOKEN: "real",
      AWS_PROFILE: "work",
      AWS_REGION: "eu-west-1",
      HOME: "/home/me",
    };
    const { variables } = makeChildEnvironment({ ...options, inherited });
    expect(Object.values(variables)).not.toContain("sk-real");
    expect(variables["OPENAI_API_KEY"]).toBeTruthy();
    expect(variables["ANTHROPIC_API_KEY"]).toBeTruthy();
    expect(variables["AWS_SESSION_TOKEN"]).toBeUndefined();
    expect(variables["AWS_PROFILE"]).toBeUndefined();
    expect(variables["AWS_REGION"]).toBe("eu-west-1");
    expect(variables["HOME"]).toBe("/home/me");
  });

  test("leaves no Bedrock key in replay: boto3 would prefer it, and refuse an endpoint without TLS", () => {
    const inherited = { AWS_BEARER_TOKEN_BEDROCK: "real" };
    const { variables } = makeChildEnvironment({ ...options, inherited });
    expect(variables).not.toHaveProperty("AWS_BEARER_TOKEN_BEDROCK");
    const recorded = makeChildEnvironment({ ...options, mode: "record", inherited }).variables;
    expect(recorded["AWS_BEARER_TOKEN_BEDROCK"]).toBe("real");
  });

  test.each(["replay", "record"] as const)("%s takes away what SDKs heed before ours", (mode) => {
    const inherited = {
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
      ANTHROPIC_FOUNDRY_RESOURCE: "mine",
    };
    const { variables } = makeChildEnvironment({ ...options, mode, inherited });
    for (const name of Object.keys(inherited)) expect(variables).not.toHaveProperty(name);
  });

  test("supplies the regions that AWS's SDKs insist on in replay", () => {
    expect(makeChildEnvironment(options).variables).toMatchObject({
      AWS_REGION: "us-east-1",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
    });
  });

  test.each(["record", "auto"] as const)("%s keeps real credentials and makes none up", (mode) => {
    const inherited = { OPENAI_API_KEY: "sk-real", AWS_PROFILE: "work" };
    const { variables } = makeChildEnvironment({ ...options, mode, inherited });
    expect(variables["OPENAI_API_KEY"]).toBe("sk-real");
    expect(variables["AWS_PROFILE"]).toBe("work");
    expect(variables["ANTHROPIC_API_KEY"]).toBeUndefined();
  });

  test("switches side channels off in replay only", () => {
    expect(makeChildEnvironment(options).variables["OPENAI_AGENTS_DISABLE_TRACING"]).toBe("1");
    const recorded = makeChildEnvironment({ ...options, mode: "record" }).variables;
    expect(recorded["OPENAI_AGENTS_DISABLE_TRACING"]).toBeUndefined();
  });

  test.each([
    [undefined, "127.0.0.1,localhost,::1"],
    ["", "127.0.0.1,localhost,::1"],
    ["corp.example, localhost", "corp.example,localhost,127.0.0.1,::1"],
    ["*", "*"],
  ])("merges NO_PROXY %j into %j", (earlier, merged) => {
    const { variables } = makeChildEnvironment({ ...options, inherited: { no_proxy: earlier } });
    expect(variables["NO_PROXY"]).toBe(merged);
    expect(variables["no_proxy"]).toBe(merged);
  });

  test("says in record which base URL of the user's it replaced, and what to do instead", () => {
    const inherited = { OPENAI_BASE_URL: "https://proxy.example/v1" };
    const { findings } = makeChildEnvironment({ ...options, mode: "record", inherited });
    expect(findings).toEqual([expect.stringContaining("providers.openai.upstream")]);
    expect(findings[0]).not.toContain("proxy.example");
    expect(makeChildEnvironment({ ...options, inherited }).findings).toEqual([]);
  });

  test("loads the pytest plug-in, unless one scope is for everything", () => {
    const pytestPlugin = "/opt/tapegate/pytest";
    const { variables } = makeChildEnvironment({ ...options, pytestPlugin });
    expect(variables["PYTHONPATH"]).toBe(pytestPlugin);
    expect(variables["PYTEST_PLUGINS"]).toBe("tapegate_pytest");
    const scoped = makeChildEnvironment({ ...options, pytestPlugin, scope: "one" }).variables;
    expect("PYTHONPATH" in scoped).toBe(false);
  });

  test("additions win over everything, removals over what we set", () => {
    const { variables } = makeChildEnvironment({
      ...options,
      additions: { OPENAI_API_KEY: "mine" },
      removals: ["OPENAI_BASE_URL"],
    });
    expect(variables["OPENAI_API_KEY"]).toBe("mine");
    expect("OPENAI_BASE_URL" in variables).toBe(false);
  });
});

describe("baseUrls()", () => {
  test("keeps the path of the gateway's token", () => {
    const openai = PROVIDERS.find((mount) => mount.name === "openai")!;
    expect(baseUrls(`${URL}/t/abc`, openai)["OPENAI_BASE_URL"]).toBe(`${URL}/t/abc/openai/v1`);
  });
});
