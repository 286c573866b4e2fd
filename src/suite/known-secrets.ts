import type { ProviderMount } from "../exchange/dialect.ts";
import { credentialKind } from "./credential-names.ts";

/** Where the secrets of a run are looked for. */
export interface SecretSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly mounts: readonly ProviderMount[];
  /** Names that the user gave. */
  readonly named: readonly string[];
}

/** Letters and digits mixed, and no word of prose. */
const RANDOM_VALUE = /^(?=.*\d)(?=.*[A-Za-z])[\w+/=.:-]{20,}$/u;

/** Shorter values stand in ordinary text. */
export const SECRET_CHARACTERS_MIN = 8;

/**
 * Values of this run that must never reach a cassette: name → value. Looked for are variables whose
 * names look like credentials, those of the providers, and those the user named.
 */
export function findKnownSecrets(sources: SecretSources): ReadonlyMap<string, string> {
  const provided = new Set(
    sources.mounts.flatMap((mount) => [
      ...Object.keys(mount.credentials),
      ...mount.keysWithoutDummy,
    ]),
  );
  const dummies = new Set(sources.mounts.flatMap((mount) => Object.values(mount.credentials)));
  const named = new Set(sources.named);
  const secrets = new Map<string, string>();
  for (const [name, text] of Object.entries(sources.environment)) {
    // A line feed that came along from a file is no part of what is sent.
    const value = text?.trim();
    if (value === undefined || value.length < SECRET_CHARACTERS_MIN || dummies.has(value)) continue;
    const kind = credentialKind(name);
    const isSecret = kind === "credential" || (kind === "key" && RANDOM_VALUE.test(value));
    if (named.has(name) || provided.has(name) || isSecret) {
      secrets.set(name, value);
    }
  }
  return secrets;
}
