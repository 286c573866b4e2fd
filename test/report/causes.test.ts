import { describe, expect, test } from "vitest";
import type { MissRecord } from "../../src/cassette/session.ts";
import { groupCauses } from "../../src/report/causes.ts";
import { exhaustedOf, missOf } from "./records.ts";

const SYSTEM_CHANGE = { path: "$.messages[0].content", before: "Be brief.", after: "Be brief" };
const MODEL_CHANGE = { path: "$.model", before: "gpt-5-mini", after: "gpt-5" };

describe("groupCauses()", () => {
  check("one edited system prompt is one cause over all tests", {
    misses: [
      missOf("test_a", ["system"], [SYSTEM_CHANGE]),
      missOf("test_a", ["system"], [SYSTEM_CHANGE]),
      missOf(
        "test_b",
        ["system", "messages[1]"],
        [{ path: "$.messages[1].content", before: "x", after: "y" }, SYSTEM_CHANGE],
      ),
    ],
    titles: ['system prompt changed from "Be brief." to "Be brief": 3 requests in 2 scopes'],
  });

  check("one edit in system prompts that differ by test is one cause", {
    misses: [
      missOf(
        "test_a",
        ["system"],
        [
          {
            path: "$.system",
            before: "You serve Ada. Be brief.",
            after: "You serve Ada. Be kind.",
          },
        ],
      ),
      missOf(
        "test_b",
        ["system"],
        [
          {
            path: "$.system",
            before: "You serve Bob. Be brief.",
            after: "You serve Bob. Be kind.",
          },
        ],
      ),
    ],
    titles: ["system prompt changed: 2 requests in 2 scopes"],
  });

  check("different edits of different system prompts are causes of their own", {
    misses: [
      missOf("test_a", ["system"], [{ path: "$.system", before: "x ".repeat(60), after: "b" }]),
      missOf("test_b", ["system"], [{ path: "$.system", before: "y ".repeat(60), after: "d" }]),
    ],
    titles: [
      "system prompt changed: 1 request in 1 scope",
      "system prompt changed: 1 request in 1 scope",
    ],
  });

  check("messages of different tests are causes of their own, the larger first", {
    misses: [
      missOf(
        "test_a",
        ["messages[0]"],
        [{ path: "$.messages[0].content", before: "p", after: "q" }],
      ),
      missOf("test_b", ["model"], [MODEL_CHANGE]),
      missOf("test_c", ["model"], [MODEL_CHANGE]),
      missOf(
        "test_d",
        ["messages[0]"],
        [{ path: "$.messages[0].content", before: "r", after: "s" }],
      ),
    ],
    titles: [
      'model changed from "gpt-5-mini" to "gpt-5": 2 requests in 2 scopes',
      'message changed from "p" to "q": 1 request in 1 scope',
      'message changed from "r" to "s": 1 request in 1 scope',
    ],
  });

  check("one text at different positions of a conversation is one cause", {
    misses: [
      missOf(
        "test_a",
        ["messages[1]"],
        [{ path: "$.messages[1].content", before: "p", after: "q" }],
      ),
      missOf(
        "test_a",
        ["messages[3]"],
        [{ path: "$.messages[3].content", before: "p", after: "q" }],
      ),
    ],
    titles: ['message changed from "p" to "q": 2 requests in 1 scope'],
  });

  check("a parameter is called by its name", {
    misses: [missOf("test_a", ["parameters"], [{ path: "$.temperature", before: 0, after: 1 }])],
    titles: ["temperature changed from 0 to 1: 1 request in 1 scope"],
  });

  check("a new and a gone member say so", {
    misses: [
      missOf("test_a", ["parameters"], [{ path: "$.seed", after: 7 }]),
      missOf("test_b", ["tools"], [{ path: "$.tools[0]", before: { name: "get_weather" } }]),
    ],
    titles: ["seed added: 1 request in 1 scope", "tool list removed: 1 request in 1 scope"],
  });

  check("redaction may hide the text, the segment is known all the same", {
    misses: [missOf("test_a", ["system"], []), missOf("test_b", ["system"], [])],
    titles: ["system prompt changed: 2 requests in 2 scopes"],
  });

  check("nothing recorded, recorded elsewhere, and no recording of the endpoint are told apart", {
    misses: [
      unexplained("test_a", { isScopeEmpty: true }),
      unexplained("test_b", { isScopeEmpty: true }),
      unexplained("test_c", { found: "other-scope", foundAt: "test_z" }),
      unexplained("test_d", {}),
    ],
    titles: [
      "nothing recorded in the scope: 2 requests in 2 scopes",
      "recorded in another scope: 1 request in 1 scope",
      "no recording of POST /v1/chat/completions: 1 request in 1 scope",
    ],
  });

  test("a request asked too often is a cause with both counts", () => {
    const causes = groupCauses([], [exhaustedOf("test_a")]);
    expect(causes.map((cause) => cause.title)).toEqual([
      "POST /v1/embeddings asked 3 times, recorded 2 times: 1 request in 1 scope",
    ]);
    expect(causes[0]?.scopes).toEqual(["test_a"]);
  });

  test("every miss is in exactly one cause", () => {
    const misses = [
      missOf("test_a", ["system"], [SYSTEM_CHANGE]),
      missOf("test_b", ["model", "system"], [MODEL_CHANGE, SYSTEM_CHANGE]),
      missOf("test_c", ["model"], [MODEL_CHANGE]),
      unexplained("test_d", {}),
    ];
    const grouped = groupCauses(misses, []).flatMap((cause) => cause.missIds);
    expect([...grouped].sort()).toEqual(misses.map((miss) => miss.id).sort());
  });
});

/** A miss without any near recording. */
function unexplained(scope: string, facts: Partial<MissRecord["explanation"]>): MissRecord {
  const miss = missOf(scope, [], []);
  return { ...miss, explanation: { ...miss.explanation, nearest: [], ...facts } };
}

function check(
  name: string,
  row: { readonly misses: readonly MissRecord[]; readonly titles: readonly string[] },
): void {
  test(`groupCauses(): ${name}`, () => {
    expect(groupCauses(row.misses, []).map((cause) => cause.title)).toEqual(row.titles);
  });
}
