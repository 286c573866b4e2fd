import type { CassetteIndex } from "./cassette-index.ts";
import type { Normaliser } from "./normaliser.ts";
import type { CassetteStore, Log, Redactor } from "./ports.ts";
import type { CassetteRequest, RequestKey } from "./values.ts";

/** A request that no recording answers, and the scope that was asked. */
export interface MissedRequest {
  readonly scope: string;
  readonly lane: number;
  readonly key: RequestKey;
  readonly request: CassetteRequest;
  /** `undefined` where the scope has no document. */
  readonly index: CassetteIndex | undefined;
  /** Positions whose recording was delivered. */
  readonly used: ReadonlySet<number>;
}

/** What explaining needs of a session. */
export interface MissContext {
  readonly store: CassetteStore;
  readonly log: Log;
  readonly redactor: Redactor;
  readonly normalisers: readonly Normaliser[];
}
