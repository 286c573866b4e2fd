import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { createColors } from "picocolors";
import type { Log } from "../../cassette/ports.ts";
import type { SessionMode } from "../../cassette/values.ts";
import { decideOutcome, type Severity, type VerdictPolicy } from "../../report/run-verdict.ts";
import { renderTerminalReport } from "../../report/terminal-report.ts";
import type { RunReport } from "../../report/run-report.ts";
import { readConfiguration, type Configuration } from "../../suite/configuration.ts";
import type { RunProgress } from "../../suite/run-diary.ts";
import { runSuite, type RunSuiteOptions, type SuiteRun } from "../../suite/run-suite.ts";
import { VERSION } from "../../version.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandLine } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { toAgeMs, toAssignment, toDurationMs } from "../option-values.ts";
import { openProgressLine } from "../progress-line.ts";
import { quoteWord } from "../quote-word.ts";
import { toReportTargets, writeReports, type ReportTarget } from "../report-files.ts";
import type { NamedPlan } from "../read-record-plan.ts";
import { readLibraryChoices } from "../run-options.ts";
import { UsageError } from "../usage-error.ts";
import { runSpec } from "./run-spec.ts";
import { tell } from "../tell.ts";
import { usesColour } from "../uses-colour.ts";

/** `tapegate replay|record|auto [options] -- COMMAND…`: gives the exit status. */
export async function runSuiteCommand(
  mode: SessionMode,
  argv: readonly string[],
  io: CliIo,
): Promise<number> {
  const spec = runSpec(mode);
  const line = parseCommandLine(spec, argv);
  if (line.asksHelp) {
    io.stdout(helpText(spec));
    return EXIT_STATUS.ok;
  }
  const command = suiteCommand(mode, line);
  const targets = toReportTargets(line.values("report"), mode);
  const policy = readPolicy(line);
  const suiteChoices = readSuiteChoices(mode, line);
  const configuration = await readConfiguration(io.cwd, line.value("config"));
  const choices = runOptions(mode, line, configuration);
  const named = await readNamed(line, io.cwd, choices.cassettes);
  if (named.kind === "nothing") {
    io.stderr(`tapegate record: "${named.report}" misses nothing, so there is nothing to record\n`);
    return EXIT_STATUS.ok;
  }
  const paint = createColors(usesColour(io));
  const progress = io.terminal === undefined ? undefined : openProgressLine(io.terminal, io.stderr);
  const log: Log = {
    warn: (message) => tell(io, message, paint.yellow("tapegate:")),
    error: (message) => tell(io, message, paint.red("tapegate:")),
  };
  let run: SuiteRun;
  try {
    run = await runSuite({
      ...choices,
      ...suiteChoices,
      ...(named.kind === "plan" ? { plan: named.plan } : {}),
      argv: command,
      cwd: io.cwd,
      environment: io.environment,
      log,
      output: { kind: "inherit" },
      onProgress: (counts) => progress?.show(progressText(mode, counts)),
      ...plugins(io, line),
      ...(io.signals === undefined ? {} : { interrupts: io.signals }),
    });
  } finally {
    progress?.close();
  }
  const troubles = [...run.report.troubles, ...unaskedOf(named, run.report)];
  return conclude({
    run: { ...run, report: { ...run.report, troubles } },
    targets,
    policy,
    line,
    io,
  });
}

/** The suite's program and arguments: what stands behind `--`. */
function suiteCommand(mode: SessionMode, line: CommandLine): readonly [string, ...string[]] {
  const [program, ...rest] = line.rest ?? [];
  if (program !== undefined && program !== "" && line.operands.length === 0)
    return [program, ...rest];
  const first = line.operands[0];
  throw new UsageError(
    first === undefined
      ? `There is no suite to run. Write it behind --, as in: tapegate ${mode} -- pytest tests`
      : `Unexpected word "${first}". Write the suite behind --, as in: tapegate ${mode} -- ${line.operands.join(" ")}`,
    mode,
  );
}

/** The reader of reports is loaded where a report may be read. */
async function readNamed(line: CommandLine, cwd: string, cassettes: string): Promise<NamedPlan> {
  if (!line.has("only") && !line.has("from-report")) return { kind: "everything" };
  const { readRecordPlan } = await import("../read-record-plan.ts");
  return readRecordPlan(line, { cwd, cassettes });
}

/** Somebody asked for these by name: that the suite never came to them must not look like success. */
function unaskedOf(named: NamedPlan, report: RunReport): readonly string[] {
  if (named.kind !== "plan") return [];
  const { scopes, requests } = named.plan;
  const recorded = new Set(
    report.scopes.filter(({ recorded: n }) => n > 0).map(({ scope }) => scope),
  );
  return [...new Set([...scopes, ...requests.map(({ scope }) => scope)])]
    .filter((scope) => !recorded.has(scope))
    .map(
      (scope) =>
        `Cannot record "${scope}" again: the suite asked nothing there that was to be recorded. Run the test that it belongs to; its cassette is as it was`,
    );
}

type LibraryPart = Pick<
  RunSuiteOptions,
  | "mode"
  | "tapegate"
  | "cassettes"
  | "providers"
  | "normalisers"
  | "port"
  | "stream"
  | "keepsRetryAfter"
  | "secretNames"
  | "allowsSecretInOutcome"
  | "keepsFailed"
  | "ageMsMax"
>;

function runOptions(
  mode: SessionMode,
  line: CommandLine,
  configuration: Configuration,
): LibraryPart {
  const age = line.value("max-age");
  return {
    mode,
    tapegate: VERSION,
    providers: configuration.providers,
    ...(configuration.path === undefined ? {} : { configurationPath: configuration.path }),
    keepsFailed: line.has("keep-failed"),
    ...(age === undefined
      ? {}
      : { ageMsMax: toAgeMs({ command: mode, name: "max-age", text: age }) }),
    ...readLibraryChoices(line, configuration, mode),
  };
}

function readSuiteChoices(
  mode: SessionMode,
  line: CommandLine,
): Pick<RunSuiteOptions, "additions" | "removals"> &
  Partial<Pick<RunSuiteOptions, "timeoutMs" | "scope" | "isWholeSuite">> {
  const timeout = line.value("timeout");
  const scope = line.value("scope");
  const assignments = line
    .values("env")
    .map((text) => toAssignment({ command: mode, name: "env", text }));
  return {
    additions: Object.fromEntries(assignments),
    removals: line.values("unset"),
    isWholeSuite: line.has("whole-suite"),
    ...(timeout === undefined
      ? {}
      : { timeoutMs: toDurationMs({ command: mode, name: "timeout", text: timeout }) }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** The plug-ins as they ship; a build elsewhere has none beside it. */
function plugins(
  io: CliIo,
  line: CommandLine,
): Partial<Pick<RunSuiteOptions, "pytestPlugin" | "nodePlugin">> {
  if (io.programDirectory === undefined || line.has("no-plugins")) return {};
  const folder = join(io.programDirectory, "pytest");
  const file = join(io.programDirectory, "node/tapegate-node.cjs");
  return {
    ...(existsSync(folder) ? { pytestPlugin: folder } : {}),
    ...(existsSync(file) ? { nodePlugin: file } : {}),
  };
}

function readPolicy(line: CommandLine): VerdictPolicy {
  return {
    onDrift: (line.value("on-drift") as Severity | undefined) ?? "fail",
    onUnused: (line.value("unused") as Severity | undefined) ?? "warn",
    isWholeSuite: line.has("whole-suite"),
  };
}

function progressText(mode: SessionMode, counts: RunProgress): string {
  const recorded = mode === "replay" ? "" : ` · recorded ${counts.recorded}`;
  return `replayed ${counts.hits} · missed ${counts.misses}${recorded}`;
}

interface Conclusion {
  readonly run: SuiteRun;
  readonly targets: readonly ReportTarget[];
  readonly policy: VerdictPolicy;
  readonly line: CommandLine;
  readonly io: CliIo;
}

async function conclude(conclusion: Conclusion): Promise<number> {
  const { run, targets, policy, io } = conclusion;
  const written = await writeReports(run.report, targets, {
    io,
    outcome: decideOutcome(run.report, policy),
    root: resolve(io.cwd, run.report.cassettes),
  });
  const report: RunReport = {
    ...run.report,
    troubles: [...run.report.troubles, ...written.troubles],
  };
  io.stderr(
    renderTerminalReport(report, {
      policy,
      paint: createColors(usesColour(io)),
      reportPaths: written.paths,
      recordCommand: recordCommand(conclusion),
    }),
  );
  switch (decideOutcome(report, policy)) {
    case "clean":
      return EXIT_STATUS.ok;
    case "drift":
      return EXIT_STATUS.drift;
    case "suite-failed":
      return run.suiteStatus === 0 ? interruptStatus(run) : run.suiteStatus;
    case "error":
      return EXIT_STATUS.trouble;
  }
}

/** A suite that was stopped and says 0 has not passed: the status is that of a shell whose program the signal ended. */
function interruptStatus({ interrupt }: SuiteRun): number {
  return 128 + (interrupt === "SIGINT" ? constants.signals.SIGINT : constants.signals.SIGTERM);
}

/** `auto` keeps what still fits; a whole new recording is never needed to fill a gap. */
function recordCommand({ line, run }: Conclusion): string {
  // As the report has it, without the secrets that arguments may hold.
  const command = run.report.suite?.command ?? [];
  const options = CARRIED_OPTIONS.flatMap((name) =>
    line.values(name).map((value) => `--${name} ${quoteWord(value)} `),
  ).join("");
  const flag = line.has("no-plugins") ? "--no-plugins " : "";
  return `tapegate auto ${options}${flag}-- ${command.map(quoteWord).join(" ")}`;
}

/** What decides where a request is recorded and under which key. Not `--env`: its values may be secrets. */
const CARRIED_OPTIONS = ["cassettes", "config", "normaliser", "scope", "secret", "unset"] as const;
