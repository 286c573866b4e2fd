import * as core from "@actions/core";

type AnnotationLevel = "error" | "warning" | "notice";

/** The runner shows this many annotations of one level a step, first come first served. */
export const ANNOTATIONS_MAX = 10;

/**
 * Counts the annotations of a step, the suite's and ours: what the runner would drop must be told
 * in another way.
 */
export class AnnotationQuota {
  readonly #taken = new Map<AnnotationLevel, number>();

  /** The suite printed an annotation. */
  take(level: AnnotationLevel): void {
    this.#taken.set(level, (this.#taken.get(level) ?? 0) + 1);
  }

  /** How many more of a level the runner will show. */
  roomFor(level: AnnotationLevel): number {
    return Math.max(0, ANNOTATIONS_MAX - (this.#taken.get(level) ?? 0));
  }

  /** Annotates on our own behalf. */
  annotate(level: AnnotationLevel, message: string, properties: core.AnnotationProperties): void {
    this.take(level);
    if (level === "error") core.error(message, properties);
    else if (level === "warning") core.warning(message, properties);
    else core.notice(message, properties);
  }
}
