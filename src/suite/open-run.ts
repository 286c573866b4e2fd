import { randomBytes } from "node:crypto";
import { parseNormaliser, type Normaliser } from "../cassette/normaliser.ts";
import { openSession } from "../cassette/open-session.ts";
import { createPatternRedactor } from "../cassette/pattern-redactor.ts";
import type { Clock, Log, Redactor } from "../cassette/ports.ts";
import type { RecordPlan } from "../cassette/record-plan.ts";
import type { Session } from "../cassette/session.ts";
import type { SessionMode } from "../cassette/values.ts";
import { PROVIDERS } from "../dialects/providers.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { startGateway } from "../gateway/start-gateway.ts";
import type { RunReport, SuiteResult } from "../report/run-report.ts";
import { readAwsCredentials } from "./aws-credentials.ts";
import { findKnownSecrets } from "./known-secrets.ts";
import { readProxySettings } from "./proxy-settings.ts";
import { openLibrary } from "./open-library.ts";
import { openDiary, type RunDiary, type RunProgress } from "./run-diary.ts";
import { SuiteError } from "./suite-error.ts";

/** A library, a mode and how the gateway between them behaves. */
export interface RunOptions {
  readonly mode: SessionMode;
  /** This program's version, for reports. */
  readonly tapegate: string;
  /** What relative names start from. */
  readonly cwd: string;
  /** Directory of cassettes, as the user named it. */
  readonly cassettes: string;
  /** Ours; secrets are looked for in it, and the suite inherits it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The `providers` member of `tapegate.json`. @default {none} */
  readonly providers?: unknown;
  /** The file that `providers` stands in, for messages. @default {"tapegate.json"} */
  readonly configurationPath?: string;
  /** As users write them: `uuid`, `$.metadata.run_id`, `/run-\d+/`. @default {none} */
  readonly normalisers?: readonly string[];
  /** Names of variables whose values are secrets besides. @default {none} */
  readonly secretNames?: readonly string[];
  /** @default {false} */
  readonly allowsSecretInOutcome?: boolean;
  /** Writes the scopes of failed tests too. @default {false} */
  readonly keepsFailed?: boolean;
  /** In mode `record`: the only part that is recorded. @default {none: everything} */
  readonly plan?: RecordPlan;
  /** Replayed recordings that are older, in milliseconds, become a finding. @default {no limit} */
  readonly ageMsMax?: number;
  /** `0` takes a free one. @default {0} */
  readonly port?: number;
  /** @default {"coalesced"} */
  readonly stream?: "coalesced" | "frames" | "real-time";
  /** @default {false} */
  readonly keepsRetryAfter?: boolean;
  /** Told what the run says as it says it: misses, recovered journals, trouble. */
  readonly log: Log;
  /** Told of the counts whenever they change. */
  readonly onProgress?: (progress: RunProgress) => void;
}

/** A library served on loopback. */
export interface OpenRun {
  /** The gateway's, with its token's path where it has one. */
  readonly url: string;
  readonly mounts: readonly ProviderMount[];
  /** Requests that reached the gateway so far. */
  requestCount(): number;
  /** Whether the library holds no cassette at all. */
  isLibraryEmpty(): boolean;
  /** Looks through the library for cassettes that nobody opened, for the report. */
  findUnopened(): void;
  /** Adds a finding to the report. */
  note(finding: string): void;
  /** Adds trouble of ours to the report. */
  trouble(message: string): void;
  /** What happened so far. */
  report(suite: SuiteResult | null): RunReport;
  /** Says that the run is being ended: what breaks off from now on is not recorded. */
  announceEnd(): void;
  /**
   * Closes the gateway, writes every cassette and gives the locks back; may be called twice. What
   * cannot be written becomes trouble in the report.
   *
   * @param isPassed whether the work came to a good end, so that nothing asked is no longer needed
   */
  close(isPassed: boolean): Promise<void>;
}

/**
 * Opens a library and serves it.
 *
 * @throws {SuiteError} where configuration or cassettes cannot be used.
 * @throws {GatewayError} where the port cannot be used.
 */
export async function openRun(options: RunOptions): Promise<OpenRun> {
  const mounts = await configureMounts(options);
  const normalisers = (options.normalisers ?? []).map(toNormaliser);
  const clock = clockOf(options.environment);
  const literals = findKnownSecrets({
    environment: options.environment,
    mounts,
    named: options.secretNames ?? [],
  });
  const redactor = createPatternRedactor({ literals });
  const diary = openDiary({ ...options, redactText: (text) => redactor.redactText(text) });
  const store = openLibrary({
    mode: options.mode,
    cwd: options.cwd,
    cassettes: options.cassettes,
    log: diary.log,
  });
  const session = openSession({
    mode: options.mode,
    store,
    clock,
    log: diary.log,
    normalisers,
    redactor,
    secretsInOutcome: options.allowsSecretInOutcome === true ? "allow" : "refuse",
    keepFailed: options.keepsFailed === true,
    ...(options.plan === undefined ? {} : { plan: options.plan }),
    ...(options.ageMsMax === undefined ? {} : { ageMsMax: options.ageMsMax }),
  });
  const startedAtMs = clock.now();
  let endedAtMs: number | null = null;
  const report = (suite: SuiteResult | null): RunReport =>
    diary.report(session, { suite: withoutSecrets(suite, redactor), startedAtMs, endedAtMs });
  const gateway = await listen(options, { session, mounts, diary, report: () => report(null) });
  let closing: Promise<void> | undefined;
  return {
    url: gateway.url,
    mounts,
    requestCount: () => diary.requestCount(),
    isLibraryEmpty: () => {
      for (const _ of store.scopes()) return false;
      return true;
    },
    findUnopened: () => {
      const opened = new Set(session.tally().scopes.map(({ scope }) => scope));
      const scopes = [...store.scopes()].map((scope) => redactor.redactText(scope));
      diary.leaveUnopened(scopes.filter((scope) => !opened.has(scope)).sort());
    },
    note: (finding) => diary.note(finding),
    trouble: (message) => diary.trouble(message),
    report,
    announceEnd: () => gateway.announceEnd(),
    close: (isPassed) => {
      closing ??= closeAll({ gateway, session, diary, isPassed }).then(() => {
        endedAtMs = clock.now();
      });
      return closing;
    },
  };
}

/** Arguments may hold secrets as any text may, and an option may say so of the next: `--password x`. */
function withoutSecrets(suite: SuiteResult | null, redactor: Redactor): SuiteResult | null {
  if (suite === null) return null;
  const command = suite.command.map((word, index, all) => {
    const option = all[index - 1];
    if (option?.startsWith("--") !== true || word.startsWith("-")) return redactor.redactText(word);
    const [, value] = redactor.redact([option, word]) as readonly [string, string];
    return value;
  });
  return { ...suite, command };
}

async function configureMounts({
  providers,
  configurationPath = "tapegate.json",
}: RunOptions): Promise<readonly ProviderMount[]> {
  if (providers === undefined) return PROVIDERS;
  // Its schema costs start-up time that a run without configuration need not pay.
  const { configureProviders } = await import("../dialects/configuration.ts");
  const configured = configureProviders(providers);
  if (configured.kind === "mounts") return configured.mounts;
  throw new SuiteError(
    "CONFIGURATION",
    `Cannot use "${configurationPath}": ${configured.problems.join("; ")}`,
  );
}

function toNormaliser(text: string): Normaliser {
  try {
    return parseNormaliser(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SuiteError("CONFIGURATION", error.message, { cause: error });
  }
}

/** A fixed time where the environment asks for reproducible results (reproducible-builds.org). */
function clockOf(environment: RunOptions["environment"]): Clock {
  const epoch = environment["SOURCE_DATE_EPOCH"];
  if (epoch !== undefined && /^\d{1,11}$/u.test(epoch)) {
    const fixedMs = Number(epoch) * 1000;
    return { now: () => fixedMs };
  }
  return { now: () => Date.now() };
}

interface Served {
  readonly session: Session;
  readonly mounts: readonly ProviderMount[];
  readonly diary: RunDiary;
  readonly report: () => RunReport;
}

async function listen(options: RunOptions, served: Served): Promise<Gateway> {
  const { session, mounts, diary, report } = served;
  try {
    const isLive = options.mode !== "replay";
    const proxy = isLive ? readProxySettings(options.environment) : undefined;
    const awsCredentials = isLive ? readAwsCredentials(options.environment) : undefined;
    return await startGateway({
      session,
      mounts,
      log: diary.log,
      report,
      onExchange: (event) => diary.observe(event),
      port: options.port ?? 0,
      stream: options.stream ?? "coalesced",
      keepsRetryAfter: options.keepsRetryAfter ?? false,
      ...(proxy === undefined ? {} : { proxy }),
      ...(awsCredentials === undefined ? {} : { awsCredentials }),
      // Whoever may spend the user's keys must have been told the way.
      ...(options.mode === "replay" ? {} : { token: randomBytes(TOKEN_BYTES).toString("hex") }),
    });
  } catch (error) {
    session.close();
    throw error;
  }
}

/** 128 bits: nobody guesses it within a run. */
const TOKEN_BYTES = 16;

async function closeAll(run: {
  readonly gateway: Gateway;
  readonly session: Session;
  readonly diary: RunDiary;
  readonly isPassed: boolean;
}): Promise<void> {
  const { gateway, session, diary, isPassed } = run;
  await gateway.close();
  try {
    session.close({ isPassed });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    diary.trouble(error.message);
  }
}
