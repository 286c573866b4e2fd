import { expect, test } from "vitest";
import { isWorkerName } from "../../../../src/gateway/close-scope.ts";
import { workerName } from "../../../../src/suite/plugins/node/worker-name.ts";

test("a plain name of a project is the worker's", () => {
  expect(workerName("unit-2")).toBe("unit-2");
});

test("projects stay apart whatever they are called, and the gateway takes their names", () => {
  const long = "p".repeat(80);
  const projects = ["a b", "a_b", "a.b", "日本", "中国", long, `${long}!`];
  const names = projects.map(workerName);
  expect(new Set(names).size).toBe(projects.length);
  expect(names.filter((name) => !isWorkerName(name))).toEqual([]);
});
