/** Task runners that are looked up, by the names of their programs. */
const RUNNER_NAMES = [
  "make",
  "gmake",
  "npm",
  "pnpm",
  "yarn",
  "bun",
  "npx",
  "pnpx",
  "bunx",
  "just",
  "task",
  "go-task",
  "tox",
  "nox",
  "poe",
  "hatch",
  "pdm",
  "rye",
  "pipenv",
  "pre-commit",
  "lefthook",
  "mise",
  "rtx",
  "pixi",
  "npm-run-all",
  "npm-run-all2",
  "run-s",
  "run-p",
  "turbo",
] as const;

/** Name of a task runner's program. */
export type RunnerName = (typeof RUNNER_NAMES)[number];

/** The same as a set: known without what reads their definition files, which is loaded where one is named. */
export const RUNNER_PROGRAMS: ReadonlySet<string> = new Set(RUNNER_NAMES);

/** Whether a program is a task runner. */
export function isRunnerName(program: string): program is RunnerName {
  return RUNNER_PROGRAMS.has(program);
}
