import * as core from "@actions/core";
import { say } from "./say.ts";

type AnnotationLevel = "error" | "warning" | "notice";

/** The runner shows this many annotations of one level a step, first come first served. */
export const ANNOTATIONS_MAX = 10;

/**
 * Counts the annotations of a step, the suite's and ours: what the runner would drop must be told
 * in another way. Where the user wants none, ours are plain lines of the log.
 */
export class AnnotationQuota {
  readonly #taken = new Map<AnnotationLevel, number>();
  readonly #isOff: boolean;
  readonly #said: string[] = [];

  constructor(options: { readonly isOff: boolean }) {
    this.#isOff = options.isOff;
  }

  /** The suite printed an annotation. */
  take(level: AnnotationLevel): void {
    this.#taken.set(level, (this.#taken.get(level) ?? 0) + 1);
  }

  /** How many more of a level the runner will show. */
  roomFor(level: AnnotationLevel): number {
    return Math.max(0, ANNOTATIONS_MAX - (this.#taken.get(level) ?? 0));
  }

  /** What would have been an annotation so far, were they not switched off: the summary tells it. */
  unshown(): readonly string[] {
    return [...this.#said];
  }

  /** Annotates on our own behalf. */
  annotate(level: AnnotationLevel, message: string, properties: core.AnnotationProperties): void {
    if (this.#isOff) {
      this.#said.push(message);
      say(properties.title === undefined ? message : `${properties.title}: ${message}`);
      return;
    }
    this.take(level);
    if (level === "error") core.error(message, properties);
    else if (level === "warning") core.warning(message, properties);
    else core.notice(message, properties);
  }

  /** Makes the step red, with the reason. */
  fail(message: string): void {
    if (!this.#isOff) return core.setFailed(message);
    process.exitCode = core.ExitCode.Failure;
    say(`Error: ${message}`);
  }
}
