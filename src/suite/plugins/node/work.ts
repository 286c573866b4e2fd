import type { AsyncLocalStorage } from "node:async_hooks";
import { nodeModule } from "./node-module.ts";
import type { ScopeEnd } from "./tell-gateway.ts";

/** One piece of work: a test, or what a file or a suite does outside its tests. */
export interface Scope {
  readonly name: string;
  readonly parent: Scope | undefined;
  /** Which of several processes does the same work at once: the project of a file that has several. */
  readonly worker: string | undefined;
  /** Where the work is written down, for calls whose place nobody can tell. */
  readonly place: (() => string | undefined) | undefined;
  /** Whether it ends with a verdict, unless its process is cut off. */
  readonly isTest: boolean;
  /** Whether anything was asked since it was opened or began anew. */
  hasAsked: boolean;
  isEnded: boolean;
  lanes: WeakMap<object, number>;
  laneCount: number;
}

/** How a scope is opened. */
export type ScopeStart = Pick<Scope, "name"> &
  Partial<Pick<Scope, "parent" | "worker" | "place" | "isTest">>;

/** Tells that a scope's work is done; never fails. */
type TellOfScope = (end: ScopeEnd) => Promise<void>;

/** Work outside all tests of a program that runs tests: where context was lost. */
type Fallback = Scope | undefined;

/** Who asks, by asynchronous context. */
export class Work {
  readonly #scopes: AsyncLocalStorage<Scope>;
  readonly #tasks: AsyncLocalStorage<object>;
  readonly #tell: () => TellOfScope;
  /** Tests that run now. */
  readonly #running: Set<Scope> = new Set<Scope>();
  /** Numbers of tasks outside any scope. */
  readonly #unscoped: Scope = openScope({ name: "" });
  #fallback: Fallback;

  constructor(tell: () => TellOfScope) {
    const { AsyncLocalStorage } = nodeModule("async_hooks");
    this.#scopes = new AsyncLocalStorage<Scope>();
    this.#tasks = new AsyncLocalStorage<object>();
    this.#tell = tell;
  }

  /** Runs work as a task: its requests get a lane of their own, numbered at its first request. */
  task<T>(work: () => T): T {
    return this.#tasks.run({}, work);
  }

  /** Runs work, and whatever it awaits, in a scope. */
  run<T>(scope: Scope, work: () => T): T {
    return this.#scopes.run(scope, work);
  }

  /** The scope that the running work was put in, ended or not. */
  stored(): Scope | undefined {
    return this.#scopes.getStore();
  }

  /** Puts what follows in the running function, and whatever it awaits, in a scope. */
  enter(scope: Scope): void {
    this.#scopes.enterWith(scope);
  }

  /** Opens the scope of a test; a call whose context was lost belongs to the only one that runs. */
  startTest(start: ScopeStart): Scope {
    const scope = openScope({ ...start, isTest: true });
    this.#running.add(scope);
    return scope;
  }

  /** Opens the scope of a file or of a suite. */
  startGroup(start: ScopeStart): Scope {
    return openScope(start);
  }

  /** Names the scope of calls whose context was lost while no test, or several, run. */
  fallBackTo(scope: Fallback): void {
    this.#fallback = scope;
  }

  /** Ends an attempt; the next begins the scope anew, and what only this one asked is kept with it. */
  async restart(scope: Scope): Promise<void> {
    await this.#close(scope, { keep: false, again: true });
    renumber(scope);
  }

  /** Drops what a group has recorded; what it asks from now on begins its scope anew. */
  async drop(scope: Scope): Promise<void> {
    await this.#close(scope, { keep: false });
    renumber(scope);
  }

  /** Begins a scope anew that had ended: the next attempt of its test. */
  reopen(scope: Scope): void {
    if (!scope.isEnded) return;
    scope.isEnded = false;
    renumber(scope);
  }

  /**
   * Ends a scope. What it left behind and still asks belongs to what is around it.
   *
   * @param again Whether this was an attempt, and another follows.
   */
  async end(scope: Scope, keep: boolean, again = false): Promise<void> {
    if (scope.isEnded) return;
    scope.isEnded = true;
    this.#running.delete(scope);
    await this.#close(scope, again ? { keep: false, again } : { keep });
  }

  /** The scope of the running work; `undefined` outside any. */
  current(): Scope | undefined {
    let scope = this.#scopes.getStore();
    while (scope?.isEnded) scope = scope.parent;
    if (scope !== undefined) return scope;
    const [only, ...others] = this.#running;
    if (only !== undefined && others.length === 0) return only;
    return this.#fallback?.isEnded === true ? undefined : this.#fallback;
  }

  /** Lane of the running task in a scope; 0 outside any task. */
  lane(scope: Scope = this.#unscoped): number {
    const task = this.#tasks.getStore();
    if (task === undefined) return 0;
    const known = scope.lanes.get(task);
    if (known !== undefined) return known;
    scope.laneCount += 1;
    scope.lanes.set(task, scope.laneCount);
    return scope.laneCount;
  }

  async #close(
    { name, worker, hasAsked }: Scope,
    how: Pick<ScopeEnd, "keep" | "again">,
  ): Promise<void> {
    // A test that asks nothing costs nothing.
    if (!hasAsked) return;
    await this.#tell()({ scope: name, ...how, ...(worker === undefined ? {} : { worker }) });
  }
}

function renumber(scope: Scope): void {
  scope.lanes = new WeakMap();
  scope.laneCount = 0;
}

function openScope({ name, parent, worker, place, isTest = false }: ScopeStart): Scope {
  return {
    name,
    parent,
    worker,
    place,
    isTest,
    hasAsked: false,
    isEnded: false,
    lanes: new WeakMap(),
    laneCount: 0,
  };
}
