import type { Clock } from "./ports.ts";

/** Notes how old the recordings are that a session delivers. Age is a finding, never a live call. */
export interface RecordingAges {
  /** `recordedAt`: as an interaction states it; asked only where ages matter. */
  see(scope: string, recordedAt: () => string | null): void;
  /** Sentences for people; none where nothing is too old. */
  findings(): readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Ages beyond `ageMsMax` milliseconds are findings; `undefined` looks at none. */
export function createRecordingAges(ageMsMax: number | undefined, clock: Clock): RecordingAges {
  const scopes = new Set<string>();
  let count = 0;
  let undatedCount = 0;
  let oldest: { readonly scope: string; readonly atMs: number } | undefined;
  return {
    see: (scope, recordedAt) => {
      if (ageMsMax === undefined) return;
      const stated = recordedAt();
      const atMs = stated === null ? Number.NaN : Date.parse(stated);
      if (Number.isNaN(atMs)) undatedCount++;
      if (!(clock.now() - atMs > ageMsMax)) return;
      count++;
      scopes.add(scope);
      if (oldest === undefined || atMs < oldest.atMs) oldest = { scope, atMs };
    },
    findings: () => {
      if (ageMsMax === undefined) return [];
      const limit = ageText(ageMsMax);
      return [
        ...(oldest === undefined
          ? []
          : [
              `${counted(count, "replayed recording")} in ${counted(scopes.size, "scope")} ${count === 1 ? "is" : "are"} older than ${limit} (the oldest of ${new Date(oldest.atMs).toISOString().slice(0, 10)}, in "${oldest.scope}"). Record again what the provider may answer differently by now`,
            ]),
        ...(undatedCount === 0
          ? []
          : [
              `${counted(undatedCount, "replayed recording")} ${undatedCount === 1 ? "does" : "do"} not say when made, so no age is known of ${undatedCount === 1 ? "it" : "them"}`,
            ]),
      ];
    },
  };
}

function ageText(ageMs: number): string {
  return ageMs >= DAY_MS
    ? counted(Math.round((ageMs / DAY_MS) * 10) / 10, "day")
    : counted(Math.round(ageMs / 1000), "second");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
