import { resolve } from "node:path";
import type { RunReport, SuiteResult } from "../report/run-report.ts";
import { selectingWord } from "../report/selection.ts";
import { makeChildEnvironment } from "./child-environment.ts";
import { openRun, type OpenRun, type RunOptions } from "./open-run.ts";
import {
  ENDING_GRACE,
  spawnSuite,
  type EndingGrace,
  type RunningSuite,
  type SuiteEnding,
  type SuiteOutput,
} from "./spawn-suite.ts";

/** A suite and the run it has. */
export interface RunSuiteOptions extends RunOptions {
  /** Program and arguments; never read by a shell. */
  readonly argv: readonly [string, ...string[]];
  /** How reports name the command, where that is not how it is started. @default {argv} */
  readonly shownCommand?: readonly string[];
  /** Where the suite runs. @default {cwd} */
  readonly suiteDirectory?: string;
  readonly output: SuiteOutput;
  /** Variables that the suite gets besides; they win over everything else. */
  readonly additions?: Readonly<Record<string, string>>;
  /** Names of variables that the suite must not see. */
  readonly removals?: readonly string[];
  /** Scope of everything the suite asks. @default {none: the gateway's default scope} */
  readonly scope?: string;
  /** Folder with the plug-in that tells pytest's tests apart. @default {none is loaded} */
  readonly pytestPlugin?: string;
  /** File of the plug-in that tells tests of vitest, jest and node:test apart. @default {none is loaded} */
  readonly nodePlugin?: string;
  /** Takes the suite for the whole one whatever its command looks like. @default {false} */
  readonly isWholeSuite?: boolean;
  /** A suite that takes longer is ended, and the run has trouble. @default {no limit} */
  readonly timeoutMs?: number;
  readonly grace?: EndingGrace;
  /** Signals to pass on to the suite. @default {none ever come} */
  readonly interrupts?: InterruptSource;
}

/** Signals that ask for the suite's end. SIGHUP and SIGQUIT (Ctrl-\) end it like SIGTERM. */
export type InterruptSignal = "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGQUIT";

/** Where such signals come from. */
export interface InterruptSource {
  subscribe(listener: (signal: InterruptSignal) => void): () => void;
}

/** A run that is over. */
export interface SuiteRun {
  readonly report: RunReport;
  /** The suite's own exit status as shells count: 128 + number where a signal ended it. */
  readonly suiteStatus: number;
  /** The signal that asked for the end; `null` where none did. */
  readonly interrupt: InterruptSignal | null;
}

/**
 * Runs a suite under a gateway: opens library, session and gateway, starts the program in a process
 * group of its own with an environment that leads its SDKs to the gateway, and closes everything
 * when the group is gone. Cassettes are complete on return, whatever ended the suite.
 *
 * @throws {SuiteError} where the run cannot begin (configuration, cassettes, program).
 * @throws {GatewayError} where the gateway's port cannot be used.
 */
export async function runSuite(options: RunSuiteOptions): Promise<SuiteRun> {
  // Subscribed from first to last: a signal while cassettes are written must not cut that short.
  const relay = openRelay(options.interrupts);
  try {
    return await runUnderGateway(await openRun(options), options, relay);
  } finally {
    relay.close();
  }
}

async function runUnderGateway(
  run: OpenRun,
  options: RunSuiteOptions,
  relay: SignalRelay,
): Promise<SuiteRun> {
  try {
    const environment = makeChildEnvironment({
      inherited: options.environment,
      mode: options.mode,
      url: run.url,
      mounts: run.mounts,
      ...(options.scope === undefined ? {} : { scope: options.scope }),
      ...(options.pytestPlugin === undefined ? {} : { pytestPlugin: options.pytestPlugin }),
      ...(options.nodePlugin === undefined
        ? {}
        : {
            nodePlugin: {
              file: options.nodePlugin,
              root: resolve(options.cwd, options.suiteDirectory ?? "."),
            },
          }),
      ...(options.additions === undefined ? {} : { additions: options.additions }),
      ...(options.removals === undefined ? {} : { removals: options.removals }),
    });
    for (const finding of environment.findings) run.note(finding);
    const suite = await spawnSuite(
      {
        argv: options.argv,
        cwd: options.suiteDirectory ?? options.cwd,
        environment: environment.variables,
        output: options.output,
        onEnding: () => run.announceEnd(),
      },
      options.grace ?? ENDING_GRACE,
    );
    const watched = await watchSuite(suite, options, relay);
    const result: SuiteResult = {
      command: options.shownCommand ?? options.argv,
      exitCode: watched.ending.exitCode,
      signal: watched.ending.signal,
      durationMs: watched.ending.durationMs,
      endedBy: watched.endedBy,
    };
    if (result.endedBy === "timeout") {
      run.trouble(
        `The suite did not end within ${(options.timeoutMs ?? 0) / 1000} s and was ended. Find what it waits for, or give it more time`,
      );
    }
    noteSilence(run, result);
    noteEmptyLibrary(run, options);
    findUnopened(run, options, result);
    await run.close(result.exitCode === 0 && result.endedBy === "itself");
    noteNotKept(run);
    return {
      report: run.report(result),
      suiteStatus: toStatus(watched.ending),
      interrupt: relay.first(),
    };
  } finally {
    await run.close(false);
  }
}

/** Hands signals on to the suite that runs; keeps one that came before it ran. */
interface SignalRelay {
  /** The first signal that came. */
  first(): SuiteRun["interrupt"];
  attach(suite: RunningSuite): void;
  detach(): void;
  close(): void;
}

function openRelay(source: InterruptSource | undefined): SignalRelay {
  let first: SuiteRun["interrupt"] = null;
  let suite: RunningSuite | undefined;
  const unsubscribe = source?.subscribe((signal) => {
    first ??= signal;
    suite?.end(toEnding(signal));
  });
  return {
    first: () => first,
    attach: (running) => {
      suite = running;
      if (first !== null) running.end(toEnding(first));
    },
    detach: () => {
      suite = undefined;
    },
    close: () => unsubscribe?.(),
  };
}

function toEnding(signal: InterruptSignal): "SIGINT" | "SIGTERM" {
  return signal === "SIGINT" ? "SIGINT" : "SIGTERM";
}

interface WatchedSuite {
  readonly ending: SuiteEnding;
  readonly endedBy: SuiteResult["endedBy"];
}

/** Waits for the end, passing signals on and counting the time. */
async function watchSuite(
  suite: RunningSuite,
  options: RunSuiteOptions,
  relay: SignalRelay,
): Promise<WatchedSuite> {
  let isTimedOut = false;
  const endInTime = (): void => {
    isTimedOut = true;
    suite.end("SIGINT");
  };
  const timer =
    options.timeoutMs === undefined ? undefined : setTimeout(endInTime, options.timeoutMs);
  relay.attach(suite);
  try {
    const ending = await suite.ended;
    const isInterrupted = relay.first() !== null;
    return { ending, endedBy: isInterrupted ? "interrupt" : isTimedOut ? "timeout" : "itself" };
  } finally {
    relay.detach();
    clearTimeout(timer);
  }
}

/** A suite that ran past the gateway looks like a clean replay, and is none. */
function noteSilence(run: OpenRun, result: SuiteResult): void {
  if (result.endedBy !== "itself" || run.requestCount() > 0) return;
  run.note(
    "No request reached the gateway. If the suite asks a provider, its SDK was not led here: see which need an option",
  );
  for (const mount of run.mounts) {
    for (const option of mount.options)
      run.note(`${mount.name}: ${option.replaceAll("<url>", "$TAPEGATE_URL")}`);
  }
}

/** Only a replay that came to its end tells what it did not need, and not where it ran a selection. */
function findUnopened(run: OpenRun, options: RunSuiteOptions, result: SuiteResult): void {
  if (options.mode !== "replay" || result.exitCode !== 0 || result.endedBy !== "itself") return;
  if (options.isWholeSuite !== true && selectingWord(result) !== undefined) return;
  // A program that asks nobody is no suite of this library.
  if (run.requestCount() > 0) run.findUnopened();
}

/** A thousand misses of a library that was never recorded are one message. */
function noteEmptyLibrary(run: OpenRun, options: RunSuiteOptions): void {
  if (options.mode !== "replay") return;
  const { counts } = run.report(null);
  // A large library is not listed without need.
  if (counts.hits > 0 || counts.misses === 0 || !run.isLibraryEmpty()) return;
  run.note(
    `"${options.cassettes}" holds no cassette. Record them (tapegate record, with the providers' keys), or name the directory that has them (--cassettes DIR)`,
  );
}

/** Scopes that the note names. */
const NAMED_SCOPES_MAX = 3;

/** Whoever pays for recordings wants to know that they are not there. */
function noteNotKept(run: OpenRun): void {
  const scopes = run.report(null).scopes.filter(({ verdict }) => verdict === "not kept");
  if (scopes.length === 0) return;
  const names = scopes.slice(0, NAMED_SCOPES_MAX).map(({ scope }) => `"${scope}"`);
  const more = scopes.length - names.length;
  run.note(
    `not kept, since the test failed or was cut off: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}. --keep-failed writes such cassettes too`,
  );
}

/** Numbers of the signals that end programs, as shells add them to 128. */
const SIGNAL_NUMBERS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGABRT: 6,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGTERM: 15,
};

function toStatus(ending: SuiteEnding): number {
  if (ending.exitCode !== null) return ending.exitCode;
  return 128 + (SIGNAL_NUMBERS[ending.signal ?? "SIGKILL"] ?? 0);
}
