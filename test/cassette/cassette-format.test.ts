import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCassette, encodeCassette } from "../../src/cassette/cassette-format.ts";
import { scanDocument } from "../../src/cassette/document-scan.ts";
import {
  CassetteError,
  CassetteFormatError,
  CassetteIntegrityError,
} from "../../src/cassette/errors.ts";
import type { Cassette, Interaction } from "../../src/cassette/values.ts";
import { missing } from "../helpers/node-runtimes.ts";
import { arbitraryCassette } from "./arbitrary-cassette.ts";

const PLACE = "cassettes/default.cassette.json";

/** For properties, on a machine that does other things too. */
const SLOW = { timeout: 30_000 };

describe("encodeCassette() and decodeCassette()", () => {
  test("give every cassette back, and every document back to the byte", SLOW, () => {
    fc.assert(
      fc.property(arbitraryCassette, (cassette) => {
        const text = encodeCassette(cassette);
        expect(scanDocument(text)).toBeDefined();
        const decoded = decodeCassette(text, PLACE);
        expect(decoded).toEqual(cassette);
        expect(encodeCassette(decoded)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  test("give the same cassette however a document was laid out anew", SLOW, () => {
    fc.assert(
      fc.property(arbitraryCassette, fc.constantFrom(undefined, 1, 4, "\t"), (cassette, indent) => {
        const text = JSON.stringify(JSON.parse(encodeCassette(cassette)), undefined, indent);
        expect(scanDocument(text)).toBeUndefined();
        // JSON.stringify() writes -0 as 0: an edit, and reported as one.
        fc.pre(!/[^\w.]-0[^\w.]/.test(encodeCassette(cassette)));
        expect(decodeCassette(text, PLACE)).toEqual(cassette);
      }),
    );
  });

  test("keep the order of members below `json` and sort them elsewhere", () => {
    const text = encodeCassette(cassetteOf([interaction({ b: 1, a: { d: 1, c: 2 } })]));
    expect(text.indexOf('"b": 1')).toBeLessThan(text.indexOf('"a": {'));
    expect(text.indexOf('"d": 1')).toBeLessThan(text.indexOf('"c": 2'));
    expect(text.indexOf('"endpoint"')).toBeLessThan(text.indexOf('"key"'));
  });

  test("write deep values on one line from some depth on, and read them back", () => {
    const deep = JSON.parse(`${"[".repeat(900)}${"]".repeat(900)}`) as [];
    const cassette = cassetteOf([interaction(deep)]);
    const text = encodeCassette(cassette);
    expect(text.length).toBeLessThan(20_000);
    expect(decodeCassette(text, PLACE)).toEqual(cassette);
  });

  test("look as documented", () => {
    expect(encodeCassette(cassetteOf([interaction({ ok: true })]))).toBe(DOCUMENT);
  });
});

describe("two branches that add interactions in different lanes", () => {
  const skipped = missing("git", "/usr/bin/git");
  test.skipIf(skipped !== undefined)("merge without a conflict, and digests fit", () => {
    const inLane = (lane: number, n: number): Interaction => ({
      ...interaction({ lane, n }),
      lane,
    });
    const [a, b, ours, theirs] = [inLane(0, 1), inLane(1, 1), inLane(0, 2), inLane(1, 2)];
    const folder = mkdtempSync(join(tmpdir(), "tapegate-merge-"));
    const write = (name: string, interactions: readonly Interaction[]): string => {
      const path = join(folder, name);
      writeFileSync(path, encodeCassette(cassetteOf(interactions)));
      return path;
    };
    const paths = [
      write("ours", [a, ours, b]),
      write("base", [a, b]),
      write("theirs", [a, b, theirs]),
    ];
    const merge = spawnSync("git", ["merge-file", "-p", ...paths], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(merge.status).toBe(0);
    expect(decodeCassette(merge.stdout, PLACE).interactions).toEqual([a, ours, b, theirs]);
  });
});

describe("decodeCassette() on an edited document", () => {
  const text = encodeCassette(cassetteOf([interaction({ n: 1 }), interaction({ n: 2 }, "b")]));
  const edits: readonly (readonly [name: string, edited: string, line: number])[] = [
    ["a changed value", text.replace('"n": 2', '"n": 3'), lineOf(text, 2)],
    ["a changed space", text.replace('"status": 200', '"status":  200'), lineOf(text, 1)],
    ["a changed digest", text.replace(/sha256:.{8}/, "sha256:00000000"), lineOf(text, 1)],
    [
      "an added member",
      text.replace('"lane": 0,', '"lane": 0,\n        "more": 1,'),
      lineOf(text, 1),
    ],
    ["swapped digests", swapDigests(text), lineOf(text, 1)],
  ];
  for (const [name, edited, line] of edits) {
    test(`names place, position and key of ${name}`, () => {
      expect(edited).not.toBe(text);
      const error = thrownBy(() => decodeCassette(edited, PLACE));
      expect(error).toBeInstanceOf(CassetteIntegrityError);
      expect(error).toMatchObject({ place: `${PLACE}:${line}` });
      expect(error.message).toMatch(/interaction #[12] \(key [ab]{8}…\) does not fit its digest/);
    });
  }

  test("tells that a digest is absent", () => {
    const edited = text.replace(/ {6}"digest": .*\n/, "");
    const error = thrownBy(() => decodeCassette(edited, PLACE));
    expect(error).toMatchObject({ code: "CASSETTE_INTEGRITY" });
    expect(error.message).toMatch(/#1 \(key a{8}…\) has no digest/);
  });

  test("finds edits in a document that was laid out anew, too", () => {
    const edited = JSON.stringify(JSON.parse(text.replace('"n": 2', '"n": 3')));
    expect(thrownBy(() => decodeCassette(edited, PLACE))).toBeInstanceOf(CassetteIntegrityError);
  });

  test("takes an interaction away or adds one without complaint: merges do", () => {
    const [first] = decodeCassette(text, PLACE).interactions;
    const alone = decodeCassette(
      text.replace(/ {4}\{\n(?:(?! {4}\}).*\n)* {4}\},\n(?= {4}null)/, ""),
      PLACE,
    );
    expect(alone.interactions).toEqual([first]);
  });
});

describe("decodeCassette() on what is no cassette", () => {
  const whole = encodeCassette(cassetteOf([interaction({ n: 1 })]));
  const cases: readonly (readonly [name: string, text: string, message: RegExp])[] = [
    ["an empty file", "", /default\.cassette\.json:1:1: it is damaged JSON \(it ends too early\)/],
    [
      "a cut document",
      whole.slice(0, -10),
      /:\d+:3: it is damaged JSON \(a name and a colon expected\)/,
    ],
    [
      "a comma too many",
      '{"a": 1,\n }',
      /:2:2: it is damaged JSON \(a name and a colon expected\)/,
    ],
    ["a bad escape", '{\n"a": "\\x"}', /:2:6: it is damaged JSON \(a value expected\)/],
    ["text after the end", `${whole}x`, /text after the end/],
    ["a missing comma", "[1 2]", /:1:4: it is damaged JSON \("," or "\]" expected\)/],
    [
      "marks of a merge",
      whole.replace("    null", "<<<<<<< HEAD\n    null"),
      /marks of an unresolved merge/,
    ],
    [
      "marks of a merge from the first line on",
      `<<<<<<< HEAD\n${whole}`,
      /:1:1: it holds the marks/,
    ],
    ["another JSON document", "{}", /it is no Tapegate cassette/],
    ["a list", "[]", /it is no Tapegate cassette/],
    [
      "a later version",
      whole.replace('"version": 1', '"version": 2'),
      /it has version 2, and this program reads version 1/,
    ],
    ["no version", whole.replace(/,\n {2}"version": 1/, ""), /it has no version/],
    [
      "a scope of another type",
      whole.replace('"scope": "default"', '"scope": 1'),
      /scope is no text/,
    ],
    [
      "normalisers of another type",
      whole.replace('"normalisers": []', '"normalisers": [1]'),
      /normalisers is no list of texts/,
    ],
    [
      "interactions of another type",
      '{"format":"tapegate-cassette","version":1,"scope":"","normalisers":[],"interactions":{}}',
      /interactions is no list/,
    ],
    [
      "an element without interaction",
      '{"format":"tapegate-cassette","version":1,"scope":"","normalisers":[],"interactions":[1]}',
      /interaction #1 has no "interaction"/,
    ],
  ];
  for (const [name, text, message] of cases) {
    test(`refuses ${name}`, () => {
      const error = thrownBy(() => decodeCassette(text, PLACE));
      expect(error).toBeInstanceOf(CassetteFormatError);
      expect(error.message).toMatch(message);
      expect(error.message).toMatch(/^Cannot read the cassette cassettes\/default/);
    });
  }

  test("never quotes the document", () => {
    const error = thrownBy(() => decodeCassette('{"secret": sk-proj-abcdefghijklmnop}', PLACE));
    expect(`${error.message} ${String(error.cause)}`).not.toContain("sk-proj");
  });

  test("answers any damage with an error of its own and no other", SLOW, () => {
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      to: fc.string({ unit: "binary", maxLength: 3 }),
      length: fc.nat(40),
    });
    fc.assert(
      fc.property(change, ({ at, to, length }) => {
        const text = whole.slice(0, at) + to + whole.slice(at + length);
        try {
          decodeCassette(text, PLACE);
        } catch (error) {
          expect(error).toBeInstanceOf(CassetteError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("decodeCassette() on interactions of the wrong shape", () => {
  const cases: readonly (readonly [change: object, message: RegExp])[] = [
    [{ key: "x" }, /key is no SHA-256/],
    [{ lane: -1 }, /lane is no whole number/],
    [{ provider: 1 }, /provider is no text/],
    [{ model: 1 }, /model is no text/],
    [{ request: undefined }, /request is missing/],
    [{ segments: { a: 1 } }, /segments is no mapping of digests/],
    [{ recordedAt: 1 }, /recordedAt is no time/],
    [{ outcome: null }, /outcome is no object/],
    [{ outcome: { kind: "other" } }, /outcome\.kind is unknown/],
    [{ outcome: { kind: "response" } }, /outcome\.value is missing/],
    [{ outcome: { kind: "error", error: { name: "a" } } }, /no name or no message/],
    [{ outcome: { kind: "stream", chunks: [], ending: "x" } }, /outcome\.ending is unknown/],
    [{ outcome: http({ status: "200" }) }, /outcome\.status is no whole number/],
    [{ outcome: http({ headers: [["a"]] }) }, /outcome\.headers is no list of pairs/],
    [{ outcome: http({ ending: undefined }) }, /outcome\.ending is unknown/],
    [{ outcome: http({ body: { json: 1 } }) }, /outcome\.body is in no known form/],
    [{ outcome: socket({ frames: {} }) }, /outcome\.frames is no list of frames/],
    [{ outcome: socket({ frames: [{ direction: "sent", type: "text", copy: 1 }] }) }, /frames/],
    [{ outcome: socket({ frames: [{ direction: "received", type: "text" }] }) }, /frames/],
    [{ outcome: socket({ frames: [{ direction: "up", type: "text", body: {} }] }) }, /frames/],
    [{ outcome: socket({ close: undefined }) }, /outcome\.close has no code/],
    [{ outcome: socket({ close: { code: "1000", reason: "" } }) }, /outcome\.close has no code/],
    [{ outcome: socket({ protocol: 1 }) }, /outcome\.protocol is no text/],
    [{ outcome: socket({ ending: "error frame" }) }, /outcome\.ending is unknown/],
    [{ outcome: http({ chunkLengths: [-1] }) }, /outcome\.chunkLengths is no list/],
  ];
  for (const [change, message] of cases) {
    test(`refuses ${JSON.stringify(change)}`, () => {
      const bad = { ...interaction({}), ...change } as unknown as Interaction;
      const text = encodeCassette(cassetteOf([interaction({}), bad]));
      const error = thrownBy(() => decodeCassette(text, PLACE));
      expect(error).toBeInstanceOf(CassetteFormatError);
      expect(error.message).toMatch(/interaction #2/);
      expect(error.message).toMatch(message);
    });
  }
});

/** The digest was made by another program (Python) from the lines of the interaction. */
const DOCUMENT = `{
  "format": "tapegate-cassette",
  "interactions": [
    {
      "digest": "sha256:c91bb129534412498314871963771c7cbe3ac7d96756a654d55a70d2e8bcb0dc",
      "interaction": {
        "endpoint": "POST /v1/chat/completions",
        "key": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "lane": 0,
        "method": "POST",
        "outcome": {
          "body": {
            "json": {
              "ok": true
            },
            "layout": "compact"
          },
          "ending": "end",
          "headers": [],
          "kind": "http",
          "status": 200
        },
        "provider": "openai",
        "recordedAt": "2026-11-22T14:00:00Z",
        "request": {
          "body": {
            "model": "m"
          }
        },
        "segments": {
          "model": "0123456789ab"
        }
      }
    },
    null
  ],
  "normalisers": [],
  "scope": "default",
  "version": 1
}
`;

function interaction(json: Interaction["request"], letter = "a"): Interaction {
  return {
    key: letter.repeat(64),
    lane: 0,
    provider: "openai",
    method: "POST",
    endpoint: "POST /v1/chat/completions",
    request: { body: { model: "m" } },
    segments: { model: "0123456789ab" },
    outcome: {
      kind: "http",
      status: 200,
      headers: [],
      body: { json, layout: "compact" },
      ending: "end",
    },
    recordedAt: "2026-11-22T14:00:00Z",
  };
}

function http(change: object): object {
  return { kind: "http", status: 200, headers: [], body: { text: "" }, ending: "end", ...change };
}

function socket(change: object): object {
  return { kind: "websocket", frames: [], close: null, ending: "end", ...change };
}

function cassetteOf(interactions: readonly Interaction[]): Cassette {
  return { scope: "default", normalisers: [], interactions };
}

/** Line on which the nth interaction starts. */
function lineOf(text: string, nth: number): number {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, index) =>
    line === '      "interaction": {' ? [index + 1] : [],
  );
  return starts[nth - 1]!;
}

function swapDigests(text: string): string {
  const [one, other] = [...text.matchAll(/sha256:[0-9a-f]{64}/g)].map(([digest]) => digest);
  return text.replace(one!, "sha256:x").replace(other!, one!).replace("sha256:x", other!);
}

function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}
