import { spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { openLineSplitter } from "./line-splitter.ts";
import { HAS_PROCESS_GROUPS, openProcessGroup, type EndingSignal } from "./process-group.ts";
import { SuiteError } from "./suite-error.ts";

/** Where a suite's output goes. */
export type SuiteOutput =
  /** The suite writes to our own streams itself: colours and interaction stay. */
  | { readonly kind: "inherit" }
  /** Each line, with its line end where it has one; a line over `LINE_BYTES_MAX` comes in pieces. */
  | { readonly kind: "lines"; line(stream: "stdout" | "stderr", bytes: Buffer): void };

/** A program to run. */
export interface SuiteCommand {
  /** Program and arguments; never read by a shell. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly output: SuiteOutput;
  /** Told before the group is sent a signal, whatever the reason. */
  readonly onEnding?: () => void;
}

/** How long each step of the ladder is given. */
export interface EndingGrace {
  /** From SIGINT to SIGTERM, in milliseconds. @default {4000} */
  readonly interruptMs: number;
  /** From SIGTERM to SIGKILL, in milliseconds. @default {2500} */
  readonly terminateMs: number;
}

/** Fits the 7.5 s + 2.5 s that GitHub's runner gives a cancelled step. */
export const ENDING_GRACE: EndingGrace = { interruptMs: 4000, terminateMs: 2500 };

/** How a program ended. */
export interface SuiteEnding {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly durationMs: number;
}

/** A running suite. */
export interface RunningSuite {
  /**
   * Ends the whole group: the given signal now, the later ones when their time comes. A second call
   * goes to the next step at once.
   */
  end(signal: EndingSignal): void;
  /** Settles when the program has ended, its output is written and its group is gone. */
  readonly ended: Promise<SuiteEnding>;
}

/**
 * Starts a program in a process group of its own.
 *
 * @throws {SuiteError} `SUITE_START` where the program or the directory cannot be used.
 */
export async function spawnSuite(command: SuiteCommand, grace: EndingGrace): Promise<RunningSuite> {
  checkDirectory(command);
  const startedAt = performance.now();
  const [program, ...args] = command.argv;
  const isInherited = command.output.kind === "inherit";
  const child = spawn(program, args, {
    cwd: command.cwd,
    env: command.environment,
    stdio: isInherited ? "inherit" : ["ignore", "pipe", "pipe"],
    detached: HAS_PROCESS_GROUPS,
    windowsHide: true,
  });
  await started(child, command);
  if (command.output.kind === "lines") pipeLines(child, command.output);
  return watch(child, { grace, startedAt, onEnding: command.onEnding });
}

/** The system's own answer (ENOENT) does not tell a missing program from a missing directory. */
function checkDirectory(command: SuiteCommand): void {
  const [program] = command.argv;
  if (!statSync(command.cwd, { throwIfNoEntry: false })?.isDirectory()) {
    throw new SuiteError(
      "SUITE_START",
      `Cannot start "${program}": the working directory "${command.cwd}" does not exist`,
    );
  }
}

function started(child: ChildProcess, command: SuiteCommand): Promise<void> {
  return new Promise((settle, fail) => {
    child.once("spawn", () => settle());
    child.once("error", (error: NodeJS.ErrnoException) => {
      fail(new SuiteError("SUITE_START", startMessage(command, error), { cause: error }));
    });
  });
}

function missingMessage(program: string, cwd: string): string {
  const isPath = program.includes("/");
  const place = !isPath
    ? "no directory of PATH holds it"
    : isAbsolute(program)
      ? "there is no such file"
      : `there is no such file below "${cwd}"`;
  return `${place}. ${startHint(program, process.platform)}`;
}

function startMessage(command: SuiteCommand, error: NodeJS.ErrnoException): string {
  const [program] = command.argv;
  if (error.code === "ENOENT") {
    const script = interpreterOf(program, command);
    if (script !== undefined) return `Cannot start "${program}": ${script}`;
    return `Cannot start "${program}": ${missingMessage(program, command.cwd)}`;
  }
  if (error.code === "EACCES") {
    const path = resolve(command.cwd, program);
    if (program.includes("/") && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      return `Cannot start "${program}": it is a folder. Name the program in it`;
    return `Cannot start "${program}": it is not executable. Make it so (chmod +x), or name its interpreter first`;
  }
  if (error.code === "E2BIG") {
    return `Cannot start "${program}": arguments and environment are larger than this system takes`;
  }
  return `Cannot start "${program}": the system answered ${error.code ?? error.message}`;
}

/** What to do about a program that is not found. */
export function startHint(program: string, platform: NodeJS.Platform): string {
  if (program.includes(" ")) {
    return `Each word is an argument of its own: write it without quotes around the whole command, or use: sh -c '${program}'`;
  }
  // Node starts no batch file without a shell, and npm, npx, pnpm and yarn are batch files there.
  return platform === "win32"
    ? `If it is a script of Windows (npm, npx, pnpm, yarn), it needs a shell: set "shell: pwsh" in the action, or start it with: cmd /D /C ${program}`
    : program.includes("/")
      ? "Install it, or correct the path"
      : `Install it, or start it by its path (./node_modules/.bin/${program}, .venv/bin/${program})`;
}

/** A script whose `#!` line names a program that is missing is reported as missing itself. */
function interpreterOf(program: string, command: SuiteCommand): string | undefined {
  const folders = program.includes("/")
    ? [command.cwd]
    : (command.environment["PATH"] ?? "").split(delimiter).filter(isAbsolute);
  for (const folder of folders) {
    const path = program.includes("/") ? resolve(folder, program) : join(folder, program);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() && isExecutable(path)) {
      return `"${path}" is there, but the interpreter that its first line names is not. Install that, or name another one first`;
    }
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Whatever stands in the way, the file does not count as a program.
    return false;
  }
}

function pipeLines(child: ChildProcess, output: SuiteOutput & { readonly kind: "lines" }): void {
  for (const name of ["stdout", "stderr"] as const) {
    const splitter = openLineSplitter((bytes) => output.line(name, bytes));
    child[name]?.on("data", (chunk: Buffer) => splitter.write(chunk));
    child[name]?.on("close", () => splitter.end());
  }
}

function watch(child: ChildProcess, parts: WatchParts): RunningSuite {
  const { grace, startedAt } = parts;
  const group = openProcessGroup(child.pid!);
  const ladder = openLadder(group, parts);
  // A crash of ours must not leave the suite running with nobody to answer it.
  const killWithUs = (): void => group.signal("SIGKILL");
  process.once("exit", killWithUs);
  const ended = new Promise<SuiteEnding>((settle) => {
    const closed = new Promise<void>((close) => child.once("close", () => close()));
    child.once("exit", (exitCode, signal) => {
      const ending = { exitCode, signal, durationMs: Math.round(performance.now() - startedAt) };
      void sweep(group, ladder, grace)
        // A process that left the group may hold the pipes open; its output is not the suite's.
        .then(() => settledWithin(closed, PIPE_DRAIN_MS))
        .then(() => {
          ladder.close();
          process.removeListener("exit", killWithUs);
          settle(ending);
        });
    });
  });
  return { end: (signal) => ladder.climb(signal), ended };
}

interface WatchParts {
  readonly grace: EndingGrace;
  readonly startedAt: number;
  readonly onEnding: (() => void) | undefined;
}

/** How long output may still come after the group is gone, in milliseconds. */
const PIPE_DRAIN_MS = 1000;
/** How often a group that was told to end is looked at, in milliseconds. */
const GROUP_POLL_MS = 20;
/** How long SIGKILL may take; beyond it stand only zombies that nobody reaps. */
const KILL_MS = 500;

/** Ends what the program left behind in its group. */
async function sweep(
  group: ReturnType<typeof openProcessGroup>,
  ladder: Ladder,
  grace: EndingGrace,
): Promise<void> {
  if (!group.isAlive()) return;
  ladder.climbTo("SIGTERM");
  const giveUpAt = performance.now() + grace.terminateMs + KILL_MS;
  while (group.isAlive() && performance.now() < giveUpAt) await wait(GROUP_POLL_MS);
}

interface Ladder {
  /** Sends the signal, or the one after the last where that is stronger. */
  climb(signal: EndingSignal): void;
  /** Sends the signal unless it, or a stronger one, went out before. */
  climbTo(signal: EndingSignal): void;
  close(): void;
}

const RUNGS: readonly EndingSignal[] = ["SIGINT", "SIGTERM", "SIGKILL"];

/** Sends ever stronger signals, each once, until it is closed. */
function openLadder(
  group: ReturnType<typeof openProcessGroup>,
  { grace, onEnding }: WatchParts,
): Ladder {
  let rung = -1;
  let timer: NodeJS.Timeout | undefined;
  function climb(signal: EndingSignal): void {
    const wanted = Math.max(RUNGS.indexOf(signal), Math.min(rung + 1, RUNGS.length - 1));
    rung = wanted;
    clearTimeout(timer);
    onEnding?.();
    group.signal(RUNGS[wanted]!);
    if (wanted === RUNGS.length - 1) return;
    const delayMs = wanted === 0 ? grace.interruptMs : grace.terminateMs;
    timer = setTimeout(() => climb(RUNGS[wanted + 1]!), delayMs);
  }
  return {
    climb,
    climbTo: (signal) => {
      if (rung < RUNGS.indexOf(signal)) climb(signal);
    },
    close: () => clearTimeout(timer),
  };
}

/** Waits for a promise, but not longer; leaves no timer behind that would keep the process. */
async function settledWithin(promise: Promise<void>, delayMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((settle) => {
    timer = setTimeout(settle, delayMs);
  });
  await Promise.race([promise, tooLong]);
  clearTimeout(timer);
}

function wait(delayMs: number): Promise<void> {
  return new Promise((settle) => {
    setTimeout(settle, delayMs);
  });
}
