/** Members whose own members the caller named. */
const CALLERS: ReadonlySet<string> = new Set(["parameters", "arguments", "metadata", "data"]);

/** Members as SDKs take them that write them in snake case. */
export function camelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
      CALLERS.has(name) ? child : camelCase(child),
    ]),
  );
}
