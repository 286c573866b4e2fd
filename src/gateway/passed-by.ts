import type { IncomingMessage, ServerResponse } from "node:http";
import { asObject, parseJson } from "../exchange/parse-json.ts";
import { matchesHost } from "../exchange/match-host.ts";
import type { GatewayOptions } from "./gateway.ts";
import type { BodyReading } from "./read-body.ts";

/** A request that tells of a host, read. */
export interface PassingCall {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly reading: BodyReading;
}

/** Longest name of a host, by DNS. */
const HOST_LENGTH_MAX = 253;

/**
 * `POST /_tapegate/passed-by` with `{"host"}`: a plug-in says that the suite looks for a host by itself. Where
 * that is a provider's, its SDK was not led here, and a run that looks clean has asked live.
 */
export function notePassedBy(options: GatewayOptions, call: PassingCall): void {
  const { message, response, reading } = call;
  if (reading.kind === "gone") return;
  const host = message.method === "POST" && reading.kind === "body" ? read(reading) : undefined;
  const mount =
    host === undefined
      ? undefined
      : options.mounts.find(({ hosts }) => hosts.some((pattern) => matchesHost(host, pattern)));
  if (mount !== undefined) {
    const ways = mount.options.map((option) => option.replaceAll("<url>", "$TAPEGATE_URL"));
    const way =
      ways.length === 0
        ? `give its client the base URL $TAPEGATE_URL${mount.mount}`
        : ways.join("; ");
    options.log.warn(
      `The suite looked for ${host} itself: what it asks there goes past the gateway, live and unrecorded. ${mount.name}: ${way}`,
    );
  }
  response.writeHead(host === undefined ? 400 : 200, { "content-length": 0 });
  response.end();
}

function read(reading: Extract<BodyReading, { kind: "body" }>): string | undefined {
  const { host } = asObject(parseJson(reading.bytes.toString("utf8"))?.value) ?? {};
  if (typeof host !== "string" || host.length > HOST_LENGTH_MAX) return undefined;
  return /^[a-z0-9.-]+$/iu.test(host) ? host.toLowerCase() : undefined;
}
