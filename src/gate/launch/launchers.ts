import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { launchEnv } from "./env-launch.ts";
import { launchAwk, launchEditor } from "./editor-launchers.ts";
import {
  launchCopy,
  launchDd,
  launchMakeDirectory,
  launchRemove,
  launchTee,
  makePipe,
  runInput,
} from "./file-launchers.ts";
import { launchFd, launchFind } from "./find-launch.ts";
import { launchParallel } from "./parallel-launch.ts";
import { launchDebugger, launchScreen } from "./terminal-launchers.ts";
import { launchUserShell } from "./user-launchers.ts";
import { launchCmd, launchPowershell } from "./windows-shells.ts";
import { launchXargs } from "./xargs-launch.ts";

/** A program that runs others in a way of its own. */
type Launcher = (call: Call, scene: Scene) => readonly ShellState[];

/** Programs that run other programs and are no plain wrappers. */
export const LAUNCHERS: ReadonlyMap<string, Launcher> = new Map<string, Launcher>([
  ["env", launchEnv],
  ["genv", launchEnv],
  ["xargs", launchXargs],
  ["gxargs", launchXargs],
  ["parallel", launchParallel],
  ["find", launchFind],
  ["gfind", launchFind],
  ["fd", launchFd],
  ["fdfind", launchFd],
  ["at", (call, scene) => runInput(call, scene)],
  ["batch", (call, scene) => runInput(call, scene)],
  ["mkdir", launchMakeDirectory],
  ["rm", launchRemove],
  ["rmdir", launchRemove],
  ["tee", launchTee],
  ["cp", launchCopy],
  ["dd", launchDd],
  ["mkfifo", makePipe],
  ["mv", launchCopy],
  ["ln", launchCopy],
  ["install", launchCopy],
  ["su", launchUserShell],
  ["runuser", launchUserShell],
  ["screen", launchScreen],
  ["gdb", launchDebugger],
  ["lldb", launchDebugger],
  ["cmd", launchCmd],
  ["pwsh", launchPowershell],
  ["pwsh-preview", launchPowershell],
  ["powershell", launchPowershell],
  ["sed", launchEditor],
  ["gsed", launchEditor],
  ["perl", launchEditor],
  ["awk", launchAwk],
  ["gawk", launchAwk],
  ["mawk", launchAwk],
  ["nawk", launchAwk],
  ["original-awk", launchAwk],
]);
