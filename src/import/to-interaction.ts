import type { HttpOutcome } from "../cassette/values.ts";
import { toCassetteRequest } from "../exchange/cassette-request.ts";
import { findHeader } from "../exchange/find-header.ts";
import type { HeaderList } from "../exchange/http-message.ts";
import { toHttpOutcome } from "../exchange/http-outcome.ts";
import { inferContentType } from "../exchange/infer-content-type.ts";
import { makeInteraction } from "./make-interaction.ts";
import type { ImportOptions, MadeInteraction } from "./make-interaction.ts";
import { findMountOfUrl } from "./mount-of-url.ts";
import { decodeEntity } from "./recorded-entity.ts";
import type { RecordedExchange } from "./recorded-exchange.ts";

/** Makes the interaction that recording the same exchange through the gateway would have made. */
export function toInteraction(exchange: RecordedExchange, options: ImportOptions): MadeInteraction {
  const found = findMountOfUrl(exchange.url, options.mounts);
  if (found.kind === "none") return { kind: "skipped", reason: found.reason };
  const { mount, path } = found;
  const entity = decodeEntity(exchange.responseBody, exchange.responseHeaders);
  if (entity.kind === "unusable") {
    return { kind: "skipped", reason: `of its response, ${entity.reason}` };
  }
  const request = toCassetteRequest(
    {
      method: exchange.method,
      path,
      headers: exchange.requestHeaders,
      body: exchange.requestBody,
    },
    mount,
  );
  const outcome: HttpOutcome = toHttpOutcome(
    {
      status: exchange.status,
      headers: withContentType(exchange.responseHeaders, entity.bytes, path),
      body: entity.bytes,
      ending: "end",
    },
    mount.dialect,
  );
  return makeInteraction({ request, outcome, recordedAt: exchange.recordedAt }, options);
}

/** SDKs cannot read an answer without a media type, and recorders drop it. */
function withContentType(headers: HeaderList, body: Uint8Array, path: string): HeaderList {
  if (findHeader(headers, "content-type") !== undefined) return headers;
  const inferred = inferContentType(body, path.split("?", 1)[0] ?? path);
  return inferred === undefined ? headers : [...headers, ["content-type", inferred]];
}
