// What ships. A bundle's budget is a test: a dependency that sneaks in shows here first.
// Not minified: people who pin the action by SHA read what they pin. The gate alone is minified
// where that buys start-up time (see bench/gate.mjs).

import { vettedCacheClient } from "./cache-client-plugin.mjs";

/**
 * @typedef {{ entry: string, outfile: string, bytesMax: number, minify?: boolean, banner?: string,
 *   external?: string[], define?: Record<string, string>, alias?: Record<string, string>,
 *   plugins?: import("esbuild").Plugin[], needsModuleUrl?: boolean,
 *   chunks?: Record<string, { file: string, functions?: string[] }>, inputs: RegExp }} Bundle
 * `inputs`: which source files may be part of the bundle. `chunks`: modules that are bundles of their
 * own and are loaded when they are needed; `functions` are what a static import may use of one.
 * `needsModuleUrl`: a package in it asks for `import.meta.url`, which CommonJS lacks.
 */

/** The library is a bundle of its own: one set of modules, whichever way it is imported. */
const besideLibrary = {
  name: "beside-library",
  setup(build) {
    build.onResolve({ filter: /^\.\/index\.ts$/ }, () => ({ path: "./index.mjs", external: true }));
  },
};

/** @type {Bundle[]} */
export const BUNDLES = [
  {
    entry: "src/cli/main.ts",
    outfile: "dist/cli.cjs",
    bytesMax: 4_000_000,
    needsModuleUrl: true,
    banner: "#!/usr/bin/env node",
    // Its main file is UMD, whose inner requires no bundler can follow.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    // Of the hook, the terminal shares what judges a command in a working tree.
    inputs:
      /^src\/(?!action\/|hook\/(?!judge-command|policy-file|working-tree|payload))|^node_modules\//,
  },
  {
    // What runs before every shell command: recognises the host and passes what cannot concern it.
    entry: "src/hook/main.ts",
    outfile: "dist/gate.cjs",
    bytesMax: 40_000,
    minify: true,
    chunks: {
      "src/gate/plain/pass-plain-command.ts": { file: "./gate-plain.cjs" },
      "src/gate/decide.ts": { file: "./gate-judge.cjs" },
      "src/gate/policy/read-policy.ts": { file: "./gate-policy.cjs" },
    },
    inputs: /^src\/(hook|gate)\//,
  },
  {
    // Passes what is plain words and sanctioned runs, without the judge.
    entry: "src/gate/plain/pass-plain-command.ts",
    outfile: "dist/gate-plain.cjs",
    bytesMax: 40_000,
    minify: true,
    inputs: /^src\/gate\//,
  },
  {
    entry: "src/gate/decide.ts",
    outfile: "dist/gate-judge.cjs",
    bytesMax: 350_000,
    minify: true,
    chunks: {
      "src/gate/runners/runner-scripts.ts": {
        file: "./gate-runners.cjs",
        functions: ["lookUpRunner"],
      },
      "src/gate/launch/foreign-starts.ts": {
        file: "./gate-foreign.cjs",
        functions: ["findStarts"],
      },
      "src/gate/launch/rare-wrappers.ts": {
        file: "./gate-wrappers.cjs",
        functions: ["rareWrapperOf"],
      },
      "src/gate/launch/exec-options.ts": {
        file: "./gate-exec.cjs",
        functions: ["execTexts"],
      },
    },
    inputs: /^src\/gate\/|^node_modules\/(unbash|shell-quote)\//,
  },
  {
    entry: "src/gate/runners/runner-scripts.ts",
    outfile: "dist/gate-runners.cjs",
    bytesMax: 80_000,
    minify: true,
    inputs: /^src\/gate\//,
  },
  {
    // Wrappers that are seldom seen: loaded only where one is named.
    entry: "src/gate/launch/rare-wrappers.ts",
    outfile: "dist/gate-wrappers.cjs",
    bytesMax: 40_000,
    minify: true,
    inputs: /^src\/gate\//,
  },
  {
    // Commands that options of other programs hold: loaded only where one of these runs.
    entry: "src/gate/launch/exec-options.ts",
    outfile: "dist/gate-exec.cjs",
    bytesMax: 10_000,
    minify: true,
    inputs: /^src\/gate\//,
  },
  {
    // What other languages' programs start: loaded only where one runs.
    entry: "src/gate/launch/foreign-starts.ts",
    outfile: "dist/gate-foreign.cjs",
    bytesMax: 30_000,
    minify: true,
    inputs: /^src\/gate\//,
  },
  {
    entry: "src/gate/policy/read-policy.ts",
    outfile: "dist/gate-policy.cjs",
    bytesMax: 60_000,
    minify: true,
    inputs: /^src\/gate\/|^node_modules\/zod\//,
  },
  {
    // What the runner starts: listens to signals before the action itself is read.
    entry: "src/action/main.ts",
    outfile: "dist/main.cjs",
    bytesMax: 5_000,
    chunks: { "src/action/step.ts": { file: "./action.cjs" } },
    inputs: /^src\/action\/(?:main|signals)\.ts$/,
  },
  {
    entry: "src/action/step.ts",
    outfile: "dist/action.cjs",
    bytesMax: 6_500_000,
    plugins: [vettedCacheClient],
    needsModuleUrl: true,
    inputs: /^src\/(?!cli\/|hook\/|gate\/)|^node_modules\//,
  },
  {
    entry: "src/action/post.ts",
    outfile: "dist/post.cjs",
    bytesMax: 2_000_000,
    inputs: /^src\/(?!cli\/|hook\/|gate\/)|^node_modules\//,
  },
  {
    // What is required before every Node program below a suite.
    entry: "src/suite/plugins/node/main.ts",
    outfile: "dist/node/tapegate-node.cjs",
    bytesMax: 40_000,
    inputs: /^src\/(?:suite\/plugins\/node\/|cassette\/test-scope\.ts)/,
  },
  {
    entry: "src/index.ts",
    outfile: "dist/index.mjs",
    bytesMax: 1_500_000,
    inputs: /^src\/(?!cli\/|hook\/|gate\/|action\/)|^node_modules\//,
  },
  {
    entry: "src/vitest.ts",
    outfile: "dist/vitest.mjs",
    bytesMax: 1_000,
    plugins: [besideLibrary],
    inputs: /^src\/vitest\.ts$/,
  },
  {
    // CommonJS, because jest's own module loader takes nothing else.
    entry: "src/library/task.ts",
    outfile: "dist/task.cjs",
    bytesMax: 2_000,
    inputs: /^src\/library\/task\.ts$/,
  },
];

/** Files that ship as they are. @type {{ from: string, to: string }[]} */
export const COPIES = [
  { from: "docs/schema/tapegate.json", to: "dist/tapegate.schema.json" },
  { from: "src/suite/plugins/pytest/tapegate_pytest.py", to: "dist/pytest/tapegate_pytest.py" },
];
