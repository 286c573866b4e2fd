import { findLiteralIn } from "../cassette/literal-search.ts";
import { withLiterals } from "../cassette/literal-values.ts";
import type { Normaliser } from "../cassette/normaliser.ts";
import type { Redactor } from "../cassette/ports.ts";
import { requestKey } from "../cassette/request-key.ts";
import { digestSegments } from "../cassette/segment-digests.ts";
import type { Interaction, JsonValue, Outcome } from "../cassette/values.ts";
import type { HttpCassetteRequest } from "../exchange/cassette-request.ts";
import type { ProviderMount } from "../exchange/dialect.ts";

/** What an import needs from outside. */
export interface ImportOptions {
  /** Providers that recorded URLs may belong to; earlier ones win. */
  readonly mounts: readonly ProviderMount[];
  /** Removes secrets from the readable copies of requests. */
  readonly redactor: Redactor;
  /** What the keys leave out; replay wants the same ones. @default {nothing} */
  readonly normalisers?: readonly Normaliser[];
}

/** A recorded exchange as a cassette holds it, or why it cannot. */
export type MadeInteraction =
  | { readonly kind: "made"; readonly interaction: Interaction }
  | { readonly kind: "skipped"; readonly reason: string };

/** What was asked, what was answered, and when. */
interface Answered {
  readonly request: HttpCassetteRequest;
  readonly outcome: Outcome;
  readonly recordedAt: string | null;
}

/** The interaction of an answered request; none where the answer holds a known secret. */
export function makeInteraction(
  { request, outcome, recordedAt }: Answered,
  { normalisers = [], ...options }: ImportOptions,
): MadeInteraction {
  const redactor = withLiterals(options.redactor, request.credentials);
  const secret = findLiteralIn(outcome as unknown as JsonValue, redactor);
  if (secret !== undefined) {
    return { kind: "skipped", reason: `its response holds the value of the secret ${secret}` };
  }
  return {
    kind: "made",
    interaction: {
      key: requestKey(request.identity, normalisers),
      lane: 0,
      provider: request.identity.provider,
      method: request.identity.method,
      endpoint: redactor.redactText(request.endpoint),
      ...(request.model === undefined ? {} : { model: redactor.redactText(request.model) }),
      request: redactor.redact(request.copy),
      segments: digestSegments(request.segments, normalisers),
      outcome,
      recordedAt,
    },
  };
}
