import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { missing, ROOT } from "./node-runtimes.ts";

/** The Python that holds pytest and its plugins; installed by `npm run setup`. */
export const PYTHON: string = join(ROOT, ".venv/bin/python");

/** Why the oracle cannot be asked here; `undefined` where it can. */
export function missingPytest(): string | undefined {
  return missing("pytest", PYTHON);
}

/** A pytest that was started: what it was given, and where. */
export interface StartedPytest {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Started as `python -m pytest`, which puts the working directory on Python's path. */
  readonly isModule?: boolean;
}

interface SelectedTest {
  /** Real path of the test's file. */
  readonly path: string;
  readonly name: string;
  readonly marks: readonly string[];
}

export interface Selection {
  /** pytest's exit status, or why it gave up. */
  readonly status: number | string;
  readonly tests: readonly SelectedTest[];
}

/** Whether a selection holds an e2e or integration test, by its directory or its marker. */
export function selectsForbidden({ tests }: Selection): boolean {
  return tests.some(
    ({ path, marks }) =>
      /\/tests\/(?:e2e|integration)\//.test(path) ||
      marks.includes("e2e") ||
      marks.includes("integration"),
  );
}

/** Real pytest, asked which tests command lines would run. Answers are kept per argv, directory and environment. */
export class PytestOracle {
  readonly #workers: readonly PytestWorker[];
  readonly #answers = new Map<string, Promise<Selection>>();
  #next = 0;

  constructor(workerCount: number) {
    this.#workers = Array.from({ length: workerCount }, () => new PytestWorker());
  }

  /** How many different command lines were asked. */
  get askedCount(): number {
    return this.#answers.size;
  }

  select(started: StartedPytest): Promise<Selection> {
    const key = JSON.stringify(started);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.selectAnew(started);
    this.#answers.set(key, answer);
    return answer;
  }

  /** As `select`, in a directory whose files are not what they were at another time. */
  selectAnew(started: StartedPytest): Promise<Selection> {
    const worker = this.#workers[this.#next % this.#workers.length]!;
    this.#next += 1;
    return worker.ask(started);
  }

  close(): void {
    for (const worker of this.#workers) worker.close();
  }
}

class PytestWorker {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve: (selection: Selection) => void; reject: (error: Error) => void }
  >();
  #id = 0;

  constructor() {
    const script = join(import.meta.dirname, "pytest-worker.py");
    this.#process = spawn(PYTHON, [script], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: "/usr/bin:/bin", PYTHONDONTWRITEBYTECODE: "1", HOME: "/nonexistent" },
    });
    createInterface({ input: this.#process.stdout! }).on("line", (line) => {
      const { id, ...selection } = JSON.parse(line) as Selection & { id: number };
      this.#waiting.get(id)?.resolve(selection);
      this.#waiting.delete(id);
    });
    this.#process.on("exit", (code) => {
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`Cannot ask pytest: its worker ended with ${code}.`));
      }
    });
  }

  ask(started: StartedPytest): Promise<Selection> {
    this.#id += 1;
    const id = this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#process.stdin!.write(`${JSON.stringify({ id, ...started })}\n`);
    });
  }

  close(): void {
    this.#process.stdin!.end();
  }
}
