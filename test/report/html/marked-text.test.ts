import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markedText } from "../../../src/report/html/marked-text.ts";

describe("words that the other text lacks are marked", () => {
  test.each([
    ["Be kind.", "Be brief.", "Be <ins>kind</ins>."],
    ["a\nb\nc", "a\nc", "a\n<ins>b\n</ins>c"],
    ["in two long parts", "in one short line", "in <ins>two long parts</ins>"],
    ["same", "same", "same"],
    ["", "gone", ""],
    ["a\u00a0b", "a b", "a<ins>⟨U+00A0⟩</ins>b"],
    ["un\u200bseen \u202erev\u0000", "", "<ins>un⟨U+200B⟩seen ⟨U+202E⟩rev⟨U+0000⟩</ins>"],
    ["\u00a0kept\u00a0", "\u00a0kept\u00a0", "\u00a0kept\u00a0"],
    ["<b> & new", "<b> & old", "&lt;b&gt; &amp; <ins>new</ins>"],
  ])("%j beside %j", (text, other, html) => {
    expect(markedText(text, other, "ins")).toBe(html);
  });

  test("the text itself is always whole, whatever the other is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, other) => {
        const plain = markedText(text, other, "ins")
          .replace(/<\/?ins>/g, "")
          .replace(/⟨U\+([0-9A-F]{4})⟩/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
          .replace(/&lt;/g, "<")
          .replace(/&gt;/g, ">")
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, "&");
        expect(plain).toBe(text);
      }),
    );
  });

  test("a long text is compared in no time, its change marked alone", () => {
    const words = Array.from({ length: 50_000 }, (_, n) => `word${n}`).join(" ");
    expect(markedText(`${words} new ${words}`, `${words} old ${words}`, "ins")).toBe(
      `${words} <ins>new</ins> ${words}`,
    );
  });
});
