import type { SessionMode } from "../../cassette/values.ts";
import { baseUrls, makeChildEnvironment, removedVariables } from "../../suite/child-environment.ts";
import { readConfiguration } from "../../suite/configuration.ts";
import { openRun, type OpenRun } from "../../suite/open-run.ts";
import { VERSION } from "../../version.ts";
import type { CliIo, SignalSource } from "../cli-io.ts";
import { createColors } from "picocolors";
import { decideOutcome, hasDrift, type Severity } from "../../report/run-verdict.ts";
import type { RunReport } from "../../report/run-report.ts";
import { renderTerminalReport } from "../../report/terminal-report.ts";
import { usesColour } from "../uses-colour.ts";
import { helpText, parseCommandLine, type CommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { LIBRARY_OPTIONS, readLibraryChoices } from "../run-options.ts";
import { quoteWord } from "../quote-word.ts";
import { UsageError } from "../usage-error.ts";
import { logTo, jsonLine } from "../tell.ts";

type ServeFormat = "json" | "shell" | "dotenv" | "github";

/** `tapegate serve`: prints where it listens, then serves until a signal comes. */
export async function runServeCommand(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(SERVE_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(SERVE_SPEC));
    return EXIT_STATUS.ok;
  }
  const extra = line.operands[0] ?? line.rest?.[0];
  if (extra !== undefined) {
    throw new UsageError(
      `Unexpected word "${extra}". To run a suite, use: tapegate replay -- ${extra}`,
      "serve",
    );
  }
  const format = (line.value("format") as ServeFormat | undefined) ?? "shell";
  const mode = (line.value("mode") as SessionMode | undefined) ?? "replay";
  const configuration = await readConfiguration(io.cwd, line.value("config"));
  const log = logTo(io);
  // Subscribed before anything is printed: whoever reads the line may signal at once.
  const stopped = firstSignal(io.signals);
  const run = await openRun({
    mode,
    tapegate: VERSION,
    cwd: io.cwd,
    environment: io.environment,
    providers: configuration.providers,
    ...(configuration.path === undefined ? {} : { configurationPath: configuration.path }),
    ...readLibraryChoices(line, configuration, "serve"),
    log,
  });
  let isAsked = false;
  try {
    io.stdout(announce(format, { run, mode, scope: line.value("scope"), io }));
    const signal = await stopped;
    // Who reads on now is left by us, and has not left.
    run.announceEnd();
    // Whoever says that it is enough has what was to be recorded; a terminal that went says nothing.
    isAsked = signal === "SIGINT" || signal === "SIGTERM";
  } finally {
    await run.close(isAsked);
  }
  return conclude(run.report(null), line, io);
}

/** What was asked in vain is said at the end; whether it matters is the user's to say. */
function conclude(report: RunReport, line: CommandLine, io: CliIo): number {
  const onDrift = (line.value("on-drift") as Severity | undefined) ?? "warn";
  const policy = { onDrift, onUnused: "ignore" } as const;
  const isTold = report.troubles.length > 0 || (hasDrift(report) && onDrift !== "ignore");
  if (isTold) {
    io.stderr(
      renderTerminalReport(report, {
        policy,
        paint: createColors(usesColour(io)),
        reportPaths: [],
        recordCommand: `tapegate serve --mode auto --cassettes ${quoteWord(report.cassettes)}`,
      }),
    );
  }
  const outcome = decideOutcome(report, policy);
  if (outcome === "error") return EXIT_STATUS.trouble;
  return outcome === "drift" ? EXIT_STATUS.drift : EXIT_STATUS.ok;
}

function firstSignal(signals: SignalSource | undefined): Promise<string> {
  return new Promise((settle) => {
    // Stays subscribed: a second signal while cassettes are written must not cut that short.
    signals?.subscribe((signal) => settle(signal));
  });
}

interface Announcement {
  readonly run: OpenRun;
  readonly mode: SessionMode;
  readonly scope: string | undefined;
  readonly io: CliIo;
}

function announce(format: ServeFormat, { run, mode, scope, io }: Announcement): string {
  const providers = run.mounts.map((mount) => ({
    name: mount.name,
    mount: mount.mount,
    hosts: mount.hosts,
    upstream: mount.upstream ?? null,
    env: baseUrls(run.url, mount, scope),
  }));
  if (format === "json") {
    return jsonLine({ url: run.url, pid: process.pid, providers });
  }
  const { variables } = makeChildEnvironment({
    inherited: keptVariables(run, io),
    mode,
    url: run.url,
    mounts: run.mounts,
    ...(scope === undefined ? {} : { scope }),
  });
  const lines = Object.entries(variables).map(([name, value]) =>
    format === "shell" ? `export ${name}=${quoteWord(value)}` : `${name}=${value}`,
  );
  // The other formats know no way to take a variable away.
  const removals = format === "shell" ? removedVariables({ mode, mounts: run.mounts }) : [];
  return `${[...removals.map((name) => `unset ${name}`), ...lines].join("\n")}\n`;
}

/** What the user's environment says of proxies, regions and projects stays as it is. */
function keptVariables(run: OpenRun, { environment }: CliIo): Record<string, string | undefined> {
  const names = [
    "NO_PROXY",
    "no_proxy",
    ...run.mounts.flatMap(({ settings }) => Object.keys(settings)),
  ];
  return Object.fromEntries(names.map((name) => [name, environment[name]]));
}

const SERVE_SPEC: CommandSpec = {
  name: "serve",
  operands: "",
  summary: `Leaves the gateway running on 127.0.0.1 and prints how to reach it. SIGINT or SIGTERM ends it,
with complete cassettes: what was recorded stands then for what its scopes held, as after a
suite that passed. A request's scope is its header x-tapegate-scope, or stands in its
URL: <url>/s/<scope>/<provider>/… GET <url>/_tapegate/report tells what happened so far.

Ends with 0 whatever was asked, since it judges no suite; --on-drift fail makes it 3 where a
request had no recording. 4 where Tapegate could not do its part.`,
  options: {
    mode: {
      value: "MODE",
      choices: ["replay", "record", "auto"],
      help: "replay, record or auto. Default: replay.",
    },
    format: {
      value: "FORMAT",
      choices: ["json", "shell", "dotenv", "github"],
      help: "What to print: json (one line), shell (export …), dotenv, github (for $GITHUB_ENV).\nDefault: shell.",
    },
    "on-drift": {
      value: "WHAT",
      choices: ["fail", "warn", "ignore"],
      help: "What requests without a recording do to the exit status, and whether they are told at\nthe end: fail (3), warn (0, told), ignore (0). Default: warn.",
    },
    scope: { value: "NAME", help: "Scope to put into the printed base URLs." },
    ...LIBRARY_OPTIONS,
  },
  epilogue: "Example: tapegate serve --format dotenv > .env.replay &",
};
