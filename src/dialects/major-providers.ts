import { anthropicDialect } from "./anthropic.ts";
import { bedrockDialect } from "./bedrock.ts";
import { cohereDialect } from "./cohere.ts";
import { geminiDialect } from "./gemini.ts";
import { mistralDialect } from "./mistral.ts";
import { ollamaDialect } from "./ollama.ts";
import { openaiDialect } from "./openai.ts";
import { openrouterDialect } from "./openrouter.ts";
import { OPENAI_ENDPOINTS } from "./path-rule.ts";
import type { PathRule } from "./path-rule.ts";
import type { ProviderRow } from "./provider-row.ts";

const ANTHROPIC_PATHS: PathRule = {
  root: "/v1",
  endpoints: ["messages", "complete", "files", "models", "organizations", "skills"],
};

/**
 * Providers with SDKs, variables or wires of their own. Variables and what each SDK appends to
 * them were read from the SDKs' sources and tried against a loopback server; see docs/providers.md.
 */
export const MAJOR_PROVIDERS: readonly ProviderRow[] = [
  {
    name: "openai",
    dialect: openaiDialect,
    hosts: ["api.openai.com", "*.api.openai.com"],
    upstream: "https://api.openai.com",
    env: { OPENAI_BASE_URL: "/v1", OPENAI_API_BASE: "/v1" },
    keys: ["OPENAI_API_KEY"],
    // openai-agents sends its traces to a fixed host.
    settings: { OPENAI_AGENTS_DISABLE_TRACING: "1" },
  },
  {
    name: "azure",
    dialect: openaiDialect,
    hosts: [
      "*.openai.azure.com",
      "*.services.ai.azure.com",
      "*.cognitiveservices.azure.com",
      "*.models.ai.azure.com",
    ],
    paths: { root: "", endpoints: [] },
    env: { AZURE_OPENAI_ENDPOINT: "", ANTHROPIC_FOUNDRY_BASE_URL: "/anthropic" },
    keys: ["AZURE_OPENAI_API_KEY", "ANTHROPIC_FOUNDRY_API_KEY"],
    replacedVariables: ["ANTHROPIC_FOUNDRY_RESOURCE"],
    options: [
      'AnthropicFoundry of anthropic refuses resource= beside the variable: pass base_url=os.environ["ANTHROPIC_FOUNDRY_BASE_URL"], or name the resource in ANTHROPIC_FOUNDRY_RESOURCE',
      "AzureOpenAI of openai for JavaScript reads OPENAI_BASE_URL before its endpoint: pass baseURL: `${process.env.AZURE_OPENAI_ENDPOINT}/openai`",
    ],
  },
  {
    name: "anthropic",
    dialect: anthropicDialect,
    hosts: ["api.anthropic.com"],
    upstream: "https://api.anthropic.com",
    paths: ANTHROPIC_PATHS,
    env: { ANTHROPIC_BASE_URL: "", ANTHROPIC_API_URL: "", ANTHROPIC_API_BASE: "" },
    keys: ["ANTHROPIC_API_KEY"],
  },
  {
    // Anthropic's platform on AWS; its keys are Anthropic's, or AWS's.
    name: "anthropic-aws",
    dialect: anthropicDialect,
    hosts: ["aws-external-anthropic.*.api.aws"],
    upstream: "https://aws-external-anthropic.us-east-1.api.aws",
    upstreamOf: (_path, region = "us-east-1") => `https://aws-external-anthropic.${region}.api.aws`,
    paths: ANTHROPIC_PATHS,
    env: { ANTHROPIC_AWS_BASE_URL: "" },
    keys: ["ANTHROPIC_AWS_API_KEY"],
    settings: { ANTHROPIC_AWS_WORKSPACE_ID: "tapegate" },
  },
  {
    // Project, location and workspace stand in its base URL, so only the user knows it.
    name: "anthropic-google-cloud",
    dialect: anthropicDialect,
    hosts: ["claude.googleapis.com"],
    paths: ANTHROPIC_PATHS,
    env: { ANTHROPIC_GOOGLE_CLOUD_BASE_URL: "" },
  },
  {
    name: "gemini",
    dialect: geminiDialect,
    hosts: ["generativelanguage.googleapis.com"],
    upstream: "https://generativelanguage.googleapis.com",
    paths: {
      root: "/v1beta",
      endpoints:
        "models tunedModels cachedContents files interactions fileSearchStores batches corpora openai".split(
          " ",
        ),
    },
    env: { GOOGLE_GEMINI_BASE_URL: "" },
    keys: ["GEMINI_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"],
    options: ["@ai-sdk/google: createGoogleGenerativeAI({ baseURL: <url>/gemini/v1beta })"],
  },
  {
    name: "vertex",
    dialect: geminiDialect,
    hosts: [
      "aiplatform.googleapis.com",
      "*-aiplatform.googleapis.com",
      "aiplatform.*.rep.googleapis.com",
    ],
    upstream: "https://aiplatform.googleapis.com",
    upstreamOf: vertexUpstream,
    paths: { root: "/v1beta1", endpoints: ["projects", "publishers", "reasoningEngines"] },
    env: { GOOGLE_VERTEX_BASE_URL: "", ANTHROPIC_VERTEX_BASE_URL: "/v1" },
    settings: { GOOGLE_CLOUD_PROJECT: "tapegate", GOOGLE_CLOUD_LOCATION: "us-central1" },
    options: [
      "@ai-sdk/google-vertex: createVertex({ baseURL: <url>/vertex/v1/projects/<project>/locations/<location>/publishers/google })",
    ],
  },
  {
    name: "bedrock",
    dialect: bedrockDialect,
    hosts: [
      "bedrock-runtime.*.amazonaws.com",
      "bedrock-runtime-fips.*.amazonaws.com",
      "bedrock-runtime.*.amazonaws.com.cn",
    ],
    upstream: "https://bedrock-runtime.us-east-1.amazonaws.com",
    upstreamOf: awsUpstream("bedrock-runtime"),
    paths: { root: "", endpoints: [], dropsVersion: true },
    env: {
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: "",
      ANTHROPIC_BEDROCK_BASE_URL: "",
      AWS_BEDROCK_RUNTIME_ENDPOINT: "",
    },
    keys: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
    // With it, AWS's SDKs ask the real service whatever the variables say.
    replacedVariables: ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"],
    settings: { AWS_REGION: "us-east-1", AWS_DEFAULT_REGION: "us-east-1" },
  },
  {
    name: "bedrock-agent",
    dialect: bedrockDialect,
    hosts: ["bedrock-agent-runtime.*.amazonaws.com", "bedrock-agent.*.amazonaws.com"],
    upstream: "https://bedrock-agent-runtime.us-east-1.amazonaws.com",
    upstreamOf: awsUpstream("bedrock-agent-runtime"),
    paths: { root: "", endpoints: [] },
    env: { AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: "" },
    keys: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
  },
  {
    name: "groq",
    dialect: openaiDialect,
    hosts: ["api.groq.com"],
    upstream: "https://api.groq.com",
    paths: { root: "/openai/v1", endpoints: OPENAI_ENDPOINTS },
    env: { GROQ_BASE_URL: "", GROQ_API_BASE: "/openai/v1" },
    keys: ["GROQ_API_KEY"],
  },
  {
    name: "mistral",
    dialect: mistralDialect,
    hosts: ["api.mistral.ai", "codestral.mistral.ai"],
    upstream: "https://api.mistral.ai",
    paths: {
      root: "/v1",
      endpoints: [
        ...OPENAI_ENDPOINTS,
        "ocr",
        "fim",
        "batch",
        "agents",
        "libraries",
        "classifications",
      ],
    },
    env: { MISTRAL_BASE_URL: "/v1" },
    keys: ["MISTRAL_API_KEY"],
    options: [
      "@mistralai/mistralai: new Mistral({ serverURL: <url>/mistral })",
      "mistralai for Python: Mistral(server_url=<url>/mistral)",
    ],
  },
  {
    name: "cohere",
    dialect: cohereDialect,
    hosts: ["api.cohere.com", "api.cohere.ai"],
    upstream: "https://api.cohere.com",
    paths: { root: "", endpoints: [] },
    env: { CO_API_URL: "", CO_BASE_URL: "" },
    keys: ["CO_API_KEY", "COHERE_API_KEY"],
    options: ["cohere-ai: new CohereClientV2({ environment: <url>/cohere })"],
  },
  {
    name: "ollama",
    dialect: ollamaDialect,
    hosts: [
      "ollama.com",
      "localhost:11434",
      "127.0.0.1:11434",
      "0.0.0.0:11434",
      "host.docker.internal:11434",
    ],
    upstream: "http://127.0.0.1:11434",
    // Its own API begins with /api, its OpenAI-like one with /v1.
    paths: { root: "/v1", endpoints: OPENAI_ENDPOINTS },
    env: { OLLAMA_HOST: "", OLLAMA_BASE_URL: "/v1" },
    keys: ["OLLAMA_API_KEY"],
    options: ["ollama for JavaScript: new Ollama({ host: <url>/ollama })"],
  },
  {
    name: "together",
    dialect: openaiDialect,
    hosts: ["api.together.xyz", "api.together.ai"],
    upstream: "https://api.together.xyz",
    env: { TOGETHER_BASE_URL: "/v1", TOGETHER_API_BASE_URL: "/v1", TOGETHER_AI_API_BASE: "/v1" },
    keys: ["TOGETHER_API_KEY"],
  },
  {
    name: "openrouter",
    dialect: openrouterDialect,
    hosts: ["openrouter.ai"],
    upstream: "https://openrouter.ai",
    paths: {
      root: "/api/v1",
      endpoints: [...OPENAI_ENDPOINTS, "generation", "credits", "key", "messages"],
    },
    env: { OPENROUTER_BASE_URL: "/api/v1" },
    keys: ["OPENROUTER_API_KEY"],
    options: [
      "@openrouter/ai-sdk-provider: createOpenRouter({ baseURL: <url>/openrouter/api/v1 })",
    ],
  },
];

/** A location has a host of its own; the global one answers for none of them. */
function vertexUpstream(path: string): string {
  const location = /\/locations\/([a-z0-9-]+)\//.exec(path)?.[1];
  return location === undefined || location === "global"
    ? "https://aiplatform.googleapis.com"
    : `https://${location}-aiplatform.googleapis.com`;
}

/** Each region answers for itself; requests that are not signed go to the one of the table. */
function awsUpstream(service: string): NonNullable<ProviderRow["upstreamOf"]> {
  return (_path, region = "us-east-1") =>
    `https://${service}.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}
