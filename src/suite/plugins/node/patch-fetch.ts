import type { AsyncLocalStorage } from "node:async_hooks";
import type { GatewayAddress } from "./gateway-address.ts";
import type { Mark } from "./mark.ts";
import { nodeModule } from "./node-module.ts";

/** Makes the mark of a request to a path of the gateway. */
export type MarkRequest = (path: string) => Mark;

/** What undici publishes before it sends; the same in every version, Node's own and installed ones. */
interface UndiciRequest {
  readonly origin?: unknown;
  readonly path?: unknown;
  /** A list of names and values, or (before version 6) the text of the header block. */
  readonly headers?: unknown;
  addHeader?(name: string, value: string): unknown;
}

/**
 * Marks what goes to the gateway by undici: Node's own `fetch`, and the package. The marks are added where
 * undici says what it is about to send, so that no argument of a caller is touched; `fetch` itself is
 * only surrounded because the caller's stack is gone by then.
 */
export function patchFetch(address: GatewayAddress, markRequest: MarkRequest): void {
  const { AsyncLocalStorage } = nodeModule("async_hooks");
  const marks = new AsyncLocalStorage<Mark>();
  surroundFetch(address, markRequest, marks);
  nodeModule("diagnostics_channel")
    .channel("undici:request:create")
    .subscribe((message) => {
      const { request } = message as { readonly request: UndiciRequest };
      if (String(request.origin) !== address.origin || request.addHeader === undefined) return;
      const written = namesIn(request.headers);
      for (const [name, value] of marks.getStore() ?? markRequest(String(request.path))) {
        if (!written.has(name)) request.addHeader(name, value);
      }
    });
}

function surroundFetch(
  address: GatewayAddress,
  markRequest: MarkRequest,
  marks: AsyncLocalStorage<Mark>,
): void {
  const original = globalThis.fetch;
  if (typeof original !== "function") return;
  const surrounded = {
    // Its name and its number of parameters are the original's.
    fetch(
      this: void,
      input: Parameters<typeof fetch>[0],
      ...rest: [RequestInit?]
    ): Promise<Response> {
      const path = pathBelow(input, address.origin);
      if (path === undefined) return original(input, ...rest);
      return marks.run(markRequest(path), () => original(input, ...rest));
    },
  };
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, "fetch");
  Object.defineProperty(globalThis, "fetch", {
    configurable: true,
    enumerable: descriptor?.enumerable ?? true,
    writable: true,
    value: surrounded.fetch,
  });
}

/** Path and query of an address at the gateway; `undefined` for any other. Reads nothing that has an effect. */
function pathBelow(input: unknown, origin: string): string | undefined {
  if (input === null || input === undefined) return undefined;
  const { url, href } = Object(input) as { readonly url?: unknown; readonly href?: unknown };
  const text = typeof input === "string" ? input : typeof href === "string" ? href : url;
  if (typeof text !== "string" || !text.startsWith(`${origin}/`)) return undefined;
  return text.slice(origin.length);
}

function namesIn(headers: unknown): ReadonlySet<string> {
  if (typeof headers === "string") {
    return new Set(headers.split("\r\n").map((line) => line.split(":", 1)[0]!.toLowerCase()));
  }
  if (!Array.isArray(headers)) return new Set();
  return new Set(
    headers.filter((_, index) => index % 2 === 0).map((name) => String(name).toLowerCase()),
  );
}
