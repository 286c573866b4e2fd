import type { MissExplanation } from "./explain.ts";
/** Why a cassette could not answer. Part of the public interface: add codes, never rename one. */
export type CassetteErrorCode = "CASSETTE_REPLAY_MISS" | "CASSETTE_REPLAY_EXHAUSTED" | "CASSETTE_FORMAT" | "CASSETTE_INTEGRITY" | "CASSETTE_INTERNAL" | "CASSETTE_STORE" | "CASSETTE_SECRET";
/** Base of every error of the cassette side. Never retryable: the same call would fail again. */
export declare class CassetteError extends Error {
    readonly name: string;
    readonly code: CassetteErrorCode;
    readonly isRetryable = false;
    constructor(code: CassetteErrorCode, message: string, options?: ErrorOptions);
}
/** No recording has this key in this lane. Carries the nearest recordings. */
export declare class CassetteReplayMissError extends CassetteError {
    readonly name = "CassetteReplayMissError";
    readonly explanation: MissExplanation;
    constructor(message: string, explanation: MissExplanation);
}
/** The request was asked more often than it was recorded. */
export declare class CassetteReplayExhaustedError extends CassetteError {
    readonly name = "CassetteReplayExhaustedError";
    readonly recordedCount: number;
    constructor(message: string, recordedCount: number);
}
/** A document is missing, unparseable, of another version or of the wrong shape. */
export declare class CassetteFormatError extends CassetteError {
    readonly name = "CassetteFormatError";
    /** The document's path, with `:line:column` where a position is known. */
    readonly place: string;
    constructor(message: string, place: string, options?: ErrorOptions);
}
/** An interaction's digest is absent or does not fit its bytes: somebody edited it. */
export declare class CassetteIntegrityError extends CassetteError {
    readonly name = "CassetteIntegrityError";
    readonly place: string;
    constructor(message: string, place: string);
}
/** An invariant of ours does not hold. */
export declare class CassetteInternalError extends CassetteError {
    readonly name = "CassetteInternalError";
    constructor(message: string);
}
/** The store cannot take or give a document: locked, read-only, full. */
export declare class CassetteStoreError extends CassetteError {
    readonly name = "CassetteStoreError";
    readonly place: string;
    constructor(message: string, place: string, options?: ErrorOptions);
}
/** An outcome holds the literal value of a known secret and must not be written. */
export declare class CassetteSecretError extends CassetteError {
    readonly name = "CassetteSecretError";
    constructor(message: string);
}
