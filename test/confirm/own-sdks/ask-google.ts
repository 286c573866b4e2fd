import { GoogleGenAI } from "@google/genai";
import { type Asked, type Asker, askerOf, variable, WITH_NEXT } from "./asked.ts";

const MODEL = "/models/{}";
const PLACE = "/{}/projects/{}/locations/{}";

/** Google's SDK for the Gemini API. */
export const askGemini: Asker = askerOf({
  [`POST /{}${MODEL}:generateContent`]: (asked, version, model) =>
    openGemini(asked, version).models.generateContent(toCall(asked, model)),
  [`POST /{}${MODEL}:streamGenerateContent`]: (asked, version, model) =>
    openGemini(asked, version).models.generateContentStream(toCall(asked, model)),
  [`POST /{}${MODEL}:countTokens`]: (asked, version, model) =>
    openGemini(asked, version).models.countTokens({ model: model, ...asked.body } as never),
  "GET /{}/models": async (asked, version) => {
    const pager = await openGemini(asked, version).models.list();
    return { models: pager.page, nextPageToken: pager.params.config?.["pageToken"] };
  },
  "POST /{}/interactions": (asked, version) =>
    openGemini(asked, version).interactions.create(asked.body as never),
  "POST /{}/cachedContents": (asked, version) =>
    openGemini(asked, version).caches.create(toCache(asked)),
  "PATCH /{}/(cachedContents/{})": (asked, version, name) =>
    openGemini(asked, version).caches.update({ name: name, config: asked.body }),
  "POST /{}/fileSearchStores": (asked, version) =>
    openGemini(asked, version).fileSearchStores.create({ config: asked.body }),
  "POST /upload/{}/(fileSearchStores/{}):uploadToFileSearchStore": (asked, version, name) => {
    if (!asked.query.has("upload_id")) return WITH_NEXT;
    const config = JSON.parse(asked.before!.body.toString("utf8")) as { mimeType: string };
    const file = new Blob([new Uint8Array(asked.bytes)], { type: config.mimeType });
    const { fileSearchStores } = openGemini(asked, version);
    return fileSearchStores.uploadToFileSearchStore({ fileSearchStoreName: name, file, config });
  },
});

/** The same SDK for Vertex AI, where project and location stand in the path. */
export const askVertex: Asker = askerOf({
  [`POST ${PLACE}/publishers/google${MODEL}:generateContent`]: (asked, ...parts) =>
    openVertex(asked, parts).models.generateContent(toCall(asked, parts[3]!)),
  [`POST ${PLACE}/cachedContents`]: (asked, ...parts) =>
    openVertex(asked, parts).caches.create(toCache(asked)),
});

function openGemini(asked: Asked, apiVersion: string): GoogleGenAI {
  const baseUrl = variable(asked, "GOOGLE_GEMINI_BASE_URL");
  return new GoogleGenAI({ apiKey: "x", apiVersion, httpOptions: { baseUrl } });
}

function openVertex(asked: Asked, parts: readonly string[]): GoogleGenAI {
  const [apiVersion = "", project = "", location = ""] = parts;
  // Google's own would fetch a token.
  const authClient = {
    getRequestHeaders: () => Promise.resolve(new Headers({ authorization: "Bearer x" })),
  } as never;
  return new GoogleGenAI({
    vertexai: true,
    apiVersion,
    project,
    location,
    googleAuthOptions: { authClient },
    httpOptions: { baseUrl: variable(asked, "GOOGLE_VERTEX_BASE_URL") },
  });
}

/** The SDK takes flat what the wire nests. */
function toCall({ body }: Asked, model: string): never {
  const { contents, generationConfig = {}, ...config } = body;
  return { model, contents, config: { ...(generationConfig as object), ...config } } as never;
}

function toCache({ body }: Asked): never {
  const { model, ...config } = body;
  return { model, config } as never;
}
