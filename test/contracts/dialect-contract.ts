import { describe, expect, test } from "vitest";
import type { Dialect, DialectCall } from "../../src/exchange/dialect.ts";
import { parseJson } from "../../src/exchange/parse-json.ts";
import { splitFrames } from "../../src/exchange/stream-frames.ts";

/** What is known of one wire. */
export interface DialectCase {
  readonly dialect: Dialect;
  /** A call as its SDK makes it, with what is to be read of it. */
  readonly call: DialectCall;
  readonly endpoint: string;
  readonly model: string;
  readonly segments: readonly string[];
  /** The same call, streamed. */
  readonly streamed: DialectCall;
  readonly contentType: string;
  /** A whole stream, its last frames as the provider sends them. */
  readonly stream: string | Uint8Array;
  readonly streamTokens: { readonly input: number; readonly output: number } | undefined;
  /** A whole answer that is no stream. */
  readonly answer: string;
  readonly tokens: { readonly input: number; readonly output: number } | undefined;
  /** A frame that reports a failure; `undefined` where the wire has none. */
  readonly errorFrame: string | undefined;
  /** Path in the failure body at which the wire's SDKs look for words. */
  readonly messageAt: readonly string[];
}

/** What shared code counts on, whatever the wire. */
export function describeDialectContract(expected: DialectCase): void {
  const { dialect } = expected;
  describe(`The ${dialect.name} dialect`, () => {
    test("reads endpoint, model and segments of a call", () => {
      const description = dialect.describe(expected.call);
      expect(description.endpoint).toBe(expected.endpoint);
      expect(description.model).toBe(expected.model);
      expect(description.segments.map(({ name }) => name)).toEqual(expected.segments);
      expect(description.isStream).toBe(false);
    });

    test("knows a streamed call", () => {
      expect(dialect.describe(expected.streamed).isStream).toBe(true);
    });

    test("loses nothing of a body between its segments", () => {
      const { body } = expected.call;
      const { segments } = dialect.describe(expected.call);
      const changed = { ...(body as object), x_new: { deep: [1] } };
      const other = dialect.describe({ ...expected.call, body: changed });
      expect(JSON.stringify(other.segments)).not.toBe(JSON.stringify(segments));
    });

    test("describes every damaged or foreign call without failing", () => {
      const bodies = [
        undefined,
        null,
        1,
        "text",
        [],
        {},
        { model: 1, messages: "x", tools: 7 },
        { messages: [null, 1] },
      ];
      for (const body of bodies) {
        for (const path of [
          "",
          "/",
          "/v1",
          "/v1/unknown/thing",
          "/model//converse",
          "/v1beta/models/:x",
        ]) {
          const { endpoint } = dialect.describe({ method: "POST", path, body });
          expect(endpoint.startsWith("POST")).toBe(true);
        }
      }
    });

    test("cuts its stream and knows its end", () => {
      const framing = dialect.framing(expected.contentType);
      expect(framing).toBeDefined();
      const frames = splitFrames(Buffer.from(expected.stream as string), framing!);
      expect(frames.length).toBeGreaterThan(1);
      expect(dialect.isTerminalFrame(frames[0]!)).toBe(false);
      expect(frames.some((frame) => dialect.isTerminalFrame(frame))).toBe(true);
      expect(frames.some((frame) => dialect.isErrorFrame(frame))).toBe(false);
    });

    test("has no framing for what is no stream", () => {
      for (const type of ["application/json", "audio/mpeg", "text/plain", ""]) {
        expect(dialect.framing(type)).toBeUndefined();
      }
    });

    test("knows a failure in band", () => {
      if (expected.errorFrame !== undefined) {
        expect(dialect.isErrorFrame(expected.errorFrame)).toBe(true);
      }
      for (const frame of [
        "",
        "data: {",
        "event: \n\n",
        ": ping\n\n",
        '{"a":1}\n',
        'data: text about an "error"\n\n',
      ]) {
        expect(dialect.isErrorFrame(frame)).toBe(false);
        expect(dialect.isTerminalFrame(frame)).toBe(false);
      }
    });

    test("counts tokens", () => {
      expect(dialect.usage(expected.answer)).toEqual(expected.tokens);
      expect(dialect.usage(Buffer.from(expected.stream as string).toString("latin1"))).toEqual(
        expected.streamTokens,
      );
      for (const body of [
        "",
        "{",
        "no JSON",
        '{"usage":null}',
        '{"content":"\\"input_tokens\\": 5"}',
      ]) {
        expect(dialect.usage(body)).toBeUndefined();
      }
    });

    test("tells a failure in its wire's shape, in one JSON object", () => {
      const { body, headers } = dialect.failure(406, "replay miss: words", "replay_miss");
      let at: unknown = parseJson(JSON.stringify(body))?.value;
      for (const name of expected.messageAt) at = (at as Record<string, unknown>)[name];
      expect(at).toBe("replay miss: words");
      for (const [name] of headers) expect(name).toBe(name.toLowerCase());
    });
  });
}
