import { z } from "zod";
import { schemaProblem } from "../dialects/schema-problem.ts";

const configuration = z.strictObject({
  $schema: z.exactOptional(z.string()),
  cassettes: z.exactOptional(z.string().min(1)),
  normalisers: z.array(z.string().min(1)).default([]),
  // The provider table checks its own part.
  providers: z.unknown().optional(),
  // The gate reads and checks its own part.
  gate: z.unknown().optional(),
});

/** What a file may say, or every problem it has. */
export type CheckedConfiguration =
  | {
      readonly kind: "accepted";
      readonly configuration: {
        readonly providers?: unknown;
        readonly cassettes?: string | undefined;
        readonly normalisers: readonly string[];
      };
    }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Checks a parsed `tapegate.json`. Each problem starts with its place: `providers.openai.upstream`. */
export function checkConfiguration(value: unknown): CheckedConfiguration {
  const result = configuration.safeParse(value);
  if (result.success) return { kind: "accepted", configuration: result.data };
  return { kind: "refused", problems: result.error.issues.map(problemOf) };
}

function problemOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join(".");
  const problem = schemaProblem(issue, Object.keys(configuration.shape));
  if (place !== "") return `${place}: ${problem}`;
  return issue.code === "invalid_type" ? `it ${problem}` : problem;
}
