import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/cassette/canonical-json.ts";
import type { JsonValue } from "../../src/cassette/values.ts";

describe("canonicalJson() on the vectors of RFC 8785", () => {
  check(
    "section 3.2.2",
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
  check(
    "section 3.2.3",
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    `{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
  );
});

describe("canonicalJson() on the numbers of RFC 8785, appendix B", () => {
  const vectors: readonly (readonly [bits: string, text: string | undefined])[] = [
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["7fffffffffffffff", undefined],
    ["7ff0000000000000", undefined],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ];
  for (const [bits, text] of vectors) {
    test(`${bits} is ${text ?? "refused"}`, () => {
      const number = Buffer.from(bits, "hex").readDoubleBE();
      if (text === undefined) expect(() => canonicalJson(number)).toThrow(TypeError);
      else expect(canonicalJson(number)).toBe(text);
    });
  }
});

describe("canonicalJson() where RFC 8785 leaves the answer open", () => {
  check("white space", ' { "b" : [ ] , "a" : { } } ', '{"a":{},"b":[]}');
  check("-0", "[-0, 0, -0.0]", "[0,0,0]");
  check(
    "integers beyond 2^53",
    "[12345678901234567890, 1e400e0]".replace("1e400e0", "1e21"),
    "[12345678901234567000,1e+21]",
  );
  check("number spelling", "[1.0, 1, 1e0, 10e-1]", "[1,1,1,1]");
  check(
    "unpaired surrogates",
    String.raw`["\ud800", "\udc00x", "\ud83d\ude00"]`,
    String.raw`["\ud800","\udc00x","😀"]`,
  );
  check("__proto__", '{"__proto__": {"b": 1}, "a": 2}', '{"__proto__":{"b":1},"a":2}');
  check("integer-like names", '{"10": 1, "9": 2, "a": 3}', '{"10":1,"9":2,"a":3}');

  test("nesting of 5,000 levels", () => {
    const text = "[".repeat(5000) + "]".repeat(5000);
    expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
  });

  test("nesting beyond the bound, and cycles", () => {
    const cycle: JsonValue[] = [];
    cycle.push(cycle);
    expect(() => canonicalJson(cycle)).toThrow(RangeError);
  });

  test("absent members are left out", () => {
    const value = { a: undefined, b: 1 } as unknown as JsonValue;
    expect(canonicalJson(value)).toBe('{"b":1}');
  });
});

describe("canonicalJson() in general", () => {
  test("is a fixed point, keeps the value, and ignores the order of members", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
        expect(canonicalJson(reversed(value as JsonValue))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

function check(name: string, json: string, expected: string): void {
  test(name, () => {
    expect(canonicalJson(JSON.parse(json) as JsonValue)).toBe(expected);
  });
}

function reversed(value: JsonValue): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => reversed(item));
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
