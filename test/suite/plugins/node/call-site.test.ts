import { join } from "node:path";
import { expect, test } from "vitest";
import { framesOf, openCallSites } from "../../../../src/suite/plugins/node/call-site.ts";

test("frames are read in every form that V8 writes", () => {
  const stack = [
    "Error: at nothing (x.js:1:1)",
    "    at fetch (/p/plugin.cjs:1:2)",
    "    at async ask (file:///w/src/a%20b.mjs:3:5)",
    "    at async file:///w/src/b.mjs:4:5",
    "    at Object.<anonymous> (/w/t/c (d).test.js:6:7)",
    String.raw`    at new Thing (C:\w\d.js:8:9)`,
    "    at async Promise.all (index 0)",
    "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
    "    at eval (eval at x (/w/e.js:1:1), <anonymous>:1:1)",
  ].join("\n");
  expect([...framesOf(stack)].slice(0, 5)).toEqual([
    { file: "/p/plugin.cjs", line: 1 },
    { file: "file:///w/src/a%20b.mjs", line: 3 },
    { file: "file:///w/src/b.mjs", line: 4 },
    { file: "/w/t/c (d).test.js", line: 6 },
    { file: String.raw`C:\w\d.js`, line: 8 },
  ]);
});

test("a call site is the nearest frame of the user's", () => {
  const root = join(import.meta.dirname, "..", "..", "..", "..");
  const sites = openCallSites(root, "/elsewhere/plugin.cjs");
  const limit = Error.stackTraceLimit;
  expect(sites.current()[0]).toMatch(/^src\/suite\/plugins\/node\/call-site\.ts:\d+$/u);
  expect(Error.stackTraceLimit).toBe(limit);
  const deep = (depth: number): readonly string[] =>
    depth === 0 ? sites.current() : [...deep(depth - 1)];
  const frames = deep(3).filter((site) => site.startsWith("test/"));
  // Once each, however deep the recursion: the line that calls itself, and the one that calls it first.
  expect(frames).toHaveLength(2);
  expect(new Set(frames).size).toBe(2);
  expect(deep(30).length).toBeLessThanOrEqual(8);
  expect(sites.at({ file: join(root, "node_modules/x/y.js"), line: 1 })).toBeUndefined();
  expect(sites.at({ file: join(root, "..", "y.js"), line: 1 })).toBeUndefined();
  expect(sites.at({ file: "relative.js", line: 1 })).toBeUndefined();
  expect(sites.at({ file: join(root, "a", "y.js"), line: 7 })).toBe("a/y.js:7");
});
