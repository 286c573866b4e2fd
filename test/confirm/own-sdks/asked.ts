import type { ProviderMount } from "../../../src/exchange/dialect.ts";
import { baseUrls } from "../../../src/suite/child-environment.ts";
import type { ExpectedExchange } from "../recorded-traffic.ts";

/** A recorded request, as members that an SDK's call can be made of. */
export interface Asked {
  /** Where the provider stands: the gateway's URL with the provider's mount. */
  readonly url: string;
  /** What the gateway exports for the provider's SDKs. */
  readonly variables: Readonly<Record<string, string>>;
  readonly method: string;
  /** Without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The JSON object that was sent; empty where none was. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  /** The form that was sent; empty where none was. */
  readonly form: FormData;
  /** What was sent before and after it in the same recording. */
  readonly before: ExpectedExchange | undefined;
  readonly after: ExpectedExchange | undefined;
}

/** For a request that the SDK sends by itself with what is asked next. */
export const WITH_NEXT = "with the next";

/** Asks as the exchange did; `undefined` where the SDK has no such call. */
export type Asker = (asked: Asked) => PromiseLike<unknown> | typeof WITH_NEXT | undefined;

/** Where a recorded exchange is asked again. */
export interface Place {
  readonly mount: ProviderMount;
  readonly gatewayUrl: string;
  /** The recording that it is part of. */
  readonly exchanges: readonly ExpectedExchange[];
}

export async function readAsked(exchange: ExpectedExchange, place: Place): Promise<Asked> {
  const [path = "", query] = exchange.path.split("?");
  const { method, body: bytes, contentType = "", index } = exchange;
  const { mount, gatewayUrl, exchanges } = place;
  return {
    url: `${gatewayUrl}${mount.mount}`,
    variables: baseUrls(gatewayUrl, mount),
    method,
    path,
    query: new URLSearchParams(query),
    body: readObject(bytes.toString("utf8")) ?? {},
    bytes,
    form: await readForm(bytes, contentType),
    before: exchanges[index - 1],
    after: exchanges[index + 1],
  };
}

/** What the gateway exports under a name that an SDK reads. */
export function variable({ variables }: Asked, name: string): string {
  const value = variables[name];
  // An SDK that is given nothing would ask the provider.
  if (value === undefined) throw new Error(`the gateway exports no ${name}`);
  return value;
}

type Call = (asked: Asked, ...parts: string[]) => ReturnType<Asker>;

/**
 * An asker that makes the call of the first row that fits.
 *
 * @param calls By method and path: `"POST *\/batches/{}"`, where `*` stands for anything and `{}` for
 *   one segment; the call is given what stood there.
 */
export function askerOf(calls: Readonly<Record<string, Call>>): Asker {
  const rows = Object.entries(calls).map(([template, call]) => {
    const pattern = template.replaceAll("*", "(.*)").replaceAll("{}", "([^/]+)");
    return { pattern: new RegExp(`^${pattern}$`, "u"), call };
  });
  return (asked) => {
    for (const { pattern, call } of rows) {
      const found = pattern.exec(`${asked.method} ${asked.path}`);
      if (found !== null) return call(asked, ...found.slice(1));
    }
    return undefined;
  };
}

async function readForm(bytes: Buffer, contentType: string): Promise<FormData> {
  if (!contentType.startsWith("multipart/form-data")) return new FormData();
  const headers = { "content-type": contentType };
  return new Response(new Uint8Array(bytes), { headers }).formData();
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
