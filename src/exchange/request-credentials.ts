import { LITERAL_LENGTH_MIN } from "../cassette/limits.ts";
import { secretKind } from "../cassette/secret-names.ts";
import type { ProviderMount } from "./dialect.ts";
import type { HttpRequest } from "./http-message.ts";
import { isCredentialParameter, isSignatureParameter, splitTarget } from "./request-target.ts";

/**
 * The credentials that a request carries, by where it carries them: in the words in which a message names
 * them (`in the request's x-api-key header`). Left out is what stands for a key where none is needed: the
 * dummies of replay, and words (`not-needed`, `test1234`), which answers may hold for other reasons.
 */
export function requestCredentials(
  { path, headers }: Pick<HttpRequest, "path" | "headers">,
  mount: ProviderMount,
): ReadonlyMap<string, string> {
  const dummies = new Set(Object.values(mount.credentials));
  const found = new Map<string, string>();
  const add = (value: string, where: string): void => {
    if (dummies.has(value) || isDummy(value)) return;
    const label = `in the request's ${where}`;
    // A header may come twice, and basic credentials are two.
    found.set(found.has(label) ? `${label} (${found.size + 1})` : label, value);
  };
  for (const [name, text] of headers) {
    for (const value of valuesOf(name, text)) add(value, `${name} header`);
  }
  for (const [name, value] of new URLSearchParams(splitTarget(path).query)) {
    if (isCredentialParameter(name) || isSignatureParameter(name))
      add(value, `query parameter ${name}`);
  }
  return found;
}

/** Schemes of `authorization` that stand before a signature, which is of no use to anybody else. */
const SIGNATURE = /^(?:aws4-|digest\b|hmac\b)/i;

/** What of a header is a credential. */
function valuesOf(name: string, text: string): readonly string[] {
  if (name === "sec-websocket-protocol") return text.split(",").flatMap(keyInProtocol);
  const kind = secretKind(name);
  // A cookie holds this and that, and lists say how many tokens are left.
  if (kind === undefined || kind === "cookie" || kind === "list" || kind === "words") return [];
  if (kind !== "header") return [text.trim()];
  if (SIGNATURE.test(text)) return [];
  const [, scheme = "", value = ""] = /^(?:(\S+)\s+)?(\S+)$/.exec(text.trim()) ?? [];
  if (scheme.toLowerCase() !== "basic") return [value];
  const password = Buffer.from(value, "base64").toString("utf8").split(":").slice(1).join(":");
  return [value, password];
}

/** `openai-insecure-api-key.sk-…`: browsers can set no header of a WebSocket but this one. */
function keyInProtocol(protocol: string): readonly string[] {
  const [name = "", ...rest] = protocol.trim().split(".");
  return rest.length > 0 && secretKind(name) !== undefined ? [rest.join(".")] : [];
}

/** A key of any provider is longer, or no sequence of words with a number behind them. */
const WORDS_LENGTH_MAX = 20;

function isDummy(value: string): boolean {
  if (value.length < LITERAL_LENGTH_MIN) return true;
  if (value.length >= WORDS_LENGTH_MAX) return false;
  const pieces = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]/g) ?? [];
  return pieces.every((piece, index) =>
    /^\d/.test(piece)
      ? index === pieces.length - 1 && piece.length <= 4
      : piece.length > 1 || !/[A-Za-z]/.test(piece) || index === 0,
  );
}
