import { describe, expect, test } from "vitest";
import { createHeldAnswers } from "../../src/gateway/held-answers.ts";

/** Whether a promise has resolved by now. */
async function isDone(promise: Promise<void> | undefined): Promise<boolean> {
  const late = Symbol("late");
  const first = await Promise.race([
    promise,
    new Promise((resolve) => setImmediate(resolve, late)),
  ]);
  return first !== late;
}

describe("Answers that are held", () => {
  test("go on at once within the bound", () => {
    const held = createHeldAnswers({ bytesMax: 10, freeBytesMax: 0, waitMsMax: 10_000 });
    expect(held.open().take(6)).toBeUndefined();
    expect(held.open().take(4)).toBeUndefined();
  });

  test("beyond it, one goes on and the others wait until it is done", async () => {
    const held = createHeldAnswers({ bytesMax: 10, freeBytesMax: 0, waitMsMax: 10_000 });
    const [first, second, third] = [held.open(), held.open(), held.open()];
    expect(first.take(8)).toBeUndefined();
    expect(second.take(8)).toBeUndefined();
    const waits = [third.take(1), first.take(1)];
    expect(second.take(80)).toBeUndefined();
    expect(await Promise.all(waits.map(isDone))).toEqual([false, false]);
    second.release();
    expect(await Promise.all(waits.map(isDone))).toEqual([true, true]);
  });

  test("none waits for ever, however many and large they are", async () => {
    const held = createHeldAnswers({ bytesMax: 10, freeBytesMax: 0, waitMsMax: 10_000 });
    let doneCount = 0;
    const read = async (): Promise<void> => {
      const answer = held.open();
      for (let step = 0; step < 20; step++) {
        await answer.take(7);
        await new Promise((resolve) => setImmediate(resolve));
      }
      answer.release();
      answer.release();
      doneCount++;
    };
    await Promise.all(Array.from({ length: 12 }, read));
    expect(doneCount).toBe(12);
    expect(held.open().take(10)).toBeUndefined();
  });

  test("nor behind one that is never done, and then no more", async () => {
    const held = createHeldAnswers({ bytesMax: 10, freeBytesMax: 0, waitMsMax: 500 });
    const [stuck, other] = [held.open(), held.open()];
    expect(stuck.take(11)).toBeUndefined();
    const wait = other.take(5);
    expect(await isDone(wait)).toBe(false);
    await wait;
    expect(other.take(50)).toBeUndefined();
  });

  test("a small one does not wait", () => {
    const held = createHeldAnswers({ bytesMax: 10, freeBytesMax: 4, waitMsMax: 10_000 });
    expect(held.open().take(11)).toBeUndefined();
    const small = held.open();
    expect([small.take(2), small.take(2)]).toEqual([undefined, undefined]);
    expect(small.take(1)).toBeDefined();
    small.release();
  });

  test("whoever left waits no longer, and holds nothing", async () => {
    const held = createHeldAnswers({ bytesMax: 10, freeBytesMax: 0, waitMsMax: 10_000 });
    const [first, second] = [held.open(), held.open()];
    expect(first.take(11)).toBeUndefined();
    const departure = new AbortController();
    const wait = second.take(5, departure.signal);
    expect(await isDone(wait)).toBe(false);
    departure.abort();
    expect(await isDone(wait)).toBe(true);
    expect(second.take(5, departure.signal)).toBeUndefined();
    second.release();
    first.release();
    expect(held.open().take(10)).toBeUndefined();
  });
});
