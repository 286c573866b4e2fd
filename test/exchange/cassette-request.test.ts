import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { requestKey } from "../../src/cassette/request-key.ts";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { toCassetteRequest } from "../../src/exchange/cassette-request.ts";
import type { HttpCassetteRequest } from "../../src/exchange/cassette-request.ts";
import { fc, test as property } from "./properties.ts";

interface Asked {
  readonly mount?: string;
  readonly method?: string;
  readonly path?: string;
  readonly type?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array;
}

const FILE = "\u0000\u00ff binary";

/** Pairs of requests that have one key. */
const SAME: readonly (readonly [what: string, one: Asked, other: Asked])[] = [
  [
    "spacing, order, numbers and escapes of JSON",
    { body: '{"a":1,"b":"é"}' },
    { body: '{ "b" : "\\u00e9", "a" : 1.0 }' },
  ],
  [
    "any header",
    { body: "{}" },
    {
      body: "{}",
      headers: [
        ["authorization", "Bearer x"],
        ["anthropic-beta", "y"],
        ["user-agent", "z"],
      ],
    },
  ],
  [
    "what the body says it is",
    { body: "{}", type: "application/json" },
    { body: "{}", type: "text/plain" },
  ],
  [
    "gzip",
    { body: '{"a":1}' },
    { body: gzipSync('{"a":1}'), headers: [["content-encoding", "gzip"]] },
  ],
  [
    "deflate",
    { body: '{"a":1}' },
    { body: deflateSync('{"a":1}'), headers: [["content-encoding", "deflate"]] },
  ],
  [
    "brotli",
    { body: '{"a":1}' },
    { body: brotliCompressSync('{"a":1}'), headers: [["content-encoding", "br"]] },
  ],
  [
    "a coding that only the header claims",
    { body: '{"a":1}' },
    { body: '{"a":1}', headers: [["content-encoding", "gzip"]] },
  ],
  [
    "order of the query",
    { path: "/v1/files?limit=2&after=x" },
    { path: "/v1/files?after=x&limit=2" },
  ],
  [
    "coding of the query",
    { path: "/v1/files?%24alt=json%3Benum-encoding%3Dint" },
    { path: "/v1/files?$alt=json;enum-encoding=int" },
  ],
  [
    "keys in the query",
    { path: "/v1/files?key=a&limit=2" },
    { path: "/v1/files?limit=2&access_token=b&upload_id=c" },
  ],
  ["a fragment", { path: "/v1/chat/completions#stream" }, { path: "/v1/chat/completions" }],
  [
    "coding of the path",
    { mount: "bedrock", path: "/model/a.b-v1%3A0/invoke" },
    { mount: "bedrock", path: "/model/a.b-v1:0/invoke" },
  ],
  [
    "doubled slashes",
    { mount: "bedrock", path: "/v1//model/x/invoke" },
    { mount: "bedrock", path: "/model/x/invoke" },
  ],
  ["a missing version", { path: "/chat/completions" }, { path: "/v1/chat/completions" }],
  ["a doubled version", { path: "/v1/v1/chat/completions" }, { path: "/v1/chat/completions" }],
  [
    "Anthropic's SDK and the AI SDK's base URL",
    { mount: "anthropic", path: "/messages" },
    { mount: "anthropic", path: "/v1/messages" },
  ],
  [
    "Groq's root and full base URL",
    { mount: "groq", path: "/openai/v1/openai/v1/chat/completions" },
    { mount: "groq", path: "/chat/completions" },
  ],
  [
    "Gemini's version",
    { mount: "gemini", path: "/v1/v1beta/models/x:countTokens" },
    { mount: "gemini", path: "/models/x:countTokens" },
  ],
  [
    "a multipart boundary and a part's guessed type",
    multipart("aaa", { type: "audio/wav" }),
    multipart('b"b', { type: "audio/x-wav" }),
  ],
  [
    "a part's other headers",
    multipart("aaa", {}),
    multipart("aaa", { more: "content-transfer-encoding: binary\r\ncontent-length: 9\r\n" }),
  ],
  [
    "a form whose recording lost its content type",
    multipart("aaa", {}),
    { ...multipart("bbb", {}), type: "" },
  ],
  [
    "order of a form",
    { type: "application/x-www-form-urlencoded", body: "b=2&a=1" },
    { type: "application/x-www-form-urlencoded; charset=utf-8", body: "a=1&b=2" },
  ],
];

/** Pairs of requests that must never share a key. */
const DIFFERENT: readonly (readonly [what: string, one: Asked, other: Asked])[] = [
  ["provider", { mount: "openai" }, { mount: "together" }],
  ["method", { method: "GET" }, { method: "DELETE" }],
  ["path", { path: "/v1/files/file-1" }, { path: "/v1/files/file-2" }],
  [
    "an encoded slash",
    { mount: "bedrock", path: "/model/a%2Fb/invoke" },
    { mount: "bedrock", path: "/model/a/b/invoke" },
  ],
  ["query", { path: "/v1/files?limit=2" }, { path: "/v1/files?limit=3" }],
  ["a repeated name's order", { path: "/v1/files?a=1&a=2" }, { path: "/v1/files?a=2&a=1" }],
  [
    "Anthropic's beta flag",
    { mount: "anthropic", path: "/v1/messages" },
    { mount: "anthropic", path: "/v1/messages?beta=true" },
  ],
  ["stream", { body: '{"stream":true}' }, { body: "{}" }],
  ["a default that is spelled out", { body: '{"temperature":1}' }, { body: "{}" }],
  ["a tool call's id", { body: '{"id":"call_1"}' }, { body: '{"id":"call_2"}' }],
  ["order of a list", { body: "[1,2]" }, { body: "[2,1]" }],
  [
    "the last digit of a long number",
    { body: '{"id":12345678901234567890}' },
    { body: '{"id":12345678901234567891}' },
  ],
  [
    "such a digit behind texts with quotes and backslashes",
    { body: '{"a\\\\":"\\"1","b":"\\\\","id":12345678901234567890}' },
    { body: '{"a\\\\":"\\"1","b":"\\\\","id":12345678901234567891}' },
  ],
  ["numbers beyond every double", { body: "[1e400]" }, { body: "[2e400]" }],
  ["such a number and null", { body: "[1e400]" }, { body: "[null]" }],
  [
    "a number of four hundred digits",
    { body: `{"n":${"9".repeat(400)}}` },
    { body: `{"n":1${"9".repeat(400)}}` },
  ],
  ["a text and its number", { body: '"1"' }, { body: "1" }],
  ["no body and null", {}, { body: "null" }],
  ["text and JSON text", { body: "a" }, { body: '"a"' }],
  ["a part's bytes", multipart("a", {}), multipart("a", { file: "other" })],
  ["a part's file name", multipart("a", {}), multipart("a", { filename: "b.wav" })],
  ["a part's field", multipart("a", {}), multipart("a", { model: "whisper-2" })],
  ["binary bytes", { body: Buffer.from([0, 255]) }, { body: Buffer.from([0, 254]) }],
];

describe("Two requests have one key in spite of", () => {
  for (const [what, one, other] of SAME) {
    test(what, () => expect(keyOf(one)).toBe(keyOf(other)));
  }

  property("how their JSON is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 4, "\t"), (value, indent) => {
        expect(keyOf({ body: JSON.stringify(value, null, indent) })).toBe(
          keyOf({ body: JSON.stringify(value) }),
        );
      }),
    );
  });
});

describe("Two requests differ by", () => {
  for (const [what, one, other] of DIFFERENT) {
    test(what, () => expect(keyOf(one)).not.toBe(keyOf(other)));
  }
});

describe("A text of many megabytes", () => {
  const long = "x ".repeat(5 * 1024 * 1024);

  test("in JSON that holds a long number, too", () => {
    const body = (id: string): string => JSON.stringify({ text: `${long} 1234567890123456`, id });
    expect(keyOf({ body: body("a") })).toBe(keyOf({ body: body("a") }));
    expect(keyOf({ body: body("a") })).not.toBe(keyOf({ body: body("b") }));
  });

  test("as a file's name", () => {
    const asked = multipart("a", { filename: long });
    expect(keyOf(asked)).toBe(keyOf(asked));
    expect(keyOf(asked)).not.toBe(keyOf(multipart("a", { filename: `${long}y` })));
  });
});

describe("Damaged requests have a key all the same", () => {
  const cases: readonly (readonly [string, Asked])[] = [
    ["JSON that stops short", { body: '{"a":' }],
    ["JSON nested a hundred thousand times", { body: "[".repeat(100_000) }],
    ["closed, too", { body: `${"[".repeat(100_000)}${"]".repeat(100_000)}` }],
    ["unpaired surrogates", { body: '{"a":"\\ud800"}' }],
    ["multipart without boundary", { type: "multipart/form-data", body: "--x\r\n\r\n" }],
    [
      "multipart without end",
      {
        type: "multipart/form-data; boundary=x",
        body: "--x\r\ncontent-disposition: form-data; name=a\r\n\r\nv",
      },
    ],
    ["multipart of nothing", { type: "multipart/form-data; boundary=x", body: "--x--" }],
    [
      "damaged gzip",
      { body: Buffer.from([0x1f, 0x8b, 8, 0, 1]), headers: [["content-encoding", "gzip"]] },
    ],
    ["an unknown coding", { body: "x", headers: [["content-encoding", "rot13"]] }],
    ["a path that is no UTF-8", { path: "/v1/files/%ff%zz" }],
    ["an empty path", { path: "" }],
  ];
  for (const [what, asked] of cases)
    test(what, () => expect(keyOf(asked)).toMatch(/^[0-9a-f]{64}$/));
});

describe("The readable copy", () => {
  test("has the path, the query without keys, the headers that mean something, and the body", () => {
    const made = make({
      path: "/v1/messages?beta=true&key=secret",
      mount: "anthropic",
      body: '{"model":"m","b":1,"a":2}',
      headers: [
        ["anthropic-beta", "tools-1"],
        ["anthropic-beta", "tools-2"],
        ["x-api-key", "secret"],
        ["authorization", "secret"],
        ["cookie", "secret"],
        ["x-custom", "secret"],
      ],
    });
    expect(made.copy).toEqual({
      path: "/v1/messages",
      query: { beta: "true" },
      headers: { "content-type": "application/json", "anthropic-beta": "tools-1, tools-2" },
      body: { model: "m", b: 1, a: 2 },
    });
  });

  test("names attachments by length and digest, and keeps long prose", () => {
    const base64 = Buffer.alloc(6000, 7).toString("base64");
    const prose = "A long sentence. ".repeat(500);
    const made = make({
      body: JSON.stringify({ image: `data:image/png;base64,${base64}`, raw: base64, prose }),
    });
    expect(made.copy).toMatchObject({
      body: {
        image: expect.stringMatching(/^<image\/png base64, 8022 characters, sha256 [0-9a-f]{64}>$/),
        raw: expect.stringMatching(/^<base64, 8000 characters, sha256 /),
        prose,
      },
    });
    expect(made.identity.body).toMatchObject({ json: { raw: base64 } });
  });

  test("shows the parts of a form", () => {
    expect(make(multipart("a", {})).copy).toMatchObject({
      headers: { "content-type": "multipart/form-data" },
      body: {
        multipart: [
          { name: "model", value: "whisper-1" },
          { name: "file", filename: "a.wav", bytes: Buffer.from(FILE).length },
        ],
      },
    });
  });
});

describe("What a request says of itself", () => {
  const cases: readonly (readonly [Asked, endpoint: string, model: string | undefined])[] = [
    [{ body: '{"model":"gpt-4o"}' }, "POST /v1/chat/completions", "gpt-4o"],
    [
      { path: "/v1/files/file-AbC123def456/content", method: "GET" },
      "GET /v1/files/{id}/content",
      undefined,
    ],
    [
      { path: "/v1/threads/thread_AbC123def456/runs/run_x9y8z7w6v5", method: "GET" },
      "GET /v1/threads/{id}/runs/{id}",
      undefined,
    ],
    [
      { mount: "gemini", path: "/v1beta/models/gemini-2.0-flash:generateContent", body: "{}" },
      "POST /v1beta/models/{model}:generateContent",
      "gemini-2.0-flash",
    ],
    [
      {
        mount: "vertex",
        path: "/v1/projects/p-1/locations/us-central1/publishers/google/models/g:countTokens",
        body: "{}",
      },
      "POST /v1/projects/{project}/locations/{location}/publishers/google/models/{model}:countTokens",
      "g",
    ],
    [
      {
        mount: "azure",
        path: "/openai/deployments/gpt-4o/chat/completions?api-version=2024-06-01",
        body: "{}",
      },
      "POST /openai/deployments/{model}/chat/completions",
      "gpt-4o",
    ],
    [
      { mount: "bedrock", path: "/model/anthropic.claude-v2%3A1/converse", body: "{}" },
      "POST /model/{model}/converse",
      "anthropic.claude-v2:1",
    ],
    [multipart("a", {}), "POST /v1/chat/completions", "whisper-1"],
  ];
  for (const [asked, endpoint, model] of cases) {
    test(endpoint, () => expect(make(asked)).toMatchObject({ endpoint, model }));
  }

  test("its segments in order", () => {
    const body = {
      temperature: 0,
      tools: [],
      model: "m",
      messages: [
        { role: "system", content: "s" },
        { role: "user", content: "u" },
      ],
      stream: true,
    };
    expect(make({ body: JSON.stringify(body) }).segments).toEqual([
      { name: "model", value: "m" },
      { name: "system", value: body.messages[0] },
      { name: "messages[1]", value: body.messages[1] },
      { name: "tools", value: { tools: [] } },
      { name: "parameters", value: { temperature: 0, stream: true } },
    ]);
  });

  test("survives being spread", () => {
    const made = make({ body: '{"model":"m"}' });
    expect({ ...made }).toMatchObject({ model: "m", endpoint: "POST /v1/chat/completions" });
  });
});

function make(asked: Asked): HttpCassetteRequest {
  const mount = PROVIDERS.find(({ name }) => name === (asked.mount ?? "openai"));
  if (mount === undefined) throw new Error(`no mount ${asked.mount}`);
  const {
    type = "application/json",
    path = "/v1/chat/completions",
    body = "",
    headers = [],
  } = asked;
  return toCassetteRequest(
    {
      method: asked.method ?? "POST",
      path,
      headers: [["content-type", type], ...headers],
      body: Buffer.from(body as string),
    },
    mount,
  );
}

function keyOf(asked: Asked): string {
  return requestKey(make(asked).identity);
}

function multipart(
  boundary: string,
  change: { type?: string; more?: string; file?: string; filename?: string; model?: string },
): Asked {
  const {
    type = "audio/wav",
    more = "",
    file = FILE,
    filename = "a.wav",
    model = "whisper-1",
  } = change;
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="model"\r\n\r\n${model}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: ${type}\r\n${more}\r\n${file}\r\n--${boundary}--\r\n`;
  return {
    type: boundary.includes('"')
      ? `multipart/form-data; boundary=${boundary}`
      : `multipart/form-data; boundary="${boundary}"`,
    body,
  };
}
