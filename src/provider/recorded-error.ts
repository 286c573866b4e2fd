import type { JsonValue, RecordedError } from "../cassette/values.ts";
import {
  ProviderAuthenticationError,
  ProviderConnectionError,
  ProviderContentFilterError,
  ProviderContextLengthError,
  ProviderError,
  type ProviderErrorOptions,
  ProviderInvalidRequestError,
  ProviderModelNotFoundError,
  ProviderPermissionError,
  ProviderQuotaError,
  ProviderRateLimitError,
  ProviderServerError,
  ProviderTimeoutError,
  ProviderUnavailableError,
} from "./provider-error.ts";

type ProviderErrorClass = new (message: string, options?: ProviderErrorOptions) => ProviderError;

/** Classes by the name that a cassette keeps. A name, once released, stays. */
const classOfName: ReadonlyMap<string, ProviderErrorClass> = new Map<string, ProviderErrorClass>([
  ["ProviderError", ProviderError],
  ["ProviderAuthenticationError", ProviderAuthenticationError],
  ["ProviderPermissionError", ProviderPermissionError],
  ["ProviderRateLimitError", ProviderRateLimitError],
  ["ProviderQuotaError", ProviderQuotaError],
  ["ProviderModelNotFoundError", ProviderModelNotFoundError],
  ["ProviderInvalidRequestError", ProviderInvalidRequestError],
  ["ProviderContextLengthError", ProviderContextLengthError],
  ["ProviderContentFilterError", ProviderContentFilterError],
  ["ProviderTimeoutError", ProviderTimeoutError],
  ["ProviderConnectionError", ProviderConnectionError],
  ["ProviderServerError", ProviderServerError],
  ["ProviderUnavailableError", ProviderUnavailableError],
]);

/** What a cassette keeps of a provider's failure. */
export function toRecordedError(error: ProviderError): RecordedError {
  return {
    name: error.name,
    message: error.message,
    context: toJsonContext(error.context),
    retryAfter: error.retryAfter,
  };
}

/** The failure as it was: same class, message, context and `retryAfter`; an unknown class becomes `ProviderError`. */
export function toProviderError(recorded: RecordedError): ProviderError {
  const ErrorClass = classOfName.get(recorded.name) ?? ProviderError;
  return new ErrorClass(recorded.message, {
    context: recorded.context,
    retryAfter: recorded.retryAfter,
  });
}

/** A driver in JavaScript may put anything into a context: what JSON cannot hold is kept as text. */
function toJsonContext(context: unknown): { readonly [name: string]: JsonValue } {
  if (typeof context !== "object" || context === null) return {};
  return Object.fromEntries(
    Object.entries(context)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, toJsonOrText(value)]),
  );
}

function toJsonOrText(value: unknown): JsonValue {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? String(value) : (JSON.parse(text) as JsonValue);
  } catch {
    // A cycle or a bigint: its text is worth more to a reader than no context at all.
    return String(value);
  }
}
