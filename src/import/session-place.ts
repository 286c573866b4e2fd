import type { JsonValue } from "../cassette/values.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import { asObject, parseJson, parseUtf8 } from "../exchange/parse-json.ts";
import { findMountOfUrl, type FoundMount } from "./mount-of-url.ts";
import type { RecordedFrame, RecordedSession } from "./recorded-exchange.ts";

type JsonObject = { readonly [name: string]: JsonValue };

/**
 * The provider of a recorded WebSocket session and the path that its client asked for. Transcripts keep no
 * URL as a rule; then the frames tell, which only one of the known APIs speaks that way: the client's
 * `setup` (Gemini Live, Vertex by its model's name), `session.…` events (OpenAI Realtime, xAI by its
 * model's name), or answers asked for without any (OpenAI Responses).
 */
export function findPlaceOfSession(
  { url, frames }: RecordedSession,
  mounts: readonly ProviderMount[],
): FoundMount {
  if (url !== undefined) return findMountOfUrl(url, mounts);
  const place = placeOfFrames(frames);
  const mount = mounts.find(({ name }) => name === place?.provider);
  return place === undefined || mount === undefined
    ? { kind: "none", reason: UNKNOWN }
    : { kind: "mount", mount, path: place.path };
}

const UNKNOWN =
  "it is a frame of a WebSocket session without a URL whose frames are those of no known provider";

interface Place {
  readonly provider: string;
  readonly path: string;
}

function placeOfFrames(frames: readonly RecordedFrame[]): Place | undefined {
  const messages = frames.map(({ direction, bytes }) => ({ direction, message: objectOf(bytes) }));
  const sent = messages.filter(({ direction }) => direction === "sent");
  const setup = asObject(sent[0]?.message["setup"]);
  if (setup !== undefined) return geminiPlace(setup);
  const types = new Set(messages.map(({ message }) => message["type"]));
  if (types.has("session.created") || types.has("session.updated") || types.has("session.update")) {
    const [first] = messages;
    return realtimePlace(first?.message["type"] === "session.created" ? first.message : {});
  }
  const asks = sent.find(({ message }) => message["type"] === "response.create")?.message;
  if (asks === undefined || types.has("conversation.item.create")) return undefined;
  return { provider: "openai", path: "/v1/responses" };
}

/** Vertex names a model by its publisher, the Gemini API does not. */
function geminiPlace({ model }: JsonObject): Place {
  const isVertex = typeof model === "string" && /^(?:projects|publishers)\//.test(model);
  return isVertex
    ? {
        provider: "vertex",
        path: "/ws/google.cloud.aiplatform.v1beta1.LlmBidiService/BidiGenerateContent",
      }
    : {
        provider: "gemini",
        path: "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent",
      };
}

/** A server that begins was asked for a model; a client that begins joined a call (`call_id`). */
function realtimePlace(created: JsonObject): Place {
  const model = asObject(created["session"])?.["model"];
  if (typeof model !== "string") return { provider: "openai", path: "/v1/realtime" };
  return {
    provider: model.startsWith("grok-") ? "xai" : "openai",
    path: `/v1/realtime?${new URLSearchParams({ model }).toString()}`,
  };
}

function objectOf(bytes: Uint8Array): JsonObject {
  const text = parseUtf8(bytes);
  return (text === undefined ? undefined : asObject(parseJson(text)?.value)) ?? {};
}
