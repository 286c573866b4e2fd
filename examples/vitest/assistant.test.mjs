import { describe, expect, test } from "vitest";
import { answer, poem } from "./assistant.mjs";

describe("assistant", () => {
  test("answers by the AI SDK and counts tokens", async () => {
    expect(await answer("What is the capital of France?")).toEqual({ text: "Paris.", tokens: 27 });
  });

  test("streams a poem by OpenAI's SDK", async () => {
    expect(await poem("tape")).toMatch(/CI stays green\.$/);
  });
});
