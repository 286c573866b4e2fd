import { describe, expect, test } from "vitest";
import type { MissRecord } from "../../../src/cassette/session.ts";
import type { Interaction, JsonValue } from "../../../src/cassette/values.ts";
import { wholeDifference } from "../../../src/report/html/whole-difference.ts";
import { groupCauses } from "../../../src/report/causes.ts";
import { missOf } from "../records.ts";

const BEFORE = `${"be polite ".repeat(500)}and brief`;
const AFTER = `${"be polite ".repeat(500)}and long`;
const SHORT = { path: "$.messages[0].content", before: "…and brief", after: "…and long" };

function requestOf(content: string): JsonValue {
  return { path: "/v1/chat/completions", body: { messages: [{ role: "system", content }] } };
}

const miss: MissRecord = {
  ...missOf("a", ["system"], [SHORT]),
  request: requestOf(AFTER),
};
const recording = { key: "b".repeat(64), request: requestOf(BEFORE) } as unknown as Interaction;
const [cause] = groupCauses([miss], []);

function whole(interactions: readonly Interaction[]): unknown {
  return wholeDifference(cause!, new Map([[miss.id, miss]]), () => interactions);
}

describe("a difference with whole values", () => {
  test("comes from the missed request and the recording that it was compared with", () => {
    const other = { ...recording, key: "c".repeat(64) };
    expect(whole([other, recording])).toEqual({ ...SHORT, before: BEFORE, after: AFTER });
  });

  test("stays short where that recording is another one now, or not here", () => {
    expect(whole([recording])).toEqual(SHORT);
    expect(whole([recording, { ...recording, key: "c".repeat(64) }])).toEqual(SHORT);
    expect(whole([])).toEqual(SHORT);
  });
});
