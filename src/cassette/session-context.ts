import type { MissReporter } from "./miss-reporter.ts";
import type { Normaliser } from "./normaliser.ts";
import type { PlanReader } from "./record-plan.ts";
import type { RecordingAges } from "./recording-age.ts";
import type { CassetteStore, Clock, LaneContext, Log, Redactor } from "./ports.ts";
import type { SessionMode } from "./values.ts";

/** What every scope of a session shares. */
export interface SessionContext {
  /** The session's, or, where a plan names scopes, that of one scope. */
  readonly mode: SessionMode;
  readonly store: CassetteStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly redactor: Redactor;
  readonly normalisers: readonly Normaliser[];
  readonly lanes: LaneContext | undefined;
  readonly interactionsPerKeyMax: number;
  readonly allowsSecretsInOutcome: boolean;
  readonly misses: MissReporter;
  readonly plan: PlanReader;
  readonly ages: RecordingAges;
  /** Grows as the session finds something a person should know. */
  readonly findings: string[];
}
