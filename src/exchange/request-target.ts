import type { JsonValue } from "../cassette/values.ts";

/** What a request addresses, one way of writing it for every way of asking it. */
export interface RequestTarget {
  /** Percent-coding made uniform, doubled slashes undone; without query and fragment. */
  readonly path: string;
  /** Name → value, or values in order where a name is repeated; `undefined` where nothing is left. */
  readonly query: { readonly [name: string]: JsonValue } | undefined;
}

/** Splits a request target as sent. Query parameters that carry credentials or protocol state are dropped. */
export function toRequestTarget(
  target: string,
  normalisePath: (path: string) => string,
): RequestTarget {
  const { path, query } = splitTarget(target);
  return { path: normalisePath(uniformPath(path)), query: readQuery(query) };
}

/** A target as path and query (without `?`); the fragment is dropped. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const hash = target.indexOf("#");
  const whole = hash === -1 ? target : target.slice(0, hash);
  const mark = whole.indexOf("?");
  if (mark === -1) return { path: whole, query: "" };
  return { path: whole.slice(0, mark), query: whole.slice(mark + 1) };
}

/**
 * Decodes each segment and encodes it one way: Bedrock clients write one model id as `a:0` and
 * `a%3A0`. An encoded slash stays encoded, since it separates nothing.
 */
function uniformPath(path: string): string {
  if (!NEEDS_CARE.test(path)) return path;
  const segments = path
    .split("/")
    .filter((segment, index, all) => segment !== "" || index === 0 || index === all.length - 1);
  return segments.map(uniformSegment).join("/");
}

const NEEDS_CARE = /%|\/\/|[^\w\-./:~@$,;=+!*'()]/;

function uniformSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment)).replaceAll(
      /%(?:3A|40|24|2C|3B|3D|2B)/g,
      (coded) => decodeURIComponent(coded),
    );
  } catch {
    return segment;
  }
}

function readQuery(query: string): RequestTarget["query"] {
  if (query === "") return undefined;
  const values = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (VOLATILE_PARAMETERS.has(name.toLowerCase())) continue;
    const earlier = values.get(name);
    if (earlier === undefined) values.set(name, value);
    else if (typeof earlier === "string") values.set(name, [earlier, value]);
    else earlier.push(value);
  }
  if (values.size === 0) return undefined;
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a query's parameter carries a credential that the provider knows its client by. */
export function isCredentialParameter(name: string): boolean {
  return CREDENTIAL_PARAMETERS.has(name.toLowerCase());
}

const CREDENTIAL_PARAMETERS: ReadonlySet<string> = new Set([
  "key",
  "api_key",
  "api-key",
  "apikey",
  "access_token",
  "x-amz-security-token",
]);

/** Whether a query's parameter signs its URL: whoever has it may do what it was signed for. */
export function isSignatureParameter(name: string): boolean {
  return SIGNATURE_PARAMETERS.has(name.toLowerCase());
}

/** Of Azure's shared access, of others, of Google; AWS's are left out of every copy. */
const SIGNATURE_PARAMETERS: ReadonlySet<string> = new Set(["sig", "signature", "x-goog-signature"]);

/** Credentials, signatures, and the id of one resumable upload. */
const VOLATILE_PARAMETERS: ReadonlySet<string> = new Set([
  ...CREDENTIAL_PARAMETERS,
  "upload_id",
  "x-amz-algorithm",
  "x-amz-credential",
  "x-amz-date",
  "x-amz-expires",
  "x-amz-signature",
  "x-amz-signedheaders",
]);
