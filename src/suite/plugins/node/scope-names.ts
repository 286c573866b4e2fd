import { testScope } from "../../../cassette/test-scope.ts";

/** Gives the tests of a process their scopes; no two get the same, whatever stands in their titles. */
export class ScopeNames {
  readonly #taken = new Set<string>();
  /** Scope without a number → the number that is tried next. */
  readonly #next = new Map<string, number>();

  /** Scope of the next test with this file and these titles. */
  take(file: string, titles: readonly string[]): string {
    const plain = testScope(file, titles);
    for (let ordinal = this.#next.get(plain) ?? 0; ; ordinal++) {
      // A title may end like the number of another test.
      const name = testScope(file, titles, ordinal);
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      this.#next.set(plain, ordinal + 1);
      return name;
    }
  }
}
