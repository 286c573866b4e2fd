import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CassetteInternalError } from "../../src/cassette/errors.ts";
import type { Session } from "../../src/cassette/session.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { answer, chatRequest } from "./requests.ts";
import { asyncLanes, sessionsOver } from "./session-fixture.ts";

/** What one task asks, one question after the other. */
type Questions = readonly string[];

describe("lanes", () => {
  test("are numbered by the first request of a task, and 0 outside tasks", async () => {
    const { open } = sessionsOver(openMemoryStore(), { lanes: asyncLanes() });
    const session = open("record");
    const lanes: number[] = [];
    const ask = (text: string): void => {
      const issued = session.issue(chatRequest(text));
      lanes.push(issued.lane);
      issued.record(answer(text));
    };
    ask("outside");
    await session.task(async () => {
      await session.task(async () => {
        await Promise.resolve();
        ask("inner first");
      });
      ask("outer second");
      ask("outer again");
    });
    ask("outside again");
    expect(lanes).toEqual([0, 1, 2, 2, 0]);
  });

  test("that a caller numbers are not given to tasks", async () => {
    const { open } = sessionsOver(openMemoryStore(), { lanes: asyncLanes() });
    const session = open("record");
    session.issue(chatRequest("a"), { lane: 4 }).release();
    const lane = await session.task(async () => session.issue(chatRequest("a")).lane);
    expect(lane).toBe(5);
  });

  test("start at 1 in every scope", async () => {
    const { open } = sessionsOver(openMemoryStore(), { lanes: asyncLanes() });
    const session = open("record");
    const laneIn = (scope: string): Promise<number> =>
      session.task(async () => session.issue(chatRequest("a"), { scope }).lane);
    expect([await laneIn("a"), await laneIn("b"), await laneIn("a")]).toEqual([1, 1, 2]);
  });

  test("need a context that carries them", () => {
    const { open } = sessionsOver(openMemoryStore());
    expect(() => open("record").task(async () => 1)).toThrow(CassetteInternalError);
  });
});

describe("fan-out", () => {
  const question = fc.constantFrom("same", "same", "same", "other", "third");
  const fanOut = fc.array(fc.array(question, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });

  test(
    "replays identically whatever order its requests complete in",
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fanOut, fc.scheduler(), fc.scheduler(), async (tasks, first, second) => {
          const store = openMemoryStore();
          const { open } = sessionsOver(store, { lanes: asyncLanes() });
          const recording = open("record");
          let answers = 0;
          const recorded = await run(tasks, recording, first, () => `answer ${answers++}`);
          recording.close();
          const replayed = await run(tasks, open("replay"), second, () => "never live");
          expect(replayed).toEqual(recorded);
        }),
        { numRuns: 40 },
      );
    },
  );

  test(
    "records the same document whatever order its requests complete in",
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fanOut, fc.scheduler(), fc.scheduler(), async (tasks, one, other) => {
          const documents = [];
          for (const scheduler of [one, other]) {
            const store = openMemoryStore();
            const { open } = sessionsOver(store, { lanes: asyncLanes() });
            const session = open("record");
            await runSideBySide(tasks, session, scheduler);
            session.close();
            documents.push(store.read("default")?.document);
          }
          expect(documents[1]).toBe(documents[0]);
        }),
        { numRuns: 40 },
      );
    },
  );
});

/** Every task asks its questions one after the other; answers arrive as the scheduler likes. */
async function run(
  tasks: readonly Questions[],
  session: Session,
  scheduler: fc.Scheduler,
  live: () => string,
): Promise<readonly unknown[]> {
  const running = tasks.map((questions, index) =>
    session.task(async () => {
      const got: unknown[] = [];
      for (const text of questions) {
        const issued = session.issue(chatRequest(text));
        await scheduler.schedule(Promise.resolve(), `task ${index}`);
        if (issued.lookup.kind === "live") {
          const outcome = answer(live());
          issued.record(outcome);
          got.push(outcome);
        } else {
          expect(issued.lookup.kind).toBe("hit");
          if (issued.lookup.kind === "hit") got.push(issued.lookup.interaction.outcome);
          issued.consume();
        }
      }
      return got;
    }),
  );
  await scheduler.waitIdle();
  return Promise.all(running);
}

/** All requests of a task are issued at once; each answer says which it is. */
async function runSideBySide(
  tasks: readonly Questions[],
  session: Session,
  scheduler: fc.Scheduler,
): Promise<void> {
  const running = tasks.map((questions, task) =>
    session.task(() =>
      Promise.all(
        questions.map(async (text, index) => {
          const issued = session.issue(chatRequest(text));
          await scheduler.schedule(Promise.resolve(), `${task}.${index}`);
          issued.record(answer(`${task}.${index}`));
        }),
      ),
    ),
  );
  await scheduler.waitIdle();
  await Promise.all(running);
}
