import type { z } from "zod";

/**
 * What is wrong with one member of a configuration, as a sentence about it: `must be a text`,
 * `"upstrem" is not known; known here: upstream, env`.
 *
 * @param known Names that are known where an unknown one stands.
 */
export function schemaProblem(issue: z.core.$ZodIssue, known: readonly string[]): string {
  switch (issue.code) {
    case "unrecognized_keys": {
      const names = issue.keys.map((key) => `"${key}"`).join(", ");
      return `${names} ${issue.keys.length === 1 ? "is" : "are"} not known; known here: ${known.join(", ")}`;
    }
    case "invalid_type":
      return `must be ${KINDS.get(issue.expected) ?? issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "too_small":
      return "must not be empty";
    case "invalid_key":
      // What is wrong with a name is told one level below.
      return issue.issues[0]?.message ?? issue.message;
    case "custom":
    case "invalid_element":
    case "invalid_format":
    case "invalid_union":
    case "not_multiple_of":
    case "too_big":
      return issue.message;
  }
}

/** What the schemas' library calls JSON's kinds. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["object", "an object"],
  ["record", "an object"],
  ["array", "a list"],
  ["string", "a text"],
]);
