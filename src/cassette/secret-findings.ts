import { appendToPath } from "./json-path.ts";
import { INTERACTION_DEPTH_MAX } from "./limits.ts";
import { hiddenTexts } from "./literal-search.ts";
import type { Redactor } from "./ports.ts";
import { secretForms } from "./secret-patterns.ts";
import type { Interaction, JsonValue } from "./values.ts";

/** One secret on disk. Says where and of what kind, never which. */
export interface SecretFinding {
  /** From the interaction: `$.outcome.body.json.choices[0].message.content`. */
  readonly path: string;
  /** `bearer token`, `token that begins with sk-ant-`, `value of OPENAI_API_KEY`. */
  readonly kind: string;
}

/**
 * Secrets in a stored interaction. In the readable copy everything counts that the redactor would take
 * away today; in the outcome, which is stored as it came, only known values and what tells itself by
 * its form: a name alone proves nothing there (`token` is what log probabilities call a word).
 */
export function findSecrets(
  interaction: Interaction,
  redactor: Redactor,
): readonly SecretFinding[] {
  const { request, outcome, ...rest } = interaction;
  const findings: SecretFinding[] = [];
  const walk: Walk = { redactor, findings };
  compare({ before: request, after: redactor.redact(request), path: "$.request" }, walk);
  search(outcome as unknown as JsonValue, "$.outcome", walk);
  search(rest, "$", walk);
  const seen = new Set<string>();
  return findings.filter(({ path, kind }) => {
    const name = `${path} ${kind}`;
    return seen.has(name) ? false : seen.add(name);
  });
}

/** Kinds of secrets in a text of any origin: known values by their label, the rest by their form. */
export function secretKinds(text: string, redactor: Redactor): readonly string[] {
  const label = redactor.findLiteral(text);
  return [...(label === undefined ? [] : [`value of ${label}`]), ...secretForms(text)];
}

interface Walk {
  readonly redactor: Redactor;
  readonly findings: SecretFinding[];
}

/** What a member says only when it is decoded, or when its pieces are put together. */
function hiddenSecrets(
  place: { readonly name: string; readonly member: JsonValue; readonly at: string },
  { redactor }: Walk,
): readonly SecretFinding[] {
  const { name, member, at } = place;
  const texts = [...hiddenTexts(name, member)];
  if (texts.length === 0) return [];
  const open = new Set(name === "base64" ? [] : secretKinds(JSON.stringify(member), redactor));
  const where = name === "base64" ? "in base64" : "split over pieces";
  return texts
    .flatMap((text) => secretKinds(text, redactor))
    .filter((kind) => !open.has(kind))
    .map((kind) => ({ path: at, kind: `${kind}, ${where}` }));
}

/** Finds the leaves that the redactor changed. */
function compare(
  pair: { readonly before: JsonValue; readonly after: JsonValue; readonly path: string },
  walk: Walk,
  depth = 0,
): void {
  const { before, after, path } = pair;
  if (before === after) return;
  const isBranch =
    typeof before === "object" &&
    before !== null &&
    typeof after === "object" &&
    after !== null &&
    depth < INTERACTION_DEPTH_MAX;
  if (!isBranch) {
    const text = typeof before === "string" ? before : JSON.stringify(before);
    const kinds = secretKinds(text, walk.redactor);
    const named = kinds.length === 0 ? ["value under the name of a secret"] : kinds;
    for (const kind of named) walk.findings.push({ path, kind });
    return;
  }
  const changed = after as { readonly [name: string]: JsonValue };
  for (const [name, member] of Object.entries(before)) {
    const at = appendToPath(path, Array.isArray(before) ? Number(name) : name);
    if (Object.hasOwn(changed, name)) {
      compare({ before: member, after: changed[name]!, path: at }, walk, depth + 1);
    } else walk.findings.push({ path, kind: "secret in the name of a member" });
  }
}

function search(root: JsonValue, rootPath: string, walk: Walk): void {
  const waiting: { value: JsonValue; path: string; depth: number }[] = [
    { value: root, path: rootPath, depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === "string") {
      for (const kind of secretKinds(value, walk.redactor)) walk.findings.push({ path, kind });
      continue;
    }
    if (typeof value !== "object" || value === null || depth >= INTERACTION_DEPTH_MAX) continue;
    for (const [name, member] of Object.entries(value).toReversed()) {
      const at = appendToPath(path, Array.isArray(value) ? Number(name) : name);
      waiting.push({ value: member, path: at, depth: depth + 1 });
      if (!Array.isArray(value)) walk.findings.push(...hiddenSecrets({ name, member, at }, walk));
    }
  }
}
