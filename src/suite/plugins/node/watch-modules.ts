import { patchJestRunner } from "./jest.ts";
import { nodeModule } from "./node-module.ts";
import type { Plugin } from "./plugin.ts";

/** How Node loads CommonJS modules; not a public name, but what every tracer has used for ten years. */
interface Loader {
  _load: (this: unknown, request: string, ...rest: unknown[]) => unknown;
}

/** jest's file that runs a test file, by the path that jest requires it by. */
const JEST_RUNNER =
  /[\\/]jest-circus[\\/](?:build[\\/])?(?:runner|legacy-code-todo-rewrite[\\/]jestAdapter)(?:\.js)?$/u;

/** Watches what CommonJS modules ask for, so that nothing is loaded which the program does not load. */
export function watchModules(plugin: Plugin): void {
  const loader = nodeModule("module") as unknown as Loader;
  const original = loader._load;
  loader._load = function _load(request, ...rest) {
    const loaded = original.call(this, request, ...rest);
    if (typeof request !== "string") return loaded;
    if (JEST_RUNNER.test(request)) return patchJestRunner(plugin, loaded);
    if (request.length < 11) plugin.onBuiltin(request.replace(/^node:/u, ""));
    return loaded;
  };
}
