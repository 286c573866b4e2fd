import type { CallPlaces, CassetteRequest, JsonValue, Segment } from "../cassette/values.ts";
import type { CallDescription, ProviderMount } from "./dialect.ts";
import type { HttpRequest } from "./http-message.ts";
import { bodyCopy, bodyIdentity, readRequestBody } from "./request-body.ts";
import type { RequestBody } from "./request-body.ts";
import { toRequestTarget } from "./request-target.ts";
import type { RequestTarget } from "./request-target.ts";

/** An HTTP request as a session takes it, with what its dialect says of it. */
export interface HttpCassetteRequest extends CassetteRequest {
  readonly description: CallDescription;
}

/**
 * Makes a request ready to be issued. Its key covers provider, method, normalised path, sorted
 * query without credentials and canonical body; no header. What only a miss or a recording needs
 * (segments, readable copy) is computed when it is asked for.
 *
 * @param places Where in the user's code the call comes from.
 */
export function toCassetteRequest(
  request: HttpRequest,
  mount: ProviderMount,
  places: CallPlaces = {},
): HttpCassetteRequest {
  const target = toRequestTarget(request.path, mount.normalisePath);
  const body = readRequestBody(request);
  let description: CallDescription | undefined;
  let copy: JsonValue | undefined;
  const describe = (): CallDescription =>
    (description ??= mount.dialect.describe({
      method: request.method,
      path: target.path,
      body: body.kind === "json" ? body.value : undefined,
    }));
  return {
    identity: {
      provider: mount.name,
      method: request.method,
      target: targetValue(target),
      body: bodyIdentity(body),
      ...(body.kind === "json" ? { bodyMember: "json" } : {}),
    },
    get description() {
      return describe();
    },
    get endpoint() {
      return describe().endpoint;
    },
    get model() {
      return describe().model ?? fieldOf(body, "model");
    },
    get segments(): readonly Segment[] {
      return body.kind === "json" ? describe().segments : plainSegments(body);
    },
    get copy() {
      return (copy ??= readableCopy(request, target, body));
    },
    ...places,
  };
}

/**
 * Request headers that carry meaning and no credential. An allow-list: a key may stand in any
 * other header. `content-type` is added by hand, without a multipart boundary.
 */
const KEPT_REQUEST_HEADERS =
  /^(?:anthropic-(?:beta|version)|openai-beta|x-amzn-bedrock-.*|x-goog-upload-(?:command|offset|protocol|header-content-length|header-content-type)|replicate-prefer|prefer)$/;

function targetValue(target: RequestTarget): JsonValue {
  return target.query === undefined
    ? { path: target.path }
    : { path: target.path, query: target.query };
}

function plainSegments(body: RequestBody): readonly Segment[] {
  if (body.kind === "empty") return [];
  if (body.kind !== "multipart") return [{ name: "body", value: bodyIdentity(body) }];
  return body.parts.map((part, index) => ({
    name: part.name ?? `part[${index}]`,
    value: bodyIdentity({ kind: "multipart", parts: [part] }),
  }));
}

function fieldOf(body: RequestBody, name: string): string | undefined {
  if (body.kind !== "multipart") return undefined;
  const part = body.parts.find((part) => part.name === name && part.filename === undefined);
  return part === undefined ? undefined : Buffer.from(part.bytes).toString("utf8");
}

function readableCopy(request: HttpRequest, target: RequestTarget, body: RequestBody): JsonValue {
  const headers = keptHeaders(request);
  return {
    path: target.path,
    ...(target.query === undefined ? {} : { query: target.query }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    body: bodyCopy(body),
  };
}

function keptHeaders(request: HttpRequest): { readonly [name: string]: JsonValue } {
  const kept: Record<string, string> = {};
  for (const [name, value] of request.headers) {
    if (name === "content-type") kept[name] = value.split(";", 1)[0]?.trim() ?? value;
    else if (KEPT_REQUEST_HEADERS.test(name)) {
      kept[name] = kept[name] === undefined ? value : `${kept[name]}, ${value}`;
    }
  }
  return kept;
}
