import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scopeOfPath, scopePath } from "../../src/cassette/scope-path.ts";

describe("scopePath()", () => {
  const plain: readonly (readonly [scope: string, path: string])[] = [
    ["default", "default.cassette.json"],
    ["openai/chat/test_tools", "openai/chat/test_tools.cassette.json"],
    ["tests/test_a.py::test_x", "tests/test_a.py/test_x.cassette.json"],
    ["tests/test_a.py::test_x[gpt-4o-1]", "tests/test_a.py/test_x[gpt-4o-1].cassette.json"],
    ["tests/test_a.py", "tests/test_a.py.cassette.json"],
    ["a.b.c", "a.b.c.cassette.json"],
  ];
  for (const [scope, path] of plain) {
    test(`${scope} stands for itself`, () => {
      expect(scopePath(scope)).toBe(path);
      expect(scopeOfPath(path)).toBe(scope);
    });
  }

  const hashed: readonly (readonly [scope: string, path: RegExp])[] = [
    [
      "tests/test_a.py::TestB::test_x",
      /^tests\/test_a\.py\/TestB\/test_x~[0-9a-f]{8}\.cassette\.json$/,
    ],
    ["Default", /^Default~[0-9a-f]{8}\.cassette\.json$/],
    ["a::b", /^a\/b~[0-9a-f]{8}\.cassette\.json$/],
    ["tests/a.py/test_x", /^tests\/a\.py\/test_x~[0-9a-f]{8}\.cassette\.json$/],
    ["", /^_~[0-9a-f]{8}\.cassette\.json$/],
    ["../../etc/passwd", /^_\/_\/etc\/passwd~[0-9a-f]{8}\.cassette\.json$/],
    ["/etc/passwd", /^etc\/passwd~[0-9a-f]{8}\.cassette\.json$/],
    ["a//b", /^a\/b~[0-9a-f]{8}\.cassette\.json$/],
    ["con", /^_con~[0-9a-f]{8}\.cassette\.json$/],
    ["aux.txt/x", /^_aux_txt\/x~[0-9a-f]{8}\.cassette\.json$/],
    ["COM\u00b9/x", /^_COM\u00b9\/x~[0-9a-f]{8}\.cassette\.json$/],
    ["a.cassette.json/b", /^_a_cassette_json\/b~[0-9a-f]{8}\.cassette\.json$/],
    ["c:\\x", /^c__x~[0-9a-f]{8}\.cassette\.json$/],
    ["über", /^über~[0-9a-f]{8}\.cassette\.json$/],
    ["a ", /^a_~[0-9a-f]{8}\.cassette\.json$/],
    ["a\u0000b", /^a_b~[0-9a-f]{8}\.cassette\.json$/],
    ["x~0123abcd", /^x_0123abcd~[0-9a-f]{8}\.cassette\.json$/],
  ];
  for (const [scope, path] of hashed) {
    test(`${JSON.stringify(scope)} gets a hash`, () => {
      expect(scopePath(scope)).toMatch(path);
      expect(scopeOfPath(scopePath(scope))).toBeUndefined();
    });
  }

  test(
    "is injective, also where case and Unicode normalisation do not count",
    { timeout: 30_000 },
    () => {
      const scope = fc.oneof(
        fc.string({
          unit: fc.constantFrom("a", "A", "/", ":", ".", "é", "e\u0301", "~", " ", "ß", "ſ", "s"),
        }),
        fc.string({ unit: "binary", maxLength: 12 }),
      );
      fc.assert(
        fc.property(scope, scope, (one, other) => {
          fc.pre(one !== other);
          expect(folded(scopePath(one))).not.toBe(folded(scopePath(other)));
        }),
        { numRuns: 400 },
      );
    },
  );

  test("stays within the root and within the limits of file systems", { timeout: 30_000 }, () => {
    const scope = fc.oneof(
      fc.string({
        unit: fc.constantFrom("..", ".", "/", "::", "a", "\\", "é".repeat(200), "con"),
        maxLength: 400,
      }),
      fc.string({ unit: "binary", maxLength: 600 }),
    );
    fc.assert(
      fc.property(scope, (name) => {
        const path = scopePath(name);
        const components = path.split("/");
        expect(path.endsWith(".cassette.json")).toBe(true);
        expect(Buffer.byteLength(path)).toBeLessThanOrEqual(1100);
        for (const component of components) {
          expect(component).not.toMatch(/^\.{0,2}$|[\p{Cc}<>:"|?*\\]|[. ]$/u);
          expect(Buffer.byteLength(component)).toBeLessThanOrEqual(255);
        }
        const journal = components.at(-1)!.replace(/json$/, "journal");
        expect(Buffer.byteLength(journal)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 300 },
    );
  });
});

function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
