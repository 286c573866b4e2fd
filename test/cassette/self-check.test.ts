import { describe, expect, test } from "vitest";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import type { Interaction } from "../../src/cassette/values.ts";
import { checkRecorded } from "../../src/cassette/self-check.ts";
import { encodeCassette } from "../../src/cassette/cassette-format.ts";
import { indexDocument } from "../../src/cassette/cassette-index.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { answer, chatRequest } from "./requests.ts";
import { NOW, recordOne, sessionsOver } from "./session-fixture.ts";

describe("the check of what was just recorded", () => {
  const volatile: readonly (readonly [text: string, normaliser: string, what: string])[] = [
    ["Today is 2026-11-22.", "iso-date", "the time of the recording"],
    ["now: 2026-11-22T11:59:58+00:00", "iso-date", "the time of the recording"],
    [`at ${NOW}`, "epoch", "the time of the recording"],
    [`at ${NOW / 1000 - 5}`, "epoch", "the time of the recording"],
    ["see /tmp/pytest-of-root/pytest-1/a.txt", "temp-path", "a temporary path"],
    [`pyd_ai_${"0".repeat(32)}`, "pydantic-ai-id", "a generated id"],
  ];
  for (const [text, normaliser, what] of volatile) {
    test(`advises ${normaliser} for "${text}"`, () => {
      expect(findings([text])).toEqual([
        `A request of "default" is not deterministic: POST /v1/chat/completions holds ${what} at $.messages[1].content, so the next run will miss. Add the normaliser ${normaliser}, or keep it out of the request`,
      ]);
      expect(findings([text], [normaliser])).toEqual([]);
    });
  }

  for (const text of ["Founded on 2001-02-03", "1000000000 things", "/tmp/report.txt", "plain"]) {
    test(`has nothing to say about "${text}"`, () => {
      expect(findings([text])).toEqual([]);
    });
  }

  test("compares with the last recording", () => {
    const ids = ["123e4567-e89b-12d3-a456-426614174000", "923e4567-e89b-12d3-a456-426614174000"];
    const { open } = sessionsOver(openMemoryStore());
    const told = ids.map((id) => {
      const session = open("record");
      recordOne(session, chatRequest(`order ${id}`), answer("x"));
      session.close();
      return session.tally().findings;
    });
    expect(told).toEqual([
      [],
      [
        expect.stringContaining(
          "differs from its last recording only in what the normaliser uuid takes away",
        ),
      ],
    ]);
  });

  test("says few things of one kind", () => {
    const texts = Array.from({ length: 50 }, (_, n) => `Today is 2026-11-22, ${n}`);
    expect(findings(texts).length).toBeLessThanOrEqual(5);
  });

  test("finds a document that gives back something else", () => {
    const document = encodeCassette({
      scope: "default",
      normalisers: [],
      interactions: [interactionOf("a"), interactionOf("b")],
    });
    const { recordings } = indexDocument(document, "p");
    const context = { clock: { now: () => NOW }, normalisers: [] };
    const check = (recorded: typeof recordings): readonly string[] =>
      checkRecorded(
        { scope: "default", document, place: "p", recorded, base: [], earlier: [] },
        context,
      );
    expect(check(recordings)).toEqual([]);
    expect(check([...recordings].reverse())).toEqual([
      expect.stringMatching(
        /^The scope "default" would not replay: recording 1 .* comes back as another one/,
      ),
    ]);
  });
});

function findings(texts: readonly string[], names: readonly string[] = []): readonly string[] {
  const { open } = sessionsOver(openMemoryStore(), { normalisers: names.map(parseNormaliser) });
  const session = open("record");
  for (const text of texts) recordOne(session, chatRequest(text), answer("x"));
  session.close();
  return session.tally().findings;
}

function interactionOf(text: string): Interaction {
  const { endpoint, copy } = chatRequest(text);
  return {
    key: "a".repeat(64),
    lane: 0,
    provider: "openai",
    method: "POST",
    endpoint,
    request: copy,
    segments: {},
    outcome: answer(text),
    recordedAt: null,
  };
}
