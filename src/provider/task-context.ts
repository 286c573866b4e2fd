import { AsyncLocalStorage } from "node:async_hooks";
import type { LaneContext } from "../cassette/ports.ts";

/** Lanes by asynchronous context: whatever a task awaits or starts belongs to it. */
export class TaskContext implements LaneContext {
  readonly #tokens: AsyncLocalStorage<object> = new AsyncLocalStorage<object>();

  current(): object | undefined {
    return this.#tokens.getStore();
  }

  run<T>(token: object, work: () => T): T {
    return this.#tokens.run(token, work);
  }
}

/** The scope of the current line of asynchronous work, for front ends that are given none. */
export class ScopeContext {
  readonly #scopes: AsyncLocalStorage<string> = new AsyncLocalStorage<string>();

  current(): string | undefined {
    return this.#scopes.getStore();
  }

  run<T>(scope: string, work: () => T): T {
    return this.#scopes.run(scope, work);
  }
}
