import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, askClaude, stream } from "./assistant.mjs";

test("answers a question", async () => {
  assert.equal(await ask("What is the capital of France?"), "Paris.");
});

test("answers two questions at once", async () => {
  const [capital, primes] = await Promise.all([
    ask("What is the capital of France?"),
    ask("Name three primes."),
  ]);
  assert.equal(capital, "Paris.");
  assert.equal(primes, "2, 3 and 5.");
});

test("streams a poem", async () => {
  const pieces = [];
  for await (const piece of stream("Write a haiku about tape.")) pieces.push(piece);
  assert.ok(pieces.length > 5);
  assert.match(pieces.join(""), /CI stays green\.$/);
});

test("asks another provider", async () => {
  assert.equal(await askClaude("Name three primes."), "2, 3 and 5.");
});
