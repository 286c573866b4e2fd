import { createHash, createHmac } from "node:crypto";
import { findHeader } from "../exchange/find-header.ts";
import type { HeaderList } from "../exchange/http-message.ts";

/** Keys of an AWS identity, as its SDKs take them from the environment. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary keys only. */
  readonly sessionToken?: string;
}

/** What a signature is made over. */
export interface SignedRequest {
  readonly method: string;
  /** Where the request goes: host, path and query are signed. */
  readonly url: URL;
  /** As the client sent them, with its own signature. */
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/** Whom, where and for which service a client signed a request: `AKIA…/20261129/eu-west-1/bedrock/aws4_request`. */
interface SignatureScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/** The region for which AWS's SDKs signed a request; `undefined` where none of them did. */
export function signedRegion(headers: HeaderList): string | undefined {
  return scopeOf(headers)?.region;
}

/** Hosts that look at signatures; a stand-in elsewhere may take any. */
export function isAwsHost(host: string): boolean {
  return /\.(?:amazonaws\.com(?:\.cn)?|api\.aws|api\.amazonwebservices\.com\.cn)$/iu.test(host);
}

/**
 * Headers of a request that AWS's SDKs signed for the gateway's host, signed again for the host it goes
 * to: the same identity, region and service (Signature Version 4).
 *
 * @param now Milliseconds since the epoch.
 * @returns `undefined` where the request is signed by another identity, or in pieces that only the
 *   client can sign.
 */
export function signAgain(
  request: SignedRequest,
  credentials: AwsCredentials,
  now: number,
): HeaderList | undefined {
  const scope = scopeOf(request.headers);
  // Whoever reaches the gateway must not become somebody else by it.
  if (scope?.accessKeyId !== credentials.accessKeyId) return undefined;
  const stated = findHeader(request.headers, "x-amz-content-sha256");
  if (stated?.startsWith("STREAMING-") === true) return undefined;
  const time = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/gu, "");
  const payload = sha256(request.body);
  const headers: (readonly [string, string])[] = [
    ...request.headers.filter(([name]) => !REPLACED.has(name)),
    ["x-amz-date", time],
    ...(stated === undefined ? [] : [["x-amz-content-sha256", payload] as const]),
    ...(credentials.sessionToken === undefined
      ? []
      : [["x-amz-security-token", credentials.sessionToken] as const]),
  ];
  const signed = canonicalHeaders(headers, request.url.host);
  const names = signed.map(([name]) => name).join(";");
  const canonical = [
    request.method,
    canonicalPath(request.url),
    canonicalQuery(request.url),
    ...signed.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    payload,
  ].join("\n");
  const place = [time.slice(0, 8), scope.region, scope.service, "aws4_request"];
  const text = [ALGORITHM, time, place.join("/"), sha256(canonical)].join("\n");
  const secret = Buffer.from(`AWS4${credentials.secretAccessKey}`, "utf8");
  const key = place.reduce<Buffer>(hmac, secret);
  const credential = `${credentials.accessKeyId}/${place.join("/")}`;
  const signature = hmac(key, text).toString("hex");
  headers.push([
    "authorization",
    `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
  ]);
  return headers;
}

/** Whether AWS's SDKs signed a request. */
export function isSigned(headers: HeaderList): boolean {
  return scopeOf(headers) !== undefined;
}

/** What belongs to a signature and is made anew. */
const REPLACED: ReadonlySet<string> = new Set([
  "authorization",
  "x-amz-date",
  "x-amz-content-sha256",
  "x-amz-security-token",
]);

/** A region becomes part of a host name, so it must look like one: `s3` would lead to anybody's bucket. */
function scopeOf(headers: HeaderList): SignatureScope | undefined {
  const match =
    /^AWS4-HMAC-SHA256 .*?Credential=([^/,\s]+)\/\d{8}\/([a-z]{2,3}(?:-[a-z]+)+-\d{1,2})\/([a-z0-9-]+)\/aws4_request\b/u.exec(
      findHeader(headers, "authorization") ?? "",
    );
  if (match === null) return undefined;
  const [, accessKeyId = "", region = "", service = ""] = match;
  return { accessKeyId, region, service };
}

/** What AWS insists on; other headers may be changed on the way, so they stay unsigned. */
function canonicalHeaders(headers: HeaderList, host: string): HeaderList {
  const values = new Map<string, string>([["host", host]]);
  for (const [name, value] of headers) {
    if (name !== "content-type" && !name.startsWith("x-amz-")) continue;
    const trimmed = value.trim().replaceAll(/ {2,}/gu, " ");
    const earlier = values.get(name);
    values.set(name, earlier === undefined ? trimmed : `${earlier},${trimmed}`);
  }
  return [...values].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Each segment is encoded once more than it travels, which all services but S3 expect. */
function canonicalPath({ pathname }: URL): string {
  return pathname.split("/").map(encode).join("/");
}

function canonicalQuery({ search }: URL): string {
  if (search === "") return "";
  return search
    .slice(1)
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      return [encode(decode(name)), encode(decode(value.join("=")))] as const;
    })
    .sort(([one, first], [other, second]) =>
      one === other ? (first < second ? -1 : 1) : one < other ? -1 : 1,
    )
    .map((pair) => pair.join("="))
    .join("&");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encoding of everything but RFC 3986's unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text, "utf8").digest();
}
