import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codeBlock,
  escapeHtml,
  escapeMarkdown,
  inlineCode,
} from "../../src/report/escape-markdown.ts";

describe("escapeMarkdown() shows text and does nothing else", () => {
  test.each([
    ["<img src=x onerror=alert(1)>", /[<>]/],
    ["[click](https://evil.example)", /[[\]()]|:\/\//],
    ["@team please look", /@t/],
    ["fixes #12", /#12/],
    ["fixes GH-12", /GH-12/],
    ["a | b", /\|/],
    ["**bold** `code` _it_", /[*`_]/],
    ["line\nbreak\r\nagain", /[\n\r]/],
    ["www.evil.example", /www\./],
    ["# heading", /^# /],
    ["- item", /^- /],
    ["\u202egnp.exe", /\u202e/],
    ["\u001b[31mred", /\u001b/],
    ["all is well :white_check_mark: :+1:", /:[\w+]+:/],
    ["tag\u{e0041}ged", /\u{e0041}/u],
  ])("%j", (text, forbidden) => {
    expect(escapeMarkdown(text).replace(/&(?:#\d+|amp|lt|gt);/g, "")).not.toMatch(forbidden);
  });

  test("plain text stays readable", () => {
    expect(escapeMarkdown("system prompt changed: 14 requests in 6 scopes")).toBe(
      "system prompt changed: 14 requests in 6 scopes",
    );
    expect(escapeMarkdown("src/a.py:12 (the test)")).toBe("src/a.py:12 &#40;the test&#41;");
    expect(escapeMarkdown("a.py::TestB::testC")).toBe("a.py::TestB::testC");
  });
});

test("inline code cannot be closed from inside", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const code = inlineCode(text);
      const fence = /^`+/.exec(code)![0];
      expect(code.endsWith(fence)).toBe(true);
      expect(code.slice(fence.length, -fence.length)).not.toContain("\n");
      const inside = code.slice(fence.length, -fence.length).match(/`+/g) ?? [];
      expect(inside).not.toContain(fence);
    }),
  );
});

test("a block cannot be closed from inside", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("`", "```", "\n", "x", "````")), (pieces) => {
      const block = codeBlock(pieces.join(""), "diff");
      const fence = /^`+/.exec(block)![0];
      const lines = block.split("\n").slice(1, -1);
      expect(lines.some((line) => line.startsWith(fence))).toBe(false);
    }),
  );
});

test("what nobody sees is named or replaced, in every form", () => {
  const text = "a\u200bb\u202ec\u0000d\u001b[31m\ufeff";
  expect(escapeHtml(text)).toBe("a⟨U+200B⟩b⟨U+202E⟩c⟨U+0000⟩d⟨U+001B⟩[31m⟨U+FEFF⟩");
  expect(escapeHtml("line\n\ttab, family 👩‍💻, café, \u00a0")).toBe(
    "line\n\ttab, family 👩‍💻, café, \u00a0",
  );
  // Texts can be hidden in tags and variation selectors; emoji need one of them.
  expect(escapeHtml("a\u{e0069}b\ufe01c\u3164 ⚠️")).toBe("a⟨U+E0069⟩b⟨U+FE01⟩c⟨U+3164⟩ ⚠️");
  for (const form of [escapeMarkdown(text), inlineCode(text), codeBlock(text, "")]) {
    expect(form).not.toMatch(/[\u0000\u001b\u200b\u202e\ufeff]/);
  }
});

test("HTML keeps no markup and no attribute end", () => {
  expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;",
  );
});
