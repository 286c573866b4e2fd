import OpenAI, { AzureOpenAI } from "openai";
import { type Asked, type Asker, askerOf, variable } from "./asked.ts";

/** OpenAI's SDK, for OpenAI and for every provider whose documentation hands out this one. */
export const askOpenai: Asker = askerOf({
  "POST */chat/completions": (asked, root) =>
    open(asked, root).chat.completions.create(asked.body as never),
  "POST */completions": (asked, root) => open(asked, root).completions.create(asked.body as never),
  "POST */responses": (asked, root) => open(asked, root).responses.create(asked.body as never),
  "GET */responses/{}": (asked, root, id) =>
    open(asked, root).responses.retrieve(id, { stream: false }),
  "POST */images/generations": (asked, root) =>
    open(asked, root).images.generate(asked.body as never),
  "POST */audio/transcriptions": (asked, root) =>
    open(asked, root).audio.transcriptions.create(Object.fromEntries(asked.form) as never),
  "POST */realtime/client_secrets": (asked, root) =>
    open(asked, root).realtime.clientSecrets.create(asked.body),
  "POST */vector_stores": (asked, root) => open(asked, root).vectorStores.create(asked.body),
  "DELETE */vector_stores/{}": (asked, root, id) => open(asked, root).vectorStores.delete(id),
  "POST */vector_stores/{}/files": (asked, root, id) =>
    open(asked, root).vectorStores.files.create(id, asked.body as never),
  "POST */files": (asked, root) =>
    open(asked, root).files.create(Object.fromEntries(asked.form) as never),
  "GET */files/{}/content": (asked, root, id) => open(asked, root).files.content(id),
  "DELETE */files/{}": (asked, root, id) => open(asked, root).files.delete(id),
  "POST */batches": (asked, root) => open(asked, root).batches.create(asked.body as never),
  "GET */batches/{}": (asked, root, id) => open(asked, root).batches.retrieve(id),
  "POST */assistants": (asked, root) =>
    open(asked, root).beta.assistants.create(asked.body as never),
  "GET */assistants/{}": (asked, root, id) => open(asked, root).beta.assistants.retrieve(id),
  "POST */threads": (asked, root) => open(asked, root).beta.threads.create(asked.body),
  "POST */threads/{}/messages": (asked, root, thread) =>
    open(asked, root).beta.threads.messages.create(thread, asked.body as never),
  "GET */threads/{}/messages": async (asked, root, thread) => {
    const { threads } = open(asked, root).beta;
    const page = await threads.messages.list(thread, Object.fromEntries(asked.query));
    return { data: page.data };
  },
  "POST */threads/{}/runs": (asked, root, thread) =>
    open(asked, root).beta.threads.runs.create(thread, asked.body as never),
  "GET */threads/{}/runs/{}": (asked, root, thread, run) =>
    open(asked, root).beta.threads.runs.retrieve(run, { thread_id: thread }),
});

/** The same SDK's way to what is deployed on Azure; what is not is asked as OpenAI's own. */
export const askAzure: Asker = (asked) => askDeployed(asked) ?? askOpenai(asked);

const askDeployed = askerOf({
  "POST /openai/deployments/{}/chat/completions": (asked, deployment) =>
    openAzure(asked, deployment).chat.completions.create(asked.body as never),
  "POST /openai/deployments/{}/embeddings": (asked, deployment) =>
    openAzure(asked, deployment).embeddings.create(asked.body as never),
});

/** @param root What the base URL ends with: `/v1`. */
function open({ url, query }: Asked, root: string): OpenAI {
  const version = query.get("api-version");
  return new OpenAI({
    apiKey: "x",
    baseURL: `${url}${root}`,
    maxRetries: 0,
    ...(version === null ? {} : { defaultQuery: { "api-version": version } }),
  });
}

function openAzure(asked: Asked, deployment: string): AzureOpenAI {
  const baseURL = `${variable(asked, "AZURE_OPENAI_ENDPOINT")}/openai`;
  const apiVersion = asked.query.get("api-version") ?? "";
  return new AzureOpenAI({ apiKey: "x", baseURL, deployment, apiVersion, maxRetries: 0 });
}
