import type { ShellState } from "./shell-state.ts";

/** Notes an option of `shopt`, or of `bash -O`: from now on it may be on or off. A name that is not known may be any. */
export function noteShellOption(name: string | undefined, state: ShellState): void {
  if (name === undefined || /glob|nocase/.test(name)) state.isGlobUnusual = true;
  if (name === undefined || name === "nocasematch") state.isCaseLoose = true;
  if (name === undefined || name === "lastpipe") state.isLastPipe = true;
}
