import type { ClientRequest } from "node:http";
import type { ClientHttp2Session, OutgoingHttpHeaders } from "node:http2";
import type { GatewayAddress } from "./gateway-address.ts";
import { nodeModule } from "./node-module.ts";
import type { MarkRequest } from "./patch-fetch.ts";

/** What `ClientRequest` keeps to itself: it writes its header block by this, once, whoever asked for it. */
interface HeaderWriter {
  _storeHeader: (this: ClientRequest, firstLine: string, headers: unknown) => void;
}

let isHttpPatched = false;
let isHttp2Patched = false;

/**
 * Marks what goes to the gateway by `node:http`: at the prototype, so that it holds for everybody who
 * holds `request` already. Axios, got, node-fetch and ws write their headers here too.
 */
export function patchHttp(address: GatewayAddress, markRequest: MarkRequest): void {
  if (isHttpPatched) return;
  isHttpPatched = true;
  const prototype = nodeModule("http").ClientRequest.prototype as ClientRequest & HeaderWriter;
  const original = prototype._storeHeader;
  if (typeof original !== "function") return;
  prototype._storeHeader = function _storeHeader(firstLine, headers) {
    const list = Array.isArray(headers) ? (headers as unknown[]) : undefined;
    const host = list === undefined ? this.getHeader("host") : inList(list, "host");
    if (host === address.host) {
      for (const [name, value] of markRequest(this.path)) {
        if (list !== undefined) addToList(list, name, value);
        else if (!this.hasHeader(name)) this.setHeader(name, value);
      }
    }
    original.call(this, firstLine, headers);
  };
}

/** Marks what goes to the gateway by `node:http2`, as Bedrock's SDK asks. */
export function patchHttp2(address: GatewayAddress, markRequest: MarkRequest): void {
  if (isHttp2Patched) return;
  isHttp2Patched = true;
  const http2 = nodeModule("http2") as { connect: (...args: never[]) => ClientHttp2Session };
  const { connect } = http2;
  http2.connect = function connectMarked(...args) {
    const session = connect.apply(this, args);
    if (originOf(args[0]) === address.origin) markSession(session, markRequest);
    return session;
  };
  nodeModule("module").syncBuiltinESMExports();
}

/** Of headers that were given as a list: pairs, or names and values in turn. */
function inList(headers: readonly unknown[], name: string): unknown {
  const isNamed = (other: unknown): boolean => String(other).toLowerCase() === name;
  if (Array.isArray(headers[0])) {
    return (headers as readonly unknown[][]).find(([other]) => isNamed(other))?.[1];
  }
  const index = headers.findIndex((other, position) => position % 2 === 0 && isNamed(other));
  return index === -1 ? undefined : headers[index + 1];
}

function addToList(headers: unknown[], name: string, value: string): void {
  if (inList(headers, name) !== undefined) return;
  if (Array.isArray(headers[0])) headers.push([name, value]);
  else headers.push(name, value);
}

function originOf(authority: unknown): string | undefined {
  const text = String(authority);
  return URL.canParse(text) ? new URL(text).origin : undefined;
}

function markSession(session: ClientHttp2Session, markRequest: MarkRequest): void {
  const request = session.request.bind(session);
  session.request = (headers: OutgoingHttpHeaders = {}, ...rest: [never?]) => {
    const mark = markRequest(String(headers[":path"] ?? "/"));
    const added = mark.filter(([name]) => headers[name] === undefined);
    return request({ ...headers, ...Object.fromEntries(added) }, ...rest);
  };
}
