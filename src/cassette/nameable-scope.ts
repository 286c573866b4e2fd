import { CassetteSecretError } from "./errors.ts";
import { findLiteralIn } from "./literal-search.ts";
import type { SessionContext } from "./session-context.ts";

/**
 * The name of a scope is the name of a file, and stands in it: what a test puts into its title gets there.
 *
 * @throws {CassetteSecretError} where the name holds a known secret and that is not allowed.
 */
export function assertNameableScope(scope: string, context: SessionContext): void {
  if (context.allowsSecretsInOutcome) return;
  const label = findLiteralIn(scope, context.redactor);
  if (label === undefined) return;
  throw new CassetteSecretError(
    `Cannot record the scope "${context.redactor.redactText(scope)}": its name holds the value of the secret ${label}. Leave it out of the title of the test`,
  );
}

/** A scope's name or path as reports tell it: without a known secret. */
export function withoutSecret(name: string, context: SessionContext): string {
  const { redactor, allowsSecretsInOutcome } = context;
  if (allowsSecretsInOutcome || findLiteralIn(name, redactor) === undefined) return name;
  return redactor.redactText(name);
}
