/** A shell script that a task runner would run, taken from its definition file. */
export interface RunnerScript {
  /** The shell text, with the runner's own variables replaced where they are certain. */
  readonly text: string;
  /** Absolute working directory in which the runner runs it; `undefined` where it cannot be known. */
  readonly cwd: string | undefined;
  /** Where it stands, for the finding's reason: `package.json scripts.test:e2e`, `Makefile target e2e`. */
  readonly origin: string;
  /** Environment that the runner sets for it. */
  readonly environment: ReadonlyMap<string, string>;
}

/** What a task runner's command line comes to. */
export type RunnerLookup =
  /** The program is no task runner that the gate knows, or it runs nothing (`npm install`). */
  | { readonly kind: "none" }
  /** These scripts run, in order. */
  | { readonly kind: "scripts"; readonly scripts: readonly RunnerScript[] }
  /** Something runs, but its definition cannot be read: say what, for the finding's reason. */
  | { readonly kind: "opaque"; readonly reason: string };
