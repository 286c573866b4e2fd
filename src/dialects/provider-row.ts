import type { Dialect, ProviderMount } from "../exchange/dialect.ts";
import { OPENAI_ENDPOINTS, pathNormaliser } from "./path-rule.ts";
import type { PathRule } from "./path-rule.ts";

/** One line of the provider table; what is left out is empty. */
export interface ProviderRow {
  readonly name: string;
  readonly dialect: Dialect;
  readonly hosts: readonly string[];
  readonly upstream?: string;
  readonly upstreamOf?: (path: string, region?: string) => string;
  /** @default {root "/v1" with OpenAI's endpoints} */
  readonly paths?: PathRule;
  readonly env?: Readonly<Record<string, string>>;
  /** Names of variables with credentials. */
  readonly keys?: readonly string[];
  /** Names of variables with credentials that are no longer there in replay. */
  readonly keysWithoutDummy?: readonly string[];
  readonly replacedVariables?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
}

/** What SDKs get for a key in replay, where nothing checks it. */
export const DUMMY_CREDENTIAL = "tapegate-replay";

/** Paths as OpenAI spells them. */
const OPENAI_PATHS: PathRule = { root: "/v1", endpoints: OPENAI_ENDPOINTS };

/** A table line as the gateway mounts it. */
export function toMount(row: ProviderRow): ProviderMount {
  return {
    name: row.name,
    mount: `/${row.name}`,
    dialect: row.dialect,
    hosts: row.hosts,
    upstream: row.upstream,
    ...(row.upstreamOf === undefined ? {} : { upstreamOf: row.upstreamOf }),
    env: row.env ?? {},
    credentials: Object.fromEntries((row.keys ?? []).map((name) => [name, DUMMY_CREDENTIAL])),
    keysWithoutDummy: row.keysWithoutDummy ?? [],
    replacedVariables: row.replacedVariables ?? [],
    settings: row.settings ?? {},
    options: row.options ?? [],
    normalisePath: pathNormaliser(row.paths ?? OPENAI_PATHS),
  };
}
