import type { FileReader } from "../context.ts";
import type { WordValue } from "../word-value.ts";
import { lookUpLefthook, lookUpPreCommit } from "./git-hook-runners.ts";
import { lookUpTask } from "./go-task.ts";
import { lookUpHatch } from "./hatch.ts";
import { lookUpJust } from "./just.ts";
import { lookUpMake } from "./make.ts";
import { lookUpPackageExec, lookUpPackageManager } from "./node-runners.ts";
import { lookUpMise, lookUpPixi } from "./mise-pixi.ts";
import { lookUpNox } from "./nox.ts";
import { NOTHING, type Runner } from "./runner.ts";
import type { RunnerLookup } from "./runner-lookup.ts";
import { isRunnerName, type RunnerName } from "./runner-names.ts";

import { lookUpRunAll, lookUpTurbo } from "./script-lists.ts";

export type { RunnerLookup } from "./runner-lookup.ts";

import { lookUpPdm, lookUpPipenv, lookUpPoe, lookUpRye } from "./toml-task-runners.ts";
import { lookUpTox } from "./tox.ts";

/** Task runners by the names of their programs. */
const RUNNERS: Readonly<Record<RunnerName, Runner>> = {
  make: lookUpMake,
  gmake: lookUpMake,
  npm: lookUpPackageManager,
  pnpm: lookUpPackageManager,
  yarn: lookUpPackageManager,
  bun: lookUpPackageManager,
  npx: lookUpPackageExec,
  pnpx: lookUpPackageExec,
  bunx: lookUpPackageExec,
  just: lookUpJust,
  task: lookUpTask,
  "go-task": lookUpTask,
  tox: lookUpTox,
  nox: lookUpNox,
  poe: lookUpPoe,
  hatch: lookUpHatch,
  pdm: lookUpPdm,
  rye: lookUpRye,
  pipenv: lookUpPipenv,
  "pre-commit": lookUpPreCommit,
  lefthook: lookUpLefthook,
  mise: lookUpMise,
  rtx: lookUpMise,
  pixi: lookUpPixi,
  "npm-run-all": lookUpRunAll,
  "npm-run-all2": lookUpRunAll,
  "run-s": lookUpRunAll,
  "run-p": lookUpRunAll,
  turbo: lookUpTurbo,
};

/**
 * What `make TARGET`, `npm run SCRIPT`, `just`, `tox`, … would run: read from the definition files,
 * never run. `argv[0]` is the program's name without its directory. Where the working directory is
 * unknown, the repository's root stands for it: that is where definition files are.
 */
export function lookUpRunner(
  argv: readonly WordValue[],
  cwd: string | undefined,
  files: FileReader,
): RunnerLookup {
  const [program, ...args] = argv;
  if (program?.kind !== "known" || !isRunnerName(program.text)) return NOTHING;
  return RUNNERS[program.text]({ program: program.text, args, cwd: cwd ?? files.root, files });
}
