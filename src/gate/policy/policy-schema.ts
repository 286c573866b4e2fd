import * as z from "zod/mini";
import { RUNNER_PRESETS } from "../runners/runner-presets.ts";
import type { Policy } from "./policy.ts";

/** What a policy file says of the gate, before defaults. */
export type PolicyMembers = {
  readonly [Member in Exclude<keyof Policy, "fault">]?: Policy[Member];
};

const directory = z
  .string()
  .check(
    z.regex(
      /^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\\/\0]+(?:\/[^\\/\0]+)*$/,
      'Expected a directory below the repository root, like "tests/unit": no leading or trailing "/", no "." or ".."',
    ),
  );

const marker = z
  .string()
  .check(z.regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, "Expected a marker's name: letters, digits and _"));

const program = z
  .string()
  .check(z.regex(/^[^/\s]+$/, "Expected a program's name without its directory"));

const word = z.string().check(z.minLength(1, "Expected a word, found an empty string"));

const wrapper = z.strictObject({
  program,
  optionsWithValue: z.exactOptional(
    z.array(z.string().check(z.regex(/^[-+]/, 'Expected an option, like "--host"'))),
  ),
  operands: z.exactOptional(z.int().check(z.minimum(0), z.maximum(16))),
});

const runner = z.strictObject({
  name: word,
  program,
  argumentsAll: z.exactOptional(z.array(word)),
  argumentsAny: z.exactOptional(
    z.array(word.check(z.refine(isPattern, "Expected a regular expression"))),
  ),
  argumentsNone: z.exactOptional(z.array(word)),
});

/**
 * The gate's part of a policy file: `gate` in `tapegate.json`, `tapegate.gate` in `package.json`.
 * Every member is optional; an absent one has the value of `DEFAULT_POLICY`. Rules that span
 * members stand in `read-policy.ts`: a JSON Schema cannot say them.
 */
export const policySchema: z.core.$ZodType<PolicyMembers> = z.strictObject({
  testRoots: z.exactOptional(z.array(directory).check(z.minLength(1, "Expected at least one"))),
  sanctionedDirectories: z.exactOptional(z.array(directory)),
  forbiddenDirectories: z.exactOptional(z.array(directory)),
  tierMarkers: z.exactOptional(z.array(marker)),
  forbiddenMarkers: z.exactOptional(z.array(marker)),
  approvalVariable: z.exactOptional(
    z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "Expected the name of a variable")),
  ),
  onApproved: z.exactOptional(z.enum(["pass", "ask"])),
  wrappers: z.exactOptional(z.array(wrapper)),
  runners: z.exactOptional(z.array(z.union([z.enum([...RUNNER_PRESETS.keys()]), runner]))),
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u").unicode;
  } catch {
    return false;
  }
}
