import type { CallPlaces } from "../cassette/values.ts";
import type { ProviderMount } from "./dialect.ts";
import { type HttpCassetteRequest, toCassetteRequest } from "./cassette-request.ts";
import type { HeaderList } from "./http-message.ts";
import { splitTarget } from "./request-target.ts";

/** What stands for the HTTP method in the identity of a WebSocket session. */
const WEBSOCKET_METHOD = "WEBSOCKET";

/** The handshake of a WebSocket session. */
export interface WebSocketHandshake {
  /** Path below the provider's mount, with query. */
  readonly path: string;
  readonly headers: HeaderList;
}

/**
 * Makes a WebSocket session ready to be issued. Its key covers provider, normalised path and query
 * without credentials; what the client says is compared frame by frame. `call_id` names a call that
 * the provider numbered (OpenAI's sideband connections) and is left out.
 */
export function toWebSocketRequest(
  { path, headers }: WebSocketHandshake,
  mount: ProviderMount,
  places: CallPlaces = {},
): HttpCassetteRequest {
  const target = splitTarget(path);
  const query = new URLSearchParams(target.query);
  const model = query.get("model") ?? query.get("deployment") ?? undefined;
  query.delete("call_id");
  const rest = query.toString();
  const request = toCassetteRequest(
    {
      method: WEBSOCKET_METHOD,
      path: rest === "" ? target.path : `${target.path}?${rest}`,
      headers: headers.filter(([name]) => name === "openai-beta"),
      body: new Uint8Array(),
    },
    mount,
    places,
  );
  const { identity, description } = request;
  return {
    identity,
    description,
    endpoint: description.endpoint,
    model: model ?? description.model,
    segments: [],
    copy: request.copy,
    ...places,
  };
}
