import { describe, expect, test } from "vitest";
import { readFetchCall } from "../../src/provider/fetch-call.ts";

const url = "https://api.example/v1/x?a=1";

interface Case {
  readonly name: string;
  /** Made anew for each test: a request's body is read once. */
  readonly input: () => string | URL | Request;
  readonly init?: RequestInit;
  readonly expected: { method: string; contentType?: string | RegExp; text: string | RegExp };
}

const cases: readonly Case[] = [
  { name: "address", input: () => url, expected: { method: "GET", text: "" } },
  { name: "URL", input: () => new URL(url), expected: { method: "GET", text: "" } },
  {
    name: "text",
    input: () => url,
    init: { method: "post", body: "{}" },
    expected: { method: "POST", contentType: "text/plain;charset=UTF-8", text: "{}" },
  },
  {
    name: "text with a type",
    input: () => url,
    init: { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } },
    expected: { method: "POST", contentType: "application/json", text: "{}" },
  },
  {
    name: "headers as pairs",
    input: () => url,
    init: { method: "POST", body: "{}", headers: [["CONTENT-TYPE", "a/b"]] },
    expected: { method: "POST", contentType: "a/b", text: "{}" },
  },
  {
    name: "headers as Headers",
    input: () => url,
    init: { method: "PATCH", body: "{}", headers: new Headers({ "Content-Type": "a/b" }) },
    expected: { method: "PATCH", contentType: "a/b", text: "{}" },
  },
  {
    name: "bytes",
    input: () => url,
    init: { method: "PUT", body: new Uint8Array([104, 105]) },
    expected: { method: "PUT", text: "hi" },
  },
  {
    name: "buffer",
    input: () => url,
    init: { method: "PUT", body: new Uint8Array([104, 105]).buffer },
    expected: { method: "PUT", text: "hi" },
  },
  {
    name: "form",
    input: () => url,
    init: { method: "POST", body: new URLSearchParams({ a: "b c" }) },
    expected: { method: "POST", contentType: /^application\/x-www-form-urlencoded/, text: "a=b+c" },
  },
  {
    name: "blob",
    input: () => url,
    init: { method: "POST", body: new Blob(["hi"], { type: "text/x" }) },
    expected: { method: "POST", contentType: "text/x", text: "hi" },
  },
  {
    name: "multipart form",
    input: () => url,
    init: { method: "POST", body: toForm() },
    expected: {
      method: "POST",
      contentType: /^multipart\/form-data; boundary=/,
      text: /name="purpose"\r\n\r\nbatch\r\n.*filename="a.jsonl"/s,
    },
  },
  {
    name: "stream",
    input: () => url,
    init: { method: "POST", body: toStream("h", "i"), duplex: "half" },
    expected: { method: "POST", text: "hi" },
  },
  {
    name: "Request",
    input: () =>
      new Request(url, { method: "POST", body: "hi", headers: { "content-type": "a/b" } }),
    expected: { method: "POST", contentType: "a/b", text: "hi" },
  },
  {
    name: "Request with other init",
    input: () => new Request(url, { method: "POST", body: "hi" }),
    init: { body: "ho" },
    expected: { method: "POST", contentType: "text/plain;charset=UTF-8", text: "ho" },
  },
];

describe("readFetchCall() reads what fetch sends", () => {
  test.each(cases)("$name", async ({ input, init, expected }) => {
    const call = readFetchCall(input(), init);
    const text = new TextDecoder().decode(await call.body);
    expect(call.method).toBe(expected.method);
    expect(call.url.href).toBe(url);
    expect(text).toMatch(expected.text instanceof RegExp ? expected.text : exactly(expected.text));
    const contentType = call.headers.find(([name]) => name === "content-type")?.[1];
    if (expected.contentType === undefined) expect(contentType).toBeUndefined();
    else expect(contentType).toMatch(expected.contentType);
  });

  test.each(cases)("live: $name", async ({ input, init, expected }) => {
    const used =
      init?.body instanceof ReadableStream ? { ...init, body: toStream("h", "i") } : init;
    const call = readFetchCall(input(), used);
    const sent: Request[] = [];
    await call.live({
      fetch: async (asked, how) => {
        sent.push(new Request(asked, how));
        return new Response();
      },
      body: await call.body,
      redirect: "manual",
    });
    expect(sent[0]?.redirect).toBe("manual");
    expect(sent[0]?.url).toBe(url);
    expect(sent[0]?.method).toBe(expected.method);
    expect(await sent[0]?.text()).toMatch(
      expected.text instanceof RegExp ? expected.text : exactly(expected.text),
    );
  });
});

test("readFetchCall() refuses what fetch refuses", () => {
  expect(() => readFetchCall("not an address")).toThrow(TypeError);
  expect(() => readFetchCall(new Request(url), { method: "GET", body: new Blob([]) })).toThrow(
    TypeError,
  );
});

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[{}+]/g, String.raw`\$&`)}$`);
}

function toForm(): FormData {
  const form = new FormData();
  form.set("purpose", "batch");
  form.set("file", new Blob(["{}"]), "a.jsonl");
  return form;
}

function toStream(...parts: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
}
