import fc from "fast-check";
import { test as vitestTest } from "vitest";

export { fc };

/** A property: many runs make it slower than a case. */
export function test(name: string, run: () => void): void {
  vitestTest(name, { timeout: 30_000 }, run);
}
