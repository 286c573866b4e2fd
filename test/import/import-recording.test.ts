import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import { NULL_REDACTOR } from "../../src/cassette/null-redactor.ts";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import { requestKey } from "../../src/cassette/request-key.ts";
import type { HttpOutcome, Interaction } from "../../src/cassette/values.ts";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { toCassetteRequest } from "../../src/exchange/cassette-request.ts";
import { decodeBody } from "../../src/exchange/stored-body.ts";
import { importRecording } from "../../src/import/import-recording.ts";

const ANSWER = '{"id": "chatcmpl-1", "choices": []}';
const REQUEST = `
    body: '{"model": "gpt-4.1", "messages": [{"role": "user", "content": "Hi"}]}'
    headers:
      authorization: ["Bearer sk-test"]
      content-type: [application/json]
    method: POST
    uri: https://api.openai.com/v1/chat/completions`;
const RESPONSE = `
    body: {string: '${ANSWER}'}
    headers:
      Content-Type: [application/json]
      Date: ['Mon, 10 Aug 2026 23:04:31 GMT']
      Set-Cookie: [__cf_bm=x]
      X-Request-Id: [req_1]
    status: {code: 200, message: OK}`;

describe("importRecording() of VCR.py", () => {
  test("makes what recording through the gateway would have made", () => {
    const [interaction] = interactionsOf(vcr(REQUEST, RESPONSE));
    expect(interaction).toMatchObject({
      key: keyOf(
        "/v1/chat/completions",
        '{"messages":[{"content":"Hi","role":"user"}],"model":"gpt-4.1"}',
      ),
      lane: 0,
      provider: "openai",
      method: "POST",
      endpoint: "POST /v1/chat/completions",
      model: "gpt-4.1",
      recordedAt: "2026-08-10T23:04:31Z",
      outcome: {
        kind: "http",
        status: 200,
        headers: [
          ["content-type", "application/json"],
          ["x-request-id", "req_1"],
        ],
        ending: "end",
      },
    });
    expect(entityOf(interaction!).toString()).toBe(ANSWER);
    expect(JSON.stringify(interaction)).not.toContain("sk-test");
  });

  test("keeps the order of repeated requests", () => {
    const second = RESPONSE.replace("chatcmpl-1", "chatcmpl-2");
    const made = interactionsOf(`${vcr(REQUEST, RESPONSE)}${entry(REQUEST, second)}`);
    expect(made.map(({ key }) => key === made[0]!.key)).toEqual([true, true]);
    expect(made.map((interaction) => entityOf(interaction).toString())).toEqual([
      ANSWER,
      ANSWER.replace("chatcmpl-1", "chatcmpl-2"),
    ]);
  });

  checkEntity("gzip", `{string: !!binary ${gzipSync(ANSWER).toString("base64")}}`, ANSWER);
  checkEntity("a bare string", `'${ANSWER}'`, ANSWER);
  checkEntity("base64_string", `{base64_string: ${base64(ANSWER)}}`, ANSWER);
  checkEntity("Ruby's encoding", `{encoding: ASCII-8BIT, string: !binary ${base64("é")}}`, "é");
  checkEntity(
    "a pickled BytesIO",
    `!!python/object/new:_io.BytesIO\n      state: !!python/tuple [!!binary ${base64("x")}, 0, null]`,
    "x",
  );
  checkEntity("an iterator's pieces", `['{"a":', !!binary ${base64("1}")}]`, '{"a":1}');

  test("takes httpx's old form, status_code and content", () => {
    const response = `
    content: '${ANSWER}'
    http_version: HTTP/1.1
    status_code: 429`;
    const [interaction] = interactionsOf(vcr(REQUEST, response));
    expect(httpOf(interaction!)).toMatchObject({ status: 429 });
    expect(entityOf(interaction!).toString()).toBe(ANSWER);
  });

  test("writes parsed bodies out again, numbers as they were spelled", () => {
    const request = `
    method: POST
    parsed_body: {model: gpt-4.1, temperature: 1.0, seed: 12345678901234567890, note: 1e5}
    uri: https://api.openai.com/v1/responses`;
    const response = `
    parsed_body: {usage: {cost: 1.0e-05, total: 3}, ok: true, none: null}
    status: {code: 200}`;
    const [interaction] = interactionsOf(vcr(request, response));
    expect(entityOf(interaction!).toString()).toBe(
      '{"usage":{"cost":1.0e-05,"total":3},"ok":true,"none":null}',
    );
    expect(interaction!.key).toBe(
      keyOf(
        "/v1/responses",
        '{"model":"gpt-4.1","temperature":1,"seed":12345678901234567890,"note":"1e5"}',
      ),
    );
  });

  test.each([
    ["data: {}\n\ndata: [DONE]\n\n", "text/event-stream"],
    ["event: ping\r\ndata: {}\r\n\r\n", "text/event-stream"],
    ['{"a":1}', "application/json"],
  ])("infers the media type of %j where the recorder dropped or masked it", (body, type) => {
    const response = `
    body: {string: ${JSON.stringify(body)}}
    headers: {content-type: ['**REDACTED**']}
    status: {code: 200}`;
    const [interaction] = interactionsOf(vcr(REQUEST, response));
    expect(httpOf(interaction!).headers).toEqual([["content-type", type]]);
  });

  test("applies the normalisers that replay will want", () => {
    const dated = REQUEST.replace('"Hi"', '"Today is 2026-11-22"');
    const later = REQUEST.replace('"Hi"', '"Today is 2027-01-01"');
    const normalisers = [parseNormaliser("/\\d{4}-\\d\\d-\\d\\d/ => date")];
    const imported = importRecording(`${vcr(dated, RESPONSE)}${entry(later, RESPONSE)}`, {
      mounts: PROVIDERS,
      redactor: NULL_REDACTOR,
      normalisers,
    });
    const keys = imported.kind === "imported" ? imported.interactions.map(({ key }) => key) : [];
    expect(keys.length).toBe(2);
    expect(keys[0]).toBe(keys[1]);
  });
});

describe("importRecording() finds the provider", () => {
  checkProvider("https://api.openai.com:443/v1/models", "openai");
  checkProvider("https://tenant.openai.azure.com/openai/v1/responses", "azure");
  checkProvider("https://bedrock-runtime.<AWS_REGION>.amazonaws.com/model/m/converse", "bedrock");
  checkProvider("https://eu-west1-aiplatform.googleapis.com/v1/x", "vertex");
  checkProvider("http://localhost:11434/api/chat", "ollama");
  checkProvider("<OLLAMA_API_BASE>/chat/completions", "ollama");
  checkProvider("<OLLAMA_API_ORIGIN>/api/show", "ollama");
  checkProvider("http://127.0.0.1:8000/v1/completions", "openai-compatible-local");
  checkProvider("https://my-org.snowflakecomputing.com/api/v2/cortex/v1/x", "snowflake");
});

test("importRecording() gives a base URL's placeholder the path that the base URL had", () => {
  const [masked] = interactionsOf(
    vcr("{method: POST, uri: '<OLLAMA_API_BASE>/chat/completions'}", OK),
  );
  const [plain] = interactionsOf(
    vcr("{method: POST, uri: 'http://localhost:11434/v1/chat/completions'}", OK),
  );
  const [native] = interactionsOf(
    vcr("{method: POST, uri: 'http://localhost:11434/api/chat'}", OK),
  );
  expect(masked!.key).toBe(plain!.key);
  expect(native!.key).not.toBe(plain!.key);
  expect(native!.endpoint).toBe("POST /api/chat");
});

describe("importRecording() says why it skips", () => {
  checkSkip("another host", "{method: GET, uri: 'https://www.w3.org/x'}", OK, "no known provider");
  checkSkip(
    "an unknown placeholder",
    "{method: GET, uri: '<GPU_BASE>/x'}",
    OK,
    "no known provider",
  );
  checkSkip("a masked URL", "{method: GET, uri: '**REDACTED**'}", OK, "URL is missing or redacted");
  checkSkip("a URL that is none", "{method: GET, uri: 'nowhere'}", OK, "cannot be read");
  checkSkip("no method", "{uri: 'https://api.openai.com/v1'}", OK, "method is missing");
  checkSkip("a WebSocket URL", "{method: GET, uri: 'wss://api.openai.com/v1'}", OK, "WebSocket");
  checkSkip("an upgrade", GET, "{status: {code: 101}}", "WebSocket");
  checkSkip("no status", GET, "{body: {string: x}}", "no status");
  checkSkip("no response", GET, "null", "no response");
  checkSkip("a missing body", GET, "{status: {code: 200}}", "body is missing");
  checkSkip("a masked body", GET, "{status: {code: 200}, body: '<REDACTED>'}", "redacted");
  checkSkip(
    "an unknown object",
    GET,
    "{status: {code: 200}, body: {x: y}}",
    "neither text nor bytes",
  );
  checkSkip(
    "gRPC",
    GET,
    "{status: {code: 200}, headers: {Content-Type: application/grpc+proto}, body: x}",
    "gRPC",
  );
  checkSkip(
    "broken gzip",
    GET,
    `{status: {code: 200}, body: !!binary H4sIAAAAAAAAA6tWSkksSVSyUqo=}`,
    "cannot be inflated",
  );

  test("a parsed body that is nested too deeply for JSON to be worth it", () => {
    const body = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const text = `{"interactions": [{"request": {"method": "POST", "uri": "https://api.openai.com/v1/x"},
      "response": {"status": {"code": 200}, "parsed_body": ${body}}}]}`;
    expect(skipsOf(text)).toEqual([expect.stringContaining("nested too deeply")]);
  });

  test("gRPC samples, and frames of a WebSocket session that nobody is known to speak", () => {
    const text = `version: 1
interactions:
- {kind: message, direction: sent, data: {hello: 1}}
- {kind: message, direction: received, data: {hello: 2}}
- {kind: message, data: {hello: 3}}
- {kind: open, direction: sent}
- {request_sample: {x: 1}, response_sample: {y: 2}}
- {surprise: 1}
`;
    expect(skipsOf(text)).toEqual([
      expect.stringContaining("frames are those of no known provider"),
      expect.stringContaining("frames are those of no known provider"),
      "it is a frame of a WebSocket session",
      "it is an event of a WebSocket session that is no message",
      "it is a gRPC call",
      "it has no request and response (its members: surprise)",
    ]);
  });

  test("an answer that holds a secret of this environment, by its name only", () => {
    const redactor = {
      ...NULL_REDACTOR,
      findLiteral: (text: string) => (text.includes("chatcmpl-1") ? "MY_TOKEN" : undefined),
    };
    const imported = importRecording(vcr(REQUEST, RESPONSE), { mounts: PROVIDERS, redactor });
    expect(imported).toMatchObject({
      interactions: [],
      skipped: [{ index: 0, reason: "its response holds the value of the secret MY_TOKEN" }],
    });
  });

  test("a secret that stands in a path or for a model is no part of the cassette", () => {
    const redactor = createPatternRedactor({
      literals: new Map([["MY_TOKEN", "correct-horse-battery"]]),
    });
    const request = `
    method: POST
    uri: https://api.openai.com/v1/correct-horse-battery
    body: '{"model": "correct-horse-battery"}'`;
    const imported = importRecording(vcr(request, RESPONSE), { mounts: PROVIDERS, redactor });
    expect(imported).toMatchObject({
      interactions: [{ endpoint: "POST /v1/[redacted]", model: "[redacted]" }],
    });
    expect(JSON.stringify(imported)).not.toContain("correct-horse");
  });

  test("an empty body is a body where nothing else can be", () => {
    const response = "{status: {code: 204}}";
    expect(interactionsOf(vcr(GET, response)).length).toBe(1);
  });
});

describe("importRecording() of HAR", () => {
  const chunked = gzipSync(ANSWER);
  const [head, tail] = [chunked.subarray(0, 9), chunked.subarray(9)];
  check("text", { text: ANSWER, size: ANSWER.length }, ANSWER);
  check("base64", { text: base64(ANSWER), encoding: "base64" }, ANSWER);
  check(
    "Polly's chunks",
    {
      text: JSON.stringify([head.toString("base64"), tail.toString("base64")]),
      encoding: "base64",
    },
    ANSWER,
  );
  check(
    "Polly's older chunks",
    { text: JSON.stringify([head.toString("hex"), tail.toString("hex")]) },
    ANSWER,
  );
  check("a JSON list of texts", { text: '["a","b"]' }, '["a","b"]');
  check("nothing", { size: 0 }, "");

  test("takes form parameters, and says where contents were left out", () => {
    const text = har(
      { mimeType: "text/plain", size: 5 },
      { params: [{ name: "a b", value: "1" }] },
    );
    expect(skipsOf(text)).toEqual([expect.stringContaining("body is missing")]);
  });

  function check(what: string, content: object, entity: string): void {
    test(`reads a body kept as ${what}`, () => {
      const [interaction] = interactionsOf(har(content, { text: '{"model":"m"}' }));
      expect(interaction).toMatchObject({
        key: keyOf("/v1/chat/completions", '{"model":"m"}'),
        recordedAt: "2026-08-10T23:04:31Z",
      });
      expect(entityOf(interaction!).toString()).toBe(entity);
    });
  }

  function har(content: object, postData: object): string {
    const request = {
      method: "POST",
      url: "https://api.openai.com/v1/chat/completions",
      headers: [{ name: "content-type", value: "application/json" }],
      postData,
    };
    const headers = [{ name: "Content-Encoding", value: "gzip" }];
    const response = { status: 200, headers, content, bodySize: -1 };
    const startedDateTime = "2026-08-10T23:04:31.123Z";
    return JSON.stringify({
      log: { version: "1.2", entries: [{ request, response, startedDateTime }] },
    });
  }
});

describe("importRecording() of nock", () => {
  const base = {
    scope: "https://api.openai.com:443",
    method: "POST",
    path: "/v1/chat/completions",
    body: { model: "m" },
    status: 200,
  };
  const coded = gzipSync(ANSWER).toString("hex");
  check(
    "an object",
    { response: JSON.parse(ANSWER) as unknown },
    '{"id":"chatcmpl-1","choices":[]}',
  );
  check("text", { response: "data: {}\n\n" }, "data: {}\n\n");
  check(
    "coded chunks",
    {
      response: [coded.slice(0, 20), coded.slice(20)],
      rawHeaders: ["Content-Encoding", "gzip", "Content-Type", "application/json"],
    },
    ANSWER,
  );
  check(
    "coded chunks, headers by name",
    { response: [coded], rawHeaders: { "content-encoding": "gzip" } },
    ANSWER,
  );
  check("binary", { response: "ff00", responseIsBinary: true }, Buffer.from([0xff, 0]).toString());
  check("a list that is JSON", { response: ["ab", "cd"] }, '["ab","cd"]');

  function check(what: string, more: object, entity: string): void {
    test(`reads an answer kept as ${what}`, () => {
      const [interaction] = interactionsOf(JSON.stringify([{ ...base, ...more }]));
      expect(interaction!.key).toBe(keyOf("/v1/chat/completions", '{"model":"m"}'));
      expect(entityOf(interaction!).toString()).toBe(entity);
    });
  }
});

// Recorded by the libraries themselves from one loopback server: plain, gzip, SSE and binary answers.
test.each(["nock-14.json", "polly-6.har"])("importRecording() reads %s whole", (file) => {
  const text = readFileSync(join(import.meta.dirname, "../fixtures/import", file), "utf8");
  const made = interactionsOf(text);
  expect(made.map((interaction) => entityOf(interaction))).toEqual([
    // nock parses what is JSON and forgets its spacing.
    Buffer.from(file.startsWith("nock") ? SNOW.replaceAll(/(?<=[:,]) /g, "") : SNOW),
    Buffer.from(SNOW),
    Buffer.from('data: {"a":1}\n\ndata: [DONE]\n\n'),
    Buffer.from([0xff, 0xfb, 0, 1, 2, 200]),
  ]);
  const local = PROVIDERS.find(({ name }) => name === "openai-compatible-local")!;
  const paths = ["/v1/plain", "/v1/gz", "/v1/sse", "/v1/bin"];
  const keys = paths.map((path) => {
    const body = Buffer.from(JSON.stringify({ model: "m", p: path }));
    return requestKey(
      toCassetteRequest({ method: "POST", path, headers: [], body }, local).identity,
    );
  });
  expect(made.map(({ key }) => key)).toEqual(keys);
});

const SNOW = '{"id": "chatcmpl-1", "é": "☃"}';

test("importRecording() says of every aimock fixture why it has no key", () => {
  const fixture = { match: { userMessage: "Hi" }, response: { content: "Hello" } };
  expect(skipsOf(JSON.stringify({ fixtures: [fixture, fixture] }))).toEqual([
    expect.stringContaining("aimock keeps a pattern"),
    expect.stringContaining("aimock keeps a pattern"),
  ]);
});

describe("importRecording() tells formats by content", () => {
  const ruby = `---
http_interactions:
- request:
    method: post
    uri: https://api.openai.com/v1/chat/completions
    body: {encoding: UTF-8, string: '{"model":"m"}'}
  response:
    status: {code: 200, message: OK}
    body: {encoding: UTF-8, string: '${ANSWER}'}
  recorded_at: Mon, 10 Aug 2026 23:04:31 GMT
recorded_with: VCR 6.4.0
`;
  const langchain = `requests:
- {method: POST, uri: 'https://api.openai.com/v1/chat/completions', body: '{"model":"m"}', headers: {}}
responses:
- {status: {code: 200, message: OK}, headers: {}, body: {string: '${ANSWER}'}}
`;
  const json = JSON.stringify({
    version: 1,
    interactions: [
      {
        request: {
          method: "POST",
          uri: "https://api.openai.com/v1/chat/completions",
          body: '{"model":"m"}',
        },
        response: { status: { code: 200 }, headers: {}, body: { string: ANSWER } },
      },
    ],
  });

  test.each([
    ["Ruby VCR", ruby, "2026-08-10T23:04:31Z"],
    ["LangChain VCR", langchain, null],
    ["VCR.py", json, null],
  ])("%s", (format, text, recordedAt) => {
    const imported = importText(text);
    expect(imported).toMatchObject({ kind: "imported", format, skipped: [] });
    const [interaction] = interactionsOf(text);
    expect(interaction).toMatchObject({
      method: "POST",
      recordedAt,
      key: keyOf("/v1/chat/completions", '{"model":"m"}'),
    });
    expect(entityOf(interaction!).toString()).toBe(ANSWER);
  });

  test.each(["", "just text", "a: 1", "[]", "{}", "interactions: 5"])("none: %j", (text) => {
    expect(importText(text)).toEqual({ kind: "foreign" });
  });

  test("an empty recording is one", () => {
    expect(importText("interactions: []\nversion: 1\n")).toMatchObject({
      kind: "imported",
      interactions: [],
    });
  });
});

const GET = "{method: GET, uri: 'https://api.openai.com/v1/models'}";
const OK = "{status: {code: 200}, body: {string: x}}";

function vcr(request: string, response: string): string {
  return `version: 1\ninteractions:\n${entry(request, response)}`;
}

function entry(request: string, response: string): string {
  return `- request: ${request}\n  response: ${response}\n`;
}

function importText(text: string): ReturnType<typeof importRecording> {
  return importRecording(text, { mounts: PROVIDERS, redactor: NULL_REDACTOR });
}

function interactionsOf(text: string): readonly Interaction[] {
  const imported = importText(text);
  expect(imported).toMatchObject({ kind: "imported", skipped: [] });
  return imported.kind === "imported" ? imported.interactions : [];
}

function skipsOf(text: string): readonly string[] {
  const imported = importText(text);
  expect(imported).toMatchObject({ kind: "imported", interactions: [] });
  return imported.kind === "imported" ? imported.skipped.map(({ reason }) => reason) : [];
}

function httpOf({ outcome }: Interaction): HttpOutcome {
  if (outcome.kind !== "http") throw new Error(`it is a ${outcome.kind}`);
  return outcome;
}

function entityOf(interaction: Interaction): Buffer {
  return decodeBody(httpOf(interaction).body);
}

/** The key of a request that arrives at the gateway. */
function keyOf(path: string, body: string): string {
  const openai = PROVIDERS.find(({ name }) => name === "openai")!;
  const headers = [["content-type", "application/json"]] as const;
  const request = { method: "POST", path, headers, body: Buffer.from(body) };
  return requestKey(toCassetteRequest(request, openai).identity);
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function checkEntity(what: string, body: string, entity: string): void {
  test(`reads a body kept as ${what}`, () => {
    const response = `\n    status: {code: 200}\n    body: ${body}`;
    const [interaction] = interactionsOf(vcr(REQUEST, response));
    expect(entityOf(interaction!).toString()).toBe(entity);
  });
}

function checkProvider(uri: string, provider: string): void {
  test(`of ${uri}`, () => {
    const [interaction] = interactionsOf(vcr(`{method: GET, uri: '${uri}'}`, OK));
    expect(interaction!.provider).toBe(provider);
  });
}

function checkSkip(what: string, request: string, response: string, reason: string): void {
  test(what, () => {
    const reasons = skipsOf(vcr(request, response));
    expect(reasons).toEqual([expect.stringContaining(reason)]);
  });
}
