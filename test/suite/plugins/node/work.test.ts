import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { ScopeEnd } from "../../../../src/suite/plugins/node/tell-gateway.ts";
import { Work } from "../../../../src/suite/plugins/node/work.ts";

test("calls belong to the scope in which they are made, whatever runs beside them", async () => {
  const { work } = open();
  const names = await Promise.all(
    ["a", "b", "c"].map((name, index) =>
      work.run(work.startTest({ name }), async () => {
        await sleep(3 - index);
        return work.current()?.name;
      }),
    ),
  );
  expect(names).toEqual(["a", "b", "c"]);
});

test("a call whose context was lost belongs to the only test that runs, else to the file", async () => {
  const { work } = open();
  work.fallBackTo(work.startGroup({ name: "file" }));
  const first = work.startTest({ name: "first" });
  expect(work.current()?.name).toBe("first");
  const second = work.startTest({ name: "second" });
  expect(work.current()?.name).toBe("file");
  await work.end(first, true);
  expect(work.current()?.name).toBe("second");
  await work.end(second, true);
  expect(work.current()?.name).toBe("file");
});

test("what an ended test left behind asks in what is around it", async () => {
  const { work } = open();
  const suite = work.startGroup({ name: "suite" });
  const scope = work.startTest({ name: "test", parent: suite });
  const late = work.run(scope, async () => {
    await sleep(2);
    return work.current()?.name;
  });
  await work.end(scope, true);
  expect(await late).toBe("suite");
});

test("tasks are numbered at their first call, anew in each attempt", async () => {
  const { work } = open();
  const scope = work.startTest({ name: "a" });
  const lanes = (): readonly number[] =>
    [1, 2].map(() => work.task(() => [work.lane(scope), work.lane(scope)])).flat();
  expect([work.lane(scope), ...lanes()]).toEqual([0, 1, 1, 2, 2]);
  await work.restart(scope);
  expect(lanes()).toEqual([1, 1, 2, 2]);
});

test("the gateway is told of scopes that asked, once, with the verdict", async () => {
  const { work, told } = open();
  const silent = work.startTest({ name: "silent" });
  const asked = work.startTest({ name: "asked", worker: "w" });
  asked.hasAsked = true;
  await work.restart(asked);
  for (const scope of [silent, asked, asked]) await work.end(scope, true);
  expect(told).toEqual([
    { scope: "asked", keep: false, again: true, worker: "w" },
    { scope: "asked", keep: true, worker: "w" },
  ]);
});

function open(): { readonly work: Work; readonly told: readonly ScopeEnd[] } {
  const told: ScopeEnd[] = [];
  const tell = async (end: ScopeEnd): Promise<void> => {
    told.push(end);
  };
  return { work: new Work(() => tell), told };
}

test("an attempt that follows an ended one has its scope again, and its lanes from the first", async () => {
  const { work, told } = open();
  const suite = work.startGroup({ name: "suite" });
  const scope = work.startTest({ name: "test", parent: suite });
  const attempt = (): readonly unknown[] =>
    work.run(scope, () => {
      work.current()!.hasAsked = true;
      return [work.current()!.name, work.task(() => work.lane(scope))];
    });
  expect(attempt()).toEqual(["test", 1]);
  work.reopen(scope);
  expect(attempt()).toEqual(["test", 2]);
  await work.end(scope, false);
  expect(work.run(scope, () => work.current()?.name)).toBe("suite");
  work.reopen(scope);
  expect(attempt()).toEqual(["test", 1]);
  await work.end(scope, true);
  expect(told.map(({ keep }) => keep)).toEqual([false, true]);
});

test("what is asked after a file has ended is not the file's: it would begin anew", async () => {
  const { work } = open();
  const file = work.startGroup({ name: "file" });
  work.fallBackTo(file);
  await work.end(file, true);
  expect(work.current()).toBeUndefined();
});
