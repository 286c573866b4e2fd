import { z } from "zod";
import type { Dialect, ProviderMount } from "../exchange/dialect.ts";
import { anthropicDialect } from "./anthropic.ts";
import { bedrockDialect } from "./bedrock.ts";
import { cohereDialect } from "./cohere.ts";
import { geminiDialect } from "./gemini.ts";
import { mistralDialect } from "./mistral.ts";
import { ollamaDialect } from "./ollama.ts";
import { openaiDialect } from "./openai.ts";
import { openrouterDialect } from "./openrouter.ts";
import { DUMMY_CREDENTIAL, toMount } from "./provider-row.ts";
import { PROVIDERS } from "./providers.ts";
import { replicateDialect } from "./replicate.ts";
import { schemaProblem } from "./schema-problem.ts";

/** What a configuration makes of the provider table. */
export type ProviderConfiguration =
  | { readonly kind: "mounts"; readonly mounts: readonly ProviderMount[] }
  /** One line each: `providers.mine.upstream: …`. */
  | { readonly kind: "problems"; readonly problems: readonly string[] };

/**
 * Applies the `providers` member of tapegate.json to the table. A known provider needs only what
 * differs; a new one needs `upstream`, and `dialect` where it is not OpenAI's wire.
 *
 * @param providers The member's value; `undefined` where there is none.
 */
export function configureProviders(providers: unknown): ProviderConfiguration {
  const parsed = PROVIDERS_SCHEMA.safeParse(providers ?? {});
  if (!parsed.success) return { kind: "problems", problems: parsed.error.issues.map(problemOf) };
  const problems: string[] = [];
  const mounts = new Map(PROVIDERS.map((mount) => [mount.name, mount]));
  for (const [name, entry] of Object.entries(parsed.data)) {
    const known = mounts.get(name);
    if (known === undefined && entry.upstream === undefined) {
      problems.push(
        `providers.${name}.upstream: "${name}" is no known provider, so it needs the URL of its server`,
      );
      continue;
    }
    mounts.set(name, known === undefined ? newMount(name, entry) : changedMount(known, entry));
  }
  if (problems.length > 0) return { kind: "problems", problems };
  return { kind: "mounts", mounts: byConfiguration([...mounts.values()], parsed.data) };
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map(
  [
    openaiDialect,
    anthropicDialect,
    geminiDialect,
    bedrockDialect,
    mistralDialect,
    cohereDialect,
    ollamaDialect,
    openrouterDialect,
    replicateDialect,
  ].map((dialect) => [dialect.name, dialect]),
);

/** A name is part of URLs, keys and report lines. `s`, `t` and `_tapegate` are the gateway's own. */
const NAME = z
  .string()
  .regex(
    /^(?!(?:s|t)$)[a-z0-9][a-z0-9.-]{0,63}$/,
    'must be lower-case letters, digits, "-" and ".", and neither "s" nor "t"',
  );

const UPSTREAM = z
  .string()
  .refine(isServerUrl, "must be an http or https URL without user, password, query and fragment");

const VARIABLES = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of an environment variable"),
  z.string().regex(/^(?:\/[^\s?#]*)?$/, 'must be empty or a path that begins with "/"'),
);

const ENTRY_SCHEMA = z.strictObject({
  upstream: UPSTREAM.optional(),
  dialect: z.enum([...DIALECTS.keys()] as [string, ...string[]]).optional(),
  env: VARIABLES.optional(),
  hosts: z.array(z.string().min(1).toLowerCase()).optional(),
  credentials: z.array(z.string().min(1)).optional(),
});

type ProviderEntry = z.infer<typeof ENTRY_SCHEMA>;

const PROVIDERS_SCHEMA = z.record(NAME, ENTRY_SCHEMA);

function problemOf(issue: z.core.$ZodIssue): string {
  const place = ["providers", ...issue.path.map(String)].join(".");
  return `${place}: ${schemaProblem(issue, Object.keys(ENTRY_SCHEMA.shape))}`;
}

function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    (url.protocol === "http:" || url.protocol === "https:") &&
    url.username + url.password + url.search + url.hash === ""
  );
}

/** Roots are written without version; people paste the base URL of their SDK, which has one. */
function rootOf(upstream: string): string {
  return upstream.replace(/\/+$/, "").replace(/\/v\d+[a-z0-9]*$/, "");
}

function newMount(name: string, entry: ProviderEntry): ProviderMount {
  const upstream = rootOf(entry.upstream ?? "");
  const mount = toMount({
    name,
    dialect: DIALECTS.get(entry.dialect ?? "openai") ?? openaiDialect,
    hosts: entry.hosts ?? [new URL(upstream).host],
    upstream,
    env: entry.env ?? {},
    keys: entry.credentials ?? [],
  });
  const model =
    entry.dialect === undefined
      ? undefined
      : PROVIDERS.find((known) => known.name === entry.dialect);
  return model === undefined ? mount : { ...mount, normalisePath: model.normalisePath };
}

function changedMount(known: ProviderMount, entry: ProviderEntry): ProviderMount {
  const { upstreamOf: _byPath, ...fixed } = known;
  const base =
    entry.upstream === undefined ? known : { ...fixed, upstream: rootOf(entry.upstream) };
  return {
    ...base,
    ...(entry.dialect === undefined
      ? {}
      : { dialect: DIALECTS.get(entry.dialect) ?? known.dialect }),
    ...(entry.env === undefined ? {} : { env: entry.env }),
    ...(entry.hosts === undefined ? {} : { hosts: [...entry.hosts, ...known.hosts] }),
    ...(entry.credentials === undefined
      ? {}
      : {
          credentials: Object.fromEntries(
            entry.credentials.map((name) => [name, DUMMY_CREDENTIAL]),
          ),
        }),
  };
}

/** What the user configured is found first by host. */
function byConfiguration(
  mounts: readonly ProviderMount[],
  configured: Readonly<Record<string, unknown>>,
): readonly ProviderMount[] {
  const isConfigured = (mount: ProviderMount): boolean => Object.hasOwn(configured, mount.name);
  return [...mounts.filter(isConfigured), ...mounts.filter((mount) => !isConfigured(mount))];
}
