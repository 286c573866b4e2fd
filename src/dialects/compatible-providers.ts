import { openaiDialect } from "./openai.ts";
import { OPENAI_ENDPOINTS } from "./path-rule.ts";
import type { PathRule } from "./path-rule.ts";
import { replicateDialect } from "./replicate.ts";
import type { ProviderRow } from "./provider-row.ts";

/** Paths that are taken as they come, but for doubled versions. */
const AS_SENT: PathRule = { root: "", endpoints: [] };

/** Providers that one reaches through an OpenAI SDK, or whose wire needs nothing of its own. */
export const COMPATIBLE_PROVIDERS: readonly ProviderRow[] = [
  compatible("xai", ["api.x.ai", "*.x.ai"], "https://api.x.ai", { keys: ["XAI_API_KEY"] }),
  compatible("deepseek", ["api.deepseek.com"], "https://api.deepseek.com", {
    keys: ["DEEPSEEK_API_KEY"],
    paths: { root: "", endpoints: [], dropsVersion: true },
  }),
  compatible("perplexity", ["api.perplexity.ai"], "https://api.perplexity.ai", {
    keys: ["PERPLEXITY_API_KEY"],
    env: { PERPLEXITY_BASE_URL: "" },
    paths: { root: "", endpoints: [], dropsVersion: true },
  }),
  compatible("cerebras", ["api.cerebras.ai"], "https://api.cerebras.ai", {
    keys: ["CEREBRAS_API_KEY"],
    env: { CEREBRAS_BASE_URL: "" },
  }),
  compatible(
    "huggingface",
    ["router.huggingface.co", "api-inference.huggingface.co", "huggingface.co"],
    "https://router.huggingface.co",
    {
      keys: ["HF_TOKEN"],
      paths: AS_SENT,
      options: [
        "@huggingface/inference: new InferenceClient(token, { endpointUrl: <url>/huggingface/v1 })",
      ],
    },
  ),
  compatible("snowflake", ["*.snowflakecomputing.com"], undefined, {
    paths: { root: "/api/v2/cortex/v1", endpoints: OPENAI_ENDPOINTS },
  }),
  compatible("zai", ["api.z.ai", "open.bigmodel.cn"], "https://api.z.ai", {
    keys: ["ZAI_API_KEY"],
    env: { ZAI_BASE_URL: "/api/paas/v4" },
    paths: { root: "/api/paas/v4", endpoints: OPENAI_ENDPOINTS },
  }),
  compatible("writer", ["api.writer.com"], "https://api.writer.com", {
    keys: ["WRITER_API_KEY"],
    env: { WRITER_BASE_URL: "" },
  }),
  {
    name: "replicate",
    dialect: replicateDialect,
    hosts: ["api.replicate.com"],
    upstream: "https://api.replicate.com",
    paths: {
      root: "/v1",
      endpoints: ["predictions", "models", "deployments", "collections", "files", "trainings"],
    },
    env: { REPLICATE_API_BASE_URL: "" },
    keys: ["REPLICATE_API_TOKEN"],
    options: ["replicate for JavaScript: new Replicate({ baseUrl: <url>/replicate/v1 })"],
  },
  {
    // Where a prediction's `urls.stream` leads; Replicate's clients follow it by themselves.
    name: "replicate-stream",
    dialect: replicateDialect,
    hosts: ["stream.replicate.com"],
    upstream: "https://stream.replicate.com",
    paths: AS_SENT,
  },
  compatible("voyage", ["api.voyageai.com"], "https://api.voyageai.com", {
    keys: ["VOYAGE_API_KEY"],
    options: ["voyageai for JavaScript: new VoyageAIClient({ environment: <url>/voyage/v1 })"],
  }),
  compatible("deepgram", ["api.deepgram.com"], "https://api.deepgram.com", {
    keys: ["DEEPGRAM_API_KEY"],
    paths: { root: "/v1", endpoints: ["listen", "speak", "read", "models", "projects"] },
    options: [
      "@deepgram/sdk from 5: new DeepgramClient({ baseUrl: <url>/deepgram })",
      "@deepgram/sdk before 5: createClient(key, { global: { url: <url>/deepgram } })",
    ],
  }),
  compatible("watsonx", ["*.ml.cloud.ibm.com"], "https://us-south.ml.cloud.ibm.com", {
    keys: ["WATSONX_APIKEY"],
    env: { WATSONX_URL: "" },
    paths: AS_SENT,
  }),
  compatible("crusoe", ["*.inference.crusoecloud.com"], "https://api.inference.crusoecloud.com"),
  compatible("heroku", ["*.inference.heroku.com"], "https://us.inference.heroku.com", {
    keys: ["INFERENCE_KEY"],
    env: { INFERENCE_URL: "" },
  }),
  compatible(
    "bedrock-mantle",
    ["bedrock-mantle.*.api.aws"],
    "https://bedrock-mantle.us-east-1.api.aws",
    {
      upstreamOf: (_path, region = "us-east-1") => `https://bedrock-mantle.${region}.api.aws`,
      env: {
        AWS_BEDROCK_BASE_URL: "/openai/v1",
        ANTHROPIC_BEDROCK_MANTLE_BASE_URL: "/anthropic",
      },
      keys: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
      // boto3 takes it for bedrock's and then refuses every endpoint without TLS.
      keysWithoutDummy: ["AWS_BEARER_TOKEN_BEDROCK"],
      options: [
        "BedrockOpenAI of openai for JavaScript knows no key but AWS_BEARER_TOKEN_BEDROCK, which is not there in replay: pass process.env.OPENAI_API_KEY as its apiKey",
      ],
    },
  ),
  compatible("fireworks", ["api.fireworks.ai"], "https://api.fireworks.ai", {
    keys: ["FIREWORKS_API_KEY"],
    paths: { root: "/inference/v1", endpoints: OPENAI_ENDPOINTS },
  }),
  compatible("nvidia", ["integrate.api.nvidia.com"], "https://integrate.api.nvidia.com", {
    keys: ["NVIDIA_API_KEY"],
  }),
  compatible("moonshot", ["api.moonshot.ai", "api.moonshot.cn"], "https://api.moonshot.ai", {
    keys: ["MOONSHOT_API_KEY"],
  }),
  compatible(
    "github-models",
    ["models.github.ai", "models.inference.ai.azure.com"],
    "https://models.github.ai",
    {
      paths: AS_SENT,
    },
  ),
  compatible("vercel-gateway", ["ai-gateway.vercel.sh"], "https://ai-gateway.vercel.sh", {
    keys: ["AI_GATEWAY_API_KEY"],
  }),
  compatible("sambanova", ["api.sambanova.ai"], "https://api.sambanova.ai", {
    keys: ["SAMBANOVA_API_KEY"],
  }),
  compatible(
    "nebius",
    ["api.studio.nebius.ai", "api.studio.nebius.com", "api.tokenfactory.nebius.com"],
    "https://api.tokenfactory.nebius.com",
    { keys: ["NEBIUS_API_KEY"] },
  ),
  compatible(
    "ovhcloud",
    ["*.endpoints.kepler.ai.cloud.ovh.net"],
    "https://oai.endpoints.kepler.ai.cloud.ovh.net",
    { keys: ["OVHCLOUD_API_KEY"] },
  ),
  compatible(
    "alibaba",
    ["dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com", "dashscope-us.aliyuncs.com"],
    "https://dashscope-intl.aliyuncs.com",
    {
      keys: ["DASHSCOPE_API_KEY"],
      paths: { root: "/compatible-mode/v1", endpoints: OPENAI_ENDPOINTS },
    },
  ),
  compatible("deepinfra", ["api.deepinfra.com"], "https://api.deepinfra.com", {
    keys: ["DEEPINFRA_API_KEY"],
    paths: { root: "/v1/openai", endpoints: OPENAI_ENDPOINTS },
  }),
  compatible("ai21", ["api.ai21.com"], "https://api.ai21.com", {
    keys: ["AI21_API_KEY"],
    paths: AS_SENT,
  }),
  compatible("elevenlabs", ["api.elevenlabs.io"], "https://api.elevenlabs.io", {
    keys: ["ELEVENLABS_API_KEY"],
    paths: AS_SENT,
  }),
  compatible("minimax", ["api.minimax.io", "api.minimaxi.com"], "https://api.minimax.io", {
    keys: ["MINIMAX_API_KEY"],
  }),
  compatible("novita", ["api.novita.ai"], "https://api.novita.ai", {
    keys: ["NOVITA_API_KEY"],
    paths: AS_SENT,
  }),
  compatible("databricks", ["*.cloud.databricks.com", "*.azuredatabricks.net"], undefined, {
    keys: ["DATABRICKS_TOKEN"],
    paths: AS_SENT,
  }),
  compatible(
    "cloudflare",
    ["gateway.ai.cloudflare.com", "api.cloudflare.com"],
    "https://gateway.ai.cloudflare.com",
    { keys: ["CLOUDFLARE_API_TOKEN"], paths: AS_SENT },
  ),
  compatible("github-copilot", ["api.githubcopilot.com"], "https://api.githubcopilot.com", {
    paths: AS_SENT,
  }),
  compatible(
    "openai-compatible-local",
    ["localhost", "localhost:*", "127.0.0.1", "127.0.0.1:*", "0.0.0.0:*"],
    "http://127.0.0.1:8000",
  ),
];

function compatible(
  name: string,
  hosts: readonly string[],
  upstream: string | undefined,
  more: Omit<ProviderRow, "name" | "dialect" | "hosts" | "upstream"> = {},
): ProviderRow {
  return {
    name,
    dialect: openaiDialect,
    hosts,
    ...(upstream === undefined ? {} : { upstream }),
    ...more,
  };
}
