import type { MissExplanation } from "./explain.ts";

/** Why a cassette could not answer. Part of the public interface: add codes, never rename one. */
export type CassetteErrorCode =
  | "CASSETTE_REPLAY_MISS"
  | "CASSETTE_REPLAY_EXHAUSTED"
  | "CASSETTE_FORMAT"
  | "CASSETTE_INTEGRITY"
  | "CASSETTE_INTERNAL"
  | "CASSETTE_STORE"
  | "CASSETTE_SECRET";

/** Base of every error of the cassette side. Never retryable: the same call would fail again. */
export class CassetteError extends Error {
  override readonly name: string = "CassetteError";
  readonly code: CassetteErrorCode;
  readonly isRetryable = false;

  constructor(code: CassetteErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** No recording has this key in this lane. Carries the nearest recordings. */
export class CassetteReplayMissError extends CassetteError {
  override readonly name = "CassetteReplayMissError";
  readonly explanation: MissExplanation;

  constructor(message: string, explanation: MissExplanation) {
    super("CASSETTE_REPLAY_MISS", message);
    this.explanation = explanation;
  }
}

/** The request was asked more often than it was recorded. */
export class CassetteReplayExhaustedError extends CassetteError {
  override readonly name = "CassetteReplayExhaustedError";
  readonly recordedCount: number;

  constructor(message: string, recordedCount: number) {
    super("CASSETTE_REPLAY_EXHAUSTED", message);
    this.recordedCount = recordedCount;
  }
}

/** A document is missing, unparseable, of another version or of the wrong shape. */
export class CassetteFormatError extends CassetteError {
  override readonly name = "CassetteFormatError";
  /** The document's path, with `:line:column` where a position is known. */
  readonly place: string;

  constructor(message: string, place: string, options?: ErrorOptions) {
    super("CASSETTE_FORMAT", message, options);
    this.place = place;
  }
}

/** An interaction's digest is absent or does not fit its bytes: somebody edited it. */
export class CassetteIntegrityError extends CassetteError {
  override readonly name = "CassetteIntegrityError";
  readonly place: string;

  constructor(message: string, place: string) {
    super("CASSETTE_INTEGRITY", message);
    this.place = place;
  }
}

/** An invariant of ours does not hold. */
export class CassetteInternalError extends CassetteError {
  override readonly name = "CassetteInternalError";

  constructor(message: string) {
    super("CASSETTE_INTERNAL", message);
  }
}

/** The store cannot take or give a document: locked, read-only, full. */
export class CassetteStoreError extends CassetteError {
  override readonly name = "CassetteStoreError";
  readonly place: string;

  constructor(message: string, place: string, options?: ErrorOptions) {
    super("CASSETTE_STORE", message, options);
    this.place = place;
  }
}

/** An outcome holds the literal value of a known secret and must not be written. */
export class CassetteSecretError extends CassetteError {
  override readonly name = "CassetteSecretError";

  constructor(message: string) {
    super("CASSETTE_SECRET", message);
  }
}
