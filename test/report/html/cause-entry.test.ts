import { describe, expect, test } from "vitest";
import { causeEntry } from "../../../src/report/html/cause-entry.ts";

const LONG = Array.from({ length: 1000 }, (_, n) => `Rule ${n}: answer in ${n} words.`).join("\n");

function entry(before: unknown, after: unknown): string {
  const difference = { path: "$.messages[0].content", before, after };
  return causeEntry(
    { id: "cause-1", title: "system prompt changed", difference, missIds: [], scopes: ["a"] },
    { misses: new Map(), place: undefined, isOpen: true },
  );
}

function sidesOf(html: string): readonly string[] {
  return [...html.matchAll(/<pre[^>]*>([^]*?)<\/pre>/g)].map(([, text]) => text!);
}

describe("a change deep in a long text", () => {
  test.each([
    ["in the middle", LONG.replace("Rule 500: answer", "Rule 500: whisper"), "answer", "whisper"],
    ["at its end", `${LONG}!`, "", "!"],
    ["at its beginning", `Now ${LONG}`, "", "Now "],
  ])("%s is shown with a little around it, and it alone is marked", (_, after, gone, came) => {
    const [recorded = "", asked = ""] = sidesOf(entry(LONG, after));
    expect([...asked.matchAll(/<ins>([^]*?)<\/ins>/g)].map(([, text]) => text)).toEqual([came]);
    expect([...recorded.matchAll(/<del>([^]*?)<\/del>/g)].map(([, text]) => text)).toEqual(
      gone === "" ? [] : [gone],
    );
    expect(asked.length).toBeLessThan(5000);
    expect(asked).toMatch(/… \([\d,]+ characters the same\)/);
  });

  test("a text that is short enough is shown whole", () => {
    const [recorded = ""] = sidesOf(entry(LONG.slice(0, 15_000), "other"));
    expect(recorded.replace(/<\/?del>/g, "")).toBe(LONG.slice(0, 15_000));
  });
});

test("values that look alike are told apart", () => {
  expect(sidesOf(entry("a b", "a\u00a0b\u200b"))).toEqual([
    "a<del> </del>b",
    "a<ins>⟨U+00A0⟩</ins>b<ins>⟨U+200B⟩</ins>",
  ]);
});
