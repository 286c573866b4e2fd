import type { AnnotationQuota } from "../annotation-quota.ts";

const COMMAND = /^::(error|warning|notice)[ :]/gm;

/**
 * Runs what the cache client does and counts the annotations that it prints by itself: they take
 * room that the runner does not give to ours.
 */
export async function countingAnnotations<T>(
  quota: AnnotationQuota,
  work: () => Promise<T>,
): Promise<T> {
  const write = process.stdout.write.bind(process.stdout);
  const counting = (chunk: string | Uint8Array, ...rest: []): boolean => {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("latin1");
    for (const [, level] of text.matchAll(COMMAND)) quota.take(level as "error");
    return write(chunk, ...rest);
  };
  process.stdout.write = counting;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}
