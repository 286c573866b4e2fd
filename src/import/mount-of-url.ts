import { findProviderByHost } from "../dialects/providers.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import { parseRecordedUrl, type RecordedUrl } from "./recorded-url.ts";

/** The provider that a recorded URL belongs to, and the path below its mount. */
export type FoundMount =
  | { readonly kind: "mount"; readonly mount: ProviderMount; readonly path: string }
  | { readonly kind: "none"; readonly reason: string };

/** Finds the provider of a recorded URL, by its host or by the placeholder in its place. */
export function findMountOfUrl(text: string, mounts: readonly ProviderMount[]): FoundMount {
  const url = parseRecordedUrl(text);
  if (url === undefined) return { kind: "none", reason: "its URL cannot be read" };
  const mount =
    url.placeholder === undefined
      ? findProviderByHost(url.port === "" ? url.host : `${url.host}:${url.port}`, mounts)
      : findByPlaceholder(url.placeholder, mounts);
  if (mount !== undefined) return { kind: "mount", mount, path: url.path };
  return { kind: "none", reason: describeStranger(url) };
}

/** `<OLLAMA_API_BASE>`: recorders name a server that only its user knows after its provider. */
function findByPlaceholder(
  placeholder: string,
  mounts: readonly ProviderMount[],
): ProviderMount | undefined {
  const words = placeholder.split(/[^a-z0-9]+/);
  return mounts.find(({ name }) => name.split("-").every((word) => words.includes(word)));
}

function describeStranger({ host, placeholder }: RecordedUrl): string {
  if (placeholder !== undefined) return `<${placeholder}> names no known provider`;
  return `${host} is no known provider`;
}
