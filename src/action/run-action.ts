import { randomUUID } from "node:crypto";
import { mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@actions/core";
import type { InterruptSource, SuiteRun } from "../suite/run-suite.ts";
import { runSuite } from "../suite/run-suite.ts";
import type { EndingGrace } from "../suite/spawn-suite.ts";
import { readLibraryManifest } from "./cache/library-manifest.ts";
import { takeErrorCensus } from "./cache/provider-errors.ts";
import type { ActionOutputs } from "./outputs.ts";
import { mergeAction } from "./merge-action.ts";
import { prepare, prepareSuite, type Prepared, type PreparedSuite } from "./prepare.ts";
import { knownOutputs, reportStep } from "./report-step.ts";
import { shownCommand } from "./report/record-command.ts";
import { LEFT_BEHIND_STATE, RUN_ID_STATE, RUN_ID_VARIABLE } from "./run-id.ts";
import { keepRunnerFiles } from "./runner-files.ts";
import { restoreStep } from "./restore-step.ts";
import { saveStep } from "./save-step.ts";
import { endProcesses, formatProcesses, watchDescendants } from "./suite/descendants.ts";
import { OutputFilter } from "./suite/output-filter.ts";
import { isRunnerPrivate, toSuiteEnvironment } from "./suite/suite-environment.ts";
import { say } from "./say.ts";
import { VERSION } from "../version.ts";

/** What the action takes from its process. */
export interface ActionProcess {
  readonly environment: NodeJS.ProcessEnv;
  readonly interrupts: InterruptSource;
  /** Folder with the plug-in that tells pytest's tests apart. */
  readonly pytestPlugin: string;
  /** File of the plug-in that tells tests of vitest, jest and node:test apart. */
  readonly nodePlugin: string;
  write(stream: "stdout" | "stderr", bytes: Buffer): void;
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
  /** Told when the suite begins, or whatever else is worth being told of. */
  onSuiteBegin(): void;
  /** Told of outputs as soon as they are known: they count where the step must end early. */
  onKnown(outputs: Partial<ActionOutputs>): void;
}

/**
 * The action's work, in order: inputs, restore, validate, suite under the gateway, explain, place,
 * publish, save.
 *
 * @throws {ActionError} {SuiteError} {CassetteError} where something of ours stands in the way.
 */
export async function runAction(step: ActionProcess): Promise<ActionOutputs> {
  const base = prepare(step);
  if (base.inputs.mode === "merge") {
    step.onSuiteBegin();
    return mergeAction(base);
  }
  const prepared = await prepareSuite(base, base.inputs.mode);
  say(`Mode: ${prepared.mode.value}, because ${prepared.mode.why}`);
  const restored = await restoreStep(prepared);
  const putAway = makeLibraryFolder(prepared.root);
  const library = readLibraryManifest(prepared.root);
  const isLive = prepared.mode.value !== "replay";
  const errors = isLive ? takeErrorCensus(prepared.root, library) : new Map<string, number>();
  const summaryPath = join(prepared.place.temporary, `tapegate-suite-summary-${randomUUID()}.md`);
  writeFileSync(summaryPath, "");
  step.onSuiteBegin();
  const suite = await watched(prepared, () => runUnderGateway(prepared, step, summaryPath));
  putAway();
  step.onKnown(knownOutputs(prepared, { suite, restored }));
  const isInterrupted = suite.interrupt !== null || prepared.cancelled.aborted;
  // A cancelled job has seconds left: the report comes first, and nothing half-run is saved.
  const saved = isInterrupted
    ? { isSaved: false, key: "", why: "the job was cancelled" }
    : await saveStep(prepared, { restored, errors }, suite);
  step.onKnown({ "cache-saved": saved.isSaved });
  return reportStep(prepared, {
    suite,
    restored,
    saved,
    suiteSummaryPath: summaryPath,
    isLibraryEmpty: library.size === 0,
  });
}

/** Makes the folder that the run reads; one that stays empty is taken away again by the returned function. */
function makeLibraryFolder(root: string): () => void {
  const made = mkdirSync(root, { recursive: true });
  return () => {
    if (made === undefined) return;
    try {
      rmdirSync(root);
    } catch {
      // Something is recorded, or the suite took it away itself.
    }
  };
}

/**
 * Runs the suite and remembers what it started. What left its process group, session and environment
 * outlives it as daemons do, until `post` ends it; in a cancelled job it is ended here, since `post`
 * may not come.
 */
async function watched<T>({ cancelled }: Prepared, run: () => Promise<T>): Promise<T> {
  const watch = watchDescendants(process.pid);
  // Before the suite is told: orphans cannot be told any more.
  const look = (): void => watch.look();
  const end = (): number => {
    if (!cancelled.aborted) return 0;
    // What those that are known have started since.
    watch.look();
    return endProcesses(watch.survivors());
  };
  cancelled.addEventListener("abort", look, { once: true });
  process.once("exit", end);
  try {
    return await run();
  } finally {
    watch.stop();
    process.removeListener("exit", end);
    cancelled.removeEventListener("abort", look);
    const ended = end();
    if (ended > 0) say(`${ended} process(es) that had left the suite's group were ended`);
    core.saveState(LEFT_BEHIND_STATE, formatProcesses(watch.survivors()));
  }
}

/** SIGINT, SIGTERM, SIGKILL: leaves the report more than a second of the 7.5 that the runner gives. */
const GRACE: EndingGrace = { interruptMs: 3500, terminateMs: 1500 };

async function runUnderGateway(
  prepared: PreparedSuite,
  step: ActionProcess,
  summaryPath: string,
): Promise<SuiteRun> {
  const { inputs, mode, command, place, providerKeys } = prepared;
  const { environment, dropped } = toSuiteEnvironment(prepared.environment, {
    passed: inputs["pass-env"],
    providerKeys,
    isLive: mode.value !== "replay",
    summaryPath,
  });
  if (dropped.length > 0) {
    say(`Kept from the suite (see the input "pass-env"): ${dropped.join(", ")}`);
  }
  const refused = inputs["pass-env"].filter(isRunnerPrivate);
  if (refused.length > 0) {
    say(`Not passed on, although "pass-env" names them: ${refused.join(", ")} (the runner's own)`);
  }
  const runId = randomUUID();
  core.saveState(RUN_ID_STATE, runId);
  let isGroupOpen = false;
  const count = (name: string): void => {
    if (name === "error" || name === "warning" || name === "notice") prepared.quota.take(name);
    else if (name === "group" || name === "endgroup") isGroupOpen = name === "group";
  };
  const filters = {
    stdout: new OutputFilter((bytes) => step.write("stdout", bytes), count),
    stderr: new OutputFilter((bytes) => step.write("stderr", bytes), count),
  };
  const { providers, normalisers } = prepared.configuration;
  const shown = shownCommand(inputs);
  const putBackFiles = keepRunnerFiles(prepared.environment);
  try {
    return await runSuite({
      mode: mode.value,
      tapegate: VERSION,
      log: { warn: (message) => say(message), error: (message) => say(message) },
      providers,
      normalisers,
      cassettes: inputs.cassettes,
      cwd: place.workspace,
      suiteDirectory: prepared.suiteDirectory,
      environment,
      argv: command.argv,
      grace: GRACE,
      ...(shown === undefined ? {} : { shownCommand: shown }),
      additions: { ...command.environment, [RUN_ID_VARIABLE]: runId },
      pytestPlugin: step.pytestPlugin,
      nodePlugin: step.nodePlugin,
      output: { kind: "lines", line: (stream, bytes) => filters[stream].push(bytes) },
      interrupts: step.interrupts,
    });
  } finally {
    filters.stdout.end();
    filters.stderr.end();
    // A group that the suite left open would hide what we say.
    if (isGroupOpen) core.endGroup();
    const changed = putBackFiles();
    if (changed.length > 0) {
      prepared.quota.annotate(
        "warning",
        `The suite changed the runner's own files of this step (${changed.join(", ")}), which would change the rest of the job; they were put back. Set outputs and variables in a step of your own`,
        { title: "Runner files changed" },
      );
    }
  }
}
