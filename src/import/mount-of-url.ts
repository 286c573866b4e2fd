import type { ProviderMount } from "../exchange/dialect.ts";
import { findProvider, type ProviderAddress } from "../exchange/find-provider.ts";
import { parseRecordedUrl, type RecordedUrl } from "./recorded-url.ts";

/** The provider that a recorded URL belongs to, and the path below its mount. */
export type FoundMount =
  | { readonly kind: "mount"; readonly mount: ProviderMount; readonly path: string }
  | { readonly kind: "none"; readonly reason: string };

/** Finds the provider of a recorded URL, by its address or by the placeholder in its place. */
export function findMountOfUrl(text: string, mounts: readonly ProviderMount[]): FoundMount {
  const url = parseRecordedUrl(text);
  if (url === undefined) return { kind: "none", reason: "its URL cannot be read" };
  const found = findAddress(url, mounts);
  if (found !== undefined) return { kind: "mount", ...found };
  return { kind: "none", reason: describeStranger(url) };
}

function findAddress(
  { host, port, path, placeholder }: RecordedUrl,
  mounts: readonly ProviderMount[],
): ProviderAddress | undefined {
  if (placeholder === undefined) {
    return findProvider({ host: isUsual(port) ? host : `${host}:${port}`, path }, mounts);
  }
  const mount = findByPlaceholder(placeholder, mounts);
  return mount === undefined ? undefined : { mount, path };
}

/** Recorders write the port out that a scheme has anyway. */
function isUsual(port: string): boolean {
  return ["", "80", "443"].includes(port);
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
