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
export declare class ProviderError extends Error {
    readonly name: string;
    /** Whether the same request may succeed later. */
    readonly isRetryable: boolean;
    readonly context: JsonObject;
    /** Seconds to wait before trying again, where the provider said so. */
    readonly retryAfter: number | undefined;
    constructor(message: string, options?: ProviderErrorOptions);
}
/** The key is absent, wrong or revoked. */
export declare class ProviderAuthenticationError extends ProviderError {
    readonly name = "ProviderAuthenticationError";
}
/** The key is good and may not do this. */
export declare class ProviderPermissionError extends ProviderError {
    readonly name = "ProviderPermissionError";
}
/** Too many requests or tokens in a period; `retryAfter` says for how many seconds. */
export declare class ProviderRateLimitError extends ProviderError {
    readonly name = "ProviderRateLimitError";
    readonly isRetryable = true;
}
/** The account's credit is used up; waiting does not help. */
export declare class ProviderQuotaError extends ProviderError {
    readonly name = "ProviderQuotaError";
}
/** The provider does not serve the model. */
export declare class ProviderModelNotFoundError extends ProviderError {
    readonly name = "ProviderModelNotFoundError";
}
/** The provider cannot read the request. */
export declare class ProviderInvalidRequestError extends ProviderError {
    readonly name: string;
}
/** The conversation is longer than the model's context. */
export declare class ProviderContextLengthError extends ProviderInvalidRequestError {
    readonly name = "ProviderContextLengthError";
}
/** The provider's filter blocked the request or the answer. */
export declare class ProviderContentFilterError extends ProviderError {
    readonly name = "ProviderContentFilterError";
}
/** No answer within the time allowed. */
export declare class ProviderTimeoutError extends ProviderError {
    readonly name = "ProviderTimeoutError";
    readonly isRetryable = true;
}
/** The network failed before or during the answer. */
export declare class ProviderConnectionError extends ProviderError {
    readonly name = "ProviderConnectionError";
    readonly isRetryable = true;
}
/** The provider failed inside. */
export declare class ProviderServerError extends ProviderError {
    readonly name: string;
    readonly isRetryable = true;
}
/** The provider is overloaded or down for the moment. */
export declare class ProviderUnavailableError extends ProviderServerError {
    readonly name = "ProviderUnavailableError";
}
/** Why a registry could not be built or asked. Part of the public interface: add codes, never rename one. */
export type ProviderRegistryErrorCode = "PROVIDER_CONFIG" | "PROVIDER_FACTORY_MISSING" | "PROVIDER_NOT_REGISTERED";
/** The configuration names something that is not there. Never recorded. */
export declare class ProviderRegistryError extends Error {
    readonly name = "ProviderRegistryError";
    readonly code: ProviderRegistryErrorCode;
    readonly isRetryable = false;
    constructor(code: ProviderRegistryErrorCode, message: string, options?: ErrorOptions);
}
