import type { Log } from "../cassette/ports.ts";
import type { Session } from "../cassette/session.ts";
import type { ExchangeEvent } from "../gateway/gateway.ts";
import { buildReport } from "../report/build-report.ts";
import type { RunReport, SuiteResult } from "../report/run-report.ts";

/** What a diary needs to know of its run. */
export interface DiaryOptions {
  readonly tapegate: string;
  readonly cassettes: string;
  readonly log: Log;
  /** Takes the run's secrets out of a text: a request's path or a configured URL may hold one. */
  readonly redactText: (text: string) => string;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** Counts so far. */
export interface RunProgress {
  readonly hits: number;
  /** Requests without a recording, also those asked more often than recorded. */
  readonly misses: number;
  readonly recorded: number;
}

/** What happened, beside what the session counts. */
export interface RunDiary {
  readonly log: Log;
  observe(event: ExchangeEvent): void;
  note(finding: string): void;
  trouble(message: string): void;
  requestCount(): number;
  /** Tells which cassettes no test opened. */
  leaveUnopened(scopes: readonly string[]): void;
  report(
    session: Session,
    facts: {
      readonly suite: SuiteResult | null;
      readonly startedAtMs: number;
      readonly endedAtMs: number | null;
    },
  ): RunReport;
}

/** Different findings that a report keeps; a loop must not grow it without end. */
const FINDINGS_MAX = 100;
/** Different error messages that are kept: misses among them are told from trouble at the end. */
const ERRORS_MAX = 10_000;
/** Error messages that are said as they come; the report has all. */
const SAID_MAX = 50;

/** What went wrong at a provider whose answer was recorded all the same. */
function recordedFault({ status, fault }: ExchangeEvent): string | undefined {
  if (status >= 400) return `answered ${status}`;
  if (fault === "error frame") return "ended a stream with an error";
  return fault === "abort" ? "broke the connection" : undefined;
}

/** What became of clients that did not wait for their answer; `[]` where all did. */
function departureNote(count: number): readonly string[] {
  if (count === 0) return [];
  const who = count === 1 ? "1 client" : `${count} clients`;
  return [
    `${who} left before ${count === 1 ? "its" : "their"} answer began: recorded so, and replayed without an answer`,
  ];
}

/** Opens an empty diary. Whatever is said or reported passes here, and is redacted here. */
export function openDiary(options: DiaryOptions): RunDiary {
  const progress = { hits: 0, misses: 0, recorded: 0 };
  const tokensSaved = { input: 0, output: 0 };
  const findings = new Set<string>();
  const errors = new Set<string>();
  const troubles = new Set<string>();
  let requests = 0;
  let departures = 0;
  let unopened: readonly string[] | undefined;
  const { redactText } = options;
  const find = (finding: string): void => {
    if (findings.size < FINDINGS_MAX) findings.add(redactText(finding));
  };
  return {
    log: {
      warn: (text) => {
        const message = redactText(text);
        if (!findings.has(message)) options.log.warn(message);
        find(message);
      },
      // Session and gateway both say what goes wrong; a loop says it over and over.
      error: (text) => {
        const message = redactText(text);
        if (errors.has(message) || errors.size >= ERRORS_MAX) return;
        errors.add(message);
        if (errors.size <= SAID_MAX) options.log.error(message);
        if (errors.size === SAID_MAX) options.log.error("More of this stands in the report only");
      },
    },
    observe: (event) => {
      requests += 1;
      if (event.kind === "hit") progress.hits += 1;
      if (event.kind === "miss" || event.kind === "exhausted") progress.misses += 1;
      if (event.kind === "recorded") progress.recorded += 1;
      if (event.kind === "hit" && event.tokens !== undefined) {
        tokensSaved.input += event.tokens.input;
        tokensSaved.output += event.tokens.output;
      }
      if (event.kind === "recorded" && event.fault === "client left") departures += 1;
      const fault = event.kind === "recorded" ? recordedFault(event) : undefined;
      if (fault !== undefined) {
        find(`recorded an error: ${event.provider} ${fault} in "${event.scope}"`);
      }
      options.onProgress?.({ ...progress });
    },
    note: find,
    trouble: (message) => void troubles.add(redactText(message)),
    requestCount: () => requests,
    leaveUnopened: (scopes) => {
      unopened = scopes;
    },
    report: (session, facts) => {
      const tally = session.tally();
      // The session says misses aloud like any error; they are drift, not trouble.
      const told = [...tally.misses, ...tally.exhausted].map(({ message }) => redactText(message));
      const said = new Set(told);
      const unexpected = [...errors].filter((message) => !said.has(message));
      return buildReport(
        { ...tally, findings: tally.findings.map(redactText) },
        {
          ...facts,
          tapegate: options.tapegate,
          cassettes: options.cassettes,
          requests,
          tokensSaved: { ...tokensSaved },
          findings: [...findings, ...departureNote(departures)],
          ...(unopened === undefined ? {} : { unopened: unopened.map(redactText) }),
          troubles: [...new Set([...troubles, ...unexpected])],
        },
      );
    },
  };
}
