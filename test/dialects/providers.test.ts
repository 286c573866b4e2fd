import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import { configureProviders } from "../../src/dialects/configuration.ts";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import type { ProviderMount } from "../../src/exchange/dialect.ts";
import { findProvider } from "../../src/exchange/find-provider.ts";
import { missingTraffic, TRAFFIC } from "../helpers/node-runtimes.ts";

const MANIFEST = join(TRAFFIC, "manifest.json");

describe("The provider table", () => {
  test("has each name and mount once, in a spelling that a URL and a key can hold", () => {
    const names = PROVIDERS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, mount } of PROVIDERS) {
      expect(name).toMatch(/^[a-z0-9-]{2,}$/);
      expect(mount).toBe(`/${name}`);
    }
  });

  test("has roots without path, version or trailing slash, and nothing plain but on this machine", () => {
    for (const { upstream } of PROVIDERS) {
      if (upstream === undefined) continue;
      expect(new URL(upstream).origin).toBe(upstream);
      expect(upstream).toMatch(/^https:\/\/|^http:\/\/127\.0\.0\.1:/);
    }
  });

  test("exports each variable once, never as a blank value", () => {
    const variables = PROVIDERS.flatMap(({ env }) => Object.keys(env));
    expect(new Set(variables).size).toBe(variables.length);
    for (const { env, credentials, settings } of PROVIDERS) {
      for (const path of Object.values(env)) expect(path).toMatch(/^(?:\/.*[^/])?$/);
      for (const value of Object.values({ ...credentials, ...settings }))
        expect(value).not.toBe("");
    }
  });

  test("tells how to lead a client here in words that no redaction takes for a secret", () => {
    const redactor = createPatternRedactor();
    for (const option of PROVIDERS.flatMap(({ options }) => options)) {
      const note = option.replaceAll("<url>", "$TAPEGATE_URL");
      expect(redactor.redactText(note)).toBe(note);
    }
  });

  test("leads each SDK's path to one spelling, and leaves it when read again", () => {
    const cases: readonly (readonly [mount: string, sent: string, normal: string])[] = [
      ["openai", "/v1/chat/completions", "/v1/chat/completions"],
      ["openai", "/responses", "/v1/responses"],
      ["openai", "/v1/v1/embeddings", "/v1/embeddings"],
      ["openai", "/v1/files/", "/v1/files"],
      ["openai", "/dashboard/x", "/dashboard/x"],
      ["anthropic", "/v1/v1/messages/count_tokens", "/v1/messages/count_tokens"],
      ["gemini", "/v1beta/upload/v1beta/files", "/upload/v1beta/files"],
      ["gemini", "/v1beta/openai/chat/completions", "/v1beta/openai/chat/completions"],
      ["gemini", "/v1alpha/models/x:bidi", "/v1alpha/models/x:bidi"],
      [
        "vertex",
        "/publishers/google/models/x:generateContent",
        "/v1beta1/publishers/google/models/x:generateContent",
      ],
      [
        "vertex",
        "/v1/projects/p/locations/l/publishers/google/models/x:y",
        "/v1/projects/p/locations/l/publishers/google/models/x:y",
      ],
      ["groq", "/v1/chat/completions", "/openai/v1/chat/completions"],
      ["openrouter", "/v1/chat/completions", "/api/v1/chat/completions"],
      ["openrouter", "/chat/completions", "/api/v1/chat/completions"],
      ["deepseek", "/v1/chat/completions", "/chat/completions"],
      ["deepseek", "/beta/chat/completions", "/beta/chat/completions"],
      ["perplexity", "/chat/completions", "/chat/completions"],
      ["cohere", "/v1/v2/chat", "/v2/chat"],
      ["ollama", "/v1/chat/completions", "/v1/chat/completions"],
      ["zai", "/chat/completions", "/api/paas/v4/chat/completions"],
      ["huggingface", "/novita/v3/openai/chat/completions", "/novita/v3/openai/chat/completions"],
      ["bedrock", "/v1//model/x/converse", "/model/x/converse"],
      ["azure", "/openai/v1/responses", "/openai/v1/responses"],
    ];
    for (const [name, sent, normal] of cases) {
      const { normalisePath } = mountOf(PROVIDERS, name);
      expect(normalisePath(sent), `${name} ${sent}`).toBe(normal);
      expect(normalisePath(normal), `${name} ${normal}`).toBe(normal);
    }
  });

  test("asks AWS in the region that a request is signed for, China's by its own domain", () => {
    const rootOf = (name: string, region?: string): string | undefined =>
      mountOf(PROVIDERS, name).upstreamOf?.("/model/m/converse", region);
    expect(rootOf("bedrock")).toBe(mountOf(PROVIDERS, "bedrock").upstream);
    expect(rootOf("bedrock", "eu-west-1")).toBe("https://bedrock-runtime.eu-west-1.amazonaws.com");
    expect(rootOf("bedrock", "cn-north-1")).toBe(
      "https://bedrock-runtime.cn-north-1.amazonaws.com.cn",
    );
    expect(rootOf("bedrock-mantle", "us-west-2")).toBe("https://bedrock-mantle.us-west-2.api.aws");
    for (const name of ["bedrock", "bedrock-agent", "bedrock-mantle", "anthropic-aws"]) {
      const host = new URL(rootOf(name, "eu-west-1") ?? "").host;
      expect(findProviderByHost(host)?.name).toBe(name);
    }
  });

  test("asks Vertex where the path's location is", () => {
    const { upstreamOf } = mountOf(PROVIDERS, "vertex");
    expect(upstreamOf?.("/v1/projects/p/locations/europe-west4/publishers/google/models/x:y")).toBe(
      "https://europe-west4-aiplatform.googleapis.com",
    );
    expect(upstreamOf?.("/v1/projects/p/locations/global/x")).toBe(
      "https://aiplatform.googleapis.com",
    );
    expect(upstreamOf?.("/v1beta1/publishers/google/models/x:y")).toBe(
      "https://aiplatform.googleapis.com",
    );
  });
});

describe("A host is found to be of", () => {
  const cases: readonly (readonly [host: string, name: string | undefined])[] = [
    ["api.openai.com", "openai"],
    ["api.openai.com:443", "openai"],
    ["my-resource.openai.azure.com", "azure"],
    ["eu-central-1.api.openai.com", "openai"],
    ["bedrock-runtime.eu-west-1.amazonaws.com", "bedrock"],
    ["bedrock-runtime.<aws_region>.amazonaws.com", "bedrock"],
    ["us-central1-aiplatform.googleapis.com", "vertex"],
    ["localhost:11434", "ollama"],
    ["127.0.0.1:8000", "openai-compatible-local"],
    ["localhost", "openai-compatible-local"],
    ["api.openai.com.evil.example", undefined],
    ["evilapi.openai.com.example", undefined],
    ["openai.azure.com", undefined],
    ["s3.amazonaws.com", undefined],
    ["www.w3.org", undefined],
    ["oauth2.googleapis.com", undefined],
    ["", undefined],
  ];
  for (const [host, name] of cases) {
    test(`${JSON.stringify(host)}: ${String(name)}`, () =>
      expect(findProviderByHost(host)?.name).toBe(name));
  }

  const why = missingTraffic(MANIFEST);
  test.skipIf(why !== undefined)("every host of the recorded traffic that is a provider's", () => {
    const manifest = JSON.parse(readFileSync(MANIFEST, "utf8")) as { files: { hosts: string[] }[] };
    const hosts = new Set(manifest.files.flatMap((file) => file.hosts));
    const unknown = [...hosts].filter((host) => findProviderByHost(host) === undefined).sort();
    // Pictures and papers that prompts point at, telemetry, and a token service.
    expect(unknown).toEqual([
      "a1cf74336522e87f135f-2f21ace9a6cf0052456644b80fa06d4f.ssl.cf2.rackcdn.com",
      "oauth2.googleapis.com",
      "os-api.agno.com",
      "t3.ftcdn.net",
      "www.gstatic.com",
      "www.w3.org",
    ]);
  });
});

describe("tapegate.json's providers", () => {
  test("none leave the table as it is", () => {
    for (const none of [undefined, {}]) expect(mounts(none)).toEqual(PROVIDERS);
  });

  test("a known one needs only what differs", () => {
    const openai = mountOf(mounts({ openai: { upstream: "http://127.0.0.1:9000" } }), "openai");
    expect(openai).toMatchObject({
      upstream: "http://127.0.0.1:9000",
      env: { OPENAI_BASE_URL: "/v1" },
      credentials: { OPENAI_API_KEY: expect.any(String) },
    });
    expect(openai.hosts).toContain("api.openai.com");
    expect(mountOf(mounts({ openai: { env: {} } }), "openai")).toMatchObject({
      upstream: "https://api.openai.com",
      env: {},
    });
  });

  test("a root's trailing version and slash are tolerated", () => {
    for (const upstream of [
      "http://h:1/v1",
      "http://h:1/v1/",
      "http://h:1/",
      "http://h:1",
      "http://h:1/v1beta",
    ]) {
      expect(mountOf(mounts({ gemini: { upstream } }), "gemini").upstream).toBe("http://h:1");
    }
    expect(mountOf(mounts({ openai: { upstream: "http://h/proxy/v1" } }), "openai").upstream).toBe(
      "http://h/proxy",
    );
  });

  test("a configured upstream holds for every path", () => {
    expect(
      mountOf(mounts({ vertex: { upstream: "http://h" } }), "vertex").upstreamOf,
    ).toBeUndefined();
  });

  test("a new one speaks OpenAI's wire unless it says otherwise", () => {
    const configured = mounts({
      mine: {
        upstream: "https://llm.example/v1",
        env: { MY_BASE_URL: "/v1" },
        credentials: ["MY_KEY"],
      },
      other: {
        upstream: "https://claude.example",
        dialect: "anthropic",
        hosts: ["*.Claude.example"],
      },
    });
    expect(mountOf(configured, "mine")).toMatchObject({
      mount: "/mine",
      upstream: "https://llm.example",
      env: { MY_BASE_URL: "/v1" },
      credentials: { MY_KEY: expect.any(String) },
      dialect: { name: "openai" },
    });
    expect(mountOf(configured, "other").normalisePath("/messages")).toBe("/v1/messages");
    expect(findProviderByHost("llm.example", configured)?.name).toBe("mine");
    expect(findProviderByHost("a.claude.example", configured)?.name).toBe("other");
  });

  test("a configured host is found before a known one's", () => {
    const configured = mounts({ local: { upstream: "http://127.0.0.1:8000" } });
    expect(findProviderByHost("127.0.0.1:8000", configured)?.name).toBe("local");
  });

  const bad: readonly (readonly [what: string, providers: unknown, problem: RegExp])[] = [
    ["no mapping", [], /^providers: /],
    [
      "a new provider without server",
      { mine: { dialect: "openai" } },
      /^providers\.mine\.upstream: "mine" is no known provider/,
    ],
    [
      "an unknown dialect",
      { mine: { upstream: "http://h", dialect: "klingon" } },
      /^providers\.mine\.dialect: /,
    ],
    [
      "an upstream that is no URL",
      { openai: { upstream: "api.openai.com" } },
      /^providers\.openai\.upstream: must be an http/,
    ],
    [
      "another scheme",
      { openai: { upstream: "file:///etc/passwd" } },
      /^providers\.openai\.upstream: must be an http/,
    ],
    [
      "a password in the URL",
      { openai: { upstream: "https://u:p@h" } },
      /^providers\.openai\.upstream: must be an http/,
    ],
    [
      "a query in the URL",
      { openai: { upstream: "https://h?key=1" } },
      /^providers\.openai\.upstream: must be an http/,
    ],
    [
      "a misspelled member",
      { openai: { upstreem: "http://h" } },
      /^providers\.openai: "upstreem" is not known; known here: upstream, /,
    ],
    ["a list", [], /^providers: must be an object$/],
    [
      "a wire that nobody speaks",
      { openai: { dialect: "soap" } },
      /^providers\.openai\.dialect: must be one of "openai", /,
    ],
    [
      "a variable's path without slash",
      { openai: { env: { OPENAI_BASE_URL: "v1" } } },
      /^providers\.openai\.env\.OPENAI_BASE_URL: must be empty or a path/,
    ],
    [
      "a name that is no variable",
      { openai: { env: { "A B": "" } } },
      /^providers\.openai\.env\.A B: must be the name of an environment variable/,
    ],
    ["a name that no URL can hold", { "My LLM": { upstream: "http://h" } }, /lower-case letters/],
    ["a name that is the gateway's own", { s: { upstream: "http://h" } }, /neither "s" nor "t"/],
  ];
  for (const [what, providers, problem] of bad) {
    test(`${what} is a problem, named by its place`, () => {
      const configured = configureProviders(providers);
      expect(configured.kind).toBe("problems");
      expect(configured.kind === "problems" ? configured.problems.join("\n") : "").toMatch(problem);
      expect(JSON.stringify(configured)).not.toContain("u:p@");
    });
  }
});

function mounts(providers: unknown): readonly ProviderMount[] {
  const configured = configureProviders(providers);
  if (configured.kind === "problems") throw new Error(configured.problems.join("\n"));
  return configured.mounts;
}

function mountOf(among: readonly ProviderMount[], name: string): ProviderMount {
  const mount = among.find((candidate) => candidate.name === name);
  if (mount === undefined) throw new Error(`no mount ${name}`);
  return mount;
}

function findProviderByHost(
  host: string,
  mounts: readonly ProviderMount[] = PROVIDERS,
): ProviderMount | undefined {
  return findProvider({ host, path: "/" }, mounts)?.mount;
}
