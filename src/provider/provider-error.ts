import type { JsonObject } from "./json-object.ts";

/** What a provider's failure carries. */
export interface ProviderErrorOptions extends ErrorOptions {
  /** Facts for logs and tests: `{provider, model, status}`. Kept in cassettes, redacted. @default {{}} */
  readonly context?: JsonObject;
  /** Seconds to wait before trying again, where the provider said so. */
  readonly retryAfter?: number | undefined;
}

/**
 * A provider refused or failed. Drivers map what their SDK throws to one of these classes: only
 * they are an answer that a cassette keeps; anything else passes through unrecorded.
 */
export class ProviderError extends Error {
  override readonly name: string = "ProviderError";
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean = false;
  readonly context: JsonObject;
  /** Seconds to wait before trying again, where the provider said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.context = options.context ?? {};
    this.retryAfter = options.retryAfter;
  }
}

/** The key is absent, wrong or revoked. */
export class ProviderAuthenticationError extends ProviderError {
  override readonly name = "ProviderAuthenticationError";
}

/** The key is good and may not do this. */
export class ProviderPermissionError extends ProviderError {
  override readonly name = "ProviderPermissionError";
}

/** Too many requests or tokens in a period; `retryAfter` says for how many seconds. */
export class ProviderRateLimitError extends ProviderError {
  override readonly name = "ProviderRateLimitError";
  override readonly isRetryable = true;
}

/** The account's credit is used up; waiting does not help. */
export class ProviderQuotaError extends ProviderError {
  override readonly name = "ProviderQuotaError";
}

/** The provider does not serve the model. */
export class ProviderModelNotFoundError extends ProviderError {
  override readonly name = "ProviderModelNotFoundError";
}

/** The provider cannot read the request. */
export class ProviderInvalidRequestError extends ProviderError {
  override readonly name: string = "ProviderInvalidRequestError";
}

/** The conversation is longer than the model's context. */
export class ProviderContextLengthError extends ProviderInvalidRequestError {
  override readonly name = "ProviderContextLengthError";
}

/** The provider's filter blocked the request or the answer. */
export class ProviderContentFilterError extends ProviderError {
  override readonly name = "ProviderContentFilterError";
}

/** No answer within the time allowed. */
export class ProviderTimeoutError extends ProviderError {
  override readonly name = "ProviderTimeoutError";
  override readonly isRetryable = true;
}

/** The network failed before or during the answer. */
export class ProviderConnectionError extends ProviderError {
  override readonly name = "ProviderConnectionError";
  override readonly isRetryable = true;
}

/** The provider failed inside. */
export class ProviderServerError extends ProviderError {
  override readonly name: string = "ProviderServerError";
  override readonly isRetryable = true;
}

/** The provider is overloaded or down for the moment. */
export class ProviderUnavailableError extends ProviderServerError {
  override readonly name = "ProviderUnavailableError";
}

/** Why a registry could not be built or asked. Part of the public interface: add codes, never rename one. */
export type ProviderRegistryErrorCode =
  | "PROVIDER_CONFIG"
  | "PROVIDER_FACTORY_MISSING"
  | "PROVIDER_NOT_REGISTERED";

/** The configuration names something that is not there. Never recorded. */
export class ProviderRegistryError extends Error {
  override readonly name = "ProviderRegistryError";
  readonly code: ProviderRegistryErrorCode;
  readonly isRetryable = false;

  constructor(code: ProviderRegistryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
