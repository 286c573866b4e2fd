import { describe, expect, test } from "vitest";
import type { MissRecord } from "../../src/cassette/session.ts";
import { groupCauses } from "../../src/report/causes.ts";
import { exhaustedOf, missOf } from "./records.ts";

const SYSTEM_CHANGE = { path: "$.messages[0].content", before: "Be brief.", after: "Be brief" };
const MODEL_CHANGE = { path: "$.model", before: "gpt-5-mini", after: "gpt-5" };

describe("groupCauses()", () => {
  check(
    "one edited system prompt is one cause over all tests, and what else one of them changed is another",
    {
      misses: [
        missOf("test_a", ["system"], [SYSTEM_CHANGE]),
        missOf("test_a", ["system"], [SYSTEM_CHANGE]),
        missOf(
          "test_b",
          ["system", "messages[1]"],
          [{ path: "$.messages[1].content", before: "x", after: "y" }, SYSTEM_CHANGE],
        ),
      ],
      titles: [
        'system prompt changed from "Be brief." to "Be brief": 3 requests in 2 scopes',
        'message changed from "x" to "y": 1 request in 1 scope',
      ],
    },
  );

  check("a member's name of any length leaves room for the rest", {
    misses: [
      missOf("test_a", ["parameters"], [{ path: `$.${"k".repeat(1000)}`, before: 1, after: 2 }]),
    ],
    titles: [`${"k".repeat(199)}… changed from 1 to 2: 1 request in 1 scope`],
  });

  check("a renamed parameter is one cause, whatever its value", {
    misses: [100, 200].map((n) =>
      missOf(
        `test_${n}`,
        ["parameters"],
        [
          { path: "$.max_tokens", before: n },
          { path: "$.max_completion_tokens", after: n },
        ],
      ),
    ),
    titles: ["max_tokens renamed to max_completion_tokens: 2 requests in 2 scopes"],
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

  check("one edit of many requests, and another of some of them, are both told", {
    misses: [
      missOf("test_a", ["model"], [MODEL_CHANGE]),
      missOf("test_b", ["model", "system"], [SYSTEM_CHANGE, MODEL_CHANGE]),
      missOf("test_c", ["model", "system"], [SYSTEM_CHANGE, MODEL_CHANGE]),
    ],
    titles: [
      'model changed from "gpt-5-mini" to "gpt-5": 3 requests in 3 scopes',
      'system prompt changed from "Be brief." to "Be brief": 2 requests in 2 scopes',
    ],
  });

  check("what is new each time beside an edit is one cause over all requests", {
    misses: ["5b1c7c1e", "c2f0a4d8"].map((id, n) =>
      missOf(
        `test_${n}`,
        ["system", "parameters"],
        [
          SYSTEM_CHANGE,
          {
            path: "$.metadata.run",
            before: `0d8f3f1d-54a5-4f6a-9d0b-0d8f3f1d2a1${n}`,
            after: `${id}-54a5-4f6a-9d0b-0d8f3f1d2a11`,
          },
        ],
      ),
    ),
    titles: [
      'system prompt changed from "Be brief." to "Be brief": 2 requests in 2 scopes',
      'run is new each time (the normaliser "uuid" hides that): 2 requests in 2 scopes',
    ],
  });

  check("an edit in a text that has an identifier of each request is one cause", {
    misses: ["5b1c7c1e", "c2f0a4d8"].map((id, n) => {
      const run = `${id}-54a5-4f6a-9d0b-0d8f3f1d2a11`;
      return missOf(
        `test_${n}`,
        ["system"],
        [{ path: "$.system", before: `Be brief. Run 0.`, after: `Be kind. Run ${run}.` }],
      );
    }),
    titles: ["system prompt changed: 2 requests in 2 scopes"],
  });

  check("a request that is new, compared with another one's recording, is one cause", {
    misses: [usedUp(missOf("test_a", ["model", "system"], [SYSTEM_CHANGE, MODEL_CHANGE]))],
    titles: ['system prompt changed from "Be brief." to "Be brief": 1 request in 1 scope'],
  });

  test("every miss is in a cause, and in each of its causes once", () => {
    const misses = [
      missOf("test_a", ["system"], [SYSTEM_CHANGE]),
      missOf("test_b", ["model", "system"], [MODEL_CHANGE, SYSTEM_CHANGE]),
      missOf("test_c", ["model"], [MODEL_CHANGE]),
      unexplained("test_d", {}),
      missOf(
        "test_e",
        ["messages[1]", "messages[3]"],
        [
          { path: "$.messages[1].content", before: "p", after: "q" },
          { path: "$.messages[3].content", before: "p", after: "q" },
        ],
      ),
    ];
    const grouped = groupCauses(misses, []).map(({ missIds }) => missIds);
    expect(new Set(grouped.flat())).toEqual(new Set(misses.map((miss) => miss.id)));
    for (const ids of grouped) expect(ids).toEqual([...new Set(ids)]);
  });
});

/** The same miss, nearest to a recording that another request was answered from. */
function usedUp(miss: MissRecord): MissRecord {
  const nearest = miss.explanation.nearest.map((one) => ({ ...one, isUsed: true }));
  return { ...miss, explanation: { ...miss.explanation, nearest } };
}

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
