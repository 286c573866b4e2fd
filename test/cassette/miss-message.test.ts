import { describe, expect, test } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { answer, chatRequest } from "./requests.ts";
import { recordOne, sessionsOver } from "./session-fixture.ts";

/** Words by which SDKs and frameworks recognise capacity, account and context errors. */
const MISREAD =
  /rate.?limit|quota|too many|per day|billing|credit|overloaded|time.?out|try again|retry.after|context.length|maximum|exceeded|does not exist|model.not.found|invalid.api.key/i;

describe("a miss's message", () => {
  test("is one line that names endpoint, key, cassette and the nearest difference", () => {
    expect(missOf("be brief", "be very brief")).toMatch(
      /^replay miss: POST \/v1\/chat\/completions key [0-9a-f]{8}… is not in cassette "default" \(nearest: #1 differs at \$\.messages\[1\]\.content: "be brief" → "be very brief"\)$/,
    );
  });

  test("says where else the request is recorded", () => {
    expect(missOf("same", "same", { scope: "renamed" })).toMatch(
      /is not in cassette "renamed" but in "default"$/,
    );
    expect(missOf("same", "same", { lane: 2 })).toMatch(
      /is in lane 0 of cassette "default", not in this lane$/,
    );
  });

  test("says that a cassette is empty, and names what is near elsewhere", () => {
    expect(missOf("one", "two", { scope: "renamed" })).toMatch(
      /is not in cassette "renamed", which has no recordings \(nearest: #1 of "default" differs at/,
    );
  });

  test("names the normaliser that would help", () => {
    expect(missOf("on 2025-01-01", "on 2026-11-22")).toMatch(
      / \[with the normaliser iso-date it would be a hit\]$/,
    );
  });

  test("names several normalisers that would help together", () => {
    const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
    expect(missOf(`${id("1")} on 2025-01-01`, `${id("2")} on 2026-11-22`)).toMatch(
      / \[with the normalisers uuid and iso-date it would be a hit\]$/,
    );
  });

  test("stays one line", () => {
    expect(missOf("a\nb", "a\nc\u2028\u0085")).not.toMatch(/[\n\r\u2028\u0085]/);
  });

  const quotes: readonly string[] = [
    "Rate limit reached",
    "rate_limit",
    "RATE-LIMIT",
    "You exceeded your current quota",
    "too many requests, try again",
    "billing and credit",
    "overloaded_error: timeout",
    "maximum context length is 8192",
    "the model does not exist",
    "model_not_found",
    "invalid_api_key",
    "5 per day, retry-after 3",
  ];
  for (const quote of quotes) {
    test(`does not repeat "${quote}" from a prompt`, () => {
      const message = missOf("question", quote);
      expect(message).not.toMatch(MISREAD);
      expect(message).toMatch(/nearest: #1 differs at \$\.messages\[1\]\.content\)$/);
    });

    test(`does not repeat "${quote}" from a scope, an endpoint or a member's name`, () => {
      for (const message of [
        missOf("question", "other", { scope: `tests/test_${quote}.py::test_x` }),
        missOf("question", "question", { endpoint: `POST /v1/${quote}` }),
        missOf("question", "question", { member: quote }),
        exhaustedOf(`tests/test_${quote}.py`),
      ]) {
        expect(message).toMatch(/^replay miss: /);
        expect(message).not.toMatch(MISREAD);
      }
    });
  }
});

describe("a message about a request asked too often", () => {
  test("gives both counts", () => {
    expect(exhaustedOf("default")).toMatch(
      /^replay miss: POST \/v1\/chat\/completions key [0-9a-f]{8}… is used up in cassette "default" \(recorded 1, asked 2\)$/,
    );
  });
});

function missOf(
  recorded: string,
  asked: string,
  more: { scope?: string; lane?: number; endpoint?: string; member?: string } = {},
): string {
  const { open } = sessionsOver(openMemoryStore());
  const recording = open("record");
  const endpoint = more.endpoint ?? "POST /v1/chat/completions";
  recordOne(recording, { ...chatRequest(recorded), endpoint }, answer("x"));
  recording.close();
  const parameters = more.member === undefined ? {} : { [more.member]: 1 };
  const extra = more.endpoint === undefined ? parameters : { n: 1 };
  const place = { scope: more.scope ?? "default", lane: more.lane ?? 0 };
  const { lookup } = open("replay").issue({ ...chatRequest(asked, extra), endpoint }, place);
  if (lookup.kind !== "miss") throw new Error(`expected a miss, got ${lookup.kind}`);
  return lookup.error.message;
}

function exhaustedOf(scope: string): string {
  const { open } = sessionsOver(openMemoryStore());
  const recording = open("record");
  recordOne(recording, chatRequest("a"), answer("x"), { scope });
  recording.close();
  const replay = open("replay");
  replay.issue(chatRequest("a"), { scope });
  const { lookup } = replay.issue(chatRequest("a"), { scope });
  if (lookup.kind !== "exhausted") throw new Error(`expected exhaustion, got ${lookup.kind}`);
  return lookup.error.message;
}
