/** How the paths of one provider are spelled. */
export interface PathRule {
  /** What the provider's paths begin with: `/v1`, `/openai/v1`; `""` where they begin with nothing. */
  readonly root: string;
  /** First segments of known endpoints: a path that begins with one lacks its root. */
  readonly endpoints: readonly string[];
  /** Removes `/v1` in front, for providers that take both spellings and document the shorter. */
  readonly dropsVersion?: boolean;
}

/** First segments of OpenAI-like endpoints. */
export const OPENAI_ENDPOINTS: readonly string[] =
  "chat completions responses embeddings models files batches images audio moderations fine_tuning threads assistants vector_stores uploads conversations realtime containers evals videos rerank".split(
    " ",
  );

/**
 * Makes a function that undoes spellings which mean the same: a base URL given with or without
 * `/v1`, or given with it to an SDK that adds it again.
 */
export function pathNormaliser(rule: PathRule): (path: string) => string {
  const endpoints = new Set(rule.endpoints);
  const known = new Map<string, string>();
  return (path) => {
    const earlier = known.get(path);
    if (earlier !== undefined) return earlier;
    const normal = normalise(path, rule, endpoints);
    // Most runs ask a handful of paths; ids in paths must not make this grow.
    if (known.size < KNOWN_PATHS_MAX) known.set(path, normal);
    return normal;
  };
}

const KNOWN_PATHS_MAX = 500;

function normalise(path: string, rule: PathRule, endpoints: ReadonlySet<string>): string {
  let normal = path.replaceAll(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  normal = normal.replace(/^(?:\/v\d+[a-z0-9]*)+(?=\/upload\/v\d)/, "");
  const doubled = rule.root + rule.root;
  while (rule.root !== "" && isBelow(normal, doubled)) normal = normal.slice(rule.root.length);
  normal = normal.replace(/^(?:\/v\d+[a-z0-9]*)+(?=\/v\d+[a-z0-9]*(?:\/|$))/, "");
  if (rule.dropsVersion === true) return normal.replace(/^\/v1(?=\/)/, "");
  if (rule.root === "" || isBelow(normal, rule.root)) return normal;
  const short = /\/v\d+[a-z0-9]*$/.exec(rule.root)?.[0];
  const bare = short !== undefined && isBelow(normal, short) ? normal.slice(short.length) : normal;
  return endpoints.has(bare.split("/", 2)[1]?.split(":", 1)[0] ?? "") ? rule.root + bare : normal;
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
